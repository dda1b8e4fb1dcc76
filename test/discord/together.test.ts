import { describe, expect, it } from 'vitest';
import search from '../../commands/search.ts';
import { commandUse } from '../../src/discord/outgoing/run-command.ts';
import { judgedOf } from '../../src/discord/outgoing/vote.ts';
import { view } from '../../src/discord/views/index.ts';
import { together } from '../../src/discord/views/together.ts';
import { ARTICLE, result } from './fake-replies.ts';
import { context, searchReply } from './fakes.ts';

const of = (id: string, at: number) => ({ ...result(at), article: { ...ARTICLE, id, title: `题目${id}` } });
const results = [of('a', 0), of('b', 1), of('a', 2), of('a', 3), of('a', 4)];
const articles = [
  { id: 'a', passages: 6 },
  { id: 'b', passages: 1 },
  { id: 'c', passages: 2 },
];

it('passages of one article stand together, three at most, and the rest is counted', () => {
  const found = together({ results, articles });
  expect(found.results.map(({ article }) => article.id)).toEqual(['a', 'a', 'a', 'b']);
  expect([...found.more]).toEqual([['a', 3]]);
});

describe('a search', () => {
  const { embeds } = view(searchReply({ results, articles, total: 9 }), context());

  it('has the title of an article once and its source once', () => {
    expect(embeds.map(({ title }) => title)).toEqual(['1 · 题目a', '2', '3', '4 · 题目b']);
    expect(embeds.map(({ footer }) => footer !== undefined)).toEqual([false, false, true, true]);
  });

  it('says behind the last passage how many more there are', () => {
    expect(embeds.map(({ description }) => description!.includes('本文另有 3 段'))).toEqual([false, false, true, false]);
    expect(JSON.stringify(embeds)).not.toContain('本文另有 0 段');
  });
});

it('a vote is about the quotes that stood there, in their order', () => {
  const use = commandUse(search, { query: '旅游扶贫' }, 'zh-CN', { server: null, channel: null, user: null });
  const judged = judgedOf(use, searchReply({ results, articles, total: 9 }), 'r');
  expect(judged!.shown.map(({ article }) => article)).toEqual(['a', 'a', 'a', 'b']);
});
