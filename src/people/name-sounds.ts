import { pinyin } from 'pinyin-pro';

/** How a name sounds, without tones: `syllables` in order, and their first letters. */
export interface NameSound { syllables: string[]; whole: string; initials: string }

const surnames = new Map<string, string>();
const characters = new Map<string, string>();

function syllable(cache: Map<string, string>, character: string, surname: 'all' | 'off'): string {
  let sound = cache.get(character);
  if (sound === undefined) {
    sound = pinyin(character, { toneType: 'none', surname, v: true, nonZh: 'consecutive' }).toLowerCase();
    cache.set(character, sound);
  }
  return sound;
}

/** The sound of a folded name; a surname is read as a surname (单 shan, 曾 zeng). */
export function soundOf(name: string): NameSound {
  const syllables = [...name].map((character, i) => (i === 0 ? syllable(surnames, character, 'all') : syllable(characters, character, 'off')));
  return { syllables, whole: syllables.join(''), initials: syllables.map((sound) => sound[0] ?? '').join('') };
}
