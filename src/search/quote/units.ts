import { sentencesOf } from '../../language/sentences.ts';
import { type Span, trimmed } from '../../language/span.ts';

/** A sentence longer than this is quoted by whole clauses. In UTF-16 units, as all lengths here. */
export const LONGEST_QUOTE = 160;

const STRONG_CLAUSE_END = /[；;]/;
const CLAUSE_END = /[，,、：:]/;

/**
 * Sentences, with those over {@link LONGEST_QUOTE} cut into runs of whole clauses: at ； where it is near enough, else
 * at ，. A clause that is too long by itself (a page without punctuation) is cut by length, never inside a surrogate pair.
 */
export function units(text: string): Span[] {
  return sentencesOf(text).flatMap(({ start, end }) => (end - start <= LONGEST_QUOTE ? [{ start, end }] : byClauses(text, { start, end })));
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
  const span = trimmed(text, start, end);
  if (span) spans.push(span);
}
