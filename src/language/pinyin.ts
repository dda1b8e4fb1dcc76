import { createRequire } from 'node:module';
import type * as PinyinPro from 'pinyin-pro';

/** Loaded when something is first to be spelled: its tables take 0.2 s. */
let loaded: typeof PinyinPro | undefined;
function read(text: string, surname: 'all' | 'off' = 'off'): string[] {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro;
  return loaded.pinyin(text, { toneType: 'none', type: 'array', v: true, surname }).map((syllable) => syllable.toLowerCase());
}

const characters = new Map<string, string>();
const surnames = new Map<string, string>();
const words = new Map<string, readonly string[]>();
const MOST_WORDS = 100_000;

function reading(known: Map<string, string>, character: string, surname: 'all' | 'off'): string {
  let syllable = known.get(character);
  if (syllable === undefined) known.set(character, (syllable = read(character, surname).join('')));
  return syllable;
}

/** The toneless syllables of a word, one a character, `ü` as `v` (旅游 → lv, you); other characters stand for themselves. */
export function syllables(word: string): string[] {
  return [...word].map((character) => reading(characters, character, 'off'));
}

/** The same of a person's name: its first character is read as a surname (单 shan, 曾 zeng). */
export function syllablesOfPerson(name: string): string[] {
  return [...name].map((character, i) => (i === 0 ? reading(surnames, character, 'all') : reading(characters, character, 'off')));
}

/** The same of a word or place that is read as a whole: 重庆 chong, qing, not zhong. */
export function syllablesOfWord(word: string): readonly string[] {
  let known = words.get(word);
  if (!known) {
    const whole = read(word);
    known = whole.length === [...word].length ? whole : syllables(word);
    // What people type is spelled too; that must not grow without end.
    if (words.size < MOST_WORDS) words.set(word, known);
  }
  return known;
}

/** The syllables as one text in which those that many speakers and keyboards do not tell apart are alike: zh/z, n/l, ing/in. */
export function blurred(spelled: readonly string[]): string {
  return spelled
    .map((syllable) =>
      syllable
        .replace(/^([zcs])h/, '$1')
        .replace(/^n/, 'l')
        .replace(/ng$/, 'n'),
    )
    .join(' ');
}
