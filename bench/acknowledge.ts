/**
 * From an interaction to its acknowledgement, as a user of Discord would see it: the whole bot over seeds/ (or another
 * corpus), 20 interactions a second against the local Discord, sent on the clock whether or not the last was answered.
 * Usage: node --import tsx bench/acknowledge.ts [--corpus PATH] [--seconds 30] [--rate 20]
 *
 * With `--reload none,incremental,full --articles 10000 [--news FOLDER]` (any of them, in that order) the corpus is a folder of so many
 * news articles
 * (of the evaluation data, which is not part of the project), all files or three are changed, and a reload runs until it
 * is done, for at least `--seconds`; it also tells how far apart the heartbeats were.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { loadCommands } from '../src/command/load.ts';
import { readConfig } from '../src/config.ts';
import { startBot } from '../src/discord/lifecycle/bot.ts';
import { openLibrary } from '../src/library.ts';
import { EvalData } from './eval/data.ts';
import { NewsFolder } from './event-loop/news-folder.ts';
import { LocalDiscord, type Message } from '../src/local/server.ts';
import { openStore } from '../src/store/store.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: 'seeds/' },
    seconds: { type: 'string', default: '30' },
    rate: { type: 'string', default: '20' },
    reload: { type: 'string' },
    articles: { type: 'string', default: '10000' },
    news: { type: 'string', default: '../shared/eval' },
  },
});
const [seconds, rate] = [Number(values.seconds), Number(values.rate)];
/** To warm up: the first uses of each command load tables. */
const WARM_UP = 40;
const TOKEN = 'bench';
const TARGET_MS = 100;
/** While a reload runs, nobody should wait longer. */
const LONGEST_MS = 1000;
/** Of the local Discord, so that a run has some heartbeats. */
const HEARTBEAT_MS = 2000;

const folder = await mkdtemp(join(tmpdir(), 'zhaiyin-bench-'));
const beats: number[] = [];
const discord = await LocalDiscord.start({ token: TOKEN, heartbeatInterval: HEARTBEAT_MS, heartbeat: () => beats.push(performance.now()) });
const news = values.reload === undefined ? null : await NewsFolder.make(new EvalData(values.news), Number(values.articles));
const library = await openLibrary(news?.path ?? values.corpus, news ? { warm: true } : {});
const store = openStore(folder);
const config = { ...readConfig(), apiUrl: discord.apiUrl, guildIds: [], operatorGuildIds: [], cooldown: { uses: 0, seconds: 60 } };
const bot = await startBot({ config, token: TOKEN, library, store, commands: await loadCommands(), log: pino({ level: 'silent' }) });
while (!discord.state.commands.has('')) await new Promise((resolve) => setTimeout(resolve, 50));

const names = (await library.suggestRegions('')).map(({ name }) => name.split(' › ').at(-1) ?? name);
const people = (await library.suggestOfficials('')).map(({ value }) => value);
const articles = (await library.suggestArticles('')).map(({ value }) => value);
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '旅游';
const asked = await discord.slash({ command: 'search', options: { query: '旅游扶贫' } });
const message = asked.message as Message;
const menu = message.components
  .flatMap((row) => row.components as { custom_id: string; options?: { value: string }[] }[])
  .find(({ options }) => options);

/** What people do, in turn; each resolves when its user sees something. */
const KINDS: Readonly<Record<string, (at: number) => Promise<unknown>>> = {
  ask: (at) => discord.slash({ command: 'ask', options: { question: `${pick(names, at)}的书记是谁？` } }),
  search: (at) => discord.slash({ command: 'search', options: { query: `${pick(names, at)} 会议` } }),
  region: (at) => discord.slash({ command: 'region', options: { name: pick(names, at) } }),
  official: (at) => discord.slash({ command: 'official', options: { name: pick(people, at) } }),
  article: (at) => discord.slash({ command: 'article', options: { id: pick(articles, at) } }),
  timeline: (at) => discord.slash({ command: 'timeline', options: { name: pick(names, at) } }),
  latest: () => discord.slash({ command: 'latest' }),
  completion: (at) =>
    discord.autocomplete({ command: 'search', options: { query: '会议', region: pick(names, at).slice(0, 1) }, focused: 'region' }),
  menu: () => (menu ? discord.select(message, menu.custom_id, [menu.options![0]!.value]) : discord.slash({ command: 'latest' })),
};
const kinds = Object.keys(KINDS);
const times = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
let failed = 0;

async function use(at: number, count: boolean): Promise<void> {
  const kind = kinds[at % kinds.length]!;
  const began = performance.now();
  try {
    await KINDS[kind]!(at);
    if (count) times.get(kind)!.push(performance.now() - began);
  } catch {
    failed++;
  }
}

for (let at = 0; at < WARM_UP; at++) await use(at, false);
const quantile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
const row = (name: string, list: readonly number[]) => {
  const sorted = [...list].sort((a, b) => a - b);
  return (
    `| ${name} | ${sorted.length} | ${quantile(sorted, 0.5)} | ${quantile(sorted, 0.95)} | ${quantile(sorted, 0.99)} | ` +
    `${quantile(sorted, 1)} |`
  );
};

/** Interactions on the clock while the collection is reloaded, or none is; prints the table. */
async function measure(reload: string): Promise<void> {
  for (const list of times.values()) list.length = 0;
  if (reload === 'full') await news!.writeAll(7);
  if (reload === 'incremental') for (const number of [1, 500, 999]) await news!.write(number, 8);
  beats.length = failed = 0;
  const underWay: Promise<void>[] = [];
  const start = performance.now();
  let reloaded = reload === 'none' ? start : null;
  if (reloaded === null)
    void library.reload().then(() => {
      reloaded = performance.now();
    });
  for (let at = 0; at < seconds * rate || reloaded === null; at++) {
    const due = start + (at * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    underWay.push(use(at, true));
  }
  const lasted = (performance.now() - start) / 1000;
  await Promise.all(underWay);
  const all = [...times.values()].flat();
  const p99 = Number(
    quantile(
      [...all].sort((a, b) => a - b),
      0.99,
    ),
  );
  const longest = Math.max(...all);
  console.log(
    [
      `${(await library.status()).articles} articles, ${rate} interactions a second for ${lasted.toFixed(0)} s; ms ` +
        `from interaction to acknowledgement`,
      '',
      '| kind | n | p50 | p95 | p99 | max |',
      '|---|---|---|---|---|---|',
      ...kinds.map((kind) => row(kind, times.get(kind)!)),
      row('all', all),
      '',
      `not answered: ${failed}; p99 ${p99 < TARGET_MS ? 'under' : 'over'} the ${TARGET_MS} ms to keep`,
      ...(news
        ? [
            `reload (${reload}): ${((reloaded - start) / 1000).toFixed(1)} s; longest wait ${longest.toFixed(0)} ms, ` +
              `${all.filter((ms) => ms > LONGEST_MS).length} over ${LONGEST_MS} ms`,
            `heartbeats: due each ${HEARTBEAT_MS} ms, at most ` +
              `${Math.max(...beats.slice(1).map((beat, i) => beat - beats[i]!)).toFixed(0)} ms apart`,
          ]
        : []),
    ].join('\n'),
  );
  if (failed > 0 || (news && longest > LONGEST_MS)) process.exitCode = 1;
}

for (const reload of (values.reload ?? 'none').split(',')) await measure(reload);
await news?.remove();
await bot.stop();
await discord.close();
await rm(folder, { recursive: true, force: true });
