/**
 * Learns the weights of the confidence: `node --import tsx scripts/learn-confidence.ts FOLDER` writes
 * `src/search/rank/confidence-weights.ts`.
 *
 * FOLDER has questions of CMRC 2018 (CC BY-SA 4.0), DRCD (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0) over their passages, in three states:
 * answered; the article gone; the article there and its answer not (the sentence cut out, a year or an ordinal changed). RGB's questions
 * (research only) are left out. The model is a logistic regression with L2 regularisation on standardised features; what it is worth on
 * questions that it was not fitted on is printed first, by five folds, in which an article's questions stay together.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EvalData, type Row, setOf } from '../bench/eval/data.ts';
import { auc, mean, quantile } from '../bench/eval/measures.ts';
import type { Article } from '../src/corpus/article.ts';
import { loadSegmenter } from '../src/language/segment.ts';
import { SearchEngine } from '../src/search/engine.ts';
import { CONFIDENCE_WEIGHTS } from '../src/search/rank/confidence-weights.ts';

const SETS = new Set(['cmrc', 'drcd', 'xquad']);
const NAMES = Object.keys(CONFIDENCE_WEIGHTS) as (keyof typeof CONFIDENCE_WEIGHTS)[];
/**
 * Held as they are, with the rest fitted around them: encyclopaedia questions hardly ask for holders of offices, speeches and sums, which
 * news questions do, so that these rows cannot tell what it means where nothing of that kind is there, where it was extracted, or where a
 * month is another one. Drawn towards these values as priors instead, the folds' figures are the same to .003, and questions about what
 * somebody did not say are answered.
 */
const HELD: Readonly<Partial<Record<(typeof NAMES)[number], number>>> = {
  met: 3,
  unmet: -3,
  figure: -2.5,
  unit: -3,
  decisive: -4,
  unlisted: -2,
  placeless: -2,
};
const FITTED = NAMES.filter((name) => !(name in HELD));
const FOLDS = 5;
/** Strength of the regularisation, over the whole sample; between 10 and 100 the folds' figures are the same to .002. */
const L2 = 30;
/** There are fewer questions whose article is gone: each counts twice. */
const GONE_WEIGHT = 2;
const STEPS = 1500;
const RATE = 0.5;

interface Example {
  values: number[];
  /** What the held features add. */
  held: number;
  answers: boolean;
  weight: number;
  state: 'gone' | 'absent';
  set: string;
  fold: number;
}

interface Model {
  weights: number[];
  bias: number;
}

function examplesOf(articles: readonly Article[], rows: readonly Row[], state: Example['state']): Example[] {
  const engine = SearchEngine.build(articles);
  return rows
    .filter((row) => SETS.has(setOf(row)))
    .flatMap((row) => {
      const { evidence } = engine.ask(row.question, 10, () => true);
      if (!evidence) return [];
      const values = FITTED.map((name) => evidence[name]);
      const held = NAMES.reduce((sum, name) => sum + (HELD[name] ?? 0) * evidence[name], 0);
      const fold = foldOf(row.id);
      return [{ values, held, answers: row.answerable === true, weight: state === 'gone' ? GONE_WEIGHT : 1, state, set: setOf(row), fold }];
    });
}

/** By the article in the id (`cmrc:train/TRAIN_768_QUERY_0:cut`), so that no article is in two folds. */
function foldOf(id: string): number {
  const article = id.replace(/:[a-z]+$/, '').replace(/[_-](?:QUERY_)?\d+$/, '');
  return [...article].reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) >>> 0, 7) % FOLDS;
}

/** Gradient descent on the weighted log loss; the standardisation is taken back into the weights. */
function fit(examples: readonly Example[]): Model {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const means = FITTED.map((_, i) => examples.reduce((sum, { values, weight }) => sum + weight * values[i]!, 0) / total);
  const spreads = FITTED.map(
    (_, i) => Math.sqrt(examples.reduce((sum, { values, weight }) => sum + weight * (values[i]! - means[i]!) ** 2, 0) / total) || 1,
  );
  const rows = examples.map(({ values, ...rest }) => ({ ...rest, scaled: values.map((value, i) => (value - means[i]!) / spreads[i]!) }));
  const weights = FITTED.map(() => 0);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => (L2 * weight) / total);
    let ofBias = 0;
    for (const { scaled, held, answers, weight } of rows) {
      const z = scaled.reduce((sum, value, i) => sum + value * weights[i]!, bias + held);
      const error = (weight * (1 / (1 + Math.exp(-z)) - Number(answers))) / total;
      ofBias += error;
      scaled.forEach((value, i) => (slope[i]! += error * value));
    }
    slope.forEach((one, i) => (weights[i]! -= RATE * one));
    bias -= RATE * ofBias;
  }
  const real = weights.map((weight, i) => weight / spreads[i]!);
  return { weights: real, bias: bias - real.reduce((sum, weight, i) => sum + weight * means[i]!, 0) };
}

const scoreOf = ({ weights, bias }: Model, { values, held }: Example): number =>
  values.reduce((sum, value, i) => sum + value * weights[i]!, bias + held);

function report(scored: readonly { example: Example; score: number }[]): void {
  for (const state of ['absent', 'gone'] as const) {
    for (const set of ['all', ...SETS]) {
      const here = scored.filter(({ example }) => example.state === state && (set === 'all' || example.set === set));
      const yes = here.filter(({ example }) => example.answers).map(({ score }) => score);
      const no = here.filter(({ example }) => !example.answers).map(({ score }) => score);
      const threshold = quantile(yes, 0.05);
      const declined = mean(no.map((score) => Number(score < threshold)));
      console.log(`${state} ${set}: AUC ${auc(yes, no).toFixed(3)}, declined at 95 % kept ${declined.toFixed(3)}`);
    }
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node --import tsx scripts/learn-confidence.ts FOLDER');
const data = new EvalData(folder);
loadSegmenter();
const articles = data.articles('passages.jsonl.gz');
const removed = new Set(data.lines('unanswerable.removed.txt'));
const changed = new Map(data.articles('absent.dev.passages.jsonl.gz').map((article) => [article.id, article]));
const examples = [
  ...examplesOf(
    articles.filter(({ id }) => !removed.has(id)),
    data.rows('unanswerable.dev.jsonl'),
    'gone',
  ),
  ...examplesOf(
    articles.map((article) => changed.get(article.id) ?? article),
    data.rows('absent.dev.questions.jsonl'),
    'absent',
  ),
];
report(
  Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const model = fit(examples.filter((example) => example.fold !== fold));
    return examples.filter((example) => example.fold === fold).map((example) => ({ example, score: scoreOf(model, example) }));
  }),
);

const model = fit(examples);
const weightOf = (name: (typeof NAMES)[number]): number => HELD[name] ?? Number(model.weights[FITTED.indexOf(name)]!.toFixed(3));
const lines = NAMES.map((name) => `  ${name}: ${weightOf(name)},`);
writeFileSync(
  path.join(import.meta.dirname, '../src/search/rank/confidence-weights.ts'),
  `/**
 * Weights of {@link ConfidenceFeatures}, made by scripts/learn-confidence.ts from ${examples.length} questions of CMRC 2018 (CC BY-SA
 * 4.0), DRCD
 * (CC BY-SA 3.0) and XQuAD (CC BY-SA 4.0), those that are held in the script apart: not to be changed by hand.
 */
export const CONFIDENCE_WEIGHTS = {
${lines.join('\n')}
};
export const CONFIDENCE_BIAS = ${Number(model.bias.toFixed(3))};
`,
);
