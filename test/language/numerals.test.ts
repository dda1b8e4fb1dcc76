import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFigures, numerals } from '../../src/language/numerals.ts';

/** Another way to the same: a number below ten thousand as it is read out. */
function readOut(value: number): string {
  const digits = '零一二三四五六七八九';
  const [thousands, hundreds, tens, ones] = [
    Math.floor(value / 1000),
    Math.floor(value / 100) % 10,
    Math.floor(value / 10) % 10,
    value % 10,
  ];
  let out = '';
  if (thousands) out += `${digits[thousands]}千`;
  if (hundreds) out += `${digits[hundreds]}百`;
  else if (thousands && (tens || ones)) out += '零';
  if (tens) out += `${tens === 1 && value < 20 ? '' : digits[tens]}十`;
  else if (hundreds && ones) out += '零';
  if (ones) out += digits[ones];
  return out;
}

describe('numbers written in characters', () => {
  it.each([
    ['二〇一八年五月二十五日', '2018年5月25日'],
    ['二○一八年', '2018年'],
    ['第五十届', '第50届'],
    ['两千三百人', '2300人'],
    ['一百二十万元', '120万元'],
    ['十五个村', '15个村'],
    ['十月', '10月'],
    ['三百零五户', '305户'],
  ])('%s is %s', (written, figures) => {
    expect(inFigures(written)).toBe(figures);
  });

  it.each([
    '十分重要',
    '一些人',
    '三农',
    '一方面',
    '统一',
    '千万别',
    '百日会战',
    '三日本',
    '第三届',
    '一二三四',
    '五一节',
    '一百百',
    '二百千',
  ])('%s stays as it is', (text) => {
    expect(inFigures(text)).toBe(text);
  });

  it('are read from 10 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 9999 }), (value) => {
        expect(inFigures(`共${readOut(value)}人`)).toBe(`共${value}人`);
      }),
    );
  });

  it('are told by their place; what is between them stays', () => {
    const pieces = fc.array(fc.constantFrom('二十', '三百', '农村', '的', '一', '年', '2018', '第', '月', '十'), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (all) => {
        const text = all.join('');
        let at = 0;
        for (const { start, end, figures } of numerals(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toMatch(/^[一二三百十]+$/);
          expect(figures).toMatch(/^\d+$/);
          at = end;
        }
      }),
    );
  });
});
