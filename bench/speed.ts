/**
 * `npm run bench [-- FOLDER [ARTICLES…]] [--save FILE]`: how long starting, building and answering take, and how much memory, at about
 * a thousand, 17,000 and 100,000 passages. Times of answers are told beside a plain BM25, SQLite FTS5 and MiniSearch that
 * are asked the same in the same process, because machines differ.
 */
import { fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/corpus/files/read.ts';
import { loadSegmenter } from '../src/language/segment.ts';
import { SearchEngine } from '../src/search/engine.ts';
import { EvalData } from './eval/data.ts';
import { quantile } from './eval/measures.ts';
import type { SizeReport } from './speed/one-size.ts';

const RUNS = 5;
/** Articles; the last two come to about 18,700 and 100,000 passages. */
const SIZES = [1000, 17182, 92000];
/** MiniSearch takes minutes and gigabytes beyond this. */
const LARGEST_FOR_MINISEARCH = 20_000;
const QUESTIONS = 300;
const everything = () => true;

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const SHARES = [0.5, 0.95, 0.99];
const spread = (times: readonly number[]) => SHARES.map((share) => `p${share * 100} ${quantile(times, share).toFixed(2)}`).join(', ');

/** The whole process, from the command to its first answer. */
function startOf(corpus: string, cacheDir: string): number {
  return (
    milliseconds(() => {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'src/console/main.ts', '--json', '--corpus', corpus, '/search 旅游扶贫'],
        { env: { ...process.env, CACHE_DIR: cacheDir }, encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(`the console ended with ${status}: ${stderr}`);
    }) / 1000
  );
}

function starting(data: EvalData | null): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhaiyin-bench-'));
  try {
    const times = Array.from({ length: RUNS }, (_, run) => startOf('seeds', path.join(folder, `seeds-${run}`)));
    console.log(`From the command to an answer, five articles, ${RUNS} runs: ${times.map((time) => time.toFixed(2)).join(' ')} s`);
    if (!data) return;
    const news = path.join(folder, 'news.jsonl');
    writeFileSync(news, data.lines('news-10k.jsonl.gz').join('\n'));
    const cache = path.join(folder, 'news');
    const cold = startOf(news, cache);
    const warm = [startOf(news, cache), startOf(news, cache)];
    console.log(
      `  10,000 articles: cold ${cold.toFixed(1)} s, warm (from the snapshot) ${warm.map((time) => time.toFixed(2)).join(' ')} s`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fiveArticles(): Promise<void> {
  const { articles } = await readCorpus('seeds');
  const engine = SearchEngine.build(articles);
  const queries = ['旅游扶贫', '脫貧攻堅', '精准扶贫 产业发展', '座谈会', '领导小组'];
  const round = (count: number) =>
    Array.from({ length: count }, (_, i) => milliseconds(() => engine.search(queries[i % queries.length]!, 10, everything)));
  round(200);
  console.log(`Search in the five articles, warm: ${spread(round(1000))} ms`);
}

/** Runs one size in its own process, which tells on standard error how far it is. */
function measured(folder: string, count: number): Promise<SizeReport> {
  const child = fork(
    fileURLToPath(new URL('speed/one-size.ts', import.meta.url)),
    [folder, String(count), String(QUESTIONS), count <= LARGEST_FOR_MINISEARCH ? 'minisearch' : ''],
    {
      execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=8192'],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  child.on('message', (done) => process.stderr.write(`${count} articles: step ${done as number} of 3\n`));
  let output = '';
  child.stdout!.on('data', (piece) => {
    output += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(output) as SizeReport);
      else reject(new Error(`The process of ${count} articles ended with ${status}.`));
    });
  });
}

function print({
  articles,
  passages,
  indexMb,
  residentMb,
  peakMb,
  buildSeconds,
  segmentSeconds,
  peerBuildSeconds,
  times,
}: SizeReport): void {
  console.log(`\n${articles} articles, ${passages} passages`);
  console.log(
    `  built in ${buildSeconds.toFixed(1)} s, of which segmentation about ${segmentSeconds.toFixed(1)} s; index ` +
      `${indexMb} MB; resident ${residentMb} MB, at most ${peakMb} MB`,
  );
  console.log(
    `  built beside it, segmentation not counted: ${Object.entries(peerBuildSeconds)
      .map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`)
      .join(', ')}`,
  );
  const plain = times['plain BM25']!;
  for (const [name, all] of Object.entries(times)) {
    const ratios = SHARES.map((share) => `${(quantile(all, share) / quantile(plain, share)).toFixed(1)} ×`).join(', ');
    console.log(`  ${name.padEnd(12)} ${spread(all)} ms; beside plain BM25: ${ratios}`);
  }
}

/** What `scripts/plot-scale.ts` draws. */
export interface ScalePoint extends Omit<SizeReport, 'times'> {
  /** Milliseconds a question, by engine. */
  p50: Record<string, number>;
  p95: Record<string, number>;
}

function pointOf({ times, ...report }: SizeReport): ScalePoint {
  const at = (share: number) =>
    Object.fromEntries(Object.entries(times).map(([name, all]) => [name, Number(quantile(all, share).toFixed(3))]));
  return { ...report, p50: at(0.5), p95: at(0.95) };
}

async function main(): Promise<void> {
  const {
    values: { save },
    positionals: [folder = '../shared/eval', ...sizes],
  } = parseArgs({ allowPositionals: true, options: { save: { type: 'string' } } });
  let data: EvalData | null = null;
  try {
    data = new EvalData(folder);
  } catch (error) {
    console.log((error as Error).message);
  }
  if (sizes.length === 0) {
    starting(data);
    loadSegmenter();
    await fiveArticles();
  }
  if (!data) return;
  const points: ScalePoint[] = [];
  for (const count of sizes.length > 0 ? sizes.map(Number) : SIZES) {
    const report = await measured(folder, count);
    print(report);
    points.push(pointOf(report));
  }
  if (save !== undefined) writeFileSync(save, `${JSON.stringify(points, null, 2)}\n`);
}

await main();
