import { beforeAll, expect, it } from 'vitest';
import { asText } from '../../src/console/as-text.ts';
import { view } from '../../src/discord/views/index.ts';
import { openLibrary, type Library } from '../../src/library.ts';
import { context } from '../discord/fakes.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary('seeds/');
});

it('a question in English is told that the articles are Chinese, with a question that they answer', async () => {
  const reply = await library.ask('Who is the party secretary of this city?');
  expect(reply).toMatchObject({ answered: false, note: { code: 'articles_are_chinese' } });
  const example = String(reply.note!.values.example);
  expect(example).toMatch(/^谁是.+？$/);
  expect((await library.ask(example)).answered).toBe(true);
  expect(await library.exampleQuestion()).toBe(example);
});

it('is told so in English first, whatever language the replies have', async () => {
  const reply = { ...(await library.ask('What did the meeting decide?')), took_ms: 1 };
  const english = 'The articles are in Chinese: please ask in Chinese, such as: 谁是';
  for (const told of [asText(reply, 'zh-CN', false), view(reply, context()).content]) {
    expect(told).toContain(english);
    expect(told.indexOf('文章是中文的')).toBeGreaterThan(told.indexOf(english));
  }
  const told = asText(reply, 'en', false);
  expect(told).toContain(english);
  expect(told).not.toContain('文章是中文的');
});

it('also where a few of its words are found, and in a search', async () => {
  const reply = await library.ask('What happened here in 2020?');
  expect(reply.total).toBeGreaterThan(0);
  expect(reply).toMatchObject({ answered: false, note: { code: 'articles_are_chinese' } });
  expect(await library.search('what did the meeting say')).toMatchObject({ total: 0, note: { code: 'articles_are_chinese' } });
});

it.each([
  ['Who is Sun Yongping?', ['孙咏平']],
  ['who is sun yong ping', ['孙咏平']],
  ["what happened in Ya'an last year", ['雅安市']],
  ['Did Sun Yongping ever go to Yaan', ['孙咏平', '雅安市']],
])('names in pinyin are offered: %s', async (question, names) => {
  expect((await library.ask(question)).suggestions).toEqual(names);
});

it.each(['sunyongping', 'Sun Yongping', '谁是 Sun Yongping and who else', 'GDP 是多少', '火星上有水吗？', '安居梦要怎样实现？'])(
  'a name alone, or a question with Chinese in it, is not: %s',
  async (question) => {
    expect((await library.ask(question)).note?.code).not.toBe('articles_are_chinese');
  },
);

it('an example is there even where nobody holds an office', async () => {
  const bare = await openLibrary(await tempFolder({ 'a.txt': '昨天下了一场大雨，河水涨了很多。\n' }));
  expect(await bare.exampleQuestion()).toBeNull();
  expect((await bare.ask('How high did the river rise?')).note?.values).toEqual({ example: '谁是市长？' });
});
