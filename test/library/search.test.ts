import { beforeAll, expect, it } from 'vitest';
import { type Library, openLibrary } from '../../src/library.ts';
import { fold } from '../../src/language/script.ts';
import { page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';
import { JINGMENG, XINXIANG } from './seed-ids.ts';

let seeds: Library;
const row = (id: string, title: string, text: string) => JSON.stringify({ id, title, text });
beforeAll(async () => {
  seeds = await openLibrary('seeds/');
});
const quotes = async (query: string, options = {}) => (await seeds.search(query, options)).results.map(({ quote }) => fold(quote.text));
const madeUp = async () =>
  openLibrary(
    await tempFolder({
      'a.jsonl': page(
        row('bridge', '山村索桥', '索桥昨天修好，村民过河方便。'),
        row('tea', '茶园的消息', '茶园丰收，索桥那边的茶农也来帮忙。'),
        row('school', '小学开学', '孩子们每天走过索桥去上学，小学昨天开学。'),
        row('museum', '瓷器大展', '馆里人很多，排队要两个小时。'),
      ),
    }),
  );
const ids = async (query: string) => (await (await madeUp()).search(query)).results.map(({ article }) => article.id);

it('a search ends where passages stop fitting', async () => {
  const { total, results, articles } = await seeds.search('旅游扶贫', { limit: 100 });
  expect(total).toBe(results.length);
  expect(total).toBeLessThan(16);
  for (const { quote } of results) expect(fold(quote.text)).toMatch(/旅游|扶贫/);
  expect(articles.map(({ passages }) => passages).reduce((sum, one) => sum + one)).toBe(total);
  for (const { id, passages } of articles) expect(results.filter(({ article }) => article.id === id)).toHaveLength(passages);
});

it('counts the passages of an article that the limit leaves out, too', async () => {
  const { total, articles } = await seeds.search('旅游扶贫', { limit: 1 });
  expect(total).toBe((await seeds.search('旅游扶贫', { limit: 100 })).total);
  expect(articles[0]).toEqual({ id: JINGMENG, passages: 5 });
});

it('a phrase stands in every quote, in either script', async () => {
  const found = await quotes('“旅游 扶贫”');
  expect(found.length).toBeGreaterThan(3);
  for (const quote of found) expect(quote).toContain('旅游扶贫');
  expect(await quotes('「旅遊 扶貧」')).toEqual(found);
  expect((await seeds.search('"旅游扶贫"')).articles.map(({ id }) => id)).toEqual([JINGMENG, XINXIANG]);
  expect((await seeds.search('"扶贫 旅游"')).total).toBe(0);
});

it('what is left out stands in no quote and no title', async () => {
  for (const query of ['扶贫 -旅游', '扶貧 －旅遊']) {
    const { results, total, read } = await seeds.search(query);
    expect(results.length).toBeGreaterThan(3);
    expect(total).toBe(results.length);
    for (const { article, quote } of results) expect(fold(article.title + quote.text)).not.toContain('旅游');
    expect(read.excluded).toHaveLength(1);
  }
});

it('what only leaves out is refused', async () => {
  await expect(seeds.search('-旅游')).rejects.toMatchObject({
    code: 'empty_query',
    wording: 'only_excluded',
    params: { excluded: '旅游' },
  });
});

it('passages with little of what the best one has do not fit', async () => {
  expect(await ids('索桥 小学 开学')).toEqual(['school']);
  expect((await ids('索桥')).sort()).toEqual(['bridge', 'school', 'tea']);
});

it('a word that stands in a title only finds its article; beside others in texts it does not', async () => {
  expect(await ids('瓷器')).toEqual(['museum']);
  expect(await ids('瓷器 索桥')).not.toContain('museum');
});

it('what is nearest to a question without an answer is worth showing from a confidence of 0.25 on', async () => {
  const asked = ['旅游扶贫的投资总额是多少？', '雅安市市长是谁？', '会议在哪天召开？', '扶贫专家叫什么名字？', '月球基地有多少居民？'];
  for (const question of asked) {
    const { answered, confidence, nearest, results } = await seeds.ask(question);
    expect(nearest).toBe(answered || confidence < 0.25 ? 0 : results.length);
  }
  expect(await seeds.ask('月球基地有多少居民？')).toMatchObject({ answered: false, nearest: 0 });
});
