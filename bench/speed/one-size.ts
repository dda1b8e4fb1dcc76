/**
 * One size of corpus in a process of its own, so that its memory is its own: builds the engine and those beside it,
 * asks all in turn, prints one line of JSON. Progress goes to the parent as messages.
 */
import { serialize } from 'node:v8';
import { atOnce } from '../../src/steps/breather.ts';
import { fold } from '../../src/language/script.ts';
import { loadSegmenter, words } from '../../src/language/segment.ts';
import { isWord, termOf } from '../../src/language/terms.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import type { Indexable } from '../../src/search/index/index.ts';
import { IndexBuilder } from '../../src/search/index/index-builder.ts';

import { snapshotOf } from '../../src/search/index/snapshot.ts';
import { EvalData } from '../eval/data.ts';
import { quantile } from '../eval/measures.ts';
import { realArticles } from './articles.ts';
import { Fts5 } from './fts5.ts';
import { PlainMiniSearch } from './minisearch.ts';
import { PlainBm25 } from './plain-bm25.ts';

interface Peer {
  add(tokens: readonly string[]): void;
  seal(): void;
  search(words: readonly string[]): unknown[];
}

export interface SizeReport {
  articles: number;
  passages: number;
  indexMb: number;
  residentMb: number;
  peakMb: number;
  buildSeconds: number;
  segmentSeconds: number;
  peerBuildSeconds: Record<string, number>;
  /** Milliseconds of each question, in the same order for all. */
  times: Record<string, number[]>;
}

const [folder, count, asked, withMiniSearch] = [
  process.argv[2]!,
  Number(process.argv[3]),
  Number(process.argv[4]),
  process.argv[5] === 'minisearch',
];
/** Times that each question is asked and counted. */
const ROUNDS = 3;
const megabytes = (bytes: number) => Math.round(bytes / 1048576);
const tokensOf = (text: string) => words(fold(text)).filter(isWord).map(termOf);
const clock = () => performance.now();

const data = new EvalData(folder);
loadSegmenter();
const articles: Indexable[] = [...realArticles(data, count)];

let begun = clock();
const builder = IndexBuilder.fresh();
for (const [done, article] of articles.entries()) {
  builder.add(article);
  if (done % 500 === 0) process.send?.(done / articles.length);
}
const engine = new SearchEngine(atOnce(builder.finishing()), articles);
const buildSeconds = (clock() - begun) / 1000;
globalThis.gc?.();
const residentMb = megabytes(process.memoryUsage.rss());
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const { folded: _texts, ...snapshot } = snapshotOf(engine.index, articles);
const indexMb = megabytes(serialize(snapshot).byteLength);

const peers: Record<string, Peer> = {
  'plain BM25': new PlainBm25(),
  'SQLite FTS5': new Fts5(),
  ...(withMiniSearch ? { MiniSearch: new PlainMiniSearch() } : {}),
};
const peerBuildSeconds: Record<string, number> = Object.fromEntries(Object.keys(peers).map((name) => [name, 0]));
let segmentSeconds = 0;
for (const [done, article] of articles.entries()) {
  begun = clock();
  const tokens = tokensOf(article.text);
  segmentSeconds += (clock() - begun) / 1000;
  for (const [name, peer] of Object.entries(peers)) {
    begun = clock();
    peer.add(tokens);
    peerBuildSeconds[name]! += (clock() - begun) / 1000;
  }
  if (done % 500 === 0) process.send?.(1 + done / articles.length);
}
for (const [name, peer] of Object.entries(peers)) {
  begun = clock();
  peer.seal();
  peerBuildSeconds[name]! += (clock() - begun) / 1000;
}

const questions = data.rows('questions.dev.jsonl').map((row) => row.question);
const every = Math.max(1, Math.floor(questions.length / asked));
const chosen = questions.filter((_, i) => i % every === 0);
const bags = chosen.map(tokensOf);
const engines: [string, (i: number) => unknown][] = [
  ['Zhaiyin', (i) => engine.ask(chosen[i]!, 10, () => true)],
  ...Object.entries(peers).map(([name, peer]): [string, (i: number) => unknown] => [name, (i) => peer.search(bags[i]!)]),
];
// Round by round and engine by engine: what else the machine does falls on each, and none finds the caches as another left
// them. The first round warms up; of the others, the median of a question counts.
const rounds: Record<string, number[]>[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  const times: Record<string, number[]> = {};
  for (const [at, [name, run]] of engines.entries()) {
    globalThis.gc?.();
    times[name] = chosen.map((_, i) => {
      begun = clock();
      run(i);
      return clock() - begun;
    });
    process.send?.(2 + (round + at / engines.length) / (ROUNDS + 1));
  }
  if (round > 0) rounds.push(times);
}
const times = Object.fromEntries(
  engines.map(([name]) => [
    name,
    chosen.map((_, i) =>
      quantile(
        rounds.map((each) => each[name]![i]!),
        0.5,
      ),
    ),
  ]),
);

const report: SizeReport = {
  articles: articles.length,
  passages: engine.index.store.size,
  indexMb,
  residentMb,
  peakMb,
  buildSeconds,
  segmentSeconds,
  peerBuildSeconds,
  times,
};
console.log(JSON.stringify(report));
