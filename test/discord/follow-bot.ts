/** A bot that follows what is new in a folder of articles, and can be started again over the same store. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import type { Config } from '../../src/config.ts';
import { type Bot, startBot } from '../../src/discord/lifecycle/bot.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { LocalDiscord, type LocalUser, type Message } from '../../src/local/server.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { until } from '../until.ts';
import { BODY, page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';
import { config, memoryLog } from './fakes.ts';

export const TOKEN = 'MTAw.local.token';
export const HOME = '100000000000000001';
export const READER: LocalUser = { id: '300000000000000001', name: '读者' };
export const MODERATOR: LocalUser = { id: '300000000000000002', name: '管理员', permissions: 1n << 40n };
/** An article about a place of its own, told by somebody. */
export const news = (title: string, words: string) =>
  page(title, '来源：青禾日报', `2019年7月3日，四川省雅安市雨城区${words}。区委书记高福强指出，要抓紧落实${title}的各项工作。`);

export interface FollowBot {
  discord: LocalDiscord;
  corpus: string;
  lines: string[];
  store(): Store;
  library(): Library;
  add(options: Record<string, string | boolean>, user?: LocalUser, locale?: string): Promise<Message>;
  use(command: string, options?: Record<string, number>, user?: LocalUser): Promise<Message>;
  write(file: string, content: string): Promise<void>;
  /** Reads the articles again, and waits until nothing is left to be posted. */
  reload(): Promise<void>;
  settled(): Promise<void>;
  restart(between?: () => Promise<void> | void): Promise<void>;
  /** What was posted for those who follow something. */
  posts(): Message[];
}

export async function followBot(settings: Partial<Config> = {}): Promise<FollowBot> {
  const corpus = await tempFolder({ '旧.txt': BODY });
  const data = await tempFolder();
  const discord = await LocalDiscord.start({ token: TOKEN, guilds: [{ id: HOME, channels: ['新闻'] }] });
  const { lines, log } = memoryLog();
  const commands = await loadCommands();
  let [store, library, bot]: [Store, Library, Bot] = await start();
  async function start(): Promise<[Store, Library, Bot]> {
    const kept = openStore(data);
    const opened = await openLibrary(corpus);
    const parts = { token: TOKEN, library: opened, store: kept, commands, log };
    const started = await startBot({
      ...parts,
      config: config({ apiUrl: discord.apiUrl, corpusDir: corpus, dataDir: data, operatorGuildIds: [HOME], ...settings }),
    });
    await until(() => discord.state.commands.has('') && discord.state.commands.has(HOME));
    return [kept, opened, started];
  }
  const stop = async () => {
    await bot.stop();
    await store.close();
  };
  onTestFinished(async () => {
    await stop();
    await discord.close();
  });
  // A reload is over when its files are known; what was planned for them then stands in the store, too.
  const settled = async () => {
    const { files } = library.feed!.current();
    const known = async () => {
      const seen = await store.follows.files();
      return [...files].every(([file, { sha256 }]) => seen.get(file)?.sha256 === sha256);
    };
    await until(async () => (await store.follows.all()).length === 0 || ((await known()) && (await store.follows.unposted()).length === 0));
  };
  return {
    discord,
    corpus,
    lines,
    store: () => store,
    library: () => library,
    settled,
    add: async (options, user = MODERATOR, locale = 'zh-CN') =>
      (await discord.slash({ command: 'follow add', options, user, locale })).message!,
    use: async (command, options = {}, user = MODERATOR) => (await discord.slash({ command: `follow ${command}`, options, user })).message!,
    write: (file, content) => writeFile(path.join(corpus, file), content),
    reload: async () => {
      await library.reload();
      await settled();
    },
    restart: async (between = () => undefined) => {
      await stop();
      await between();
      [store, library, bot] = await start();
      await discord.ready();
      await settled();
    },
    posts: () => [...discord.state.messages.values()].filter(({ content }) => content.startsWith('🔔')),
  };
}
