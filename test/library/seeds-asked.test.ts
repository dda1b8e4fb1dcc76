import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../src/library.ts';
import { DANJIANGKOU, JINGMENG, SHANGRILA, XINXIANG, YUCHENG } from './seed-ids.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary('seeds/');
});

describe('suggestions while typing', () => {
  it('are titles, regions and officials that hold what was typed, in either script', async () => {
    expect((await library.suggestArticles('雨城')).map(({ value }) => value)).toEqual([YUCHENG]);
    expect(await library.suggestArticles('')).toHaveLength(5);
    expect((await library.suggestRegions('雨城區'))[0]).toEqual({ name: '四川省 › 雅安市 › 雨城区', value: '511802' });
    expect((await library.suggestOfficials('余勝')).map(({ value }) => value)).toEqual(['余胜祥']);
  });

  it('are found by pinyin and by initials', async () => {
    for (const typed of ['yaan', 'ya', 'Ya An', 'yucheng'])
      expect((await library.suggestRegions(typed)).map(({ value }) => value)).toContain(typed === 'yucheng' ? '511802' : '5118');
    for (const typed of ['sunyongping', 'syp', 'sunyong', '孙永平'])
      expect((await library.suggestOfficials(typed))[0]?.value).toBe('孙咏平');
    for (const typed of ['lvyou', 'lüyou', 'lyfp']) expect((await library.suggestArticles(typed)).length).toBeGreaterThan(0);
  });

  it('are written in the reader’s script, and sent as they are resolved', async () => {
    expect((await library.suggestRegions('雲南', 'zh-TW'))[0]).toEqual({ name: '雲南省 › 迪慶藏族自治州 › 香格里拉市', value: '533401' });
  });

  it('are 25 at most', async () => {
    for (const list of [await library.suggestRegions(''), await library.suggestOfficials(''), await library.suggestArticles('')])
      expect(list.length).toBeLessThanOrEqual(25);
  });

  it('lead back to what they name', async () => {
    for (const { value } of await library.suggestRegions('')) expect((await library.region(value)).total).toBeGreaterThan(0);
    for (const { value } of await library.suggestOfficials('')) expect((await library.official(value)).official).not.toBeNull();
    for (const { value } of await library.suggestArticles('')) expect((await library.article(value)).ok).toBe(true);
  });
});

describe('questions', () => {
  it.each([
    ['香格里拉市委书记是谁？', SHANGRILA, '余勝祥'],
    ['安居梦要怎样实现？', DANJIANGKOU, '建房'],
    ['推進會有多少人參加？', XINXIANG, '100多人'],
    ['内蒙古旅发委主任叫什么名字？', JINGMENG, '郑宜平'],
  ])('%s is answered by the first quote, and only what fits as well stands beside it', async (question, id, words) => {
    const reply = await library.ask(question);
    expect(reply.answered).toBe(true);
    expect(reply.results[0]).toMatchObject({ article: { id } });
    expect(reply.results[0]!.quote.text).toContain(words);
    expect(reply.answers).toBeGreaterThanOrEqual(1);
    expect(reply.results[reply.answers - 1]!.score).toBeGreaterThanOrEqual(0.6 * reply.results[0]!.score);
  });

  it.each(['新乡市市长是谁？', '纪道清今年几岁？', '周进宇在会上说了什么？', '第一个“百日会战”是哪一年启动的？', '火星上有水吗？'])(
    '%s is declined',
    async (question) => {
      const reply = await library.ask(question);
      expect(reply).toMatchObject({ ok: true, answered: false, answers: 0 });
      expect(reply.confidence).toBeLessThan(0.5);
    },
  );
});
