/** Answers in threads, in the channels that a server names. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/local/server.ts';
import { until } from '../until.ts';
import { idOf } from './pressing.ts';
import { type WholeBot, wholeBot } from './start-bot.ts';

const HOME = '100000000000000001';
const READER = { id: '300000000000000001', name: '读者' };
const ADMIN = { id: '300000000000000002', name: '管理员', permissions: 1n << 5n };

let whole: WholeBot;
let channel: string;
beforeEach(async () => {
  whole = await wholeBot({ guilds: [{ id: HOME, channels: ['新闻'] }] });
  channel = whole.discord.state.guilds.get(HOME)!.channelId;
});
const set = async (options: Record<string, string | boolean>) =>
  (await whole.discord.slash({ command: 'settings', options, user: ADMIN })).message!;
/** Asks by a message; gives the question and the answer, wherever it is. */
async function asks(words: string): Promise<[Message, Message]> {
  const { discord } = whole;
  const before = new Set(discord.state.messages.keys());
  const said = discord.say({ user: READER, content: `<@${discord.state.bot.id}> ${words}` });
  const answers = () => [...discord.state.messages.values()].filter(({ id }) => id !== said.id && !before.has(id));
  await until(() => answers().length > 0);
  return [said, answers()[0]!];
}

describe('a question in a channel that is named', () => {
  it('is answered in a thread that begins at it, and that the asker can take away', async () => {
    expect(JSON.stringify((await set({ threads: `<#${channel}>` })).embeds)).toContain(
      `"提到它时另开子区回答的频道","value":"<#${channel}>"`,
    );
    const [said, answer] = await asks('旅游扶贫怎么做？');
    expect(answer.channel_id).toBe(said.id);
    expect(whole.discord.state.threads.get(said.id)).toBe(channel);
    expect(answer.content).toContain('「旅游扶贫怎么做？」');
    expect(idOf(answer, '2d|')).toContain('|');
  });

  it('has a thread of its own, whatever its length', async () => {
    await set({ threads: channel });
    const [said, answer] = await asks('长'.repeat(400));
    expect(answer.channel_id).toBe(said.id);
  });

  it('is answered below where the bot may begin no thread, without an error in the log', async () => {
    await set({ threads: channel });
    whole.discord.faults.add({ match: /threads$/, status: 403, code: 50013 });
    const [said, answer] = await asks('旅游扶贫怎么做？');
    expect(answer.channel_id).toBe(channel);
    expect(whole.discord.answersTo(said)).toHaveLength(1);
    expect(whole.lines.filter((line) => line.includes('stack'))).toEqual([]);
  });

  it('is answered below where it asks nothing', async () => {
    await set({ threads: channel });
    expect((await asks(''))[1].channel_id).toBe(channel);
  });
});

describe('a question elsewhere', () => {
  it('is answered below, and so it is again once the channel is no longer named', async () => {
    expect((await asks('旅游扶贫？'))[1].channel_id).toBe(channel);
    await set({ threads: channel });
    const { embeds } = await set({ 'no-threads': `<#${channel}>` });
    expect(JSON.stringify(embeds)).not.toContain('另开子区');
    expect((await asks('旅游扶贫？'))[1].channel_id).toBe(channel);
    await set({ threads: channel });
    await set({ reset: true });
    expect((await whole.parts.store.settings.of(HOME)).threads).toEqual([]);
  });
});
