import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Library, openLibrary } from '../../src/library.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const story = (date: string, id: string) =>
  [
    `${id}.md`,
    `---\ntitle: 丹江口市第${id}次会议\n${date === '' ? '' : `date: ${date}\n`}---\n丹江口市召开第${id}次会议。丹江口市市长李建国出席会议。李建国指出，要抓紧落实第${id}件事。`,
  ] as const;
let seeds: Library;
let library: Library;
beforeAll(async () => {
  seeds = await openLibrary('seeds/');
  const folder = await mkdtemp(join(tmpdir(), 'zhaiyin-timeline-'));
  for (const [name, content] of [story('2019-05-01', '1'), story('2018', '2'), story('', '3'), story('2020-02', '4')])
    await writeFile(join(folder, name), content);
  library = await openLibrary(folder);
  await rm(folder, { recursive: true });
});
const ids = ({ results }: { results: { article: { id: string } }[] }) => results.map(({ article }) => article.id);

describe('timeline', () => {
  it('goes from the oldest to the newest, the undated ones apart', async () => {
    for (const name of ['丹江口市', '丹江口', '李建国', '湖北']) {
      const reply = await library.timeline(name);
      expect(ids(reply), name).toEqual(['2', '1', '4', '3']);
      expect(reply).toMatchObject({ total: 4, undated: 1 });
      expect(reply.results.map(({ dated }) => dated)).toEqual([true, true, true, false]);
    }
    expect(await library.timeline('李建国')).toMatchObject({ official: { name: '李建国' }, region: null });
    expect(await library.timeline('丹江口')).toMatchObject({ official: null, region: { name: '丹江口市' } });
  });

  it('quotes what happened, as printed, with what was asked for marked', async () => {
    for (const subject of ['丹江口市', '李建国']) {
      for (const { article, quote } of (await library.timeline(subject)).results) {
        expect((await library.article(article.id)).text.slice(quote.start, quote.end)).toBe(quote.text);
        expect(quote.highlights.map(([from, to]) => quote.text.slice(from, to))).toContain(subject);
      }
    }
    expect((await seeds.timeline('孙咏平')).results[0]!.quote.text).toContain('3月29日');
  });

  it('is dated by the event before the publication', async () => {
    expect((await seeds.timeline('丹江口市')).results[0]!).toMatchObject({ when: { text: '3月29日', iso: '2017-03-29' }, dated: true });
    expect((await seeds.timeline('香格里拉')).results[0]!).toMatchObject({ when: { text: '3月31日', iso: null }, dated: false });
  });

  it('keeps to the days given, which what is undated cannot', async () => {
    expect(ids(await library.timeline('李建国', { from: '2019', to: '2019' }))).toEqual(['1']);
    await expect(library.timeline('李建国', { from: '去年' })).rejects.toThrow(/from/);
  });

  it('finds nobody where nobody is called so, and suggests who is near', async () => {
    expect(await seeds.timeline('孙永平')).toMatchObject({
      total: 0,
      region: null,
      official: null,
      suggestions: expect.arrayContaining(['孙咏平']) as string[],
    });
  });
});

describe('latest', () => {
  it('has the newest first, the undated last, within the filters', async () => {
    expect(ids(await library.latest())).toEqual(['4', '1', '2', '3']);
    expect(ids(await library.latest({ limit: 1 }))).toEqual(['4']);
    expect((await seeds.latest({ region: '四川' })).results).toHaveLength(1);
    expect(await seeds.latest({ region: '广东' })).toMatchObject({ total: 0, note: { code: 'no_articles_in_region' } });
  });
});

describe('beside a quote', () => {
  it('stand the places that the article is about, and whom the quote names', async () => {
    const [best] = (await seeds.ask('谁是香格里拉市委书记？')).results;
    expect(best!.regions.map(({ path }) => path.join(''))).toEqual([expect.stringContaining('香格里拉市')]);
    expect(best!.officials).toEqual([expect.objectContaining({ name: '余勝祥' })]);
    for (const { officials, regions } of (await seeds.search('旅游扶贫')).results)
      expect(Math.max(officials.length, regions.length)).toBeLessThanOrEqual(3);
  });

  it('a region has the divisions below it, each with its articles', async () => {
    const { parts, about, total } = await library.region('湖北');
    expect(parts).toEqual([expect.objectContaining({ name: '十堰市', articles: 4 })]);
    expect([about, total]).toEqual([4, 4]);
    expect((await library.region('十堰')).parts.map(({ name }) => name)).toEqual(['丹江口市']);
    expect((await seeds.region('北京')).parts.every(({ path }) => path.length === 2)).toBe(true);
  });

  it('an official has acts, each a slice of its article, and all articles', async () => {
    const { official, articles } = await library.official('李建国', { limit: 1 });
    expect(articles).toHaveLength(4);
    expect(official!.acts.length).toBeGreaterThan(0);
    for (const { article, start, end, text } of official!.acts) expect((await library.article(article)).text.slice(start, end)).toBe(text);
  });
});

it('an article with a long id answers to a short key, too', async () => {
  const long = '很长的文件名'.repeat(12);
  const opened = await openLibrary(await tempFolder({ [`${long}.txt`]: '丹江口市召开会议。会议要求抓紧落实。' }));
  const key = opened.articleKey(long);
  expect(key.length).toBeLessThanOrEqual(60);
  expect((await opened.article(key)).results[0].article.id).toBe(long);
  expect(seeds.articleKey('002_77c31bd8ea54c989')).toBe('002_77c31bd8ea54c989');
  await expect(opened.article('~nothing')).rejects.toThrow();
});
