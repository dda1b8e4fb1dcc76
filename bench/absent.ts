/**
 * `node --import tsx bench/absent.ts [FOLDER]`: questions whose article is there while its answer is not (its sentence cut out, its year
 * or ordinal changed), beside as many that are answered. Prints by kind and by set how many are declined, and the area under the ROC curve.
 */
import type { Article } from '../src/corpus/article.ts';
import { loadSegmenter } from '../src/language/segment.ts';
import { SearchEngine } from '../src/search/engine.ts';
import { EvalData, setOf, type Row } from './eval/data.ts';
import { auc, groupBy, mean, quantile } from './eval/measures.ts';
import { print } from './eval/table.ts';

/** `cut`, `year`, `ordinal`: what was done to the answer; `there`: nothing. */
interface AbsentRow extends Row {
  kind: string;
}
interface Decided {
  row: AbsentRow;
  confidence: number;
  answered: boolean;
}

const KEPT = 0.95;

/** The passages, with those whose answer was taken out laid over them. */
function laidOver(data: EvalData): Article[] {
  const changed = new Map(data.articles('absent.dev.passages.jsonl.gz').map((article) => [article.id, article]));
  return data.articles('passages.jsonl.gz').map((article) => changed.get(article.id) ?? article);
}

function table(title: string, groups: Map<string, Decided[]>, there: (key: string) => readonly Decided[]): void {
  print(
    title,
    [...groups].map(([key, all]) => {
      const yes = there(key).map(({ confidence }) => confidence);
      const absent = all.filter(({ row }) => row.kind !== 'there');
      const no = absent.map(({ confidence }) => confidence);
      const threshold = quantile(yes, 1 - KEPT);
      return {
        '': key,
        'absent': no.length,
        'AUC': auc(yes, no),
        'declined, at 95 % kept': mean(no.map((confidence) => Number(confidence < threshold))),
        'declined': mean(absent.map(({ answered }) => Number(!answered))),
        'wrongly declined': mean(there(key).map(({ answered }) => Number(!answered))),
      };
    }),
  );
}

const data = new EvalData(process.argv[2] ?? '../shared/eval');
loadSegmenter();
const engine = SearchEngine.build(laidOver(data));
const decided = (data.rows('absent.dev.questions.jsonl') as AbsentRow[]).map((row): Decided => {
  const { confidence, answered } = engine.ask(row.question, 10, () => true);
  return { row, confidence, answered };
});
const isThere = ({ row }: Decided) => row.kind === 'there';
const there = decided.filter(isThere);
const absent = decided.filter((one) => !isThere(one));
table('By what was done to the answer', new Map([...groupBy(absent, ({ row }) => row.kind), ['all', absent]]), () => there);
const sets = groupBy(decided, ({ row }) => setOf(row));
table('By set', sets, (set) => sets.get(set)!.filter(isThere));
