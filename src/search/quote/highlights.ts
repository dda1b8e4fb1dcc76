import { numerals } from '../../language/numerals.ts';
import { words } from '../../language/segment.ts';
import { termOf } from '../../language/terms.ts';
import type { Question } from '../question/question.ts';

/**
 * Where a question's words stand in a folded excerpt: ascending, apart, UTF-16 offsets in the excerpt. Words that
 * touch are marked as one.
 */
export function highlights(folded: string, question: Question): [number, number][] {
  const marks: [number, number][] = [];
  const printed = termOf(folded);
  // As they stand, however the article's words are cut; one character is a word by itself only.
  const [short, long] = [question.terms.filter((term) => term.length < 2), question.terms.filter((term) => term.length >= 2)];
  for (const term of long) {
    for (let i = printed.indexOf(term); i >= 0; i = printed.indexOf(term, i + term.length)) marks.push([i, i + term.length]);
  }
  if (short.length > 0) {
    let at = 0;
    for (const word of words(folded)) {
      if (short.includes(termOf(word))) marks.push([at, at + word.length]);
      at += word.length;
    }
  }
  for (const { start, end, figures } of numerals(folded)) if (question.terms.includes(figures)) marks.push([start, end]);
  return merge(marks);
}

function merge(marks: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
