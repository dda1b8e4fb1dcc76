import { describe, expect, it } from 'vitest';
import { ClusterStatistics, hashOf, StatisticsCounter } from '../../../src/library/opensearch/statistics.ts';
import { atOnce } from '../../../src/steps/breather.ts';

const BUCKETS = 1 << 20;

function counted(parts: readonly (readonly [string, number])[][]): ClusterStatistics {
  const counter = new StatisticsCounter();
  for (const terms of parts) {
    const pairs = new Uint32Array(BUCKETS);
    pairs[7] = 2;
    counter.add(terms, pairs, new Uint32Array(65536).fill(1), [10, 20]);
  }
  return ClusterStatistics.read(counter.finish());
}

describe('statistics that are written and read', () => {
  const statistics = counted([
    [
      ['旅游', 3],
      ['扶贫', 1],
    ],
    [['旅游', 2]],
  ]);

  it('have in how many passages a term stands, and nought for others', () => {
    expect(statistics.frequencyOf('旅游')).toBe(5);
    expect(statistics.frequencyOf('扶贫')).toBe(1);
    expect(statistics.frequencyOf('公路')).toBe(0);
  });

  it('add up over all parts', () => {
    expect(statistics.passages).toBe(4);
    expect(statistics.meanLength).toBe(15);
    expect(statistics.pairs.counts[7]).toBe(4);
    expect(statistics.pairs.ofCharacter(65)).toBe(2);
  });

  it('have the most frequent terms first, as they are spelled', () => {
    expect(atOnce(statistics.frequent(1, () => true))).toEqual([{ term: '旅游', frequency: 5 }]);
    expect(atOnce(statistics.frequent(5, (term) => term === '扶贫'))).toEqual([{ term: '扶贫', frequency: 1 }]);
  });

  it('tell a hundred thousand terms apart', () => {
    const hashes = new Set<number>();
    for (let i = 0; i < 100_000; i++) hashes.add(hashOf(String.fromCharCode(0x4e00 + (i % 20_000)) + String(i)));
    expect(hashes.size).toBe(100_000);
    for (const hash of hashes) if (!Number.isSafeInteger(hash)) throw new Error(`${hash} is no whole number`);
  });
});
