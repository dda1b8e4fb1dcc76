/** Questions that come as messages or from a message's menu, and a bot that its user installed for themselves. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import { type Bot, startBot } from '../../src/discord/lifecycle/bot.ts';
import { LocalDiscord, type LocalUser, type Message, type SayInput } from '../../src/local/server.ts';
import type { Store } from '../../src/store/store.ts';
import { config, type FakeLibrary, fakeLibrary, memoryLog, memoryStore } from './fakes.ts';
import { until } from '../until.ts';

const TOKEN = 'MTAw.local.token';
const HOME = '100000000000000001',
  ABROAD = '100000000000000002',
  QUIET = '100000000000000003';
const ASKER: LocalUser = { id: '300000000000000001', name: '提问者' };
const OTHER: LocalUser = { id: '300000000000000002', name: '旁人' };
const MENU = 'Find in the articles';

let discord: LocalDiscord;
let bot: Bot;
let store: Store;
let library: FakeLibrary;
const { lines, log } = memoryLog();

interface Component {
  custom_id: string;
  options?: { value: string }[];
}
const components = (message: Message): Component[] => message.components.flatMap((row) => row.components as Component[]);
const mention = (words: string) => `<@${discord.state.bot.id}> ${words}`;
/** Says something, and waits for the answer. */
const asks = async (input: SayInput): Promise<Message> => {
  const message = discord.say({ user: ASKER, ...input });
  await until(() => discord.answersTo(message).length > 0);
  return discord.answersTo(message)[0]!;
};

beforeAll(async () => {
  discord = await LocalDiscord.start({ token: TOKEN, guilds: [{ id: HOME }, { id: ABROAD, locale: 'en-US' }, { id: QUIET }] });
  library = fakeLibrary();
  store = memoryStore();
  bot = await startBot({
    config: config({ apiUrl: discord.apiUrl, operatorGuildIds: [HOME] }),
    token: TOKEN,
    library,
    store,
    commands: await loadCommands(),
    log,
  });
  await until(() => discord.state.commands.has(''));
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});
beforeEach(() => {
  library.asked.length = 0;
  lines.length = 0;
});

describe('a message', () => {
  it("that mentions the bot is answered below, in the server's language, without a ping", async () => {
    const answer = await asks({ content: mention('旅游扶贫怎么做？') });
    expect(answer.content).toContain('「旅游扶贫怎么做？」');
    expect(answer.type).toBe(19);
    expect(answer.mentions).toEqual([]);
    expect(library.asked[0]).toMatchObject({ method: 'ask', args: ['旅游扶贫怎么做？', {}] });
    expect((await asks({ content: mention('旅游扶贫'), guild: ABROAD })).content).toContain('in the articles');
  });

  it('to the bot alone is answered in the script that it is written in', async () => {
    expect((await asks({ content: '旅游扶贫', guild: null })).content).toContain('——文章原话');
    expect((await asks({ content: '香格里拉市委書記是誰', guild: null })).content).toContain('——文章原話');
    expect((await asks({ content: 'who?', guild: null })).content).toContain('in the articles');
  });

  it.each([
    ['', '</ask:'],
    ['你好！', '</ask:'],
    ['谢谢', '不客气'],
  ])('without a question (%s) is answered in two lines', async (said, expected) => {
    const answer = await asks({ content: mention(said) });
    expect(answer.content).toContain(expected);
    expect(answer.content.split('\n').length).toBeLessThanOrEqual(2);
    expect(answer.embeds).toEqual([]);
    expect(library.asked.filter(({ method }) => method === 'ask')).toEqual([]);
  });

  it("that mentions the bot's own role is for the bot, without any mark in the question", async () => {
    const answer = await asks({ content: `<@&${BigInt(HOME) + 1n}> 旅游<:ok:300000000000000009>扶贫怎么做？ 🤔 <#300000000000000009>` });
    expect(library.asked.at(-1)).toMatchObject({ method: 'ask', args: ['旅游 扶贫怎么做？', {}] });
    expect(answer.content).toContain('「旅游 扶贫怎么做？」');
  });

  it('that is not for the bot is left alone, and its text never comes', async () => {
    const others = [
      discord.say({ user: ASKER, content: '旅游扶贫' }),
      discord.say({ user: ASKER, content: '<@300000000000000002> 旅游扶贫' }),
      discord.say({ user: ASKER, content: '@everyone 旅游扶贫' }),
      discord.say({ user: ASKER, content: '<@&300000000000000005> 旅游扶贫' }),
      discord.say({ user: { ...OTHER, bot: true } as LocalUser, content: '' }),
    ];
    await asks({ content: mention('问题') });
    expect(others.flatMap((message) => discord.answersTo(message))).toEqual([]);
    expect(library.asked).toHaveLength(1);
  });

  it("that cannot be used is explained, and no bug's message is told", async () => {
    expect((await asks({ content: mention('长'.repeat(600)) })).content).not.toBe('');
    expect(lines.join('')).not.toContain('长长');
  });

  it('takes no text of a server that keeps replies private', async () => {
    await store.settings.change(QUIET, { private: true });
    const answer = await asks({ content: mention('旅游扶贫'), guild: QUIET });
    expect(answer.content).toContain('</ask:');
    expect(library.asked).toEqual([]);
  });
});

describe("an answer to the bot's message", () => {
  it('keeps its filters', async () => {
    const { message } = await discord.slash({ command: 'ask', options: { question: '谁？', region: '河南', from: '2018' }, user: ASKER });
    const answer = await asks({ content: '那么资金呢？', replyTo: message! });
    expect(library.asked.at(-1)).toMatchObject({ method: 'ask', args: ['那么资金呢？', { region: '河南', from: '2018' }] });
    expect(answer.content).toContain('条件：河南 · 2018');
    await asks({ content: '还有呢？', replyTo: answer });
    expect(library.asked.at(-1)).toMatchObject({ method: 'ask', args: ['还有呢？', { region: '河南', from: '2018' }] });
  });

  it('asks about the place or the person of a card', async () => {
    for (const [command, option] of [
      ['region', '雅安'],
      ['official', '孙咏平'],
    ] as const) {
      const { message } = await discord.slash({ command, options: { name: option }, user: ASKER });
      await asks({ content: '说了什么？', replyTo: message! });
      expect(library.asked.at(-1)).toMatchObject({ method: 'ask', args: ['说了什么？', { [command]: option }] });
    }
  });

  it('without a ping is not told to the bot', async () => {
    const { message } = await discord.slash({ command: 'ask', options: { question: '谁？' }, user: ASKER });
    const silent = discord.say({ user: ASKER, content: '那么资金呢？', replyTo: message!, ping: false });
    await asks({ content: mention('问题') });
    expect(discord.answersTo(silent)).toEqual([]);
  });
});

describe('the buttons of such an answer', () => {
  it("are the asker's; anyone else gets a copy of their own", async () => {
    const answer = await asks({ content: mention('旅游扶贫') });
    const next = components(answer).find(({ custom_id: id }) => id.startsWith('2p|ask|1|'))!.custom_id;
    const [copy] = (await discord.click(answer, next, { user: OTHER })).messages;
    expect(copy!.flags & 64).toBe(64);
    expect(answer.content).toContain('第 1/');
    const { message } = await discord.click(answer, next, { user: ASKER });
    expect(message).toBe(answer);
    expect(answer.content).toContain('第 2/');
    const after = components(answer).find(({ custom_id: id }) => id.startsWith('2p|ask|2|'))!.custom_id;
    expect((await discord.click(answer, after, { user: ASKER })).message).toBe(answer);
  });
});

describe('the menu of a message', () => {
  it('looks for what the message says, for the one who chose it, in their language', async () => {
    const message = discord.say({ user: OTHER, content: '  今年\n旅游扶贫 <@1> ' });
    const { message: answer } = await discord.chooseFromMenu({ command: MENU, message, user: ASKER, locale: 'en-US' });
    expect(answer!.flags & 64).toBe(64);
    expect(answer!.content).toContain('12 passages');
    expect(library.asked.at(-1)).toMatchObject({ method: 'search', args: ['今年 旅游扶贫', {}] });
  });

  it('takes the first sentences of a long one, the embeds of one without text, and explains an empty one', async () => {
    await discord.chooseFromMenu({ command: MENU, message: discord.say({ content: `第一句讲旅游。${'长'.repeat(1500)}` }), user: ASKER });
    expect(library.asked.at(-1)!.args[0]).toBe('第一句讲旅游。');
    const { message: embedded } = await discord.slash({ command: 'search', options: { query: '扶贫' }, user: OTHER });
    embedded!.content = '';
    await discord.chooseFromMenu({ command: MENU, message: embedded!, user: ASKER });
    expect(library.asked.at(-1)!.args[0]).toContain('旅游');
  });
});

describe('a bot that its user installed for themselves', () => {
  it.each(['group message', 'other server'] as const)('answers in a %s, and its buttons work', async (outside) => {
    const { message } = await discord.slash({ command: 'search', options: { query: '旅游扶贫' }, user: ASKER, outside });
    expect(message!.embeds).toHaveLength(5);
    const next = components(message!).find(({ custom_id: id }) => id.startsWith('2p|search|1|'))!.custom_id;
    expect((await discord.click(message!, next, { user: ASKER, outside })).message).toBe(message);
    expect(message!.content).toContain(outside === 'other server' ? 'page 2 of 3' : '第 2/3 页');
    const read = components(message!).find(({ options }) => options)!;
    const [article] = (await discord.select(message!, read.custom_id, [read.options![0]!.value], { user: OTHER, outside })).messages;
    expect(article!.flags & 64).toBe(64);
    const said = discord.say({ content: '旅游扶贫' });
    expect((await discord.chooseFromMenu({ command: MENU, message: said, user: ASKER, outside })).message!.embeds).toHaveLength(5);
  });

  it('offers nothing there that acts on a server or on the bot', () => {
    for (const command of ['reload', 'settings']) {
      for (const outside of ['group message', 'other server'] as const)
        expect(() => discord.slash({ command, user: ASKER, outside, permitted: true })).toThrow('is registered here');
    }
  });
});
