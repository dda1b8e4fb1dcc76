import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitChoices } from '../../src/discord/incoming/autocomplete.ts';
import { plain } from '../../src/discord/escape.ts';
import { cutPages } from '../../src/discord/views/article.ts';
import { cut, quoteMarkdown } from '../../src/discord/views/quote.ts';

describe('quoteMarkdown', () => {
  const strip = (block: string) =>
    block
      .split('\n')
      .map((line) => line.replace(/^> /, ''))
      .join('\n')
      .replace(/\\([^0-9A-Za-z\s])|\*\*/g, '$1');
  const quotes = fc
    .record({
      text: fc.string({ unit: fc.constantFrom(...'字*_<@>`。！\n -#1.：'), minLength: 1, maxLength: 200 }),
      spots: fc.array(fc.nat(199), { maxLength: 6 }),
    })
    .map(({ text, spots }) => ({
      text,
      highlights: spots.sort((a, b) => a - b).map((at): [number, number] => [Math.min(at, text.length), Math.min(at + 3, text.length)]),
    }));

  it('is the quote itself, in its own characters', () => {
    fc.assert(
      fc.property(quotes, (quote) => {
        expect(strip(quoteMarkdown(quote, 4000))).toBe(plain(quote.text));
      }),
    );
  });
  it('keeps the limit, and shows each cut', () => {
    fc.assert(
      fc.property(quotes, fc.integer({ min: 20, max: 120 }), (quote, max) => {
        const block = quoteMarkdown(quote, max);
        expect(block.length).toBeLessThanOrEqual(max);
        const shown = strip(block);
        for (const part of shown.split('……')) expect(plain(quote.text)).toContain(part);
        if (shown.replaceAll('……', '').length < plain(quote.text).trimEnd().length) expect(shown).toContain('……');
      }),
    );
  });
  it('cuts around what matched', () => {
    const text = '前言。'.repeat(50) + '这里有旅游扶贫。' + '后话。'.repeat(50);
    const at = text.indexOf('旅游');
    const part = cut({ text, highlights: [[at, at + 2]] }, 60);
    expect(part.text).toMatch(/^……这里有旅游扶贫。.*……$/);
    expect(part.highlights.map(([from, to]) => part.text.slice(from, to))).toEqual(['旅游']);
  });
});

describe('cutPages', () => {
  it('loses nothing, and keeps the limit once escaped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('字', '。', '\n', '*', '👨‍👩‍👧'), maxLength: 400 }),
        fc.integer({ min: 20, max: 60 }),
        (text, max) => {
          expect(cutPages(text, max).join('')).toBe(text);
        },
      ),
    );
  });
  it('cuts after paragraphs', () => {
    expect(cutPages('第一段。\n第二段。\n第三段。', 11)).toEqual(['第一段。\n第二段。\n', '第三段。']);
  });
});

describe('fitChoices', () => {
  it('keeps 25, and never cuts a value', () => {
    const choices = Array.from({ length: 26 }, (_, at) => ({ name: '名'.repeat(100 + at), value: `${at}` }));
    const fitted = fitChoices([...choices, { name: 'x', value: '值'.repeat(101) }]);
    expect(fitted).toHaveLength(25);
    expect(fitted.every(({ name }) => name.length <= 100)).toBe(true);
    expect(
      fitChoices([
        { name: 'x', value: '值'.repeat(101) },
        { name: 'y', value: '值'.repeat(100) },
      ]),
    ).toHaveLength(1);
  });
});
