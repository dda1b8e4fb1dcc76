import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { en } from '../../src/text/en.ts';
import { LOCALES, localeOf, localeOfEnvironment, noteTexts, rejectionText, text } from '../../src/text/index.ts';
import { zhCN } from '../../src/text/zh-CN.ts';
import { zhTW } from '../../src/text/zh-TW.ts';

const places = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

describe.each([
  ['zh-TW', zhTW],
  ['en', en],
])('the table of %s', (_, table) => {
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

/** Names, units and endings that Chinese readers write in Latin letters too; variables and endings are told by their form. */
const LATIN = new Set(
  [
    'Discord OpenSearch Node SQLite libsql npm ci Ctrl C NODE_OPTIONS max-old-space-size MB KB',
    'JSON Lines CSV PDF Word RSS Atom OCR YAML UTF GB Big HZ ISO',
  ].flatMap((line) => line.split(' ')),
);
/** They show what is written in a file: its fields have these names. `trash` is a folder; the greeting is of a terminal. */
const LITERAL = new Set(['refusal.field-id', 'refusal.front-matter-no-fields', 'refusal.no-heading', 'view.remove', 'console.greeting']);

it.each([
  ['zh-CN', zhCN],
  ['zh-TW', zhTW],
])('the table of %s has no word in Latin letters that a reader would not write so', (_, table) => {
  const odd = keys.flatMap((key) => {
    if (LITERAL.has(key)) return [];
    const words =
      table[key]
        .replace(/\{[^}]*\}|\b[A-Z]+(?:_[A-Z]+)+\b|\.[a-z]+(?:\.[a-z]+)?\b|--corpus|zhaiyin\.db/g, ' ')
        .match(/[A-Za-z][A-Za-z-]*/g) ?? [];
    return words
      .map((word) => word.replace(/-$/, ''))
      .filter((word) => !LATIN.has(word))
      .map((word) => `${key}: ${word}`);
  });
  expect(odd).toEqual([]);
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
  ['zh-CN', 'zh-CN'],
  ['zh_CN.UTF-8', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-TW', 'zh-TW'],
  ['zh_HK.UTF-8', 'zh-TW'],
  ['en-GB', 'en'],
  ['de', 'en'],
  ['C', 'en'],
  ['', 'en'],
  [null, 'en'],
  [undefined, 'en'],
])('a reader with %s reads %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
  expect(LOCALES).toContain(localeOf(tag));
});

it.each([
  [{}, 'zh-CN'],
  [{ LANG: '' }, 'zh-CN'],
  [{ LANG: 'C' }, 'zh-CN'],
  [{ LANG: 'C.UTF-8' }, 'zh-CN'],
  [{ LC_ALL: 'POSIX', LANG: 'en_GB.UTF-8' }, 'zh-CN'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'cs_CZ.UTF-8' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en' }, 'zh-TW'],
  [{ LC_ALL: 'en', LANG: 'zh_CN' }, 'en'],
])('a program in a terminal with %j speaks %s', (env, locale) => {
  expect(localeOfEnvironment(env)).toBe(locale);
});

it('what is refused is told in the reader’s language, with its line where it has one', () => {
  const refused = { file: 'a.jsonl', line: 3, code: 'field-missing', values: { field: 'text' } } as const;
  expect(LOCALES.map((locale) => rejectionText(locale, refused))).toEqual([
    'a.jsonl 第 3 行：缺少字段 text',
    'a.jsonl 第 3 行：缺少欄位 text',
    'a.jsonl, line 3: the field text is missing',
  ]);
  expect(rejectionText('zh-CN', { ...refused, line: null })).toBe('a.jsonl：缺少字段 text');
});

it('the days of a note are said in the reader’s language, beside what else narrowed the search', () => {
  const note = (values: Record<string, string>) =>
    LOCALES.map((locale) => noteTexts(locale, 'nothing_within_filters', { filters: '?', ...values })[0]);
  expect(note({ named: '雅安', from: '', to: '2017' })).toEqual([
    '没有一篇文章符合所选的条件（雅安、至 2017）。',
    '沒有一篇文章符合所選的條件（雅安、至 2017）。',
    'No article fits the conditions given (雅安, until 2017).',
  ]);
  expect(note({ named: '', from: '2016', to: '2017' })[2]).toBe('No article fits the conditions given (2016 to 2017).');
  expect(note({ named: '雅安', filters: '雅安', from: '', to: '' })[0]).toContain('（雅安）');
});
