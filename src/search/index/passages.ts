import type { Span } from '../../language/span.ts';
import { sentencesOf } from '../../language/sentences.ts';

/** Passages are about this long: long enough to hold a fact with its circumstances, short enough to rank by. UTF-16. */
export const AIM = 480;
const LONGEST = 640;

/**
 * Cuts an article's text into passages: runs of whole sentences of about {@link AIM} units. Together they cover all
 * sentences of the text, in order, none twice. A last piece too short to stand alone joins the one before it.
 */
export function passages(text: string): Span[] {
  const spans: Span[] = [];
  let current: Span | null = null;
  for (const sentence of sentencesOf(text)) {
    if (current && sentence.end - current.start <= (current.end - current.start < AIM / 2 ? LONGEST : AIM)) current.end = sentence.end;
    else {
      current = { ...sentence };
      spans.push(current);
    }
  }
  const last = spans.at(-1);
  const before = spans.at(-2);
  if (last && before && last.end - last.start < AIM / 4 && last.end - before.start <= LONGEST) {
    before.end = last.end;
    spans.pop();
  }
  return spans;
}
