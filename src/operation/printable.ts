/**
 * Characters that a terminal obeys or that turn the direction of what follows: the C0 controls but for tab and line feed, delete,
 * the C1 controls (ECMA-48), the marks and overrides of direction (Unicode Standard Annex 9), and what parts lines and paragraphs.
 * What makes our own words bold, and ends it, is named first, to be left.
 */
const UNSHOWN = /\u001b\[[01]m|[\0-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text as it can be written to a terminal or a log: what does not show is written out. A line of JSON stays the same value, for
 * there such characters stand in strings alone, and are escaped just so.
 *
 * @example printable('红\u202e字\u001b[31m') // '红\\u202e字\\u001b[31m'
 */
export function printable(text: string): string {
  return text.replace(UNSHOWN, (found) => (found.length > 1 ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`));
}
