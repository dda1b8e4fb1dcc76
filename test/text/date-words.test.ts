import { expect, it } from 'vitest';
import { dateWords } from '../../src/text/date-words.ts';
import { shortDate } from '../../src/text/short-date.ts';

const date = { text: '5月25日', iso: null, basis: 'unknown' as const, evidence: null, evidence_code: { code: 'no-year', values: {} } };

it('a date tells how it is known, in the reader’s language', () => {
  expect(dateWords('zh-CN', { ...date, text: '2018年5月25日', iso: '2018-05-25', basis: 'explicit' })).toBe('2018年5月25日（原文所印）');
  expect(dateWords('en', date)).toMatch(/^25 May \(.*year/i);
  expect(dateWords('zh-TW', { ...date, text: '' })).toBe('日期不詳');
});

it('a date tells what the page says against it', () => {
  const conflicts = [
    { from: 'page', text: '2018-05-26', iso: '2018-05-26' },
    { from: 'this-year', text: '2017年目标', iso: '2017-05-25' },
  ];
  expect(dateWords('zh-CN', { ...date, conflicts })).toMatch(/〔说法不一：页面另印 2018-05-26；据“今年”与“2017年目标”应为 2017-05-25〕$/);
  expect(dateWords('en', { ...date, conflicts: [] })).toBe(dateWords('en', date));
});

it('a short date reads as the reader’s language, in English with the day before the month', () => {
  const after = { ...date, text: '7月4日', evidence_code: { code: 'after-year', values: { year: 2017 } } };
  expect(shortDate('en', after)).toBe('4 July, year unknown, after 2017');
  expect(shortDate('zh-CN', after)).toBe('7月4日（年份不详，晚于 2017 年）');
  expect(shortDate('en', { ...after, iso: '2018-07-04', basis: 'inferred', evidence_code: null })).toBe('4 July 2018, year inferred');
  expect(shortDate('en', { ...after, text: '2020年2月24日', basis: 'explicit' })).toBe('24 February 2020 (as printed)');
  for (const text of ['13月4日', '7月4日下午', '2018-05-25']) expect(shortDate('en', { ...after, text })).toContain(text);
});
