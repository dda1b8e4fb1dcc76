/** What Discord refuses every day is a line in the log, not an error with a stack. */
import { DiscordAPIError } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import { startBot } from '../../src/discord/lifecycle/bot.ts';
import { everydayRefusal } from '../../src/discord/outgoing/everyday.ts';
import { LocalDiscord } from '../../src/local/server.ts';
import { config, fakeLibrary, memoryLog, memoryStore } from './fakes.ts';
import { until } from '../until.ts';

const TOKEN = 'MTAw.local.token';
const HOME = '100000000000000001',
  GONE = '100000000000000002';
const EVERYDAY = [
  ['a thread that is archived', 50083],
  ['a text that AutoMod blocks', 200_000],
  ['no access', 50001],
  ['a missing permission', 50013],
  ['an unknown message', 10008],
  ['an unknown channel', 10003],
  ['direct messages that are closed', 50007],
] as const;

interface Line {
  level: number;
  code?: number;
  guild?: string;
  msg: string;
}
async function start() {
  const discord = await LocalDiscord.start({ token: TOKEN, guilds: [{ id: HOME }] });
  const { lines, log } = memoryLog();
  const begin = async (operatorGuildIds: string[] = []) => {
    const bot = await startBot({
      config: config({ apiUrl: discord.apiUrl, operatorGuildIds }),
      token: TOKEN,
      library: fakeLibrary(),
      store: memoryStore(),
      commands: await loadCommands(),
      log,
    });
    onTestFinished(async () => {
      await bot.stop();
      await discord.close();
    });
  };
  const told = (code: number) => lines.map((line) => JSON.parse(line) as Line).filter((line) => line.code === code);
  const problems = () => lines.filter((line) => line.includes('stack') || (JSON.parse(line) as Line).level >= 50);
  return { discord, begin, told, problems };
}

describe('of an answer', () => {
  it.each(EVERYDAY)('%s is told in one line, to a command and to a message', async (_, code) => {
    const { discord, begin, told, problems } = await start();
    await begin();
    await until(() => discord.state.commands.has(''));
    discord.faults.add({ match: /callback/, status: 403, code });
    void discord.slash({ command: 'ask', options: { question: '谁是书记？' } }).catch(() => undefined);
    await until(() => told(code).length === 1);
    discord.faults.add({ match: /^POST \/channels/, status: 403, code });
    discord.say({ content: `<@${discord.state.bot.id}> 谁是书记？` });
    await until(() => told(code).length === 2);
    expect(told(code)).toMatchObject([
      { level: 40, msg: 'Discord would not take the answer' },
      { level: 40, msg: 'Discord would not take the answer' },
    ]);
    expect(problems()).toEqual([]);
  });
});

it('of the commands, for a server that the bot is not in: one line, and the others have theirs', async () => {
  const { discord, begin, told, problems } = await start();
  await begin([GONE, HOME]);
  await until(() => discord.state.commands.has('') && discord.state.commands.has(HOME));
  await until(() => told(50001).length > 0);
  expect(told(50001)).toMatchObject([{ level: 40, guild: GONE, msg: 'Discord would not take the commands' }]);
  expect(problems()).toEqual([]);
});

it('is nothing else: what we did wrong keeps its stack', () => {
  const error = (code: number) => new DiscordAPIError({ code, message: 'said' }, code, 403, 'POST', 'https://x.y', {});
  expect(everydayRefusal(error(50013))).toEqual({ code: 50013, said: 'said' });
  expect(everydayRefusal(error(50035))).toBeNull();
  expect(everydayRefusal(new TypeError('bug'))).toBeNull();
});
