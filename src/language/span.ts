/** A stretch of a text: UTF-16 offsets, end excluded. */
export interface Span {
  start: number;
  end: number;
}
