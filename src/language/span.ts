/** A stretch of a text: UTF-16 offsets, end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** The stretch of a text from `start` to `end` without the blanks around it; null where nothing else is in it. */
export function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}
