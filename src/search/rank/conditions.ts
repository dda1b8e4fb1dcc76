import type { DayCondition, FigureCondition } from '../../question/conditions.ts';
import { held, holdsDay, holdsFigure, holdsStretch, type Held } from '../../question/holds.ts';
import { literally } from '../../language/literally.ts';
import { inFigures } from '../../language/numerals.ts';
import type { Question } from '../question/question.ts';

/** A condition that does not hold, and what stands in its place, where something does. */
export interface Contradiction {
  asked: string;
  found: string | null;
}

/** Whether a question sets conditions that a text is held against. */
export function binds({ conditions: { days, figures, stretches }, unplaced }: Question): boolean {
  return days.length + figures.length + stretches.length + unplaced.length > 0;
}

/**
 * The conditions of a question that a text does not hold, as asked.
 *
 * @param folded the passage with its title
 * @param whole the article with its title
 * @param days that the article is of
 */
export function unmet(question: Question, folded: string, whole: string, days: readonly string[]): Contradiction[] {
  if (!binds(question)) return [];
  const text = held(folded, days);
  const { days: named, stretches, figures } = question.conditions;
  return [
    ...question.unplaced.filter((name) => !whole.includes(name)).map((asked) => ({ asked, found: null })),
    ...named.filter((day) => !holdsDay(day, text)).map((day) => ({ asked: day.text, found: otherDay(day, text) })),
    ...figures.filter((figure) => !holdsFigure(figure, text)).map((figure) => ({ asked: figure.text, found: otherFigure(figure, text) })),
    // Where no day is known nothing can be said against it.
    ...(days.length === 0
      ? []
      : stretches.filter((stretch) => !holdsStretch(stretch, text)).map(({ text: asked }) => ({ asked, found: days[0]! }))),
  ];
}

/** The first of the same measure that the text names instead. */
function otherDay({ month, day }: DayCondition, { figures }: Held): string | null {
  const pattern = month === null ? (day === null ? /(?:19|20)\d{2}年/ : /\d{1,2}日/) : day === null ? /\d{1,2}月/ : /\d{1,2}月\d{1,2}日/;
  return pattern.exec(figures)?.[0] ?? null;
}

function otherFigure({ before, after }: FigureCondition, { figures }: Held): string | null {
  if (before === '' && after === '') return null;
  const number = /[a-z]/.test(before) ? '[ -]?\\d+(?:\\.\\d+)?' : '(?:\\d+|[一二三四五六七八九十])';
  return new RegExp(`${literally(before)}${number}${literally(after)}`).exec(inFigures(figures))?.[0] ?? null;
}
