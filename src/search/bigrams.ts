/** 2^20 buckets of two bytes: 2 MB, and few collisions up to some hundred thousand different pairs. */
const BUCKETS = 1 << 20;
const HAN_OR_WORD = /[\p{L}\p{N}]/u;
const isWordUnit = new Uint8Array(1 << 16).fill(2);

function wordUnit(unit: number): boolean {
  if (isWordUnit[unit] === 2) isWordUnit[unit] = HAN_OR_WORD.test(String.fromCharCode(unit)) || (unit >= 0xd800 && unit < 0xe000) ? 1 : 0;
  return isWordUnit[unit] === 1;
}

/** The pair of units at `i` as one number, or -1 where it is not inside a run of letters and digits. */
export function pairAt(folded: string, i: number): number {
  const first = folded.charCodeAt(i);
  const second = folded.charCodeAt(i + 1);
  return wordUnit(first) && wordUnit(second) ? first * 65536 + second : -1;
}

/** The different pairs of neighbouring characters in a folded text. */
export function pairsOf(folded: string): Set<number> {
  const pairs = new Set<number>();
  for (let i = 0; i + 1 < folded.length; i++) {
    const pair = pairAt(folded, i);
    if (pair >= 0) pairs.add(pair);
  }
  return pairs;
}

/**
 * In how many passages a pair of characters stands, by hashed counts: pairs that share a bucket share a count, which
 * makes a rare pair seem a little more common and nothing else. Words are cut differently in a question and in an
 * article; pairs of characters are not.
 */
export class PairFrequencies {
  readonly #counts = new Uint32Array(BUCKETS);

  count(pairs: ReadonlySet<number>): void {
    for (const pair of pairs) this.#counts[bucket(pair)]!++;
  }

  of(pair: number): number {
    return this.#counts[bucket(pair)]!;
  }
}

function bucket(pair: number): number {
  // Multiplicative hashing (Knuth, vol. 3, 6.4): the high bits of a product with 2^32 over the golden ratio.
  return Math.imul((pair % 4294967296) ^ Math.floor(pair / 65536), 0x9e3779b1) >>> 12;
}
