/** What is set for a server, from outside: shown, changed, kept, followed, refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import { type Bot, startBot } from '../../src/discord/lifecycle/bot.ts';
import { LocalDiscord, type LocalUser, type Message } from '../../src/local/server.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { config, fakeLibrary, memoryLog, memoryStore } from './fakes.ts';
import { until } from '../until.ts';

const TOKEN = 'MTAw.local.token';
const HOME = '100000000000000001',
  ABROAD = '100000000000000002';
const READER: LocalUser = { id: '300000000000000001', name: '读者' };
const ADMIN: LocalUser = { id: '300000000000000002', name: '管理员', permissions: 1n << 5n };

let folder: string;
let discord: LocalDiscord;
let bot: Bot;
let store: Store;
const { log } = memoryLog();
const isPrivate = (message: Message | null) => (message!.flags & 64) === 64;
const set = (options: Record<string, string | boolean> = {}, more = {}) =>
  discord.slash({ command: 'settings', options, user: ADMIN, ...more });
const search = (options: Record<string, string | boolean> = {}, more = {}) =>
  discord.slash({ command: 'search', options: { query: '扶贫', ...options }, user: READER, ...more });
const shown = (message: Message | null) => JSON.stringify(message!.embeds);
const start = async (kept: Store) => {
  store = kept;
  bot = await startBot({
    config: config({ apiUrl: discord.apiUrl, operatorGuildIds: [] }),
    token: TOKEN,
    library: fakeLibrary(),
    store,
    commands: await loadCommands(),
    log,
  });
};
const stop = async () => {
  await bot.stop();
  await store.close();
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zhaiyin-'));
  discord = await LocalDiscord.start({
    token: TOKEN,
    guilds: [
      { id: HOME, channels: ['新闻', '闲聊'] },
      { id: ABROAD, locale: 'en-US' },
    ],
  });
  await start(openStore(folder));
  await until(() => discord.state.commands.has(''));
});
afterAll(async () => {
  await stop();
  await discord.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  for (const server of [HOME, ABROAD]) await store.settings.change(server, { language: 'auto', private: false, channels: [], threads: [] });
});

describe('/settings', () => {
  it('shows what is set, to whoever asks alone, in their language', async () => {
    const { message } = await set({}, { locale: 'en-US' });
    expect(isPrivate(message)).toBe(true);
    expect(message!.content).toBe('');
    expect(shown(message)).toContain('all channels');
  });

  it('is for those who may manage the server, whatever its admins let others use', async () => {
    const { message } = await set({ language: 'en' }, { user: READER, permitted: true });
    expect(isPrivate(message)).toBe(true);
    expect(message!.content).toContain('只有可以管理服务器的人');
    expect((await store.settings.of(HOME)).language).toBe('auto');
  });

  it('says in direct messages that it is for servers', async () => {
    const { message } = await set({ private: true }, { guild: null });
    expect(message!.content).toBe('设置是给服务器的：请在服务器里使用 /设置。');
  });

  it('survives a restart', async () => {
    await set({ language: 'zh-TW', private: true });
    await stop();
    await start(openStore(folder));
    await discord.ready();
    const { message } = await set();
    expect(shown(message)).toContain('繁体中文');
    expect(shown(message)).toContain('只有提问者看得见');
  });

  it('says where it will not survive one', async () => {
    await stop();
    await start(memoryStore());
    await discord.ready();
    expect((await set({ private: true })).message!.content).toContain('重启时就会丢失');
    expect(isPrivate((await search()).message)).toBe(true);
    await stop();
    await start(openStore(folder));
    await discord.ready();
  });
});

describe('a reset', () => {
  it('puts everything back, before what else is named', async () => {
    await set({ language: 'zh-TW', private: true, allow: '100000000000000009' });
    expect((await set({ reset: false })).message!.content).not.toContain('没有另外');
    expect(await store.settings.of(HOME)).toMatchObject({ language: 'zh-TW', private: true });
    expect((await set({ reset: true, language: 'en' })).message!.content).toBe('已更改。');
    expect(await store.settings.of(HOME)).toEqual({ language: 'en', private: false, channels: [], threads: [] });
    await set({ reset: true });
    expect(await store.settings.of(HOME)).toEqual({ language: 'auto', private: false, channels: [], threads: [] });
  });
});

describe('the language of public replies', () => {
  it.each([
    ['auto', '第 1/3 页'],
    ['zh-TW', '第 1/3 頁'],
    ['en', 'page 1 of 3'],
  ])('%s', async (language, words) => {
    await set({ language });
    const { message } = await search({}, { locale: 'en-US' });
    expect(message!.content).toContain(words);
  });

  it("is each server's own, and does not change private replies", async () => {
    await set({ language: 'zh-TW' });
    expect((await search({}, { guild: ABROAD })).message!.content).toContain('page 1 of 3');
    expect((await search({ private: true }, { locale: 'en-US' })).message!.content).toContain('page 1 of 3');
  });

  it('holds when a page is turned', async () => {
    await set({ language: 'zh-TW' });
    const { message } = await search();
    const row = message!.components[0]!.components as { custom_id: string }[];
    await discord.click(message!, row[1]!.custom_id, { user: READER });
    expect(message!.content).toContain('第 2/3 頁');
  });
});

describe('private replies', () => {
  it('are the default where the server says so, and whoever asks decides', async () => {
    expect(isPrivate((await search()).message)).toBe(false);
    expect(isPrivate((await search({ private: true })).message)).toBe(true);
    await set({ private: true });
    expect(isPrivate((await search()).message)).toBe(true);
    expect(isPrivate((await search({ private: false })).message)).toBe(false);
  });

  it('are all errors, though the asker wanted them public', async () => {
    expect(isPrivate((await search({ query: '空', private: false })).message)).toBe(true);
  });
});

describe('allowed channels', () => {
  const [NEWS, CHAT] = [0, 1].map((at) => () => discord.state.guilds.get(HOME)!.channels[at]!.id) as [() => string, () => string];

  it('are the only ones with answers, until none is left', async () => {
    await set({ allow: CHAT() });
    const refused = await search();
    expect(isPrivate(refused.message)).toBe(true);
    expect(refused.message!.content).toBe(`本服务器只在这些频道回答：<#${CHAT()}>`);
    expect((await search({}, { channel: CHAT() })).message!.embeds).toHaveLength(5);
    await set({ allow: NEWS(), forbid: CHAT() });
    expect((await store.settings.of(HOME)).channels).toEqual([NEWS()]);
    await set({ forbid: NEWS() });
    expect((await search({}, { channel: CHAT() })).message!.embeds).toHaveLength(5);
  });

  it('hold for pages of older messages, not for commands that only the asker sees', async () => {
    const { message } = await search();
    await set({ allow: CHAT() });
    const row = message!.components[0]!.components as { custom_id: string }[];
    expect((await discord.click(message!, row[1]!.custom_id, { user: READER })).message!.content).toContain('本服务器只在这些频道回答');
    expect((await discord.slash({ command: 'help', user: READER })).message!.embeds).toHaveLength(2);
    expect((await search({}, { guild: null })).message!.embeds).toHaveLength(5);
  });

  it('are added and removed several at once', async () => {
    await set({ allow: `<#${NEWS()}> <#${CHAT()}>` });
    expect((await store.settings.of(HOME)).channels).toEqual([NEWS(), CHAT()]);
    await set({ forbid: `<#${CHAT()}>，${NEWS()}` });
    expect((await store.settings.of(HOME)).channels).toEqual([]);
  });

  it.each(['新闻', '#新闻', '<#100000000000000009> 和别的', '<@100000000000000009>', '123'])('are not %s', async (written) => {
    await set({ allow: NEWS() });
    const { message } = await set({ allow: written });
    expect(message!.content).toMatch(/^「allow」应为本服务器的频道，如 \\?#新闻/);
    expect((await store.settings.of(HOME)).channels).toEqual([NEWS()]);
  });

  it('are fifty at most', async () => {
    await store.settings.change(HOME, { channels: Array.from({ length: 50 }, (_, at) => String(10n ** 17n + BigInt(at))) });
    expect((await set({ allow: NEWS() })).message!.content).toBe('最多可以允许 50 个频道。');
    expect(shown((await set()).message)).toContain('……还有');
  });
});
