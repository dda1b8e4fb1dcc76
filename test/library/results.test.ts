import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../src/library/results.ts';
import { LONGEST_QUOTE, units } from '../../src/search/quote/units.ts';

const texts = fc
  .array(fc.constantFrom('路修好了', '。', '”', '\n', ' ', '，', '？', '…', '一'.repeat(90)), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('the sentence around an offset', () => {
  it('is the one of the whole text, wherever it stands', () => {
    fc.assert(
      fc.property(texts, fc.nat(600), (text, offset) => {
        const all = units(text);
        const expected = all.find((unit) => unit.end > offset) ?? all.at(-1) ?? { start: 0, end: 0 };
        expect(sentenceAround({ text }, offset)).toEqual(expected);
      }),
    );
  });

  it('is whole clauses of a long one', () => {
    const text = `开头。\n${'一二三四五六七八九，'.repeat(40)}`;
    const { start, end } = sentenceAround({ text }, 300);
    expect(end - start).toBeLessThanOrEqual(LONGEST_QUOTE);
    expect(text.slice(start, end)).toMatch(/^一.*，$/u);
    expect(start).toBeLessThanOrEqual(300);
  });
});
