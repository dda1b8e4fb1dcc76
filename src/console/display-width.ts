/** Characters that a terminal draws two columns wide (Unicode's East Asian Width, W and F, and emoji). */
const WIDE = new RegExp(
  String.raw`[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|` +
    String.raw`\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]`,
  'gu',
);
/** Characters that take no column: marks that combine, joiners, selectors of a variant. */
const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/gu;

/**
 * How many columns a text takes in a terminal.
 *
 * @example displayWidth('/ask 谁？') // 9
 */
export function displayWidth(text: string): number {
  return [...text.replace(NO_WIDTH, '').replace(WIDE, '  ')].length;
}

/** `text` with blanks behind it up to so many columns; as it is where it is wider. */
export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
