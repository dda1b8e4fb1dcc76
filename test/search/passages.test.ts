import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passages } from '../../src/search/index/passages.ts';
import type { Span } from '../../src/language/span.ts';
import { sentencesOf } from '../../src/language/sentences.ts';
import { LONGEST_QUOTE, units } from '../../src/search/quote/units.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '会议要求各乡镇抓紧施工',
        '，',
        '。',
        '；',
        '！？',
        '……',
        '。”',
        '\n',
        ' ',
        '“钱从哪里来？”',
        '一'.repeat(170),
        '路基工程，'.repeat(40),
        '𠮷'.repeat(90),
        '完。'.repeat(30),
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const cut = (whole: string, spans: readonly Span[]) => spans.map(({ start, end }) => whole.slice(start, end));
/** What stands between spans and around them. */
const gaps = (whole: string, spans: readonly Span[]) =>
  [...spans, { start: whole.length, end: 0 }].map(({ start }, i) => whole.slice(spans[i - 1]?.end ?? 0, start)).join('');

describe('sentences', () => {
  it.each([
    ['路修好了。桥呢?还在修!', ['路修好了。', '桥呢?', '还在修!']],
    ['他说:“路修好了。”桥还在修。', ['他说:“路修好了。”', '桥还在修。']],
    ['标题\n  路修好了', ['标题', '路修好了']],
    ['等一等……再说', ['等一等……', '再说']],
    ['3.5公里,3;4公里', ['3.5公里,3;4公里']],
    [' \n ', []],
  ])('of %j', (whole, expected) => {
    expect(cut(whole, sentencesOf(whole))).toEqual(expected);
  });
});

describe.each([
  ['sentences', sentencesOf],
  ['units', units],
  ['passages', passages],
])('%s of any text', (_, split) => {
  it('are in order, apart, not empty, and leave out nothing but blanks', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const spans = split(whole);
        spans.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        });
        expect(gaps(whole, spans).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('units', () => {
  it('of any text are short enough to quote, and end between characters', () => {
    fc.assert(
      fc.property(text, (whole) => {
        for (const { start, end } of units(whole)) {
          expect(end - start).toBeLessThanOrEqual(LONGEST_QUOTE);
          const apart = whole.codePointAt(end - 1)! <= 0xffff || end === whole.length;
          expect(apart).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of a long sentence are whole clauses', () => {
    const clause = '各乡镇要在雨季到来之前完成路基和排水工程,';
    for (const unit of cut(clause.repeat(20), units(clause.repeat(20)))) expect(unit).toMatch(new RegExp(`^(?:${clause})+$`));
  });

  it('rather end at ； than at ，', () => {
    const whole = `${'一要修路,'.repeat(20)}修桥;${'二要植树,'.repeat(20)}`;
    expect(cut(whole, units(whole))[0]).toBe(`${'一要修路,'.repeat(20)}修桥;`);
  });
});

describe('passages', () => {
  it('begin and end with sentences', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const [starts, ends] = [new Set(sentencesOf(whole).map(({ start }) => start)), new Set(sentencesOf(whole).map(({ end }) => end))];
        for (const { start, end } of passages(whole)) {
          expect(starts.has(start)).toBe(true);
          expect(ends.has(end)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are of some hundred units: a long text has several, a short one is one', () => {
    const sentence = '各乡镇要在雨季到来之前完成路基和排水工程。';
    const spans = passages(sentence.repeat(100));
    expect(spans.length).toBeGreaterThan(3);
    for (const { start, end } of spans) expect(end - start).toBeLessThanOrEqual(640);
    expect(passages(sentence.repeat(5))).toHaveLength(1);
  });
});
