import { describe, expect, it } from 'vitest';
import { SearchEngine } from '../../src/search/engine.ts';
import { type Indexable, SearchIndex } from '../../src/search/index/index.ts';
import { readQuestion } from '../../src/question/reading.ts';
import { analyseWording } from '../../src/search/question/question.ts';

function asked(text: string) {
  const reading = readQuestion(text);
  return analyseWording(reading.wordings[0], reading);
}
import { rank, weigh } from '../../src/search/rank/rank.ts';
import { CandidateFinder, postingsBudget } from '../../src/search/rank/candidates.ts';
import { atOnce } from '../../src/steps/breather.ts';

const article = (title: string, text: string): Indexable => ({ title, titleBasis: 'stated', text });
const whole = [
  article('水库', '水库今年蓄水。工程由县里修建。'),
  article('茶园', '茶园今年丰收。茶农增收。'),
  article('公路', '公路今年通车。货运更快。'),
  article('茶叶', '茶叶销往外地。茶农高兴。'),
];
const indexOf = (articles: readonly Indexable[]) => SearchEngine.build(articles).index;

/** An index of the first articles only, weighed by the statistics of all. */
function partOf(articles: readonly Indexable[], first: number): SearchIndex {
  const part = indexOf(articles.slice(0, first));
  return new SearchIndex(part.lexicon, part.postings, part.store, indexOf(articles).statistics, part.folded, part.foldedTitles);
}

describe('the statistics of a collection', () => {
  const { statistics } = indexOf(whole);

  it('count the passages that hold a term, as a word or in a longer one', () => {
    expect(statistics.passages).toBe(4);
    expect(statistics.frequencyOf('今年')).toBe(3);
    expect(statistics.frequencyOf('茶农')).toBe(2);
    expect(statistics.frequencyOf('机场')).toBe(0);
    expect(statistics.meanLength).toBeGreaterThan(0);
    expect(indexOf([]).statistics.meanLength).toBe(0);
  });

  it('name the most frequent terms that are wanted, and no more than are asked for', () => {
    const wanted = (term: string) => term.length === 2;
    const frequent = atOnce(statistics.frequent(2, wanted));
    expect(frequent).toEqual([
      { term: '今年', frequency: 3 },
      { term: '茶农', frequency: 2 },
    ]);
    expect(atOnce(statistics.frequent(100, (term) => term === '机场'))).toEqual([]);
  });

  it('weigh a question the same whether the index holds all passages or some', () => {
    const question = asked('茶园今年的茶农');
    const all = weigh(indexOf(whole), question);
    const some = weigh(partOf(whole, 2), question);
    expect([...some.terms.values()]).toEqual([...all.terms.values()]);
    expect([...some.pairs.values()]).toEqual([...all.pairs.values()]);
    expect(some.characters).toEqual(all.characters);
    expect(some.highest).toBe(all.highest);
  });

  it('score a passage the same whether the index holds all passages or some', () => {
    const question = asked('茶园今年丰收');
    const best = (index: SearchIndex) =>
      rank(index, new CandidateFinder(index).find(question, () => true).passages, weigh(index, question))[0];
    expect(best(partOf(whole, 2))).toEqual(best(indexOf(whole)));
    expect(best(indexOf(whole.slice(0, 2)))).not.toEqual(best(indexOf(whole)));
  });
});

it('the postings that a question may read grow with the collection, and are never fewer than a small one needs', () => {
  expect(postingsBudget(100)).toBe(20_000);
  expect(postingsBudget(18_661)).toBe(20_000);
  expect(postingsBudget(186_610)).toBe(200_000);
});
