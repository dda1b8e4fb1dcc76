import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { words } from '../../src/language/segment.ts';
import { isFunctionWord, isQuestionWord, isWord, termOf } from '../../src/language/terms.ts';

describe('words', () => {
  it('joined are the text again', () => {
    const piece = fc.oneof(
      fc.constantFrom('会议要求各县旅游部门', '旅游扶贫', 'gdp', '3.5', '2020年', '-', '.', '_', '，', '\n', ' ', '〔', '𠮷', '😀', 'café'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const folded = fold(pieces.join(''));
        expect(words(folded).join('')).toBe(folded);
      }),
      { numRuns: 500 },
    );
  });

  it('have the length of the text where a surrogate stands alone', () => {
    for (const folded of ['\ud842村路', '村\udfb7路', 'a\ud842', '\udfb7']) expect(words(folded).join('')).toHaveLength(folded.length);
  });

  it.each([
    ['全省gdp增长3.5%', ['gdp', '3.5']],
    ['2020年', ['2020']],
    ['covid-19疫情', ['covid-19']],
    ['a级景区', ['a']],
    ['user_name是', ['user_name']],
  ])('of Latin letters and digits are whole: %s', (folded, latin) => {
    expect(words(folded)).toEqual(expect.arrayContaining(latin));
  });

  it('end before a full stop that ends the sentence', () => {
    expect(words('共20.')).toContain('20');
  });

  it('are those of the dictionary', () => {
    expect(words('会议要求旅游部门')).toEqual(['会议', '要求', '旅游', '部门']);
  });

  it('of an empty text are none', () => {
    expect(words('')).toEqual([]);
  });
});

describe('terms', () => {
  it('treat 着 and 著 as one', () => {
    expect(termOf('著名')).toBe(termOf('着名'));
  });

  it('are words with a letter, a character or a digit', () => {
    expect(['旅游', 'gdp', '2020', '𠮷', '，', ' ', '。”', '—'].map(isWord)).toEqual([true, true, true, true, false, false, false, false]);
  });

  it('tell function words and question words from the rest', () => {
    expect(['的', '关于', '谁', '扶贫'].map(isFunctionWord)).toEqual([true, true, false, false]);
    expect(['谁', '什么时候', '扶贫'].map(isQuestionWord)).toEqual([true, true, false]);
  });
});
