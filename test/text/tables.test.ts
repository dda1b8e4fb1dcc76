import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { en } from '../../src/text/en.ts';
import { LOCALES, localeOf, text } from '../../src/text/index.ts';
import { zhCN } from '../../src/text/zh-CN.ts';
import { zhTW } from '../../src/text/zh-TW.ts';

const places = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

describe.each([['zh-TW', zhTW], ['en', en]])('the table of %s', (_, table) => {
  it('has the keys of the others, none empty', () => {
    expect(Object.keys(table).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => table[key].trim() === '')).toEqual([]);
  });

  it('has the same places to fill', () => {
    for (const key of keys) expect({ key, places: places(table[key]) }).toEqual({ key, places: places(zhCN[key]) });
  });
});

it('the Simplified table is in Simplified', () => {
  for (const key of keys) expect(fold(zhCN[key])).toBe(fold(fold(zhCN[key])));
  expect(keys.filter((key) => zhCN[key].trim() === '')).toEqual([]);
});

describe('text', () => {
  it('fills its places, and leaves one visible that has no value', () => {
    expect(text('en', 'view.none', { query: '修路' })).toBe('Nothing was found for “修路”.');
    expect(text('zh-CN', 'view.none')).toContain('{query}');
  });

  it('does not read patterns in the values', () => {
    expect(text('zh-CN', 'view.none', { query: '$& {query}' })).toContain('$& {query}');
  });
});

it.each([
  ['zh-CN', 'zh-CN'], ['zh_CN.UTF-8', 'zh-CN'], ['zh', 'zh-CN'], ['zh-Hant', 'zh-TW'], ['zh-TW', 'zh-TW'], ['zh_HK.UTF-8', 'zh-TW'], ['en-GB', 'en'], ['de', 'en'], ['C', 'en'], ['', 'en'], [null, 'en'], [undefined, 'en'],
])('a reader with %s reads %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
  expect(LOCALES).toContain(localeOf(tag));
});
