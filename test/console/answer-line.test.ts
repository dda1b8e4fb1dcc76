import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command, Context } from '../../src/command/command.ts';
import { loadCommands } from '../../src/command/load.ts';
import { answerLine } from '../../src/console/answer-line.ts';
import { asText } from '../../src/console/as-text.ts';
import { openLibrary } from '../../src/library.ts';
import { memoryStore } from '../discord/fakes.ts';
import { Curator } from '../../src/curation/curator.ts';
import { LOCALES } from '../../src/text/index.ts';

const NOWHERE = { server: null, channel: null, user: null };
let context: Context;
beforeAll(async () => {
  const library = await openLibrary('seeds/');
  const store = memoryStore();
  context = {
    library,
    store,
    curator: new Curator({ corpusDir: 'seeds/', dataDir: '/nowhere', store, library }),
    place: NOWHERE,
    locale: 'zh-CN',
    commands: await loadCommands(),
  };
});

describe('a line is answered', () => {
  it('by the command it names', async () => {
    // What is set is set for a server; a terminal is none.
    for (const command of context.commands.filter(({ name }) => name !== 'settings')) {
      const reply = await answerLine(context, command.example);
      expect(reply).toMatchObject({ command: command.name, ok: true, took_ms: expect.any(Number) as number });
      expect((reply as { took_ms: number }).took_ms, command.name).toBeGreaterThan(0);
    }
  });

  it('with what is wrong, in the reader’s language', async () => {
    expect(await answerLine(context, '/search 扶贫 limit:x')).toMatchObject({
      command: 'search',
      ok: false,
      error: { code: 'bad_option', message: expect.stringContaining('选项') as string },
    });
    const told = async (line: string) => asText(await answerLine(context, line), 'zh-CN');
    expect(await told('/search 扶贫 limit:x')).toBe('选项「limit」应为 1 到 100 的整数，现为「x」。');
    expect(await told('/search 扶贫 regoin:河南')).toBe('没有「regoin」这个选项。可用：region:。');
    expect(await told('/search 扶贫 limit:1 limit:2')).toBe('选项「limit」给了两次。');
    expect(await told('/status now')).toBe('「/status」没有选项，这里却写着「now」。');
    expect(await answerLine({ ...context, locale: 'zh-TW' }, '/article nobody')).toMatchObject({
      command: 'article',
      ok: false,
      error: { code: 'unknown_article', message: expect.stringContaining('編號') as string },
    });
    expect(await answerLine({ ...context, locale: 'en' }, '/nothing')).toMatchObject({
      command: 'nothing',
      ok: false,
      error: { code: 'unknown_command', message: expect.stringContaining('/help') as string },
    });
  });
});

describe('a bug in a command', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is told as one, with its trace on standard error', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const broken: Command = {
      ...context.commands[0]!,
      name: 'broken',
      run: () => {
        throw new TypeError('oh');
      },
    };
    const reply = await answerLine({ ...context, commands: [broken] }, '/broken x');
    expect(reply).toMatchObject({ command: 'broken', ok: false, error: { code: 'bug' } });
    expect(log.mock.calls.join('')).toContain('TypeError: oh');
  });
});

describe('a reply as text', () => {
  it('has no empty place and no undefined in it, in any language', async () => {
    const lines = [
      ...context.commands.map(({ example }) => example),
      '/search 不存在的词语',
      '/region 天全县',
      '/region 不存在之地',
      '/official 孙永平',
      '/ask 雅安市委书记是谁?',
      '/article x',
      '/search 扶贫 region:天全县',
      '/search 百日会战 region:河南',
      '/search 扶贫 bogus:1',
      '/search 扶贫 limit:x',
      ...['000_65e316675487e0e0', '001_c821dd099e3a0995', '003_2b4e073b8728f501', '004_5b594f165be17433'].map((id) => `/article ${id}`),
    ];
    for (const line of lines) {
      for (const locale of LOCALES)
        expect(asText(await answerLine({ ...context, locale }, line), locale, false)).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object|^$/);
    }
  });

  it('says how many of how many it shows, and no page', async () => {
    const shown = async (line: string) => asText(await answerLine(context, line), 'zh-CN', false);
    expect(await shown('/search 旅游扶贫 limit:2')).toMatch(/^「旅游扶贫」：共 \d+ 段，显示 2 段\n/);
    for (const line of ['/ask 谁是香格里拉市委书记?', '/region 雅安', '/official 汪兆龙', '/search 扶贫'])
      expect(await shown(line)).not.toMatch(/第 \d+\/\d+ 页/);
  });

  it('says where the filters leave nothing', async () => {
    const shown = async (line: string) => asText(await answerLine(context, line), 'zh-CN', false);
    expect(await shown('/search 扶贫 region:天全县')).toBe('没有找到「扶贫」。\n没有一篇文章提到四川省雅安市天全县。');
    expect(await shown('/search 扶贫 region:河南 to:2017')).toBe('没有找到「扶贫」。\n没有一篇文章符合所选的条件（河南、至 2017）。');
    expect(await shown('/search 百日会战 region:河南')).toMatch(/^没有找到「百日会战」。\n不加条件（河南）则有 \d+ 段。$/);
  });

  it('shows quotes verbatim, and bold only where a terminal is', async () => {
    const reply = await answerLine(context, '/search 旅游扶贫');
    if (!reply.ok || reply.command !== 'search') throw new Error('no results');
    const [plain, bold] = [asText(reply, 'zh-CN', false), asText(reply, 'zh-CN', true)];
    for (const { quote } of reply.results) expect(plain).toContain(`「${quote.text}」`);
    expect(bold).toContain('\u001b[1m');
    expect(bold.replaceAll('\u001b[1m', '').replaceAll('\u001b[0m', '')).toBe(plain);
  });
});
