import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf } from '../../src/search/rank/best.ts';
import { IndexBuilder } from '../../src/search/index/index-builder.ts';
import { posting } from '../../src/search/index/postings.ts';
import { atOnce } from '../../src/steps/breather.ts';
import { SparseRowsWriter } from '../../src/search/index/sparse-rows.ts';

const matrix = fc.array(fc.uniqueArray(fc.nat(30), { maxLength: 8 }), { maxLength: 40 });

function written(rows: readonly (readonly number[])[]) {
  const writer = new SparseRowsWriter();
  rows.forEach((columns, row) => {
    writer.beginRow();
    for (const column of columns) writer.push(column, ((row * 31 + column) % 255) + 1);
  });
  return atOnce(writer.finishing());
}

describe('sparse rows', () => {
  it('have the same entries when transposed, found by row and column', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const transposed = atOnce(written(rows).transposed(31));
        for (let column = 0; column <= 30; column++) {
          const holding = rows.flatMap((columns, row) => (columns.includes(column) ? [row] : []));
          expect([...transposed.columns.subarray(transposed.firsts[column], transposed.firsts[column + 1])]).toEqual(holding);
          rows.forEach((columns, row) =>
            expect(transposed.at(column, row)).toBe(columns.includes(column) ? ((row * 31 + column) % 255) + 1 : 0),
          );
        }
        expect(transposed.at(31, 0)).toBe(0);
      }),
    );
  });
});

it('the best are those that sorting gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (values, most) => {
      const sorted = values
        .map((_, number) => number)
        .sort((a, b) => values[b]! - values[a]! || a - b)
        .slice(0, most);
      expect(bestOf(values.keys(), Float64Array.from(values), most)).toEqual(sorted);
    }),
  );
});

describe('a posting', () => {
  const build = (title: string, text: string) => {
    const builder = IndexBuilder.fresh();
    builder.add({ title, titleBasis: 'stated', text });
    return atOnce(builder.finishing());
  };
  const of = (index: ReturnType<typeof build>, term: string) => index.postings.at(index.lexicon.numberOf(term)!, 0);

  it('tells words of their own from words inside longer ones, and those of the title', () => {
    const index = build('扶贫', '中国人民银行开会。银行放贷。银行休息。');
    expect(posting.wordsOf(of(index, '银行'))).toBe(2);
    expect(posting.innerOf(of(index, '银行'))).toBe(1);
    expect(posting.inTitle(of(index, '银行'))).toBe(false);
    expect(posting.inTitle(of(index, '扶贫'))).toBe(true);
    expect(posting.wordsOf(of(index, '扶贫'))).toBe(0);
  });

  it('stays at the most it can count', () => {
    const index = build('银行', '银行、'.repeat(50) + '中国人民银行、'.repeat(20));
    expect(posting.wordsOf(of(index, '银行'))).toBe(posting.MOST_WORDS);
    expect(posting.innerOf(of(index, '银行'))).toBe(posting.MOST_INNER);
    expect(posting.inTitle(of(index, '银行'))).toBe(true);
  });

  it('is not kept for function words', () => {
    const index = build('', '他在村里。');
    expect(index.postings.frequency(index.lexicon.numberOf('在')!)).toBe(0);
  });
});
