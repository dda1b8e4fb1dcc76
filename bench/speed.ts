/**
 * `npm run bench [-- FOLDER]`: how long starting, building and answering take, and how much memory. Times of answers
 * are told beside a plain BM25 in the same process, because machines differ.
 */
import { spawnSync } from 'node:child_process';
import type { Article } from '../src/corpus/article.ts';
import { readCorpus } from '../src/corpus/read.ts';
import { fold } from '../src/language/script.ts';
import { loadSegmenter, words } from '../src/language/segment.ts';
import { isWord, termOf } from '../src/language/terms.ts';
import { SearchEngine } from '../src/search/engine.ts';
import { EvalData } from './eval/data.ts';
import { quantile } from './eval/measures.ts';
import { PlainBm25 } from './speed/plain-bm25.ts';

const RUNS = 5;
const everything = () => true;
const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const spread = (times: readonly number[]) => `p50 ${quantile(times, 0.5).toFixed(2)}, p95 ${quantile(times, 0.95).toFixed(2)}, p99 ${quantile(times, 0.99).toFixed(2)} ms`;
const resident = () => `${Math.round(process.memoryUsage.rss() / 1048576)} MB resident`;

/** The whole process: from the command to its first answer. */
function starting(): void {
  const times = Array.from({ length: RUNS }, () => milliseconds(() => {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/console/main.ts', '--json', '--corpus', 'seeds', '/search 旅游扶贫']);
    if (status !== 0) throw new Error(`the console ended with ${status}`);
  }));
  console.log(`From the command to an answer, ${RUNS} runs: ${times.map((time) => (time / 1000).toFixed(2)).join(' ')} s`);
}

async function fiveArticles(): Promise<void> {
  const { articles } = await readCorpus('seeds');
  const engine = SearchEngine.build(articles);
  const queries = ['旅游扶贫', '脫貧攻堅', '精准扶贫 产业发展', '座谈会', '领导小组'];
  const round = (count: number) => Array.from({ length: count }, (_, i) => milliseconds(() => engine.search(queries[i % queries.length]!, 10, everything)));
  round(200);
  console.log(`Search in the five articles, warm: ${spread(round(1000))}`);
}

function manyArticles(data: EvalData): void {
  const articles = data.articles('passages.jsonl.gz');
  const questions = data.rows('questions.dev.jsonl').map((row) => row.question);
  const tokens = (text: string) => words(fold(text)).filter(isWord).map(termOf);
  let segmented: string[][] = [];
  const segmenting = milliseconds(() => { segmented = articles.map((article: Article) => tokens(article.text)); });
  const plain = new PlainBm25(segmented);
  let engine!: SearchEngine;
  const building = milliseconds(() => { engine = SearchEngine.build(articles); });
  console.log(`${articles.length} articles, ${engine.index.store.size} passages: built in ${(building / 1000).toFixed(1)} s, of which segmentation about ${(segmenting / 1000).toFixed(1)} s; ${resident()}`);
  const asked = questions.map((question) => tokens(question));
  for (const question of questions.slice(0, 200)) engine.ask(question, 10, everything);
  for (const bag of asked.slice(0, 200)) plain.search(bag);
  const ours: number[] = [];
  const theirs: number[] = [];
  // In turn, so that what else the machine does falls on both.
  questions.forEach((question, i) => {
    ours.push(milliseconds(() => engine.ask(question, 10, everything)));
    theirs.push(milliseconds(() => plain.search(asked[i]!)));
  });
  console.log(`  ask:        ${spread(ours)}`);
  console.log(`  plain BM25: ${spread(theirs)}`);
  const ratio = (share: number) => (quantile(ours, share) / quantile(theirs, share)).toFixed(1);
  console.log(`  ratio:      p50 ${ratio(0.5)}, p95 ${ratio(0.95)}, p99 ${ratio(0.99)}`);
}

starting();
loadSegmenter();
await fiveArticles();
try {
  manyArticles(new EvalData(process.argv[2] ?? '../shared/eval'));
} catch (error) {
  console.log((error as Error).message);
}
