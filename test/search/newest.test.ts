import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../src/search/rank/newest.ts';
import { onlyForecasts } from '../../src/search/rank/forecast.ts';
import type { Hit } from '../../src/search/quote/excerpt.ts';

interface Fit {
  score: number;
  unmet?: number;
  kind?: number;
  met?: number;
}

/** A hit of the article of that number, of which only what the order depends on is given. */
const hit = (article: number, { score, unmet = 0, kind = 1, met = 0 }: Fit) =>
  ({ article, score, unmet: Array.from({ length: unmet }), excerpt: { features: { kind, met } } }) as unknown as Hit;

const DAYS = [['2021-01-01'], ['2022-05-01', '2020-01-01'], ['2020-02-02', '2023-03-03'], []];
const order = (...fits: Fit[]) =>
  newestFirst(
    fits.map((fit, article) => hit(article, fit)),
    (article) => DAYS[article]!,
  ).map(({ article }) => article);

describe('the newest of equal fits', () => {
  it('come first, by the latest of their days, those without a day last', () => {
    expect(order({ score: 1 }, { score: 0.9 }, { score: 0.8 }, { score: 0.95 })).toEqual([2, 1, 0, 3]);
  });

  it('keep their order where their days are the same', () => {
    const same = newestFirst([hit(5, { score: 1 }), hit(3, { score: 0.9 }), hit(4, { score: 0.8 })], () => ['2021-01-01']);
    expect(same.map(({ article }) => article)).toEqual([5, 3, 4]);
  });

  it('are not those that fit clearly worse', () => {
    expect(order({ score: 1 }, { score: 0.8 }, { score: 0.69 })).toEqual([1, 0, 2]);
  });

  it('are not those that hold less, or lack what is asked for', () => {
    expect(order({ score: 1 }, { score: 1, unmet: 1 })).toEqual([0, 1]);
    expect(order({ score: 1 }, { score: 1, kind: 0 })).toEqual([0, 1]);
    expect(order({ score: 1, met: 1 }, { score: 1 })).toEqual([0, 1]);
    expect(order({ score: 1, unmet: 1, kind: 0 }, { score: 1 })).toEqual([1, 0]);
  });

  it('of nothing are nothing', () => {
    expect(order()).toEqual([]);
  });
});

describe('a forecast', () => {
  it('tells what may come to a question that asks for what is', () => {
    expect(onlyForecasts('大桥何时建成', '大桥预计明年建成')).toBe(true);
    expect(onlyForecasts('大桥何时建成', '大桥去年建成')).toBe(false);
  });

  it('answers a question about what may come', () => {
    expect(onlyForecasts('大桥将何时建成', '大桥预计明年建成')).toBe(false);
    expect(onlyForecasts('大桥计划何时建成', '大桥预计明年建成')).toBe(false);
    expect(onlyForecasts('大桥会不会建成', '大桥有望建成')).toBe(false);
  });
});
