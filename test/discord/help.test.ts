/** `/help` in Discord: for each what they may use, to be clicked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { CommandMentions } from '../../src/discord/outgoing/command-mentions.ts';
import type { Message } from '../../src/local/server.ts';
import { until } from '../until.ts';
import { type WholeBot, wholeBot } from './start-bot.ts';

const HOME = '100000000000000001',
  ABROAD = '100000000000000002';
const MEMBER = { id: '300000000000000001', name: '读者' };
const MODERATOR = { id: '300000000000000003', name: '版主', permissions: 1n << 40n };
const MANAGER = { id: '300000000000000002', name: '管理员', permissions: (1n << 5n) | (1n << 40n) };
const EVERYONES = [
  'ask',
  'search',
  'official',
  'region',
  'timeline',
  'latest',
  'article',
  'export',
  'help',
  'status',
  ...['add', 'list', 'stop'].map((each) => `follow ${each}`),
];

/** The commands that a message tells of, each with the id that it is clicked by. */
const told = (message: Message | null) =>
  [...String(message!.embeds[0]!.description).matchAll(/<\/([a-z ]+):(\d+)> /gm)].map(([, name, id]) => [name!, id!] as const);
const names = (message: Message | null): string[] => told(message).map(([name]) => name);

describe('the help', () => {
  let whole: WholeBot;
  let ask: (who: object) => Promise<Message>;
  beforeAll(() => {
    ask = async (who) => (await whole.discord.slash({ command: 'help', ...who })).message!;
  });

  it('shows each what they may use there, by the ids under which it is registered', async () => {
    whole = await wholeBot({ guilds: [{ id: HOME }, { id: ABROAD }], settings: { operatorGuildIds: [HOME] } });
    const { state } = whole.discord;
    const member = await ask({ user: MEMBER, guild: HOME });
    expect(names(member).sort()).toEqual([...EVERYONES].sort());
    expect(names(await ask({ user: MODERATOR, guild: HOME })).sort()).toEqual([...EVERYONES, 'reload'].sort());
    const all = await ask({ user: MANAGER, guild: HOME });
    expect(names(all).sort()).toEqual(
      [...EVERYONES, ...['list', 'add', 'remove', 'log'].map((each) => `corpus ${each}`), 'feedback', 'reload', 'settings'].sort(),
    );
    // What acts on the whole bot is nothing for those who manage another server; settings are nothing in a direct message.
    expect(names(await ask({ user: MANAGER, guild: ABROAD })).sort()).toEqual([...EVERYONES, 'settings'].sort());
    expect(names(await ask({ user: MANAGER, guild: null })).sort()).toEqual([...EVERYONES].sort());
    for (const [name, id] of told(all))
      expect(state.commandsIn(HOME).find((command) => command.id === id)).toMatchObject({ name: name.split(' ')[0], type: 1 });
  });

  it('is told in the reader’s language and script, with what is kept of them', async () => {
    whole = await wholeBot();
    const traditional = await ask({ user: MEMBER, locale: 'zh-TW' });
    expect(String(traditional.embeds[0]!.description)).toMatch(/^<\/ask:\d+> 用文章裡的原話回答問題\n> \/提問 /);
    expect(String(traditional.embeds[1]!.description)).toContain('\n-# 隱私：👍 👎 只記下');
    const english = await ask({ user: MEMBER, locale: 'en-GB' });
    expect(String(english.embeds[0]!.description)).toContain('> /latest region\\:0');
    expect(String(english.embeds[1]!.description)).toContain('not who gave it');
  });

  it('is two lines for who mentions the bot without words, with the commands to be clicked', async () => {
    whole = await wholeBot();
    const { discord } = whole;
    const said = discord.say({ user: MEMBER, content: `<@${discord.state.bot.id}>` });
    await until(() => discord.answersTo(said).length > 0);
    const [answer] = discord.answersTo(said);
    expect(answer!.content.split('\n')).toHaveLength(2);
    expect(answer!.content).toMatch(/<\/help:\d+>.*<\/ask:\d+>/);
    expect(answer!.embeds).toEqual([]);
  });
});

describe('the mention of a command', () => {
  it('is the server’s own, or else the one that is everywhere, or none', () => {
    const mentions = new CommandMentions();
    expect(mentions.of('ask', HOME)).toBeNull();
    expect(mentions.of('ask', null)).toBeNull();
    mentions.know(null, new Map([['ask', '1']]));
    mentions.know(HOME, new Map([['reload', '2'], ['ask', '3']])); // prettier-ignore
    expect(['ask', 'reload', 'reload now', 'none'].map((name) => mentions.of(name, HOME))).toEqual([
      '</ask:3>',
      '</reload:2>',
      '</reload now:2>',
      null,
    ]);
    expect([mentions.of('ask', null), mentions.of('ask', ABROAD), mentions.of('reload', ABROAD)]).toEqual(['</ask:1>', '</ask:1>', null]);
  });
});
