import type { Note } from '../reply.ts';
import type { Collection } from './collection.ts';
import { exampleQuestion } from './example-question.ts';
import { nearRegions } from './regions.ts';

/** What a question that is not in Chinese may be told. */
interface Told {
  note: Note;
  suggestions?: string[];
}

/** Fewer words are a name. */
const FEWEST_WORDS = 3;
/** So many of the first words are looked at for names: every stretch of them is looked up. */
const MOST_WORDS = 12;
/** Syllables of a name may be written apart: Sun Yong Ping. */
const LONGEST_NAME = 3;
/** Shorter ones (he, men, can) are words of English as well. In letters. */
const SHORTEST_NAME = 4;
const MOST_SUGGESTIONS = 5;

/**
 * That the articles are in Chinese, with a question that they answer, and the people and places that the words name in pinyin;
 * null where the question is in Chinese, or only a name.
 */
export async function toldOfChinese(collection: Collection, question: string): Promise<Told | null> {
  const words = question.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  if (/\p{Script=Han}/u.test(question) || words.length < FEWEST_WORDS) return null;
  const names = await namesIn(collection, words.slice(0, MOST_WORDS));
  return {
    note: { code: 'articles_are_chinese', values: { example: (await exampleQuestion(collection)) ?? '谁是市长？' } },
    ...(names.length > 0 ? { suggestions: names } : {}),
  };
}

/** People and places whose names are spelled by words that stand together, the longest stretches first. */
async function namesIn(collection: Collection, words: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  // A word of a name that was found is no other name: Yongping of Sun Yongping is not the county.
  const left: (string | null)[] = words.map((word) => word.replace(/['’]/g, ''));
  for (let length = LONGEST_NAME; length > 0; length--) {
    for (let at = 0; at + length <= left.length; at++) {
      const stretch = left.slice(at, at + length);
      const spelled = stretch.includes(null) ? '' : stretch.join('');
      if (spelled.length < SHORTEST_NAME) continue;
      const names = [...(await collection.people(spelled)).suggestions, ...(await nearRegions(collection, spelled))];
      for (const name of names) found.add(name);
      if (names.length > 0) left.fill(null, at, at + length);
    }
  }
  return [...found].slice(0, MOST_SUGGESTIONS);
}
