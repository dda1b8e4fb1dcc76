import { describe, expect, it } from 'vitest';
import { gbtReference, plainReference } from '../../src/text/citation.ts';

const DAY = '2026-01-02';
const explicit = { text: '2018年5月25日', iso: '2018-05-25', basis: 'explicit' as const, evidence_code: null };
const inferred = { text: '5月25日', iso: '2018-05-25', basis: 'inferred' as const, evidence_code: { code: 'related-stamps', values: {} } };
const yearless = { text: '5月25日', iso: null, basis: 'unknown' as const, evidence_code: { code: 'no-year', values: {} } };
const article = {
  title: '雅安市\n召开会议',
  title_basis: 'stated' as const,
  source: '雅安日报',
  url: null,
  published: explicit,
  event: null,
};
const online = { ...article, url: 'https://example.com/1' };

describe('a reference by GB/T 7714', () => {
  it.each([
    ['of a paper', article, '雅安市 召开会议[N]. 雅安日报, 2018-05-25.'],
    ['of a page', online, '雅安日报. 雅安市 召开会议[EB/OL]. (2018-05-25)[2026-01-02]. https://example.com/1.'],
    ['of an inferred year', { ...article, published: inferred }, '雅安市 召开会议[N]. 雅安日报, [2018-05-25].'],
    [
      'of an unknown year',
      { ...online, published: yearless },
      '雅安日报. 雅安市 召开会议[EB/OL]. ([5月25日，年份不详])[2026-01-02]. https://example.com/1.',
    ],
    ['without a day', { ...article, published: null, event: explicit }, '雅安市 召开会议[N]. 雅安日报, [日期不详].'],
    ['with an empty day', { ...article, published: { ...yearless, text: '' } }, '雅安市 召开会议[N]. 雅安日报, [日期不详].'],
    ['without a source', { ...article, source: null }, '雅安市 召开会议[N]. [来源不详], 2018-05-25.'],
    ['of a page without a source', { ...online, source: null }, '雅安市 召开会议[EB/OL]. (2018-05-25)[2026-01-02]. https://example.com/1.'],
    ['with a title taken from the text', { ...article, title_basis: 'derived' as const }, '[雅安市 召开会议][N]. 雅安日报, 2018-05-25.'],
  ])('%s', (_, cited, expected) => expect(gbtReference('zh-CN', cited, DAY)).toBe(expected));

  it('says in the reader’s language what is unknown', () => {
    const unknown = { ...article, source: null, published: null };
    expect(gbtReference('en', unknown, DAY)).toBe('雅安市 召开会议[N]. [source unknown], [date unknown].');
    expect(gbtReference('zh-TW', unknown, DAY)).toBe('雅安市 召开会议[N]. [來源不詳], [日期不詳].');
  });
});

describe('a reference in words', () => {
  it.each([
    ['explicit', article, '「话」\n——《雅安市 召开会议》，雅安日报，2018年5月25日'],
    ['inferred', { ...article, published: inferred }, '「话」\n——《雅安市 召开会议》，雅安日报，2018年5月25日（年份据同页文章推定）'],
    [
      'of the event alone',
      { ...article, published: null, event: explicit },
      '「话」\n——《雅安市 召开会议》，雅安日报，所记之事：2018年5月25日',
    ],
    ['unknown', { ...online, published: null, source: null }, '「话」\n——《雅安市 召开会议》，来源不详，日期不详 https://example.com/1'],
    ['derived', { ...article, title_basis: 'derived' as const }, '「话」\n——《雅安市 召开会议》（标题取自正文），雅安日报，2018年5月25日'],
  ])('%s', (_, cited, expected) => expect(plainReference('zh-CN', cited, '话')).toBe(expected));

  it('has the year of an article before the day of its event, and no quote where there is none', () => {
    expect(plainReference('en', { ...online, event: inferred }, '')).toBe(
      '— 雅安市 召开会议. 雅安日报. 2018年5月25日 https://example.com/1',
    );
  });
});
