/**
 * From an interaction to its acknowledgement, as a user of Discord would see it: the whole bot over seeds/ (or another
 * corpus), 20 interactions a second against the local Discord, sent on the clock whether or not the last was answered.
 * Usage: node --import tsx bench/acknowledge.ts [--corpus PATH] [--seconds 30] [--rate 20]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { loadCommands } from '../src/commands.ts';
import { readConfig } from '../src/config.ts';
import { startBot } from '../src/discord/bot.ts';
import { openLibrary } from '../src/library.ts';
import { LocalDiscord, type Message } from '../src/local/server.ts';
import { openStore } from '../src/store/store.ts';

const { values } = parseArgs({ options: { corpus: { type: 'string', default: 'seeds/' }, seconds: { type: 'string', default: '30' }, rate: { type: 'string', default: '20' } } });
const [seconds, rate] = [Number(values.seconds), Number(values.rate)];
/** To warm up: the first uses of each command load tables. */
const WARM_UP = 40;
const TOKEN = 'bench';
const TARGET_MS = 100;

const folder = await mkdtemp(join(tmpdir(), 'zhaiyin-bench-'));
const discord = await LocalDiscord.start({ token: TOKEN });
const library = await openLibrary(values.corpus);
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
const menu = (message.components.flatMap((row) => row.components as { custom_id: string; options?: { value: string }[] }[])).find(({ options }) => options);

/** What people do, in turn; each resolves when its user sees something. */
const KINDS: Readonly<Record<string, (at: number) => Promise<unknown>>> = {
  ask: (at) => discord.slash({ command: 'ask', options: { question: `${pick(names, at)}的书记是谁？` } }),
  search: (at) => discord.slash({ command: 'search', options: { query: `${pick(names, at)} 会议` } }),
  region: (at) => discord.slash({ command: 'region', options: { name: pick(names, at) } }),
  official: (at) => discord.slash({ command: 'official', options: { name: pick(people, at) } }),
  article: (at) => discord.slash({ command: 'article', options: { id: pick(articles, at) } }),
  timeline: (at) => discord.slash({ command: 'timeline', options: { name: pick(names, at) } }),
  latest: () => discord.slash({ command: 'latest' }),
  completion: (at) => discord.autocomplete({ command: 'search', options: { query: '会议', region: pick(names, at).slice(0, 1) }, focused: 'region' }),
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
const underWay: Promise<void>[] = [];
const start = performance.now();
for (let at = 0; at < seconds * rate; at++) {
  const due = start + (at * 1000) / rate;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  underWay.push(use(at, true));
  if (at % rate === 0 && process.stderr.isTTY) process.stderr.write(`\r${at / rate}/${seconds} s`);
}
await Promise.all(underWay);

const quantile = (sorted: readonly number[], share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
const row = (name: string, list: readonly number[]) => {
  const sorted = [...list].sort((a, b) => a - b);
  return `| ${name} | ${sorted.length} | ${quantile(sorted, 0.5)} | ${quantile(sorted, 0.95)} | ${quantile(sorted, 0.99)} | ${quantile(sorted, 1)} |`;
};
const all = [...times.values()].flat();
const p99 = Number(quantile([...all].sort((a, b) => a - b), 0.99));
console.log([
  `${library.status().articles} articles, ${rate} interactions a second for ${seconds} s; ms from interaction to acknowledgement`, '',
  '| kind | n | p50 | p95 | p99 | max |', '|---|---|---|---|---|---|', ...kinds.map((kind) => row(kind, times.get(kind)!)), row('all', all), '',
  `not answered: ${failed}; p99 ${p99 < TARGET_MS ? 'under' : 'over'} the ${TARGET_MS} ms to keep`,
].join('\n'));
await bot.stop();
await discord.close();
await rm(folder, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
