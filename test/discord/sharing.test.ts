/** Who sees an answer, afterwards: the asker takes a public one away, or shows a private one to all. */
import { beforeEach, describe, expect, it } from 'vitest';
import { packRemoval, unpackRemoval } from '../../src/discord/custom-id/custom-id.ts';
import { FLAG_EPHEMERAL } from '../../src/local/types.ts';
import type { Message } from '../../src/local/server.ts';
import { until } from '../until.ts';
import { components, idOf } from './pressing.ts';
import { type WholeBot, wholeBot } from './start-bot.ts';

const ASKER = { id: '300000000000000001', name: '读者' };
const OTHER = { id: '300000000000000002', name: '旁人' };
/** Sees the channel and uses commands, and may not write. */
const SILENT = { id: '300000000000000003', name: '静者', permissions: 0x400n | 0x80000000n };
const REMOVE = '2d|';
const POST = '2t|';

let whole: WholeBot;
beforeEach(async () => {
  whole = await wholeBot();
});
const asked = async (options: Record<string, string | boolean> = {}, more: object = {}) =>
  (await whole.discord.slash({ command: 'search', options: { query: '旅游扶贫', ...options }, user: ASKER, ...more })).message!;
const isPrivate = (message: Message | null) => (message!.flags & FLAG_EPHEMERAL) !== 0;
const has = (message: Message, part: string) => components(message).some(({ custom_id: id }) => id.startsWith(part));
const exists = (message: Message) => whole.discord.state.messages.has(message.id);

describe('an answer that all see', () => {
  it('is taken away by the one who asked, and by nobody else', async () => {
    const message = await asked();
    expect([has(message, REMOVE), has(message, POST)]).toEqual([true, false]);
    const { message: told } = await whole.discord.click(message, idOf(message, REMOVE), { user: OTHER });
    expect(told!.content).toBe('只有提问的人可以删除这条回答。');
    expect(isPrivate(told)).toBe(true);
    expect(exists(message)).toBe(true);
    await whole.discord.click(message, idOf(message, REMOVE), { user: ASKER });
    expect(exists(message)).toBe(false);
    await until(() => whole.lines.some((line) => line.includes('"outcome":"removed"')));
  });

  it('is so on its other pages, too', async () => {
    const message = await asked();
    await whole.discord.click(message, components(message)[1]!.custom_id, { user: ASKER });
    await whole.discord.click(message, idOf(message, REMOVE), { user: ASKER });
    expect(exists(message)).toBe(false);
  });

  it('is so where it answers a message', async () => {
    const { discord } = whole;
    const said = discord.say({ user: ASKER, content: `<@${discord.state.bot.id}> 旅游扶贫怎么做？` });
    await until(() => discord.answersTo(said).length > 0);
    const message = discord.answersTo(said)[0]!;
    await discord.click(message, idOf(message, REMOVE), { user: OTHER });
    expect(exists(message)).toBe(true);
    await discord.click(message, idOf(message, REMOVE), { user: ASKER });
    expect(exists(message)).toBe(false);
  });

  it('is so where nothing was found', async () => {
    expect(has(await asked({ query: '没有' }), REMOVE)).toBe(true);
  });

  it('that is gone already is a line in the log, without a stack', async () => {
    const message = await asked();
    const id = idOf(message, REMOVE);
    whole.discord.faults.add({ match: /^DELETE/, status: 404, code: 10008 });
    void whole.discord.click(message, id, { user: ASKER }).catch(() => undefined);
    await until(() => whole.lines.some((line) => line.includes('"code":10008')));
    expect(whole.lines.filter((line) => line.includes('stack'))).toEqual([]);
  });
});

describe('an answer that only the asker sees', () => {
  it('is posted in the channel, in the server’s language, and can be taken away from there', async () => {
    const message = await asked({ private: true }, { locale: 'en-GB' });
    expect([has(message, REMOVE), has(message, POST)]).toEqual([false, true]);
    await whole.discord.click(message, components(message)[1]!.custom_id, { user: ASKER, locale: 'en-GB' });
    const { message: posted } = await whole.discord.click(message, idOf(message, POST), { user: ASKER, locale: 'en-GB' });
    expect(posted!.id).not.toBe(message.id);
    expect(isPrivate(posted)).toBe(false);
    expect(posted!.content).toContain('第 2/3 页');
    expect(posted!.channel_id).toBe(message.channel_id);
    await whole.discord.click(posted!, idOf(posted, REMOVE), { user: ASKER });
    expect(exists(posted!)).toBe(false);
  });

  it('is not posted by who may not write there, nor where questions are not answered', async () => {
    const message = await asked({ private: true }, { user: SILENT });
    const { message: told } = await whole.discord.click(message, idOf(message, POST), { user: SILENT });
    expect(told!.content).toContain('您不能在这个频道发言');
    expect(isPrivate(told)).toBe(true);
    const [home] = whole.discord.state.guilds.keys();
    const own = await asked({ private: true });
    await whole.parts.store.settings.change(home!, { channels: ['199999999999999990'] });
    const { message: elsewhere } = await whole.discord.click(own, idOf(own, POST), { user: ASKER });
    expect(elsewhere!.content).toContain('只在这些频道回答');
    expect(isPrivate(elsewhere)).toBe(true);
  });

  it('is not posted in a direct message, where there is nobody else', async () => {
    expect(has(await asked({ private: true }, { guild: null }), POST)).toBe(false);
  });

  it('is an article as well, with the quote that it was opened at', async () => {
    const message = await asked();
    const menu = components(message).find(({ options }) => options)!;
    const { message: article } = await whole.discord.select(message, menu.custom_id, [menu.options![0]!.value], { user: OTHER });
    expect(isPrivate(article)).toBe(true);
    const { message: posted } = await whole.discord.click(article!, idOf(article, POST), { user: OTHER });
    expect(isPrivate(posted)).toBe(false);
    expect(posted!.content).toContain('article\\-0');
  });
});

describe('the id of a removal', () => {
  it.each([null, '300000000000000001', String((1n << 64n) - 1n)])('brings back who asked: %s', (owner) => {
    expect(unpackRemoval(packRemoval(owner))).toEqual({ owner });
  });
  it.each(['2d', '2d|A', '2d|1|2', '1d|1', '2x|1', ''])('is not %j', (id) => expect(unpackRemoval(id)).toBeNull());
});
