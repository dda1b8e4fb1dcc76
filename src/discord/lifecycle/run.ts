import type { Logger } from 'pino';
import type { Command } from '../../command/command.ts';
import { type Config, loadEnvFile, readConfig } from '../../config.ts';
import { findFiles } from '../../corpus/files/find-files.ts';
import type { Library } from '../../library.ts';
import { localeOfEnvironment, text } from '../../text/index.ts';
import { openStore, type Store } from '../../store/store.ts';
import { Metrics } from '../../operation/metrics.ts';
import { printable } from '../../operation/printable.ts';
import { watchCorpus } from '../../operation/watch.ts';
import { type Bot, startBot } from './bot.ts';
import { createLog, standardError } from './log.ts';
import type { StopOrder } from '../../operation/stop.ts';
import { explainStartError } from './start-error.ts';
import type { StandIn } from './stand-in.ts';

export interface Parts {
  order: StopOrder;
  openLibrary(config: Config, log: Logger): Promise<Library>;
  loadCommands(): Promise<Command[]>;
}

const say = (line: string) => {
  process.stderr.write(`${printable(line)}\n`);
};

/**
 * The bot's life, from reading the environment to logging out: the library first, then Discord. Without a token, a
 * stand-in for Discord on this machine takes its place; the bot is the same.
 *
 * @returns the exit status: 0 where it was told to stop, whatever was under way; 1 after one sentence on what is wrong
 */
export async function run(parts: Parts): Promise<number> {
  let standIn: StandIn | null = null;
  let store: Store | null = null;
  const closing: { close(): Promise<void> }[] = [];
  try {
    loadEnvFile();
    let config = readConfig();
    let { token } = config;
    const stopped = parts.order.given;
    parts.order.within(config.shutdownMs);
    const log = createLog(
      config.logLevel,
      standardError(() => parts.order.give('output')),
    );
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'bug: a rejection that nobody waited for'));
    if (token === null) {
      await sayWhatTakesLong(config);
      // Loaded only here: a bot that logs in to Discord carries none of it.
      const { startStandIn } = await import('./stand-in.ts');
      standIn = await startStandIn(config);
      ({ config, token } = standIn);
    }
    const commands = await parts.loadCommands();
    store = openStore(config.dataDir, {
      url: config.databaseUrl,
      report: ({ code, message }) =>
        log.warn({ problem: code, detail: message }, text('en', code === 'absent' ? 'store.unusable' : `store.${code}`)),
    });
    // Loading many articles takes minutes, and a login as long as the network hangs: being told to stop must wait for neither.
    const library = await Promise.race([stopped, parts.openLibrary(config, log)]);
    if (typeof library === 'string') return 0;
    const { articles, passages, rejected, build_ms } = await library.status();
    log.info({ articles, passages, rejected: rejected.length, build_ms }, 'library');
    for (const { file, line, reason } of rejected) log.warn({ file, line, reason }, 'rejected');
    let running: Bot | null = null;
    const metrics =
      config.metricsPort === null
        ? undefined
        : new Metrics({
            status: () => library.status(),
            engine: () => library.engine?.(),
            gateway: () => running?.gateway() ?? 'connecting',
          });
    if (metrics) {
      const served = await metrics.serve(config.metricsPort!);
      closing.push(served);
      log.info({ port: served.port }, 'metrics');
    }
    const bot = await Promise.race([stopped, startBot({ config, token, library, store, commands, log, metrics })]);
    if (typeof bot === 'string') return 0;
    running = bot;
    // What a cluster has changes when it is told to, and is looked for by itself.
    if (config.corpusWatch && config.cluster === null) closing.push(watchCorpus(config.corpusDir, library, log));
    if (standIn) await sayWhere(standIn);
    const end = await Promise.race([stopped, bot.lost.then((sentence) => ({ sentence }))]);
    if (typeof end !== 'string') say(end.sentence);
    else log.info({ signal: end }, 'stopping');
    await bot.stop();
    return typeof end === 'string' ? 0 : 1;
  } catch (error) {
    say(explainStartError(error));
    return 1;
  } finally {
    for (const each of closing) await each.close();
    await store?.close();
    await standIn?.close();
  }
}

/** To somebody before a terminal: that there is no token, and what the quiet seconds until the page is there are for. */
async function sayWhatTakesLong({ corpusDir, cluster }: Config): Promise<void> {
  const locale = localeOfEnvironment();
  say(text(locale, 'discord.no_token'));
  if (cluster === null) say(text(locale, 'discord.loading', { path: corpusDir, files: (await findFiles(corpusDir)).files.length }));
}

/** Where the page is, alone in its line between blank ones; opened in the browser where that was asked for. */
async function sayWhere({ url, taken }: StandIn): Promise<void> {
  const locale = localeOfEnvironment();
  if (taken !== null) say(text(locale, 'discord.port_taken', { port: taken }));
  say(`${text(locale, 'discord.page')}\n\n  ${url}\n`);
  if (!process.argv.includes('--open')) return;
  const { openBrowser } = await import('./stand-in.ts');
  if (!(await openBrowser(url))) say(text(locale, 'discord.no_browser'));
}
