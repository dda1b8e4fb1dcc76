import { FOLLOWERS } from '../../src/people/data/followers.ts';
import { SEPARATORS } from '../../src/people/data/phrases.ts';
import { TITLE_HEADS, type TitleKind } from '../../src/people/data/titles.ts';
import type { LabelledText } from './labels.ts';
import type { NameSource } from './name-source.ts';
import type { Randomness } from './randomness.ts';
import type { WordSource } from './word-source.ts';

/** A text with one title to decide: whose it is, and where its head ends. */
export interface Exercise {
  text: string;
  /** Null where the title is nobody's. */
  gold: { start: number; end: number } | null;
  head: number;
}

/** How much of a passage stands around a name. */
const AROUND = 60;
/** Share of names that get a word behind them that follows names in the news. */
const SPOKEN = 0.3;
/** Share of names that give way to a word that is none, on either side of a title. */
const NOBODY = 0.1;
const KINDS: TitleKind[] = ['office', 'office', 'office', 'office', 'company', 'learning', 'other', 'press'];

/**
 * Names of the passages set beside titles: each name that begins its clause gets a title before it, some get one behind;
 * most names are exchanged for others, everywhere in what stands around.
 */
export function* exercises(
  texts: readonly LabelledText[],
  titles: readonly string[],
  names: NameSource,
  words: WordSource,
  random: Randomness,
): Generator<Exercise> {
  const title = (): string => {
    const head = random.pick(TITLE_HEADS[random.pick(KINDS)]);
    const die = random.next();
    if (die < 0.6) return random.pick(titles);
    return die < 0.75 ? head : random.pick(titles).slice(0, 6) + head;
  };
  for (const { text, starts, sure } of texts) {
    for (const [start, end] of starts) {
      if (!sure.has(start) || text.slice(start, end).includes(' ')) continue;
      const left = text[start - 1];
      const begins = left === undefined || SEPARATORS.test(left);
      const old = text.slice(start, end);
      const name = random.next() < 0.75 ? names.next() : old;
      const alone = random.next() < 0.6;
      const from = alone ? clauseStart(text, start) : Math.max(0, start - AROUND * 4);
      const to = Math.min(text.length, end + (alone ? AROUND / 2 : AROUND * 4));
      const before = text.slice(from, start).replaceAll(old, name);
      const behind = text.slice(end, to).replaceAll(old, name);
      if (begins || random.next() < 0.15) {
        const office = title();
        const at = before.length + office.length;
        // The passages tell of lives; in news it is 表示, 同志, 一行 that stand behind a name.
        const rest = random.next() < SPOKEN ? random.pick(FOLLOWERS) + (random.next() < 0.5 ? '，' : '') + behind : behind;
        yield { text: before + office + name + rest, gold: { start: at, end: at + name.length }, head: at };
      }
      if (random.next() < NOBODY) {
        const office = title();
        yield { text: before + office + words.behind() + behind, gold: null, head: before.length + office.length };
      }
      if (random.next() < NOBODY) {
        const office = random.pick(TITLE_HEADS[random.pick(KINDS)]);
        const word = words.before();
        const rest = random.next() < SPOKEN ? random.pick(FOLLOWERS) + behind : behind;
        yield { text: before + word + office + rest, gold: null, head: before.length + word.length + office.length };
      }
      if (random.next() < 0.5 && !/^[、和与及]/.test(behind)) {
        const office = random.pick(TITLE_HEADS[random.pick(KINDS)]);
        const at = before.length;
        yield {
          text: before + name + office + behind,
          gold: { start: at, end: at + name.length },
          head: at + name.length + office.length,
        };
      }
    }
  }
}

function clauseStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < AROUND && !/[。；;！？!?\n]/.test(text[start - 1]!)) start--;
  return start;
}
