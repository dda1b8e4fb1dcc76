import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../src/language/script.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import type { Indexable } from '../../src/search/index/index.ts';
import { IndexBuilder } from '../../src/search/index/index-builder.ts';
import { atOnce } from '../../src/steps/breather.ts';
import { restored, snapshotOf } from '../../src/search/index/snapshot.ts';

const SENTENCES = [
  '县里投资修建了乡村道路。',
  '交通局局长张三说，桥梁明年建成。',
  '石门镇发展旅游扶贫。',
  '二〇一八年五月召开推进会。',
  '游客比去年多两成。',
];
const QUERIES = ['乡村道路', '旅游扶贫', '张三', '推进会 石门镇', '扶贫'];
const ALL = () => true;

const article = fc.record({
  title: fc.constantFrom('修路', '旅游', '乡村扶贫'),
  titleBasis: fc.constantFrom('stated' as const, 'derived' as const),
  text: fc
    .array(fc.constantFrom(...SENTENCES, ...SENTENCES.map(toTraditional)), { minLength: 1, maxLength: 30 })
    .map((all) => all.join('')),
});

function answersOf(engine: SearchEngine) {
  return QUERIES.map((query) => ({ found: engine.search(query, 10, ALL), asked: engine.ask(query, 10, ALL) }));
}

describe('an index', () => {
  it('with articles kept from an older one answers as one built anew', () => {
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 6 }),
        fc.array(fc.oneof(fc.nat(5), article), { maxLength: 8 }),
        (before, after) => {
          const older = SearchEngine.build(before).index;
          const builder = atOnce(IndexBuilder.after(older));
          const articles: Indexable[] = [];
          for (const each of after) {
            if (typeof each === 'number') {
              builder.keep(each % before.length);
              articles.push(before[each % before.length]!);
            } else {
              builder.add(each);
              articles.push(each);
            }
          }
          expect(answersOf(new SearchEngine(atOnce(builder.finishing()), articles))).toEqual(answersOf(SearchEngine.build(articles)));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('answers the same when restored from its snapshot', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 6 }), (articles) => {
        const engine = SearchEngine.build(articles);
        const copy = structuredClone(snapshotOf(engine.index, articles));
        expect(answersOf(new SearchEngine(atOnce(restored(copy, articles)), articles))).toEqual(answersOf(engine));
      }),
      { numRuns: 30 },
    );
  });

  it('drops the words of articles that are gone', () => {
    const generation = (number: number): Indexable => ({
      title: '',
      titleBasis: 'derived',
      text: Array.from({ length: 40 }, (_, i) => `w${number}x${i}`).join(' '),
    });
    const kept: Indexable = { title: '修路', titleBasis: 'stated', text: '县里投资修建了乡村道路。' };
    let engine = SearchEngine.build([kept, generation(0)]);
    for (let number = 1; number <= 10; number++) {
      const builder = atOnce(IndexBuilder.after(engine.index));
      builder.keep(0);
      const next = generation(number);
      builder.add(next);
      engine = new SearchEngine(atOnce(builder.finishing()), [kept, next]);
    }
    // Those of this generation, and of the one before it, which was still there when this one was begun.
    expect(engine.index.lexicon.size).toBeLessThan(3 * 40);
    expect(engine.index.lexicon.numberOf('w3x7')).toBeUndefined();
    expect(engine.search('乡村道路', 10, ALL).hits).toHaveLength(1);
    expect(engine.search('w10x7', 10, ALL).hits).toHaveLength(1);
    expect(engine.search('w9x7', 10, ALL).hits).toEqual([]);
  });

  it('keeps nothing where there is no older one', () => {
    expect(() => IndexBuilder.fresh().keep(0)).toThrow(/older/);
  });
});
