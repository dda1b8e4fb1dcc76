/** `/export` in Discord: two files, for the one who asked alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { exportView } from '../../src/discord/views/export.ts';
import { FLAG_EPHEMERAL } from '../../src/local/types.ts';
import { context } from './fakes.ts';
import { type WholeBot, wholeBot } from './start-bot.ts';

let whole: WholeBot;
beforeEach(async () => {
  whole = await wholeBot();
});
const exported = async (options: Record<string, string>) => (await whole.discord.slash({ command: 'export', options })).message!;

describe('an export', () => {
  it('comes as CSV that a spreadsheet reads as UTF-8, and as JSON Lines, to the asker alone', async () => {
    const message = await exported({ query: '旅游扶贫' });
    expect(message.flags & FLAG_EPHEMERAL).toBe(FLAG_EPHEMERAL);
    expect(message.content).toContain('「旅游扶贫」：12 条引文');
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['export.csv', 'export.jsonl']);
    const [csv, jsonl] = message.attachments.map(({ id }) => Buffer.from(whole.discord.state.attachments.read(id as string)!).toString());
    expect(csv!.startsWith('\ufeff"quote","title","source","date","date_printed","date_basis","date_of","article","link"\r\n')).toBe(true);
    expect(csv!.split('\r\n')).toHaveLength(1 + 12 + 1);
    expect(jsonl!.split('\n')).toHaveLength(12 + 1);
    expect(JSON.parse(jsonl!.split('\n')[0]!)).toMatchObject({ quote: '会议指出，要做好*旅游扶贫*工作。', article: 'article-0' });
  });

  it('has no files where nothing was found, and says what may have been meant', async () => {
    const message = await exported({ query: '没有' });
    expect(message.attachments).toEqual([]);
    expect(message.content).toBe('没有找到「没有」。\n是不是要找：旅游、扶贫？');
  });

  it('of nothing is refused, with what it needs', async () => {
    expect((await exported({})).content).toBe('请写出要找的词语，或选一个地区、一位官员。');
  });

  it('says how much is not in it', () => {
    const reply = { command: 'export' as const, ok: true as const, took_ms: 1, query: '旅游', csv: 'a', jsonl: 'b' };
    expect(exportView({ ...reply, total: 1200, exported: 1000 }, context()).content).toContain('另有 200 条');
    expect(exportView({ ...reply, total: 10, exported: 10 }, context()).content).not.toContain('另有');
  });
});
