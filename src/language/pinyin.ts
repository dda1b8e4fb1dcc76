import { pinyin } from 'pinyin-pro';

const readings = new Map<string, string>();

/** The toneless syllables of a word, one a character, `ü` as `v` (旅游 → lv, you); other characters stand for themselves. */
export function syllables(word: string): string[] {
  return [...word].map((character) => {
    let reading = readings.get(character);
    if (reading === undefined) readings.set(character, (reading = pinyin(character, { toneType: 'none', v: true }).toLowerCase()));
    return reading;
  });
}

/** The syllables as one text in which those that many speakers and keyboards do not tell apart are alike: zh/z, n/l, ing/in. */
export function blurred(spelled: readonly string[]): string {
  return spelled.map((syllable) => syllable.replace(/^([zcs])h/, '$1').replace(/^n/, 'l').replace(/ng$/, 'n')).join(' ');
}
