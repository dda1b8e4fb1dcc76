import { PairFrequencies } from '../../search/index/bigrams.ts';
import type { Statistics, TermFrequency } from '../../search/index/statistics.ts';

/** So many of the most frequent terms are kept as they are spelled: near queries are made of them. */
const MOST_SPELLED = 60_000;
const SPELLED = /^\p{Script=Han}{2,6}$/u;
const TWO_32 = 4294967296;

/** What a build's statistics are written as: some plain numbers, and bytes. */
export interface StatisticsParts {
  passages: number;
  meanLength: number;
  bytes: Record<'hashes' | 'frequencies' | 'pairs' | 'characters' | 'spelled', Uint8Array>;
}

/**
 * The statistics of a collection that lies elsewhere, in constant memory a term: terms are known by hashes of 53 bits, sorted, twelve bytes
 * each with its count (two of 14 million terms share one with a chance of one in a hundred). Counters that terms share would take less
 * and are never quite right; these are exact.
 */
export class ClusterStatistics implements Statistics {
  constructor(
    readonly passages: number,
    readonly meanLength: number,
    readonly pairs: PairFrequencies,
    private readonly hashes: Float64Array,
    private readonly frequencies: Uint32Array,
    private readonly spelled: readonly TermFrequency[],
  ) {}

  frequencyOf(term: string): number {
    const wanted = hashOf(term);
    let low = 0;
    let high = this.hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.hashes[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return this.hashes[low] === wanted ? this.frequencies[low]! : 0;
  }

  *frequent(most: number, wanted: (term: string) => boolean): Generator<void, readonly TermFrequency[]> {
    yield;
    return this.spelled.filter(({ term }) => wanted(term)).slice(0, most);
  }

  static read({ passages, meanLength, bytes }: StatisticsParts): ClusterStatistics {
    const spelled = (JSON.parse(Buffer.from(bytes.spelled).toString('utf8')) as [string, number][]).map(([term, frequency]) => ({
      term,
      frequency,
    }));
    const pairs = new PairFrequencies(new Uint32Array(aligned(bytes.pairs)), new Uint32Array(aligned(bytes.characters)));
    return new ClusterStatistics(
      passages,
      meanLength,
      pairs,
      new Float64Array(aligned(bytes.hashes)),
      new Uint32Array(aligned(bytes.frequencies)),
      spelled,
    );
  }
}

/** Bytes at a place where numbers of any size may begin. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Counts what statistics are made of, some articles after the other. */
export class StatisticsCounter {
  readonly #terms = new Map<string, number>();
  #pairs: Uint32Array | null = null;
  #characters: Uint32Array | null = null;
  #passages = 0;
  #words = 0;

  /** @param lengths words of each passage */
  add(terms: readonly (readonly [string, number])[], pairs: Uint32Array, characters: Uint32Array, lengths: readonly number[]): void {
    for (const [term, passages] of terms) this.#terms.set(term, (this.#terms.get(term) ?? 0) + passages);
    this.#pairs = summed(this.#pairs, pairs);
    this.#characters = summed(this.#characters, characters);
    this.#passages += lengths.length;
    for (const length of lengths) this.#words += length;
  }

  finish(): StatisticsParts {
    const hashed = [...this.#terms].map(([term, frequency]): [number, number] => [hashOf(term), frequency]).sort((a, b) => a[0] - b[0]);
    const spelled = [...this.#terms]
      .filter(([term]) => SPELLED.test(term))
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_SPELLED);
    return {
      passages: this.#passages,
      meanLength: this.#passages === 0 ? 0 : this.#words / this.#passages,
      bytes: {
        hashes: bytesOf(Float64Array.from(hashed, ([hash]) => hash)),
        frequencies: bytesOf(Uint32Array.from(hashed, ([, frequency]) => frequency)),
        pairs: bytesOf(this.#pairs ?? new Uint32Array(0)),
        characters: bytesOf(this.#characters ?? new Uint32Array(0)),
        spelled: Buffer.from(JSON.stringify(spelled)),
      },
    };
  }
}

function bytesOf(array: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function summed(all: Uint32Array | null, some: Uint32Array): Uint32Array {
  if (!all) return some.slice();
  for (let i = 0; i < some.length; i++) all[i]! += some[i]!;
  return all;
}

/** 53 bits of two hashes by multiplication (FNV-1a, two offsets), each mixed as MurmurHash3 ends. */
export function hashOf(term: string): number {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b) ^ (other >>> 13);
  }
  return (mixed(other) >>> 11) * TWO_32 + (mixed(one) >>> 0);
}

function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
