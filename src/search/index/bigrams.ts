/** 2^20 buckets of four bytes: 4 MB, and few collisions up to some hundred thousand different pairs. */
const BUCKETS = 1 << 20;
const UNITS = 1 << 16;
const HAN_OR_WORD = /[\p{L}\p{N}]/u;
const isWordUnit = new Uint8Array(UNITS).fill(2);

/** Whether a UTF-16 unit is (part of) a letter, a character or a digit. */
export function wordUnit(unit: number): boolean {
  if (isWordUnit[unit] === 2) isWordUnit[unit] = HAN_OR_WORD.test(String.fromCharCode(unit)) || (unit >= 0xd800 && unit < 0xe000) ? 1 : 0;
  return isWordUnit[unit] === 1;
}

/** The bigram at `i` as one number, or -1 where it is not inside a run of letters and digits. */
export function pairAt(folded: string, i: number): number {
  const first = folded.charCodeAt(i);
  const second = folded.charCodeAt(i + 1);
  return wordUnit(first) && wordUnit(second) ? first * 65536 + second : -1;
}

/**
 * Document frequencies, over passages, of single characters and character bigrams. Bigrams are hashed: those that share a bucket share
 * a count, which only makes a rare one seem a little more common. The tokenizer may cut a question and an article into different
 * words; bigrams do not depend on it.
 */
export class PairFrequencies {
  /**
   * @param counts passages by bucket, as a {@link PairCounter} counted them
   * @param characters passages by UTF-16 unit
   */
  constructor(
    readonly counts: Uint32Array,
    readonly characters: Uint32Array,
  ) {}

  of(pair: number): number {
    return this.counts[bucket(pair)]!;
  }

  ofCharacter(unit: number): number {
    return this.characters[unit]!;
  }
}

/** Counts bigrams, passage by passage. */
export class PairCounter {
  readonly #counts = new Uint32Array(BUCKETS);
  /** By bucket: the last passage that was counted in it, from 1. */
  readonly #last = new Uint32Array(BUCKETS);
  readonly #characters = new Uint32Array(UNITS);
  readonly #lastOfCharacter = new Uint32Array(UNITS);
  #passages = 0;

  /** Counts the characters and bigrams of one more passage, each once. */
  count(folded: string): void {
    this.#passages++;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      if (this.#lastOfCharacter[unit] !== this.#passages) {
        this.#lastOfCharacter[unit] = this.#passages;
        this.#characters[unit]!++;
      }
      const pair = pairAt(folded, i);
      if (pair < 0) continue;
      const place = bucket(pair);
      if (this.#last[place] === this.#passages) continue;
      this.#last[place] = this.#passages;
      this.#counts[place]!++;
    }
  }

  finish(): PairFrequencies {
    return new PairFrequencies(this.#counts, this.#characters);
  }
}

function bucket(pair: number): number {
  // Multiplicative hashing (Knuth, vol. 3, 6.4): the high bits of a product with 2^32 over the golden ratio.
  return Math.imul((pair % 4294967296) ^ Math.floor(pair / 65536), 0x9e3779b1) >>> 12;
}
