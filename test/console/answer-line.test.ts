import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command, Context } from '../../src/command.ts';
import { loadCommands } from '../../src/commands.ts';
import { answerLine } from '../../src/console/answer-line.ts';
import { asText } from '../../src/console/as-text.ts';
import { openLibrary } from '../../src/library.ts';
import { LOCALES } from '../../src/text/index.ts';

let context: Context;
beforeAll(async () => { context = { library: await openLibrary('seeds/'), locale: 'zh-CN', commands: await loadCommands() }; });

describe('a line is answered', () => {
  it('by the command it names', async () => {
    for (const command of context.commands) {
      const reply = await answerLine(context, command.example);
      expect(reply).toMatchObject({ command: command.name, ok: true, took_ms: expect.any(Number) as number });
    }
  });

  it('with what is wrong, in the reader’s language', async () => {
    expect(await answerLine(context, '/search 扶贫 limit:x')).toMatchObject({ command: 'search', ok: false, error: { code: 'bad_option', message: expect.stringContaining('选项') as string } });
    expect(await answerLine({ ...context, locale: 'zh-TW' }, '/article nobody')).toMatchObject({ command: 'article', ok: false, error: { code: 'unknown_article', message: expect.stringContaining('編號') as string } });
    expect(await answerLine({ ...context, locale: 'en' }, '/nothing')).toMatchObject({ command: 'nothing', ok: false, error: { code: 'unknown_command', message: expect.stringContaining('/help') as string } });
  });
});

describe('a bug in a command', () => {
  afterEach(() => { vi.restoreAllMocks(); });

  it('is told as one, with its trace on standard error', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const broken: Command = { ...context.commands[0]!, name: 'broken', run: () => { throw new TypeError('oh'); } };
    const reply = await answerLine({ ...context, commands: [broken] }, '/broken x');
    expect(reply).toMatchObject({ command: 'broken', ok: false, error: { code: 'bug' } });
    expect(log.mock.calls.join('')).toContain('TypeError: oh');
  });
});

describe('a reply as text', () => {
  it('has no empty place and no undefined in it, in any language', async () => {
    const lines = [...context.commands.map(({ example }) => example), '/search 不存在的词语', '/region 天全县', '/region 不存在之地', '/official 孙永平', '/ask 雅安市委书记是谁?', '/article x', ...['000_65e316675487e0e0', '001_c821dd099e3a0995', '003_2b4e073b8728f501', '004_5b594f165be17433'].map((id) => `/article ${id}`)];
    for (const line of lines) {
      for (const locale of LOCALES) expect(asText(await answerLine({ ...context, locale }, line), locale, false)).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object|^$/);
    }
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
