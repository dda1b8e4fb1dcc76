import { expect, it } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const row = (id: string, text: string) => JSON.stringify({ id, text });
const opened = async () => openLibrary(await tempFolder({
  'a.jsonl': page(
    row('beijing', '北京市朝阳区昨日发布通知，要求各单位抓好落实。'),
    row('open', '朝阳区昨日发布通知，要求各单位抓好落实。'),
    row('other', '雅安市雨城区召开会议，部署旅游扶贫工作。'),
  ),
}));

it('a region’s articles are those that say which of its namesakes they mean; the others are listed apart', async () => {
  const library = await opened();
  const reply = library.region('朝阳区');
  expect(reply.region?.code).toBe('110105');
  expect(reply.results.map(({ article }) => article.id)).toEqual(['beijing']);
  expect(reply.unplaced?.map(({ article, quote }) => [article.id, quote.highlights])).toEqual([['open', [[0, 3]]]]);
  expect(library.region('雨城区')).not.toHaveProperty('unplaced');
});

it('an article says which of its names it leaves open', async () => {
  const library = await opened();
  expect(library.article('open').open_names).toMatchObject([{ text: '朝阳区', start: 0, end: 3, candidates: [{ code: '110105' }, { code: '220104' }] }]);
  expect(library.article('open').regions).toEqual([]);
  expect(library.article('beijing')).not.toHaveProperty('open_names');
});
