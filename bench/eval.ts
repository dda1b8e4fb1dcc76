/**
 * `npm run eval [-- FOLDER]`: every measure of finding, quoting and declining, over questions that people wrote, as a
 * table. Deterministic: the same data and code print the same figures (the times apart).
 */
import type { Article } from '../src/corpus/article.ts';
import { loadSegmenter } from '../src/language/segment.ts';
import { SearchEngine } from '../src/search/engine.ts';
import { EvalData, setOf, type Row } from './eval/data.ts';
import { print } from './eval/table.ts';
import { auc, comparable, groupBy, mean, quantile, reciprocalRank } from './eval/measures.ts';

const LONGEST_QUOTE = 160;
const everything = () => true;

interface Asked {
  row: Row;
  set: string;
  rr: number;
  first: boolean;
  ten: boolean;
  quoted: boolean;
  confidence: number;
  answered: boolean;
  ms: number;
}

function askAll(engine: SearchEngine, articles: readonly Article[], rows: readonly Row[]): Asked[] {
  return rows.map((row) => {
    const start = performance.now();
    const answer = engine.ask(row.question, 10, everything);
    const ms = performance.now() - start;
    const ids = answer.hits.map((hit) => articles[hit.article]!.id);
    const rr = reciprocalRank(ids, row.relevant);
    const best = answer.hits[0];
    const quote = best ? articles[best.article]!.text.slice(best.excerpt.start, best.excerpt.end) : '';
    const quoted = quote.length <= LONGEST_QUOTE && row.answers.some((words) => comparable(quote).includes(comparable(words)));
    return { row, set: setOf(row), rr, first: rr === 1, ten: rr > 0, quoted, confidence: answer.confidence, answered: answer.answered, ms };
  });
}

function finding(name: string, asked: readonly Asked[]): void {
  const table = [...groupBy(asked, (one) => one.set)].map(([set, all]) => ({
    set,
    'questions': all.length,
    'MRR@10': mean(all.map((one) => one.rr)),
    'R@1': mean(all.map((one) => Number(one.first))),
    'R@10': mean(all.map((one) => Number(one.ten))),
    'answer in quote@1': mean(all.map((one) => Number(one.quoted))),
  }));
  const macro = (key: 'MRR@10' | 'R@1' | 'R@10' | 'answer in quote@1') => mean(table.map((line) => line[key]));
  print(name, [
    ...table,
    {
      'set': 'macro',
      'questions': asked.length,
      'MRR@10': macro('MRR@10'),
      'R@1': macro('R@1'),
      'R@10': macro('R@10'),
      'answer in quote@1': macro('answer in quote@1'),
    },
  ]);
  const times = asked.map((one) => one.ms);
  console.log(
    `  ms a question: p50 ${quantile(times, 0.5).toFixed(1)}, p95 ${quantile(times, 0.95).toFixed(1)}, p99 ` +
      `${quantile(times, 0.99).toFixed(1)}`,
  );
}

/** The same questions in both scripts: what the script costs. */
function acrossScripts(own: readonly Asked[], other: readonly Asked[]): void {
  const ownById = new Map(own.map((one) => [one.row.id, one]));
  print(
    'The same questions, in their own script and in the other',
    [...groupBy(other, (one) => one.set)].map(([set, all]) => {
      const [here, there] = [mean(all.map((one) => ownById.get(one.row.id)!.rr)), mean(all.map((one) => one.rr))];
      return { set, 'questions': all.length, 'MRR@10, own': here, 'other': there, 'difference': there - here };
    }),
  );
}

function declining(asked: readonly Asked[]): void {
  print(
    'Declining: questions of which half lost their answer',
    [...groupBy(asked, (one) => one.set)].map(([set, all]) => {
      const yes = all.filter((one) => one.row.answerable);
      const no = all.filter((one) => !one.row.answerable);
      const threshold = quantile(
        yes.map((one) => one.confidence),
        0.05,
      );
      return {
        set,
        'answerable': yes.length,
        'unanswerable': no.length,
        'AUC': auc(
          yes.map((one) => one.confidence),
          no.map((one) => one.confidence),
        ),
        'declined, at 95 % kept': mean(no.map((one) => Number(one.confidence < threshold))),
        'declined': mean(no.map((one) => Number(!one.answered))),
        'wrongly declined': mean(yes.map((one) => Number(!one.answered))),
      };
    }),
  );
}

function main(): void {
  const [folder = '../shared/eval', ...only] = process.argv.slice(2);
  const wants = (part: string) => only.length === 0 || only.includes(part);
  const data = new EvalData(folder);
  loadSegmenter();
  const articles = data.articles('passages.jsonl.gz');
  if (wants('finding') || wants('cross')) {
    const start = performance.now();
    const engine = SearchEngine.build(articles);
    console.log(
      `${articles.length} articles, ${engine.index.store.size} passages, indexed in ` +
        `${((performance.now() - start) / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage.rss() / 1048576)} MB ` +
        `resident`,
    );
    const own = askAll(engine, articles, data.rows('questions.dev.jsonl'));
    if (wants('finding')) finding('Finding and quoting', own);
    if (wants('cross')) {
      const other = askAll(engine, articles, data.rows('questions.cross.dev.jsonl'));
      finding('Half of the questions in the other script', other);
      acrossScripts(own, other);
    }
  }
  if (wants('declining')) {
    const removed = new Set(data.lines('unanswerable.removed.txt'));
    const kept = articles.filter((article) => !removed.has(article.id));
    declining(askAll(SearchEngine.build(kept), kept, data.rows('unanswerable.dev.jsonl')));
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error && !('code' in error) ? error.message : error);
  process.exitCode = 1;
}
