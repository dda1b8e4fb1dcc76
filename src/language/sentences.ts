import { type Span, trimmed } from './span.ts';

/** A sentence, with whether it opens its paragraph. Offsets are UTF-16; `end` is after its last mark. */
export interface Sentence extends Span {
  opensParagraph: boolean;
}

/** How a text is cut. */
export interface Splitting {
  /**
   * Whether a full stop inside quotation marks or brackets ends no sentence, unless the quotation ends there too and nothing
   * more follows it: “这是……。”张三说。 is one sentence then. For who said what; a snippet may begin inside a quotation.
   */
  wholeQuotations?: boolean;
}

const SENTENCE_END = /[。！？!?…]+[”’」』）)】》"＂]*|\n/g;
const OPENING = '“「『《（(';
const CLOSING = '”」』》）)';
/** So many units before a quotation tell whether somebody speaks; bounded, so that a line of a thousand quotations stays linear. */
const BEFORE = 8;
/** Opens and closes by turns. */
const STRAIGHT = '"＂';

/**
 * The sentences of a text, ascending, without the blanks around them. A sentence ends at 。！？ or …, with the closing
 * quotation marks and brackets behind it, or at a line end.
 *
 * @example sentencesOf('他说：“来。走。”').length // 2; with wholeQuotations: 1
 */
export function sentencesOf(text: string, { wholeQuotations = false }: Splitting = {}): Sentence[] {
  const sentences: Sentence[] = [];
  const nesting = wholeQuotations ? new Nesting(text) : null;
  let start = 0;
  let opensParagraph = true;
  const push = (end: number) => {
    const sentence = trimmed(text, start, end);
    start = end;
    if (sentence) sentences.push({ ...sentence, opensParagraph });
    opensParagraph = (sentence ? false : opensParagraph) || text[end - 1] === '\n';
    nesting?.reset(end);
  };
  for (const { index, 0: marks } of text.matchAll(SENTENCE_END)) {
    const end = index + marks.length;
    if (marks === '\n' || !nesting?.goesOn(start, index, end)) push(end);
  }
  push(text.length);
  return sentences;
}

/** How deep in quotation marks and brackets a sentence is, read from left to right once. */
class Nesting {
  #at = 0;
  #depth = 0;
  /** Where the outermost one opened. */
  #opened = 0;
  #inStraight = false;

  constructor(private readonly text: string) {}

  reset(at: number): void {
    this.#at = at;
    this.#depth = 0;
    this.#inStraight = false;
  }

  /** Whether the sentence that began at `start` goes on behind the full stop at `marks`, whose closing marks end at `end`. */
  goesOn(start: number, marks: number, end: number): boolean {
    const before = this.#depthAt(marks);
    const after = this.#depthAt(end);
    if (after > 0) return true;
    const closes = before > 0 || CLOSING.includes(this.text[end - 1]!);
    return closes && !isOverAfter(this.text, this.text.slice(Math.max(start, this.#opened - BEFORE), this.#opened), end);
  }

  #depthAt(end: number): number {
    for (; this.#at < end; this.#at++) {
      const unit = this.text[this.#at]!;
      const isStraight = STRAIGHT.includes(unit);
      if (isStraight) this.#inStraight = !this.#inStraight;
      if (OPENING.includes(unit) || (isStraight && this.#inStraight)) {
        if (this.#depth++ === 0) this.#opened = this.#at;
      } else if (CLOSING.includes(unit) || isStraight) {
        this.#depth = Math.max(0, this.#depth - 1);
      }
    }
    return this.#depth;
  }
}

/** Whether the sentence is over with the quotation that ends at `end`: it had words before it, or a new line or quotation follows. */
function isOverAfter(text: string, before: string, end: number): boolean {
  if ('。，,；;：:、'.includes(text[end] ?? '\n')) return false;
  return /[：:，,说道称示出调]\s*$/.test(before) || /^\s*(?:[“\n]|$)/.test(text.slice(end, end + 3));
}
