import { onTestFinished } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import type { Config } from '../../src/config.ts';
import { type Bot, type BotParts, startBot } from '../../src/discord/lifecycle/bot.ts';
import { type GuildSeed, LocalDiscord } from '../../src/local/server.ts';
import { config, fakeLibrary, memoryLog, memoryStore } from './fakes.ts';
import { until } from '../until.ts';

const TOKEN = 'MTAw.local.token';

export interface WholeBot {
  discord: LocalDiscord;
  bot: Bot;
  lines: string[];
  parts: BotParts;
}

/** A bot in a Discord of its own, ready for commands; both are gone when the test has ended. */
export async function wholeBot({
  guilds,
  settings = {},
  ...more
}: { guilds?: readonly GuildSeed[]; settings?: Partial<Config> } & Partial<BotParts> = {}): Promise<WholeBot> {
  const discord = await LocalDiscord.start({ token: TOKEN, ...(guilds ? { guilds } : {}) });
  const { lines, log } = memoryLog();
  const parts: BotParts = {
    config: config({ apiUrl: discord.apiUrl, ...settings }),
    token: TOKEN,
    library: fakeLibrary(),
    store: memoryStore(),
    commands: await loadCommands(),
    log,
    ...more,
  };
  const bot = await startBot(parts);
  onTestFinished(async () => {
    await bot.stop();
    await discord.close();
  });
  const places = ['', ...parts.config.operatorGuildIds];
  await until(() => places.every((place) => discord.state.commands.has(place)));
  return { discord, bot, lines, parts };
}
