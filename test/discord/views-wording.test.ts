import { expect, it } from 'vitest';
import { placeAmong } from '../../src/discord/views/script.ts';
import { view } from '../../src/discord/views/index.ts';
import { daysText } from '../../src/text/index.ts';
import { articleReply, context } from './fakes.ts';

const CITY = { path: ['四川省', '雅安市'] };
const DISTRICT = { path: ['四川省', '雅安市', '雨城区'] };

it('a place among others is not behind one that is named anyway', () => {
  expect(placeAmong('zh-CN', DISTRICT.path, [CITY, DISTRICT])).toBe('雨城区');
  expect(placeAmong('zh-CN', DISTRICT.path, [DISTRICT])).toBe('雅安市 › 雨城区');
  expect(placeAmong('zh-TW', DISTRICT.path, [DISTRICT], '')).toBe('雅安市雨城區');
});

it('a stretch of days reads as the reader’s language, with an end or both', () => {
  expect(daysText('zh-CN', '2017', '2018-05')).toBe('2017 至 2018-05');
  expect(daysText('zh-TW', '2017', '')).toBe('2017 起');
  expect(daysText('en', '', '2017')).toBe('until 2017');
});

it('an article begins with what it is, and its id comes last', () => {
  const { content } = view(articleReply('一段。', 'article7'), context());
  expect(content.split('\n')[0]).toBe('全文');
  expect(content.split('\n').at(-1)).toBe('-# 编号 article7');
});
