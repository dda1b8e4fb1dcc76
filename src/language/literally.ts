/** A text as a regular expression that matches it and nothing else. @example new RegExp(literally('a.b')).test('axb') // false */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
