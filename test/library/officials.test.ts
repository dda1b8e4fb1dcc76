import { expect, it } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import { page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

const row = (id: string, text: string, date?: string) => JSON.stringify({ id, text, date });

it('someone’s titles and statements come in the order of the results: the newest article first, undated ones last', async () => {
  const said = (what: string) => `雅安市旅游局局长李建国指出，要${what}。`;
  const folder = await tempFolder({
    'a.jsonl': page(row('old', said('修路'), '2017-05-01'), row('undated', said('造林')), row('new', said('建房'), '2020-02-24')),
  });
  const { official, results } = await (await openLibrary(folder)).official('李建国');
  const order = ['new', 'old', 'undated'];
  expect(results.map(({ article }) => article.id)).toEqual(order);
  expect(official!.statements.map(({ article }) => article)).toEqual(order);
  expect(official!.titles.map(({ article }) => article)).toEqual(order);
});

it('a Latin name is shown as printed first, and found in any case', async () => {
  const library = await openLibrary(await tempFolder({ 'a.txt': '公司总经理Tim Cook说，明年要建新的工厂。TIM COOK还说，工厂在雅安市。' }));
  for (const query of ['Tim Cook', 'tim cook', 'TIMCOOK']) expect((await library.official(query)).official?.name).toBe('Tim Cook');
  expect((await library.article('a')).officials.map(({ name }) => name)).toEqual(['Tim Cook']);
  expect(await library.suggestOfficials('tim')).toMatchObject([{ value: 'Tim Cook' }]);
});

it('a person is one string everywhere, whatever script an article is in', async () => {
  const library = await openLibrary(
    await tempFolder({ 'a.txt': '蓮島市市長區錦泉表示，明年要建新的工廠。', 'b.txt': '青禾县县长王　强说，路修好了。' }),
  );
  expect((await library.article('a')).officials.map(({ name }) => name)).toEqual(['区锦泉']);
  expect((await library.article('b')).officials.map(({ name }) => name)).toEqual(['王强']);
  expect((await library.official('區錦泉')).official?.name).toBe('区锦泉');
});

it('an official whom front matter names in Traditional characters is found in Simplified ones', async () => {
  const library = await openLibrary(
    await tempFolder({ 'a.md': page('---', 'officials: 余勝祥', '---', '三坝乡的路修好了，安南村的桥也通了。') }),
  );
  expect((await library.official('余胜祥')).official?.name).toBe('余胜祥');
});

it('an office that many articles name stands once, with how many and from which to which', async () => {
  const folder = await tempFolder({
    'a.jsonl': page(
      row('late', '白石市副市长沈嘉树说，路要修好。', '2021-05-03'),
      row('early', '青川省白石市常务副市长沈嘉树说，桥要修好。', '2020-03-01'),
      row('before', '白石市财政局局长沈嘉树说，账要记好。', '2019-01-01'),
    ),
  });
  const { official, total } = await (await openLibrary(folder)).official('沈嘉树');
  expect(total).toBe(3);
  expect(official!.titles).toHaveLength(3);
  expect(official!.offices.map(({ text, articles, newest, oldest }) => [text, articles, newest, oldest])).toEqual([
    ['白石市副市长', 2, 'late', 'early'],
    ['白石市财政局局长', 1, 'before', 'before'],
  ]);
});
