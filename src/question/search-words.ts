/** A query of `/search` is read here: words to find, phrases that must stand so, and what must not. Pure; knows no articles. */
import { literally } from '../language/literally.ts';
import { fold } from '../language/script.ts';
import type { Span } from '../language/span.ts';
import { termOf } from '../language/terms.ts';

export interface SearchWords {
  /** What is looked up: the words and those of the phrases, without what is left out. As typed. */
  words: string;
  /** As typed, without their marks. */
  phrases: string[];
  /** Words or phrases, as typed, without their marks. */
  excluded: string[];
}

/** Marks that open a phrase, each with those that close it: people mix the straight and the curly ones. */
const STRAIGHT = '"＂“”„';
const CLOSES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...STRAIGHT].map((mark) => [mark, STRAIGHT])),
  '「': '」',
  '『': '』',
};
const MINUS = '-－−';
const BLANK = /\s/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Reads a query. A phrase or a minus counts at the beginning or behind a blank or another phrase: GB/T 7714-2015 and 强调“四个意识” are words.
 * A mark that is not closed, or has nothing in it, is none. Linear in the query's length.
 *
 * @example readSearch('“旅游 扶贫” －北京') // { words: '旅游 扶贫', phrases: ['旅游 扶贫'], excluded: ['北京'] }
 */
export function readSearch(query: string): SearchWords {
  const words: string[] = [];
  const read: SearchWords = { words: '', phrases: [], excluded: [] };
  let at = 0;
  let plain = 0;
  const take = (end: number) => {
    if (end > plain) words.push(query.slice(plain, end));
  };
  let free = true;
  while (at < query.length) {
    const part = free ? partAt(query, at) : null;
    if (!part) {
      free = BLANK.test(query[at]!);
      at++;
      continue;
    }
    take(at);
    if (part.excluded) read.excluded.push(part.text);
    else {
      read.phrases.push(part.text);
      words.push(part.text);
    }
    at = plain = part.end;
  }
  take(query.length);
  read.words = words.join(' ').replace(/\s+/gu, ' ').trim();
  return read;
}

interface Part {
  text: string;
  end: number;
  excluded: boolean;
}

/** The phrase or the exclusion that begins here; null where neither does. */
function partAt(query: string, at: number): Part | null {
  const excluded = MINUS.includes(query[at]!);
  const from = excluded ? at + 1 : at;
  const closing = CLOSES[query[from] ?? ''];
  if (closing !== undefined) {
    // Up to the next mark of its kind and no further: however many stand unclosed, each unit is read once.
    let end = from + 1;
    while (end < query.length && !closing.includes(query[end]!) && query[end] !== query[from]) end++;
    const text = query.slice(from + 1, end).trim();
    if (closing.includes(query[end] ?? 'none') && WORD.test(text)) return { text, end: end + 1, excluded };
  }
  if (!excluded || !WORD.test(query[from] ?? '')) return null;
  let end = from;
  while (end < query.length && !BLANK.test(query[end]!)) end++;
  return { text: query.slice(from, end), end, excluded };
}

/**
 * Finds a phrase in folded texts, in either script. Blanks in it stand for any or none: Chinese is printed without. Words in Latin letters
 * and figures are found whole.
 *
 * @example phraseIn('旅遊 扶貧')('京蒙旅游扶贫协作') // [{ start: 2, end: 6 }]
 */
export function phraseIn(phrase: string): (folded: string) => Span[] {
  const words = termOf(fold(phrase.normalize('NFC'))).split(/\s+/u);
  const text = words.map(literally).join('\\s*');
  const edge = /[a-z0-9]/;
  const pattern = `${edge.test(words[0]![0]!) ? '(?<![a-z0-9])' : ''}${text}${edge.test(words.at(-1)!.at(-1)!) ? '(?![a-z0-9])' : ''}`;
  return (folded) =>
    [...termOf(folded).matchAll(new RegExp(pattern, 'gu'))].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
