/**
 * `node --import tsx bench/soak.ts [FOLDER] [--interactions 50000] [--minutes 60] [--articles 1000] [--rate 100]`: the bot
 * as a process of its own, logged in to the loopback Discord, under mixed interactions with 1 % faults and a reload each
 * minute. Every interaction is answered, or its loss is in the bot's log; what is neither is counted as unaccounted.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { RestFault } from '../src/local/faults.ts';
import { LocalDiscord, type LocalUser, type Message } from '../src/local/server.ts';
import { EvalData } from './eval/data.ts';
import { quantile } from './eval/measures.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    interactions: { type: 'string', default: '50000' },
    minutes: { type: 'string', default: '60' },
    articles: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '100' },
  },
});
const [wanted, minutes, count, rate] = [values.interactions, values.minutes, values.articles, values.rate].map(Number) as [
  number,
  number,
  number,
  number,
];
const TOKEN = 'MTAw.soak.token',
  HOME = '100000000000000001';
const MODERATOR: LocalUser = { id: '300000000000000003', name: '管理员', permissions: 1n << 40n };
/** So many wait for their answers at most: a person asks again only after an answer. */
const MOST_AT_ONCE = 20;
const FAULT_SHARE = 0.01;
/** Until so much of the time is over, memory is still being filled. */
const WARM_SHARE = 0.25;

interface News {
  date: string;
  text: string;
}
const news = new EvalData(positionals[0] ?? '../shared/eval')
  .lines('news-10k.jsonl.gz')
  .slice(0, count)
  .map((line) => JSON.parse(line) as News);
const folder = await mkdtemp(path.join(tmpdir(), 'zhaiyin-soak-'));
const corpus = path.join(folder, 'corpus');
await mkdir(corpus);
const write = (number: number, round: number) =>
  writeFile(
    path.join(corpus, `${number}.md`),
    `---\ndate: ${news[number]!.date}\n---\n${round === 0 ? '' : `第${round}次报道。`}${news[number]!.text}\n`,
  );
for (let i = 0; i < news.length; i++) await write(i, 0);

const discord = await LocalDiscord.start({ token: TOKEN, guilds: [{ id: HOME }] });
const bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
  stdio: ['ignore', 'ignore', 'pipe'],
  env: {
    ...process.env,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_GUILD_IDS: '',
    DISCORD_OPERATOR_GUILD_IDS: HOME,
    CORPUS_DIR: corpus,
    CORPUS_WATCH: '',
    CACHE_DIR: path.join(folder, 'cache'),
    DATA_DIR: path.join(folder, 'data'),
    LOG_LEVEL: 'info',
    METRICS_PORT: '0',
    COOLDOWN_USES: '0',
  },
});
const lost = new Set<string>();
let metricsPort = 0;
let bugs = 0;
const logged: string[] = [];
createInterface({ input: bot.stderr }).on('line', (line) => {
  if (!line.startsWith('{')) return void logged.push(line);
  const { msg, interaction, port } = JSON.parse(line) as { msg: string; interaction?: string; port?: number };
  if (msg === 'metrics') metricsPort = port!;
  if (msg === 'bug') bugs++;
  if (interaction !== undefined && (msg === 'answer lost' || msg === 'Discord would not take the answer')) lost.add(interaction);
});
/** The bot's exit status, once it has ended. */
const ending: { status: number | null } = { status: null };
bot.on('exit', (status) => {
  ending.status = status ?? -1;
});

/** What the bot's process takes. */
async function usage(): Promise<{ mb: number; cpuSeconds: number }> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)![1]);
  return { mb: value('process_resident_memory_bytes') / 1048576, cpuSeconds: value('process_cpu_seconds_total') };
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
const words = () => {
  const { text } = pick(news);
  const at = Math.floor(Math.random() * Math.max(1, text.length - 20));
  return text.slice(at, at + 2 + Math.floor(Math.random() * 8)).trim() || '新闻';
};
/** Messages with buttons, newest last. */
const shown: Message[] = [];
const buttons = (message: Message) =>
  message.components
    .flatMap((row) => row.components as { custom_id: string; disabled?: boolean; type: number }[])
    .filter(({ type, disabled }) => type === 2 && !disabled);

const kinds: Record<string, () => Promise<unknown>> = {
  search: () => discord.slash({ command: 'search', options: { query: words() } }),
  ask: () => discord.slash({ command: 'ask', options: { question: `${words()}是什么?` } }),
  region: () => discord.slash({ command: 'region', options: { name: pick(['北京', '雅安', '山西', '上海', '没有的地方', '成都']) } }),
  official: () => discord.slash({ command: 'official', options: { name: pick(['书记', '市长', '局长', '李', '习近平', '王建国']) } }),
  article: () => discord.slash({ command: 'article', options: { id: pick(['1', '22', '333', 'nothing']) } }),
  latest: () => discord.slash({ command: 'latest' }),
  status: () => discord.slash({ command: 'status' }),
  complete: () => discord.autocomplete({ command: 'official', focused: 'name', options: { name: pick(['李', 'wang', '市', '张']) } }),
  press: () => {
    const message = shown.at(-1 - Math.floor(Math.random() * Math.min(20, shown.length)));
    const button = message && buttons(message)[0];
    return message && button ? discord.click(message, button.custom_id) : kinds.search!();
  },
};
const faults: (() => void)[] = [
  ...(
    [
      { status: 500 },
      { status: 503, times: 5 },
      { status: 429, retryAfter: 0.5 },
      { cut: true },
      { status: 404, code: 10062 },
      { status: 403, code: 50013 },
      { delay: 500 },
      { delay: 3500 },
    ] satisfies RestFault[]
  ).map((fault) => () => discord.faults.add({ match: /callback/, ...fault })),
  () => discord.gateway.drop(),
  () => discord.gateway.reconnect(),
  () => {
    discord.faults.duplicate = true;
    setTimeout(() => {
      discord.faults.duplicate = false;
    }, 50);
  },
];

try {
  while (metricsPort === 0 || !discord.state.commands.has('') || !discord.state.commands.has(HOME)) {
    if (ending.status !== null) throw new Error(`the bot ended with ${ending.status}: ${logged.join('\n')}`);
    await sleep(100);
  }
  const totals = { sent: 0, answered: 0, lost: 0, unaccounted: 0, reloads: 0, reloadsFailed: 0, faults: 0 };
  const failures = new Map<string, number>();
  const memory: { at: number; mb: number }[] = [];
  let times: number[] = [];
  let underWay = 0;
  /** Ids of interactions to which nothing was seen: their loss must be in the log. */
  const silent: string[] = [];

  const send = async (name: string, work: () => Promise<unknown>) => {
    underWay++;
    totals.sent++;
    const began = performance.now();
    const known = new Set(discord.state.pending.keys());
    const sending = work();
    const id = [...discord.state.pending.keys()].find((each) => !known.has(each));
    try {
      const exchange = (await sending) as { message?: Message | null };
      if (name !== 'reload') times.push(performance.now() - began);
      totals.answered++;
      if (exchange.message && buttons(exchange.message).length > 0) shown.push(exchange.message);
      if (shown.length > 100) shown.splice(0, 50);
      return true;
    } catch (error) {
      if (id === undefined) {
        totals.sent--;
        failures.set(`${name}: ${(error as Error).message}`, (failures.get(`${name}: ${(error as Error).message}`) ?? 0) + 1);
      } else silent.push(id);
      return false;
    } finally {
      underWay--;
      if (id !== undefined) setTimeout(() => discord.state.pending.delete(id), 60_000).unref();
    }
  };

  let before = { ...(await usage()), sent: 0 };
  console.log('minute     sent answered   lost faults reloads   p50 ms   p99 ms   max ms  cpu ms each  resident MB');
  const began = performance.now();
  const limit = minutes * 60_000;
  for (let minute = 1; totals.sent < wanted && performance.now() - began < limit && ending.status === null; minute++) {
    const end = began + minute * 60_000;
    const round = minute;
    const reloading = (async () => {
      for (let i = 0; i < 3; i++) await write((round * 3 + i) % news.length, round);
      totals.reloads++;
      if (!(await send('reload', () => discord.slash({ command: 'reload', user: MODERATOR })))) totals.reloadsFailed++;
    })();
    while (performance.now() < Math.min(end, began + limit) && totals.sent < wanted && ending.status === null) {
      const behind = Math.floor(((performance.now() - began) / 1000) * rate) - totals.sent;
      for (let i = 0; i < Math.min(behind, rate) && underWay < MOST_AT_ONCE && totals.sent < wanted; i++) {
        if (Math.random() < FAULT_SHARE) {
          totals.faults++;
          pick(faults)();
        }
        const [name, work] = pick(Object.entries(kinds));
        void send(name, work);
      }
      await sleep(5);
    }
    await reloading;
    const { mb, cpuSeconds } = await usage();
    const cpuMs = (1000 * (cpuSeconds - before.cpuSeconds)) / (totals.sent - before.sent);
    before = { mb, cpuSeconds, sent: totals.sent };
    memory.push({ at: performance.now() - began, mb });
    totals.lost = silent.length;
    console.log(
      `${String(minute).padStart(6)} ${String(totals.sent).padStart(8)} ${String(totals.answered).padStart(8)} ` +
        `${String(totals.lost).padStart(6)} ${String(totals.faults).padStart(6)} ${String(totals.reloads).padStart(7)} ` +
        `${[quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)].map((ms) => ms.toFixed(0).padStart(8)).join(' ')}` +
        ` ${cpuMs.toFixed(1).padStart(12)} ${mb.toFixed(0).padStart(12)}`,
    );
    times = [];
  }
  const whole = performance.now() - began;
  for (let waited = 0; underWay > 0 && waited < 600; waited++) await sleep(100);
  await sleep(65_000 > whole ? 2000 : 5000);
  totals.unaccounted = silent.filter((id) => !lost.has(id)).length + underWay;
  const end = memory.at(-1)!.mb;
  const warm = memory.find(({ at }) => at >= whole * WARM_SHARE)!.mb;
  console.log(
    `\n${totals.sent} interactions in ${(whole / 60_000).toFixed(1)} min: ${totals.answered} answered, ` +
      `${silent.length} lost, of which the log tells but ${totals.unaccounted}; ${bugs} bugs; ${totals.reloads} reloads, ` +
      `${totals.reloadsFailed} of them without an answer; ${totals.faults} faults`,
  );
  console.log(
    `resident memory: ${warm.toFixed(0)} MB after warm-up, ${end.toFixed(0)} MB at the end (${(100 * (end / warm - 1)).toFixed(1)} %)`,
  );
  for (const [failure, times] of failures) console.log(`not sent: ${failure} (${times})`);
  if (ending.status !== null) console.log(`the bot ended with ${ending.status}: ${logged.join('\n')}`);
} finally {
  bot.kill('SIGTERM');
  await Promise.race([
    new Promise((resolve) => {
      bot.once('exit', resolve);
    }),
    sleep(15_000),
  ]);
  await discord.close();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
