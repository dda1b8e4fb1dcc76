import { escapeMarkdown } from '../escape.ts';
import { ELLIPSIS, lastSentenceEnd, takeGraphemes, truncate } from '../limits.ts';

export interface ShownExcerpt {
  text: string;
  highlights: readonly (readonly [number, number])[];
}

/**
 * A quote as a block of markdown, at most `max` characters: its words escaped, then the matched ones bold. Where it is
 * too long, it is cut around the first match, and each cut shows as ……
 */
export function quoteMarkdown(quote: ShownExcerpt, max: number): string {
  // Escaping lengthens the text by an unknown amount: cut, look, cut further.
  for (let budget = max; budget > 0;) {
    const block = draw(cut(quote, budget));
    if (block.length <= max) return block;
    budget = Math.min(budget - 1, Math.floor((budget * max) / block.length));
  }
  return '';
}

/** The part of the quote that is shown, with …… where something was left out; highlights moved along. */
export function cut(quote: ShownExcerpt, max: number): { text: string; highlights: [number, number][] } {
  const first = quote.highlights[0];
  let start = 0;
  if (quote.text.length > max && first && first[1] > max) {
    start = lastSentenceEnd(quote.text.slice(0, first[0]));
    if (first[1] - start > max) start = takeGraphemes(quote.text, Math.max(0, first[0] - Math.floor(max / 4))).length;
  }
  const head = start > 0 ? ELLIPSIS : '';
  const rest = quote.text.slice(start);
  const body = rest.length + head.length <= max ? rest : truncate(rest, Math.max(1, max - head.length));
  const kept =
    body.length < rest.length || !rest.startsWith(body) ? body.length - (body.endsWith(ELLIPSIS) ? ELLIPSIS.length : 0) : body.length;
  const shift = head.length - start;
  const highlights = quote.highlights
    .map(([from, to]): [number, number] => [Math.max(from, start) + shift, Math.min(to, start + kept) + shift])
    .filter(([from, to]) => from < to);
  return { text: head + body, highlights };
}

function draw(excerpt: ShownExcerpt): string {
  return boldMarkdown(excerpt)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A text as markdown: its words escaped, the highlights bold. */
export function boldMarkdown({ text, highlights }: ShownExcerpt): string {
  let out = '';
  let at = 0;
  for (const [from, to] of merged(highlights)) {
    out += escapeMarkdown(text.slice(at, from)) + bold(text.slice(from, to));
    at = to;
  }
  return out + escapeMarkdown(text.slice(at));
}

/** Bold ends at a line's end: a quotation's next line begins with a mark of its own. */
function bold(words: string): string {
  return words
    .split('\n')
    .map((line) => {
      const escaped = escapeMarkdown(line);
      return escaped.trim() === '' ? escaped : `**${escaped}**`;
    })
    .join('\n');
}

/** In order, and touching ones as one: `**a****b**` would not be bold. */
function merged(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
