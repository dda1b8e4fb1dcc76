import { dictionary } from './dictionary.ts';
import type { Randomness } from './randomness.ts';

/** What may stand behind a title that is nobody's (市长热线, 院长作出), and before one (财政部长, 省部级领导). */
const BEHIND = /^(?:v|vn|n|d|a|ad|an|p|b|l|i|nz)$/;
const BEFORE = /^(?:n|ns|nt|nz|j|b|vn|s|l)$/;

/** Words that are no names, the frequent ones more often. */
export class WordSource {
  readonly #behind: string[] = [];
  readonly #before: string[] = [];
  constructor(readonly random: Randomness) {
    for (const { word, frequency, tag } of dictionary()) {
      if (word.length < 2 || frequency < 10) continue;
      // A word counts by the root of its frequency: the commonest must not be all there is.
      const times = Math.ceil(Math.sqrt(frequency) / 10);
      for (let i = 0; i < times; i++) {
        if (BEHIND.test(tag)) this.#behind.push(word);
        if (BEFORE.test(tag)) this.#before.push(word);
      }
    }
  }
  behind(): string {
    return this.random.pick(this.#behind);
  }
  before(): string {
    return this.random.pick(this.#before);
  }
}
