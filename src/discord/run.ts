import type { Command } from '../command.ts';
import { type Config, loadEnvFile, readConfig } from '../config.ts';
import type { Library } from '../library.ts';
import { localeOf, text } from '../text/index.ts';
import { startBot } from './bot.ts';
import { createLog } from './log.ts';
import { explainStartError } from './start-error.ts';

export interface Parts {
  openLibrary(config: Config): Promise<Library>;
  loadCommands(): Promise<Command[]>;
}

const say = (line: string) => { process.stderr.write(`${line}\n`); };

/**
 * The bot's life, from reading the environment to logging out: the library first, then Discord.
 *
 * @returns the exit status: 0 after SIGINT or SIGTERM, and where there is no token (which only gets two lines said); 1
 * after one sentence on what is wrong
 */
export async function run(parts: Parts): Promise<number> {
  try {
    loadEnvFile();
    const config = readConfig();
    if (config.token === null) return sayHowToStart();
    const log = createLog(config.logLevel);
    const stopped = signal();
    const commands = await parts.loadCommands();
    const library = await parts.openLibrary(config);
    const { articles, passages, rejected, build_ms } = library.status();
    log.info({ articles, passages, rejected: rejected.length, build_ms }, 'library');
    for (const { file, line, reason } of rejected) log.warn({ file, line, reason }, 'rejected');
    // A login can hang as long as the network does; being told to stop must not wait for it.
    const bot = await Promise.race([stopped, startBot({ config, token: config.token, library, commands, log })]);
    if (typeof bot === 'string') return 0;
    const end = await Promise.race([stopped, bot.lost.then((sentence) => ({ sentence }))]);
    if (typeof end !== 'string') say(end.sentence);
    else log.info({ signal: end }, 'stopping');
    await bot.stop();
    return typeof end === 'string' ? 0 : 1;
  } catch (error) {
    say(explainStartError(error));
    return 1;
  }
}

function sayHowToStart(): number {
  const locale = localeOf(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG);
  say(text(locale, 'discord.no_token'));
  say(text(locale, 'discord.try_console'));
  return 0;
}

/** The first signal to stop; one more ends the process at once. */
function signal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        resolve(name);
        process.once(name, () => process.exit(130));
      });
    }
  });
}
