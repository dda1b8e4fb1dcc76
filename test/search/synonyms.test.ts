import { describe, expect, it } from 'vitest';
import { fold, toTraditional } from '../../src/language/script.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import { SYNONYM_GROUPS } from '../../src/search/question/synonyms.ts';

const ALL = () => true;
const article = (text: string) => ({ title: '', titleBasis: 'derived' as const, text });
const engineOf = (...texts: string[]) => SearchEngine.build(texts.map(article));

describe('a word that no article has', () => {
  const engine = engineOf('全市召开旅游扶贫工作推进会。', '县里种植苹果，农户卖水果。');

  it.each([
    ['减贫', 0],
    [toTraditional('减贫'), 0],
    ['举办', 0],
    ['农牧民', 1],
  ])('%s is looked for by its synonyms', (query, found) => {
    expect(engine.search(query, 10, ALL).hits.map((hit) => hit.article)).toEqual([found]);
  });

  it.each(['贫困', '游客', '合作社'])('%s, which is only related, finds nothing', (query) => {
    expect(engine.search(query, 10, ALL).total).toBe(0);
  });

  it('is marked where its synonym stands', () => {
    expect(engine.search('减贫', 10, ALL).question.terms).toEqual(['扶贫']);
  });
});

it('a word that an article has is looked for alone', () => {
  const engine = engineOf('全市召开旅游扶贫工作推进会。', '全市召开脱贫总结会。');
  expect(engine.search('扶贫', 10, ALL).hits.map((hit) => hit.article)).toEqual([0]);
});

describe('the table', () => {
  const all = SYNONYM_GROUPS.flat();

  it('has each word once, folded', () => {
    expect(new Set(all).size).toBe(all.length);
    for (const word of all) expect(fold(word)).toBe(word);
  });

  it('has at least two words a group', () => {
    for (const group of SYNONYM_GROUPS) expect(group.length).toBeGreaterThan(1);
  });
});
