import { syllables, syllablesOfPerson, syllablesOfWord } from '../language/pinyin.ts';
import { words } from '../language/segment.ts';
import type { Spelling } from '../search/name-index.ts';

/** How a region is called when it is typed. */
export function spelledRegion(name: string): Spelling {
  return everywhere(syllablesOfWord(name));
}

/** How a person is: the first character is read as a surname. */
export function spelledPerson(name: string): Spelling {
  return everywhere(syllablesOfPerson(name));
}

/** Short names may be typed from any of their syllables on. */
function everywhere(spelled: readonly string[]): Spelling {
  const bare = spelled.map((syllable) => syllable.replace(/[^a-z0-9]/g, ''));
  return { syllables: bare, starts: bare.flatMap((syllable, i) => (syllable === '' ? [] : i)) };
}

/** Headlines are typed from the beginning of a word on. */
export function spelledTitle(name: string): Spelling {
  const spelled: string[] = [];
  const starts: number[] = [];
  for (const word of words(name)) {
    const own = (word.length === 1 ? syllables(word) : syllablesOfWord(word)).map((syllable) => syllable.replace(/[^a-z0-9]/g, ''));
    if (own.some((syllable) => syllable !== '')) starts.push(spelled.length);
    spelled.push(...own);
  }
  return { syllables: spelled, starts };
}
