import { expect, it } from 'vitest';
import { asText } from '../../src/console/as-text.ts';
import { openLibrary } from '../../src/library.ts';
import { page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const row = (id: string, text: string) => JSON.stringify({ id, text });
const opened = async () =>
  openLibrary(
    await tempFolder({
      'a.jsonl': page(
        row('beijing', '北京市朝阳区昨日发布通知，要求各单位抓好落实。'),
        row('open', '朝阳区昨日发布通知，要求各单位抓好落实。'),
        row('other', '雅安市雨城区召开会议，部署旅游扶贫工作。'),
      ),
    }),
  );

it('a region’s articles are those that say which of its namesakes they mean; the others are listed apart', async () => {
  const library = await opened();
  const reply = await library.region('朝阳区');
  expect(reply.region?.code).toBe('110105');
  expect(reply.results.map(({ article }) => article.id)).toEqual(['beijing']);
  expect(reply.unplaced?.map(({ article, quote }) => [article.id, quote.highlights])).toEqual([['open', [[0, 3]]]]);
  expect(reply.open_between?.map(({ code }) => code)).toEqual(['110105', '220104']);
  expect(await library.region('雨城区')).not.toHaveProperty('unplaced');
});

it('a terminal says which names stayed open, and between which places', async () => {
  const library = await opened();
  const places = '（北京市 › 朝阳区 或 吉林省 › 长春市 › 朝阳区）';
  expect(asText({ ...(await library.region('朝阳区')), took_ms: 1 }, 'zh-CN', false)).toContain(
    `另有文章提到「朝阳区」而没说是哪一个${places}，没有算在内：`,
  );
  expect(asText({ ...(await library.article('open')), took_ms: 1 }, 'zh-CN', false)).toContain(`没说是哪一处: 朝阳区${places}`);
  expect(asText({ ...(await library.article('beijing')), took_ms: 1 }, 'zh-CN', false)).not.toContain('没说是哪一处');
});

it('an article says which of its names it leaves open', async () => {
  const library = await opened();
  expect((await library.article('open')).open_names).toMatchObject([
    { text: '朝阳区', start: 0, end: 3, candidates: [{ code: '110105' }, { code: '220104' }] },
  ]);
  expect((await library.article('open')).regions).toEqual([]);
  expect(await library.article('beijing')).not.toHaveProperty('open_names');
});

it('a name that no article has is said to be so, with all whom it may mean', async () => {
  const library = await openLibrary('seeds/');
  const reply = await library.region('朝阳区');
  expect(reply).toMatchObject({ total: 0, results: [] });
  expect([reply.region, ...reply.others].map((place) => place!.path.join(''))).toEqual(['北京市朝阳区', '吉林省长春市朝阳区']);
  expect(asText({ ...reply, took_ms: 1 }, 'zh-CN', false)).toBe(
    '没有一篇文章提到「朝阳区」。\n叫这个名字的有：北京市朝阳区、吉林省长春市朝阳区',
  );
  expect((await library.region('城关镇')).others).toHaveLength(9);
});

it('a bare name that only a town has which no article names is asked about; written out, or named by an article, it is not', async () => {
  const library = await openLibrary('seeds/');
  const reply = await library.region('火星');
  expect(reply).toMatchObject({ region: null, total: 0, suggestions: [] });
  expect(reply.others.map(({ path }) => path.join(''))).toEqual(['湖南省长沙市芙蓉区火星街道']);
  expect(asText({ ...reply, took_ms: 1 }, 'zh-CN', false)).toContain('是不是要找：湖南省长沙市芙蓉区火星街道？');
  for (const query of ['火星街道', '湖南省长沙市芙蓉区火星街道', '长沙火星'])
    expect((await library.region(query)).region?.name).toBe('火星街道');
  expect((await library.region('三坝')).region?.path.at(-1)).toBe('三坝纳西族乡');
  expect((await library.region('成都')).region?.name).toBe('成都市');
});
