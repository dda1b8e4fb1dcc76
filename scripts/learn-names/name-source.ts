import { COMPOUND_SURNAMES, JAPANESE_SURNAMES, NAME_PARTS, SURNAMES } from '../../src/people/data/surnames.ts';
import { dictionary } from './dictionary.ts';
import type { LabelledText } from './labels.ts';
import type { Randomness } from './randomness.ts';

const HAN = /^\p{Script=Han}+$/u;

/** Names of all kinds, to stand where another name stood. */
export class NameSource {
  constructor(
    readonly chinese: string[],
    readonly foreign: string[],
    readonly dotted: string[],
    readonly compound: string[],
    readonly random: Randomness,
  ) {}

  static from(texts: readonly LabelledText[], random: Randomness): NameSource {
    const entries = dictionary();
    const tagged = (tag: string) => entries.filter((entry) => entry.tag === tag).map(({ word }) => word);
    const people = tagged('nr').filter((word) => SURNAMES.has(word[0]!) && (word.length === 2 || word.length === 3));
    const labelled = texts.flatMap(({ text, starts, doubtful }) =>
      [...starts].filter(([start]) => !doubtful.has(start)).map(([start, end]) => text.slice(start, end)),
    );
    return new NameSource(
      [...people, ...labelled.filter((name) => HAN.test(name) && SURNAMES.has(name[0]!) && name.length < 4)],
      [...tagged('nrt').filter((word) => word.length > 1), ...labelled.filter((name) => HAN.test(name) && !SURNAMES.has(name[0]!))],
      labelled.filter((name) => /^[\p{Script=Han}·]+$/u.test(name) && name.includes('·')),
      [...COMPOUND_SURNAMES],
      random,
    );
  }

  /** A name: of China for the most part, in the shares in which news names people with titles, roughly. */
  next(): string {
    const { random } = this;
    const die = random.next();
    if (die < 0.35) return random.pick(this.chinese);
    if (die < 0.7) return this.#made();
    if (die < 0.85) return random.pick(this.foreign);
    if (die < 0.9) return random.pick(this.dotted);
    if (die < 0.94) return random.pick([...JAPANESE_SURNAMES]) + this.#given(random.next() < 0.8 ? 2 : 1);
    if (die < 0.97) return random.pick([...NAME_PARTS]) + random.pick([...NAME_PARTS]);
    return random.pick(this.compound) + this.#given(random.next() < 0.6 ? 2 : 1);
  }

  /** A surname and given characters, each from somebody else. */
  #made(): string {
    return this.random.pick(this.chinese)[0]! + this.#given(this.random.next() < 0.8 ? 2 : 1);
  }

  #given(length: number): string {
    if (length === 1) return this.#one((name) => name.length === 2).slice(1);
    return this.#one((name) => name.length === 3)[1]! + this.#one((name) => name.length === 3)[2]!;
  }

  #one(kept: (name: string) => boolean): string {
    for (;;) {
      const name = this.random.pick(this.chinese);
      if (kept(name)) return name;
    }
  }
}
