import { Converter as toTwConverter } from 'opencc-js/cn2t';
import { ConverterFactory } from 'opencc-js/core';
import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs';
import characters from 'opencc-js/dict/TSCharacters';
import phrases from 'opencc-js/dict/TSPhrases';

/**
 * OpenCC's tables, and the Simplified form of each phrase once more, which stays: 乾縣 is 乾县 and 乾县 is not 干县. Without
 * that the two scripts of one name would fold to two.
 */
const settled = phrases.split('|').map((line): [string, string] => [line.split(' ')[1]!, line.split(' ')[1]!]);
const simplify = ConverterFactory([compatibility], [phrases, settled, characters]);
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
  const sameLength =
    whole.length === narrow.length
      ? whole
      : narrow.replace(CLAUSE, (clause) => {
          const converted = simplify(clause);
          return converted.length === clause.length ? converted : byCharacter(clause);
        });
  return sameLength.replace(VARIANT, (character) => VARIANTS[character]!);
}

/** Two ways to write one character, both of which OpenCC leaves: 濬縣 is 浚县. For comparing only. */
const VARIANTS: Readonly<Record<string, string>> = { 濬: '浚', 澂: '澄', 馀: '余', 鲶: '鲇', 幺: '么', 迳: '径', 钜: '巨' };
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');

/** Full-width commas are in every text: each unit is looked up once. */
const NARROW = new Map<string, string>();

function narrowUnit(unit: string): string {
  const known = NARROW.get(unit);
  if (known !== undefined) return known;
  const form = unit.normalize('NFKC');
  const narrow = form.length === 1 ? form : unit;
  NARROW.set(unit, narrow);
  return narrow;
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

/** Characters of places' names that the tables would take for a word's, or write as they were of old: 郁南 is not 鬱南, 慈溪 no more 慈谿. */
const IN_NAMES: Readonly<Record<string, string>> = {
  裡: '里',
  遊: '游',
  鬱: '郁',
  採: '采',
  衝: '沖',
  製: '制',
  捲: '卷',
  濬: '浚',
  澂: '澄',
  谿: '溪',
  淩: '凌',
  柺: '拐',
  霑: '沾',
  箇: '個',
  么: '幺',
  著: '着',
};
const IN_NAME = new RegExp(`[${Object.keys(IN_NAMES).join('')}]`, 'g');

/** The name of a place of mainland China, which is Simplified, for a reader of Traditional, as it is written today. */
export function placeToTraditional(name: string): string {
  return toTraditional(name).replace(IN_NAME, (character) => IN_NAMES[character]!);
}

/**
 * Characters that stay as they are in people's names, though words write them otherwise: 于 (於), 余 (餘), 范 (範). In each
 * other the tables' first form is taken, without the words that it may make with its neighbours.
 */
const IN_PEOPLE = new Set(
  '于余范沈姜岳松里谷后志升征才向郁游采周台涂卜斗党岩凌秋克朴回布同佑丑仇冲布舍御咸占札范几曲家胡姜卷价借合冬困夸克了折挽杠栗梁',
);

/** A person's name for a reader of Traditional; one that is printed in Traditional stays. */
export function personToTraditional(name: string): string {
  if (fold(name) !== name) return name;
  return [...name].map((character) => (IN_PEOPLE.has(character) ? character : toTraditional(character))).join('');
}

/** Places whose names the tables would write as words, or as they were of old. */
const PLACES = '石拐区 凌河区 慈溪 兰溪 湖里区 仙游县 资溪县 沾化 浚县 竹溪县 辰溪县 郁南县 游仙区 沾益 澄江市 个旧 麟游县'.split(' ');

/**
 * In the script that a reader asked for; as it is where they asked for none. `people`: names in either script that the
 * text may hold, which are converted as names, so that a person is called the same in every text.
 */
export function toScript(text: string, script: 'simplified' | 'traditional' | null | undefined, people: readonly string[] = []): string {
  if (!script) return text;
  if (script === 'simplified') return toSimplified(text);
  const spans = namesIn(text, people);
  let out = '';
  let at = 0;
  for (const { start, end, convert } of spans) {
    if (start < at) continue;
    out += toTraditional(text.slice(at, start)) + convert(text.slice(start, end));
    at = end;
  }
  return out + toTraditional(text.slice(at));
}

/** Where a text has names of people and of the places that need care, in order. */
function namesIn(text: string, people: readonly string[]): { start: number; end: number; convert: (name: string) => string }[] {
  const folded = people.length > 0 ? fold(text) : text;
  const spans = [];
  const kinds = [
    [people.map(fold), folded, personToTraditional],
    [PLACES, text, placeToTraditional],
  ] as const;
  for (const [names, where, convert] of kinds) {
    for (const name of names) {
      if (name === '') continue;
      for (let start = where.indexOf(name); start >= 0; start = where.indexOf(name, start + name.length))
        spans.push({ start, end: start + name.length, convert });
    }
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}
