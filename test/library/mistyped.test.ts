import { expect, it } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const row = (id: string, text: string, date = '2018-05-25') => JSON.stringify({ id, text, date });
const opened = async () =>
  openLibrary(
    await tempFolder({
      'a.jsonl': page(
        row('yaan', '四川省雅安市召开旅游扶贫工作会议，部署脱贫攻坚任务。'),
        row('shiyan', '湖北省十堰市的旅游公路通车了，路面平整，车辆来往不断。', '2019-01-31'),
      ),
    }),
  );

it('a search that finds something poor offers what stands there word for word', async () => {
  const library = await opened();
  expect((await library.search('旅游扶平')).total).toBeGreaterThan(0);
  expect((await library.search('旅游扶平')).suggestions).toEqual(['旅游扶贫']);
  expect((await library.search('雅安 旅游扶平')).suggestions).toEqual(['雅安 旅游扶贫']);
});

it('nothing is offered where an article has the words as typed, in either script, or no better is near', async () => {
  const library = await opened();
  for (const query of ['旅游扶贫', '旅遊扶貧', '雅安 任务', '旅游公路何时通车', '旅游'])
    expect(await library.search(query)).not.toHaveProperty('suggestions');
});

it('only what the filters leave is offered', async () => {
  const library = await opened();
  expect((await library.search('旅游扶平', { from: '2019' })).results).toHaveLength(1);
  expect(await library.search('旅游扶平', { from: '2019' })).not.toHaveProperty('suggestions');
});
