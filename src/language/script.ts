import { Converter as toCnConverter } from 'opencc-js/t2cn';
import { Converter as toTwConverter } from 'opencc-js/cn2t';

const simplify = toCnConverter({ from: 't', to: 'cn' });
/** The table to Traditional is needed by few replies: built when first asked for. */
let traditionalise: ((text: string) => string) | undefined;

/** Full-width ASCII, the ideographic space and CJK compatibility ideographs: each has a one-unit NFKC form. */
const WIDE = /[\uFF01-\uFF5E\u3000\uF900-\uFAFF]/g;
const CLAUSE = /[^\n。，,；;、]+|[\n。，,；;、]/g;

/**
 * The form in which texts are compared: Simplified, half-width, lower case.
 *
 * It has exactly the length of `text` in UTF-16 units, and unit i of the one stands for unit i of the other, so that
 * an offset found in the folded form is an offset in the printed form. Conversion is by OpenCC's phrase tables
 * (`瞭解` → `了解`, `乾隆` stays); the few phrases whose Simplified form is longer or shorter fall back to single
 * characters.
 */
export function fold(text: string): string {
  const narrow = text.replace(WIDE, narrowUnit).replace(/[A-Z]+/g, lower);
  const whole = simplify(narrow);
  if (whole.length === narrow.length) return whole;
  return narrow.replace(CLAUSE, (clause) => {
    const converted = simplify(clause);
    return converted.length === clause.length ? converted : byCharacter(clause);
  });
}

function narrowUnit(unit: string): string {
  const form = unit.normalize('NFKC');
  return form.length === 1 ? form : unit;
}

function lower(run: string): string {
  return run.toLowerCase();
}

function byCharacter(clause: string): string {
  let out = '';
  for (const character of clause) {
    const converted = simplify(character);
    out += converted.length === character.length ? converted : character;
  }
  return out;
}

/** Simplified for reading aloud to a Simplified reader; length may change. Not for offsets: see {@link fold}. */
export function toSimplified(text: string): string {
  return simplify(text);
}

/** Traditional as printed in Taiwan (characters, not vocabulary); length may change. */
export function toTraditional(text: string): string {
  const convert = (traditionalise ??= toTwConverter({ from: 'cn', to: 'tw' }));
  return convert(text);
}

/** Characters of places' names that the tables would take for a word's: 郁南 is not 鬱南, 里水 not 裡水. */
const IN_NAMES: Readonly<Record<string, string>> = { 裡: '里', 遊: '游', 鬱: '郁', 採: '采', 衝: '沖', 製: '制', 捲: '卷' };

/** The name of a place of mainland China, which is Simplified, for a reader of Traditional. */
export function placeToTraditional(name: string): string {
  return toTraditional(name).replace(/[裡遊鬱採衝製捲]/g, (character) => IN_NAMES[character]!);
}

/** In the script that a reader asked for; as it is where they asked for none. */
export function toScript(text: string, script: 'simplified' | 'traditional' | null | undefined): string {
  if (!script) return text;
  return script === 'simplified' ? toSimplified(text) : toTraditional(text);
}
