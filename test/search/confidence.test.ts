import { describe, expect, it } from 'vitest';
import { confidenceFeatures } from '../../src/search/rank/confidence.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import { weigh } from '../../src/search/rank/rank.ts';

describe('words elsewhere', () => {
  const featuresOf = (titles: readonly [string, string], titleBasis: 'stated' | 'derived' = 'stated') => {
    const engine = SearchEngine.build([
      { title: titles[0], titleBasis, text: '望江桥全长三百二十米,桥面宽度十二米。' },
      { title: titles[1], titleBasis, text: '青禾县的交通局修桥。' },
    ]);
    const { hits, question } = engine.ask('青禾县的望江桥全长和桥面宽度是多少米?', 10, () => true);
    expect(hits.map(({ article }) => article)).toEqual([0, 1]);
    return confidenceFeatures(engine.index, question, weigh(engine.index, question), hits)!;
  };

  it('count where an article of the same title has them', () => {
    expect(featuresOf(['望江桥', '望江桥']).elsewhere).toBeGreaterThan(0);
    expect(featuresOf(['望江桥', '望江桥']).elsewhere).toBeLessThan(1);
  });

  it('do not count in an article of another title, or where titles were only made from the text', () => {
    expect(featuresOf(['望江桥', '道路']).elsewhere).toBe(0);
    expect(featuresOf(['望江桥', '望江桥'], 'derived').elsewhere).toBe(0);
  });
});

describe('what is asked for and not there', () => {
  const featuresOf = (asked: string, text: string) => {
    const engine = SearchEngine.build([{ title: '', titleBasis: 'derived', text }]);
    const { hits, question } = engine.ask(asked, 10, () => true);
    return confidenceFeatures(engine.index, question, weigh(engine.index, question), hits)!;
  };

  it('is a place that none is named of', () => {
    expect(featuresOf('老张在哪里修望江桥?', '老张修了望江桥。').placeless).toBe(1);
    expect(featuresOf('老张在哪里修望江桥?', '老张在郑州修了望江桥。').placeless).toBe(0);
    expect(featuresOf('老张为什么修望江桥?', '老张修了望江桥。').placeless).toBe(0);
  });

  it('is a list, where what is listed has a kind', () => {
    expect(featuresOf('老张吃了哪些蔬菜?', '老张吃了蔬菜。').unlisted).toBe(1);
    expect(featuresOf('老张吃了哪些蔬菜?', '老张吃了蔬菜:白菜、萝卜、菠菜。').unlisted).toBe(0);
    expect(featuresOf('老张采取了哪些措施?', '老张采取了措施。').unlisted).toBe(0);
  });
});
