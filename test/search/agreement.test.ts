import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, type Claim } from '../../src/search/rank/agreement.ts';
import { SearchEngine } from '../../src/search/engine.ts';

const TEXTS = ['北湖新桥的名字,居民议论纷纷。', '北湖新桥定名望江桥。', '昨天,望江桥在北湖通车。', '北湖的荷花开了。'];
const { index } = SearchEngine.build(TEXTS.map((text) => ({ title: '', titleBasis: 'derived', text })));
const whole = (article: number, score = 2): Claim => ({ article, score, start: 0, end: TEXTS[article]!.length });
const claim = fc
  .record({ article: fc.nat(TEXTS.length - 1), score: fc.double({ min: 0, max: 3, noNaN: true }), end: fc.integer({ min: 1, max: 9 }) })
  .map((one): Claim => ({ ...one, start: 0 }));

describe('agreement', () => {
  it('counts what two articles say and the question does not', () => {
    const [name, first, second, flowers] = agreement(
      index,
      '北湖新桥叫什么',
      TEXTS.map((_, article) => whole(article)),
    );
    expect(first).toBeGreaterThan(0);
    expect(second).toBeCloseTo(first!);
    expect(name).toBe(0);
    expect(flowers).toBe(0);
  });

  it('does not count the words of the question', () => {
    expect(agreement(index, '北湖望江桥在哪里', [whole(1), whole(2)])).toEqual([0, 0]);
  });

  it('gives those that fit worse less say, and those far behind none', () => {
    const beside = (score: number) => agreement(index, '北湖', [whole(1), whole(2, score)])[0]!;
    expect(beside(1.8)).toBeGreaterThan(beside(1.5));
    expect(beside(1.5)).toBeGreaterThan(0);
    expect(beside(1)).toBe(0);
  });

  it('is nothing within one article, however often it says so', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 6 }), (claims) => {
        const same = claims.map((one) => ({ ...one, article: 1 }));
        expect(agreement(index, '北湖', same)).toEqual(same.map(() => 0));
      }),
    );
  });

  it('does not depend on the order of the claims, and is never negative', () => {
    fc.assert(
      fc.property(fc.uniqueArray(claim, { maxLength: 6, selector: ({ score }) => score }), (claims) => {
        const found = agreement(index, '北湖', claims);
        const turned = agreement(index, '北湖', [...claims].reverse()).reverse();
        found.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeCloseTo(turned[i]!, 9);
        });
      }),
    );
  });
});
