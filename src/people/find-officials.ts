import { atOnce } from '../steps/breather.ts';
import { fold } from '../language/script.ts';
import { findTitled } from './holders/find-titled.ts';
import type { Span } from '../language/span.ts';
import { type Official, WITHIN_HAN } from './official.ts';
import { findSpeech } from './statements.ts';

export type { Act, Official, Statement, Title } from './official.ts';

/** People between two pauses. */
const STEP = 50;

/**
 * The people an article names with a title, each name once, in the order of their first mention; reporters,
 * photographers and editors are left out. In steps, for an article may be a book.
 *
 * Pure and total: any text gives a list. `folded` may be given where the caller has `fold(article.text)` already.
 */
export function* findingOfficials(article: { title: string; text: string }, folded = fold(article.text)): Generator<void, Official[]> {
  const officials = new Map<string, Official>();
  /** Names as the text sets them, where that is not the name itself. */
  const spaced = new Map<string, string>();
  const named = (printed: string): Official => {
    const name = printed.replace(WITHIN_HAN, '');
    if (printed !== name) spaced.set(name, printed);
    const official = officials.get(name) ?? { name, variants: [], titles: [], statements: [], acts: [], mentions: [] };
    officials.set(name, official);
    return official;
  };
  for (const { name, titles } of yield* findTitled(folded)) {
    const official = named(folded.slice(name.start, name.end));
    for (const { start, end, organisation } of titles) {
      if (!official.titles.some((title) => title.start === start))
        official.titles.push({ text: article.text.slice(start, end), start, end, organisation });
    }
  }
  const line = article.title === '' ? '' : fold(article.title);
  for (const { name, titles } of yield* findTitled(line)) {
    const official = named(line.slice(name.start, name.end));
    for (const { start, end, organisation } of titles) {
      const text = article.title.slice(start, end);
      if (!official.titles.some((title) => fold(title.text) === fold(text)))
        official.titles.push({ text, start: 0, end: 0, organisation, inTitle: true });
    }
  }
  const all = [...officials.values()];
  for (const [i, official] of all.entries()) {
    if (i % STEP === STEP - 1) yield;
    official.mentions = mentionsOf(official.name, folded, all);
    const printed = spaced.get(official.name);
    if (printed !== undefined) official.mentions = inOrder([...official.mentions, ...occurrences(printed, folded)]);
    official.variants = [...new Set(official.mentions.map(({ start, end }) => article.text.slice(start, end)))];
  }
  yield;
  findSpeech(article.text, folded, all);
  return all;
}

/** The same at once. */
export function findOfficials(...asked: Parameters<typeof findingOfficials>): Official[] {
  return atOnce(findingOfficials(...asked));
}

function mentionsOf(name: string, folded: string, all: Official[]): Span[] {
  const longer = all.filter((other) => other.name !== name && other.name.includes(name));
  return occurrences(name, folded).filter(
    ({ start }) =>
      !longer.some((other) => {
        const from = start - other.name.indexOf(name);
        return from >= 0 && folded.startsWith(other.name, from);
      }),
  );
}

function occurrences(name: string, folded: string): Span[] {
  const spans: Span[] = [];
  for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + name.length))
    spans.push({ start, end: start + name.length });
  return spans;
}

const inOrder = (spans: Span[]): Span[] => spans.sort((a, b) => a.start - b.start);
