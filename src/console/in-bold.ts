import type { Quote } from '../reply.ts';

/** A quote with its matched words in a terminal's bold; `as` puts each piece into the reader's script. */
export function inBold({ text, highlights }: Quote, as: (printed: string) => string): string {
  let out = '';
  let at = 0;
  for (const [start, end] of highlights) {
    out += `${as(text.slice(at, start))}\u001b[1m${as(text.slice(start, end))}\u001b[0m`;
    at = end;
  }
  return out + as(text.slice(at));
}
