import type { Span } from '../../language/span.ts';

/** A sentence longer than this is quoted by whole clauses. In UTF-16 units, as all lengths here. */
export const LONGEST_QUOTE = 160;

const SENTENCE_END = /[。！？!?…]+[”’」』）)】》"]*|\n/g;
const STRONG_CLAUSE_END = /[；;]/;
const CLAUSE_END = /[，,、：:]/;

/**
 * The sentences of a text, ascending, without the blanks around them. A sentence ends at 。！？ or …, with the closing
 * quotation marks and brackets behind it, or at a line end.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    pushTrimmed(spans, text, start, end.index + end[0].length);
    start = end.index + end[0].length;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

/**
 * Sentences, with those over {@link LONGEST_QUOTE} cut into runs of whole clauses: at ； where it is near enough, else
 * at ，. A clause that is too long by itself (a page without punctuation) is cut by length, never inside a surrogate pair.
 */
export function units(text: string): Span[] {
  return sentences(text).flatMap((sentence) => (sentence.end - sentence.start <= LONGEST_QUOTE ? [sentence] : byClauses(text, sentence)));
}

function byClauses(text: string, sentence: Span): Span[] {
  const spans: Span[] = [];
  let start = sentence.start;
  while (sentence.end - start > LONGEST_QUOTE) {
    const limit = start + LONGEST_QUOTE;
    const cut =
      lastIn(text, start, limit, STRONG_CLAUSE_END) ??
      lastIn(text, start + LONGEST_QUOTE / 4, limit, CLAUSE_END) ??
      wholeCharacter(text, limit);
    pushTrimmed(spans, text, start, cut);
    start = cut;
  }
  pushTrimmed(spans, text, start, sentence.end);
  return spans;
}

function lastIn(text: string, start: number, end: number, mark: RegExp): number | null {
  for (let i = end - 1; i >= start; i--) if (mark.test(text[i]!)) return i + 1;
  return null;
}

function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (start < end) spans.push({ start, end });
}
