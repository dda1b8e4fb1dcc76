/**
 * The two UTF-16 units at `at` as one number: what a table of words is looked up by.
 *
 * @example neighboursAt('旅游', 0) === neighboursAt('旅游业', 0) // true
 */
export function neighboursAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
