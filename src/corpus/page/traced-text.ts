import type { OriginRun } from '../article.ts';

/**
 * A text put together from slices of a file, remembering where each came from. Offsets are UTF-16.
 * What is appended without a place (a mark, a line end) has no origin.
 */
export class TracedText {
  #parts: string[] = [];
  #length = 0;
  readonly origin: OriginRun[] = [];

  get length(): number {
    return this.#length;
  }

  /** Appends `file.slice(start, end)`; a slice that continues the last one lengthens its run. */
  keep(file: string, start: number, end: number): void {
    if (end <= start) return;
    const last = this.origin.at(-1);
    if (last && last.clean + last.length === this.#length && last.file + last.length === start) last.length += end - start;
    else this.origin.push({ clean: this.#length, file: start, length: end - start });
    this.#append(file.slice(start, end));
  }

  /** Appends text that does not stand in the file. */
  mark(text: string): void {
    this.#append(text);
  }

  toString(): string {
    return this.#parts.join('');
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/**
 * Where offset `clean` of a cleaned text stands in the decoded file it was made from; for an inserted mark, where the
 * text before it ended. 0 where nothing was kept before it.
 */
export function originOf(origin: readonly OriginRun[], clean: number): number {
  let low = 0;
  let high = origin.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origin[middle]!.clean <= clean) low = middle + 1;
    else high = middle;
  }
  const run = origin[low - 1];
  return run ? run.file + Math.min(clean - run.clean, run.length) : 0;
}
