import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import { type Bot, startBot } from '../../src/discord/lifecycle/bot.ts';
import { LocalDiscord, type LocalUser } from '../../src/local/server.ts';
import { config, type FakeLibrary, fakeLibrary, memoryLog, memoryStore } from './fakes.ts';
import { components, idOf } from './pressing.ts';
import { slow } from './slow-command.ts';
import { until } from '../until.ts';

const TOKEN = 'MTAw.local.token';
const HOME = '100000000000000001',
  ABROAD = '100000000000000002';
const ASKER: LocalUser = { id: '300000000000000001', name: '提问者' };
const OTHER: LocalUser = { id: '300000000000000002', name: '旁人' };
const MODERATOR: LocalUser = { id: '300000000000000003', name: '管理员', permissions: 1n << 40n };

let discord: LocalDiscord;
let bot: Bot;
let library: FakeLibrary;
const { lines, log } = memoryLog();

const start = async () =>
  startBot({
    config: config({ apiUrl: discord.apiUrl, operatorGuildIds: [HOME] }),
    token: TOKEN,
    library,
    store: memoryStore(),
    commands: [...(await loadCommands()), slow],
    log,
  });

beforeAll(async () => {
  discord = await LocalDiscord.start({ token: TOKEN, guilds: [{ id: HOME }, { id: ABROAD, locale: 'en-US' }] });
  library = fakeLibrary();
  bot = await start();
  await until(() => discord.state.commands.has('') && discord.state.commands.has(HOME));
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});
beforeEach(() => {
  library.asked.length = 0;
  lines.length = 0;
  discord.faults.clear();
});

describe('registering', () => {
  it("puts everyone's commands everywhere, and the operators' into their own server only", () => {
    expect(discord.state.commands.get('')!.map(({ name }) => name)).not.toContain('reload');
    expect(discord.state.commands.get(HOME)!.map(({ name }) => name)).toEqual(['corpus', 'feedback', 'reload']);
    expect(discord.state.commands.has(ABROAD)).toBe(false);
  });

  it('writes nothing on a second start', async () => {
    const before = discord.state.overwrites;
    const puts = () => discord.rest.requests.filter((request) => request.startsWith('GET') && request.endsWith('/commands')).length;
    const looked = puts();
    await bot.stop();
    bot = await start();
    await until(() => puts() >= looked + 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(discord.state.overwrites).toBe(before);
  });
});

describe('a command', () => {
  it("answers in the server's language, five passages a page", async () => {
    const { message } = await discord.slash({ command: 'search', options: { query: '旅游扶贫' }, user: ASKER });
    expect(message!.content).toBe('「旅游扶贫」：共 12 段，第 1/3 页');
    expect(message!.embeds).toHaveLength(5);
    const abroad = await discord.slash({ command: 'search', options: { query: '旅游扶贫' }, user: ASKER, guild: ABROAD });
    expect(abroad.message!.content).toContain('12 passages, page 1 of 3');
  });

  it('passes on every option', async () => {
    await discord.slash({ command: 'search', options: { query: '扶贫', region: '河南', from: '2018-01', limit: 3 } });
    expect(library.asked[0]!.args).toMatchObject(['扶贫', { region: '河南', from: '2018-01', limit: 3 }]);
  });

  it('answers in direct messages', async () => {
    const { message } = await discord.slash({ command: 'ask', options: { question: '火星上有多少人？' }, guild: null, locale: 'zh-TW' });
    expect(message!.content).toContain('文章沒有回答');
  });

  it('explains a wrong input to the asker alone', async () => {
    const { message } = await discord.slash({ command: 'article', options: { id: '*没有*' }, locale: 'en-US' });
    expect(message!.flags & 64).toBe(64);
    expect(message!.content).toBe('There is no article with the id “\\*没有\\*”.');
  });

  it('gives a bug a number, which the log has with the stack, and no question', async () => {
    const { message } = await discord.slash({ command: 'search', options: { query: '出错' } });
    expect(message!.flags & 64).toBe(64);
    const reference = /编号 (\w+)/.exec(message!.content)![1]!;
    await until(() => lines.some((line) => line.includes(reference)));
    expect(lines.join('')).toContain('a bug in the search');
    expect(lines.join('')).toContain('fakes.ts');
    expect(lines.join('')).not.toContain('出错');
  });

  it("survives Discord's hiccups: a duplicate, a 429, a 500", async () => {
    discord.faults.duplicate = true;
    expect((await discord.slash({ command: 'search', options: { query: '扶贫' } })).message).not.toBeNull();
    await until(() => lines.some((line) => line.includes('40060')));
    discord.faults.clear();
    discord.faults.add({ match: /callback/, status: 429, retryAfter: 0.1 });
    expect((await discord.slash({ command: 'search', options: { query: '扶贫' } })).message).not.toBeNull();
    discord.faults.add({ match: /callback/, status: 500 });
    expect((await discord.slash({ command: 'search', options: { query: '扶贫' } })).message).not.toBeNull();
  });
});

describe('a slow command', () => {
  it('asks for time, then answers', async () => {
    const exchange = await discord.slash({ command: 'slow', options: { query: '扶贫' } });
    expect(exchange).toMatchObject({ deferred: true, message: { flags: 0 } });
    expect(exchange.message!.content).toContain('「扶贫」');
  });
  it('explains its failure to the asker alone, and leaves nothing behind', async () => {
    const exchange = await discord.slash({ command: 'slow', options: { query: '空' } });
    expect(exchange.deferred).toBe(true);
    expect(exchange.messages).toHaveLength(1);
    expect(exchange.message!.flags & 64).toBe(64);
  });
  it('turns the page late, too', async () => {
    const { message } = await discord.slash({ command: 'slow', options: { query: '扶贫' }, user: ASKER });
    const own = await discord.click(message!, idOf(message, '2p|slow|1|'), { user: ASKER });
    expect(own).toMatchObject({ deferred: true, message });
    const [copy] = (await discord.click(message!, idOf(message, '2p|slow|0|'), { user: OTHER })).messages;
    expect(copy!.flags & 64).toBe(64);
  });
  it('is waited for when the bot stops', async () => {
    const answer = discord.slash({ command: 'slow', options: { query: '扶贫' } });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const stopped = bot.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { message: turnedAway } = await discord.slash({ command: 'help' });
    expect(turnedAway!.content).toContain('正在重启');
    expect((await answer).message!.content).toContain('「扶贫」');
    await stopped;
    bot = await start();
  });
}, 15_000);

describe('completion', () => {
  it('offers 25 at most', async () => {
    expect(await discord.autocomplete({ command: 'search', options: { query: '扶贫', region: '雅' }, focused: 'region' })).toHaveLength(25);
  });
  it('offers nothing where it fails', async () => {
    expect(await discord.autocomplete({ command: 'search', options: { query: '扶贫', region: '出错' }, focused: 'region' })).toEqual([]);
  });
});

describe('buttons and menus', () => {
  const ask = async (query = '旅游扶贫') => (await discord.slash({ command: 'search', options: { query }, user: ASKER })).message!;

  it('turn the page of whoever asked', async () => {
    const message = await ask();
    const turned = await discord.click(message, idOf(message, '2p|search|1|'), { user: ASKER });
    expect(turned.message).toBe(message);
    expect(message.content).toContain('第 2/3 页');
    await discord.click(message, idOf(message, '2p|search|2|'), { user: ASKER });
    expect(message.embeds).toHaveLength(2);
  });

  it('give anyone else a copy of their own', async () => {
    const message = await ask();
    const { message: copy } = await discord.click(message, idOf(message, '2p|search|1|'), { user: OTHER });
    expect(copy).not.toBe(message);
    expect(copy!.flags & 64).toBe(64);
    expect(message.content).toContain('第 1/3 页');
    const next = await discord.click(copy!, idOf(copy, '2p|search|2|'), { user: OTHER });
    expect(next.message).toBe(copy);
  });

  it('work for a question too long for them, after a restart too', async () => {
    const message = await ask('长'.repeat(300));
    const id = idOf(message, '2p|search|1|');
    expect(id.length).toBeLessThanOrEqual(100);
    await discord.click(message, id, { user: ASKER });
    expect(library.asked.at(-1)!.args[0]).toBe('长'.repeat(300));
    await bot.stop();
    bot = await start();
    await discord.ready();
    await discord.click(message, idOf(message, '2p|search|2|'), { user: ASKER });
    expect(library.asked.at(-1)!.args[0]).toBe('长'.repeat(300));
    expect(message.content).toContain('第 3/3 页');
    message.embeds[0]!.footer = { text: '词语: 别的' };
    const { message: told } = await discord.click(message, idOf(message, '2p|search|1|'), { user: ASKER });
    expect(told!.content).toBe('这个按钮已经过期，请重新查询。');
    expect(told!.flags & 64).toBe(64);
  });

  it.each([
    'x',
    '1|p|search|1|abc|query=甲',
    '2p|reload|0|x||||',
    '2p|search|0|x|||query=甲&limit#9999',
    '2p|search|0|x|||query=甲&bogus=1',
    '2p|search|0|x|||',
    '2p|nothing|0|x|||query=甲',
    '2p|search|0|x|||query=甲&script=Klingon',
  ])('refuse an id that was made up: %s', async (id) => {
    const message = await ask();
    components(message)[0]!.custom_id = id;
    (components(message)[0] as { disabled?: boolean }).disabled = false;
    library.asked.length = 0;
    const { message: told } = await discord.click(message, id, { user: ASKER });
    expect(told!.flags & 64).toBe(64);
    expect(told!.content).toMatch(/已经过期|只有管理员/);
    expect(library.asked).toEqual([]);
  });

  it('open an article privately, and turn its pages', async () => {
    const message = await ask();
    const { message: article } = await discord.select(
      message,
      idOf(message, '2o|'),
      [components(message).find(({ options }) => options)!.options![1]!.value],
      { user: OTHER },
    );
    expect(article!.flags & 64).toBe(64);
    expect(article!.content).toContain('第 1/');
    await discord.click(article!, idOf(article, '2p|article|1|'), { user: OTHER });
    expect(article!.content).toContain('第 2/');
  });

  it('ask again with a suggestion', async () => {
    const message = await ask('没有');
    expect(message.content).toContain('是不是要找：旅游、扶贫？');
    await discord.select(message, idOf(message, '2s|'), ['扶贫'], { user: ASKER });
    expect(message.content).toContain('「扶贫」：共 12 段');
    const one = await ask('没有一条');
    await discord.click(one, idOf(one, '2i|'), { user: ASKER });
    expect(one.content).toContain('「扶贫」：共 12 段');
  });
});

describe('reload', () => {
  it("is refused to a plain member, whatever the server's admins set", async () => {
    const { message } = await discord.slash({ command: 'reload', user: ASKER, permitted: true });
    expect(message!.flags & 64).toBe(64);
    expect(message!.content).toContain('只有管理员');
    expect(library.asked).toEqual([]);
  });

  it('takes its time for a moderator, and tells what changed', async () => {
    library.slow = 200;
    const exchange = await discord.slash({ command: 'reload', user: MODERATOR });
    expect(exchange.deferred).toBe(true);
    expect(exchange.message!.flags & 64).toBe(64);
    expect(JSON.stringify(exchange.message!.embeds)).toContain('认不出它的编码');
  });

  it('is done once though Discord asks twice', async () => {
    discord.faults.duplicate = true;
    await discord.slash({ command: 'reload', user: MODERATOR });
    await until(() => lines.some((line) => line.includes('40060')));
    expect(library.asked.filter(({ method }) => method === 'reload')).toHaveLength(1);
    expect(lines.join('')).not.toContain('"bug"');
  });
});

describe('the connection', () => {
  it('is resumed after it drops, and what was missed is answered', async () => {
    const { resumed } = discord.gateway.seen;
    discord.gateway.drop();
    const { message } = await discord.slash({ command: 'search', options: { query: '扶贫' } });
    expect(message).not.toBeNull();
    expect(discord.gateway.seen.resumed).toBe(resumed + 1);
  });
  it('is resumed when Discord asks for it, and begun anew when the session is gone', async () => {
    const { resumed, identified } = discord.gateway.seen;
    discord.gateway.reconnect();
    await until(() => discord.gateway.seen.resumed === resumed + 1);
    discord.gateway.invalidate();
    for (let at = 0; at < 10 && discord.gateway.seen.identified === identified; at++)
      await new Promise((resolve) => setTimeout(resolve, 1000));
    await discord.ready();
    expect((await discord.slash({ command: 'search', options: { query: '扶贫' } })).message).not.toBeNull();
  });
  it('is lost for good when the token is taken back', async () => {
    discord.gateway.closeAll(4004);
    expect(await bot.lost).toContain('DISCORD_TOKEN');
  });
});
