/**
 * `node --import tsx bench/event-loop.ts [FOLDER] [ARTICLES]`: how long the event loop is held, and how long questions
 * wait, while a folder of that many news articles (10,000 unless told) is loaded, asked, and reloaded: nothing changed,
 * three files changed, all files changed. Above the articles there are, they are repeated with changes.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSegmenter } from '../src/language/segment.ts';
import { openLibrary } from '../src/library.ts';
import { EvalData } from './eval/data.ts';
import { quantile } from './eval/measures.ts';

const [folder = '../shared/eval', wanted = '10000'] = process.argv.slice(2);
/** Questions a second. */
const RATE = 20;

interface News { id: string; date: string; text: string }
const news = new EvalData(folder).lines('news-10k.jsonl.gz').map((line) => JSON.parse(line) as News);

/** An article's file: the one of that number, told a little differently each time round. */
function fileOf(number: number, round = Math.floor(number / news.length)): string {
  const { date, text } = news[number % news.length]!;
  return `---\ndate: ${date}\n---\n${round === 0 ? '' : `第${round}次报道。`}${text}\n`;
}

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

/** Runs one part, and says how long it took, how long the loop was held at most, and how long questions waited. */
async function part<T>(name: string, work: () => Promise<T>, ask?: (i: number) => void): Promise<T> {
  delay.reset();
  const waits: number[] = [];
  let asked = 0;
  const began = performance.now();
  const timer = ask && setInterval(() => {
    // Intervals fall behind where the loop is held: what counts is when each question was due.
    while (performance.now() - began >= (asked + 1) * (1000 / RATE)) {
      const due = began + ++asked * (1000 / RATE);
      ask(asked);
      waits.push(performance.now() - due);
    }
  }, 1000 / RATE);
  const result = await work();
  clearInterval(timer);
  const ms = performance.now() - began;
  const held = (share: number) => (delay.percentile(share) / 1e6).toFixed(0);
  const waited = waits.length === 0 ? '' : `; ${waits.length} questions answered within p50 ${quantile(waits, 0.5).toFixed(0)}, p99 ${quantile(waits, 0.99).toFixed(0)}, most ${Math.max(...waits).toFixed(0)} ms`;
  console.log(`${name.padEnd(28)} ${(ms / 1000).toFixed(2).padStart(7)} s, loop held p99 ${held(99)}, most ${(delay.max / 1e6).toFixed(0)} ms, ${Math.round(process.memoryUsage.rss() / 1048576)} MB${waited}`);
  return result;
}

const corpus = await mkdtemp(path.join(tmpdir(), 'zhaiyin-bench-'));
try {
  const count = Number(wanted);
  const place = (number: number) => path.join(corpus, String(number % 100).padStart(2, '0'), `${number}.md`);
  for (let i = 0; i < 100; i++) await mkdir(path.dirname(place(i)), { recursive: true });
  for (let i = 0; i < count; i++) await writeFile(place(i), fileOf(i));
  await sleep(2500);
  const questions = news.slice(0, 1000).map(({ text }) => text.slice(0, 18));
  const quiet = () => sleep(3000);

  await part('dictionary of words', () => Promise.resolve(loadSegmenter()));
  const library = await part(`load ${count} articles`, () => openLibrary(corpus));
  const ask = (i: number) => { library.ask(questions[i % questions.length]!); };
  await part('first of each kind', async () => {
    for (const first of [() => library.search('lvyou fupin'), () => library.search('旅游扶平攻间'), () => library.region('三坝乡'), () => library.region('雅安'), () => library.official('王'), () => library.suggestArticles('交警'), () => library.suggestRegions('ya'), () => library.suggestOfficials('li'), () => library.ask('方山县在哪里?', { region: '山西', from: '2023' })]) {
      const began = performance.now();
      await first();
      const ms = performance.now() - began;
      if (ms > 50) console.log(`  ${String(first)} ${ms.toFixed(0)} ms`);
      await sleep(5);
    }
  });
  await part('questions alone', quiet, ask);
  await part('reload, nothing changed', () => library.reload(), ask);
  for (const i of [1, 500, 999]) await writeFile(place(i), fileOf(i, 9));
  await part('reload, 3 files changed', () => library.reload(), ask);
  for (let i = 0; i < count; i++) await writeFile(place(i), fileOf(i, 7));
  await part('reload, all files changed', () => library.reload(), ask);
} finally {
  await rm(corpus, { recursive: true, force: true });
}
