import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/command/command.ts';
import { loadCommands } from '../../src/command/load.ts';
import { answerLine } from '../../src/console/answer-line.ts';
import { asText } from '../../src/console/as-text.ts';
import { Curator } from '../../src/curation/curator.ts';
import { errorView } from '../../src/discord/views/error.ts';
import { openLibrary } from '../../src/library.ts';
import type { AskReply, ErrorReply, SearchReply, StatusReply } from '../../src/reply.ts';
import { UserError } from '../../src/user-error.ts';
import { page } from '../corpus/pages.ts';
import { memoryStore } from '../discord/fakes.ts';

const row = (id: string, date: string | undefined, text: string) => JSON.stringify({ id, date, text });
const FILES = {
  'a.jsonl': page(
    row('yaan', '2018-05-25', '四川省雅安市旅游局局长李建国指出，要修好乡村道路。道路长三十公里。'),
    row('shiyan', '2019-01-31', '湖北省十堰市副市长王立军强调，乡村道路要养护。道路长二十公里。'),
    row('month', '2018-05', '四川省雅安市的乡村道路通车了。'),
    row('undated', undefined, '村里的乡村道路通车了。'),
  ),
  'b.md': page(
    '---',
    'date: 2018-05-25',
    '---',
    '发布时间：2018-06-02',
    '村里的乡村道路又通车了，大家都很高兴。',
    '道路两旁种了树，村民出门方便了。',
  ),
};
let folder: string;
let context: Context;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zhaiyin-'));
  for (const [name, content] of Object.entries(FILES)) await writeFile(path.join(folder, name), content);
  const [library, store] = [await openLibrary(folder), memoryStore()];
  context = {
    library,
    store,
    curator: new Curator({ corpusDir: folder, dataDir: '/nowhere', store, library }),
    place: { server: null, channel: null, user: null },
    locale: 'zh-CN',
    commands: await loadCommands(),
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const run = (line: string) => answerLine(context, line);
const ids = async (line: string) => ((await run(line)) as SearchReply | AskReply).results.map(({ article }) => article.id).sort();

describe.each(['/search query:乡村道路', '/ask question:乡村道路通车了吗'])('%s is narrowed', (line) => {
  it.each([
    ['region:四川', ['month', 'yaan']],
    ['region:雅安', ['month', 'yaan']],
    ['region:51', ['month', 'yaan']],
    ['region:十堰', ['shiyan']],
    ['official:李建国', ['yaan']],
    ['official:十堰市副市长', ['shiyan']],
    ['from:2019', ['shiyan']],
    ['to:2018', ['b', 'month', 'yaan']],
    ['from:2018-05 to:2018-05', ['b', 'month', 'yaan']],
    ['from:2018/5/26 to:2018年12月', ['month']],
    ['from:2018-05-25 to:2018-05-25', ['b', 'month', 'yaan']],
    ['from:２０１９年１月', ['shiyan']],
    ['region:四川 official:李建国 from:2018 to:2018', ['yaan']],
    ['region:四川 from:2019', []],
  ])('by %s', async (filters, expected) => expect(await ids(`${line} ${filters}`)).toEqual(expected));
});

describe('a filter that cannot be used is refused', () => {
  it.each([
    ['date_order', 'from:2019 to:2018'],
    ['date_order', 'from:2018-06 to:2018-05-31'],
    ['date_order', 'from:2018-05-26 to:2018-05-25'],
    ['bad_date', 'from:2018-02-30'],
    ['bad_date', 'to:2018-13'],
    ['bad_date', 'from:去年'],
    ['bad_date', 'to:20180'],
    ['unknown_region', 'region:雅按'],
    ['unknown_official', 'official:李健国'],
  ])('with %s: %s', async (code, filters) => {
    for (const line of ['/search 道路', '/ask 道路多长'])
      expect(await run(`${line} ${filters}`)).toMatchObject({ ok: false, error: { code } });
  });

  it('with what may have been meant, in the console and in Discord', async () => {
    const region = (await run('/search 道路 region:雅按')) as ErrorReply;
    expect(region.suggestions?.[0]).toBe('雅安市');
    expect(asText(region, 'zh-CN', false)).toBe('没有叫「雅按」的地区。\n是不是要找：雅安市？');
    expect(((await run('/ask 道路多长 official:李健国')) as ErrorReply).suggestions).toEqual(['李建国']);
    expect(errorView('zh-TW', new UserError('unknown_region', '', { query: '雅按' }, 'unknown_region', ['雅安市*'])).content).toMatch(
      /雅按.*\n.*雅安市\\\*/,
    );
  });
});

it('/status counts what is not known of the articles, and names those whose dates disagree', async () => {
  const reply = (await run('/status')) as StatusReply;
  expect(reply.status).toMatchObject({ articles: 5, no_region: 2, no_official: 3, no_year: 1, date_conflicts: 1, conflicting: ['b'] });
  expect(asText(reply, 'zh-CN', false)).toContain('没有地区 2 · 没有官员 3 · 没有年份 1 · 日期说法不一 1 · b');
  expect(asText(await run('/article b'), 'zh-CN', false)).toContain('发表：2018-05-25（原文所印）〔说法不一：页面另印 2018-06-02〕');
});
