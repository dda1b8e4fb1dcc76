/** Whether a sticky expression matches right at a place of a text. @example matchesAt(/旅游/y, '去旅游', 1) // true */
export function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
