import type { Span } from '../language/span.ts';

/** A sentence, with whether it opens its paragraph. Offsets are UTF-16; `end` is after its last mark. */
export interface Sentence extends Span {
  opensParagraph: boolean;
}

const OPENING = '“「『《（(';
const CLOSING = '”」』》）)';
/** Opens and closes by turns. */
const STRAIGHT = '"＂';
const FULL_STOP = '。！？!?';

/**
 * The sentences of a text, in order, without the blanks between them. A mark inside quotation marks ends no sentence
 * unless the quotation ends there too and nothing more follows it: “这是……。”张三说。 is one sentence.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = -1;
  let depth = 0;
  let opened = 0;
  let opensParagraph = true;
  let straight = false;
  const close = (end: number) => {
    if (start >= 0) {
      sentences.push({ start, end, opensParagraph });
      opensParagraph = false;
    }
    start = -1;
    depth = 0;
    straight = false;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (unit === '\n') {
      close(i);
      opensParagraph = true;
      continue;
    }
    if (start < 0) {
      if (/\s/.test(unit)) continue;
      start = i;
    }
    if (STRAIGHT.includes(unit)) straight = !straight;
    if (OPENING.includes(unit) || (STRAIGHT.includes(unit) && straight)) {
      if (depth++ === 0) opened = i;
    } else if (CLOSING.includes(unit) || STRAIGHT.includes(unit)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && FULL_STOP.includes(text[i - 1] ?? '') && endsQuotation(text, text.slice(start, opened), i)) close(i + 1);
    } else if (FULL_STOP.includes(unit) && depth === 0 && !FULL_STOP.includes(text[i + 1] ?? '') && !CLOSING.includes(text[i + 1] ?? ''))
      close(i + 1);
  }
  close(text.length);
  return sentences.map((sentence) => ({ ...sentence, end: trimEnd(text, sentence) }));
}

/** Whether the sentence is over with the quotation that closes at `at`: it had words before it, or a new line or quotation follows. */
function endsQuotation(text: string, before: string, at: number): boolean {
  if ('。，,；;：:、'.includes(text[at + 1] ?? '\n')) return false;
  return /[：:，,说道称示出调]\s*$/.test(before) || /^\s*(?:[“\n]|$)/.test(text.slice(at + 1, at + 4));
}

function trimEnd(text: string, { start, end }: Span): number {
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end;
}
