import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { APIEmbed } from 'discord.js';
import {
  embedLength,
  ELLIPSIS,
  fitEmbeds,
  fitLines,
  lastSentenceEnd,
  MAX_EMBEDS,
  MAX_EMBEDS_TEXT,
  takeGraphemes,
  truncate,
} from '../../src/discord/limits.ts';

describe('truncate', () => {
  it.each([10, 100, 256, 1024, 2000, 2048, 4096])('leaves %i characters alone, and cuts one more', (max) => {
    expect(truncate('字'.repeat(max), max)).toBe('字'.repeat(max));
    const cut = truncate('字'.repeat(max + 1), max);
    expect(cut.length).toBeLessThanOrEqual(max);
    expect(cut.endsWith(ELLIPSIS)).toBe(true);
  });
  it('ends after a sentence where one is near', () => {
    expect(truncate('脱贫攻坚要务实。作风要实，目标要远，行动要快', 14)).toBe('脱贫攻坚要务实。……');
    expect(truncate('他说：“要务实！”大家都说好，鼓掌良久', 14)).toBe('他说：“要务实！”……');
  });
  it("does not throw most of a text away for a sentence's end", () => {
    expect(truncate('好。' + '字'.repeat(50), 30)).toHaveLength(30);
  });
  it('does not cut at spaces', () => {
    expect(truncate('一二三 四五六七八九十', 8)).toBe('一二三 四五……');
  });
  it('never cuts a grapheme', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(takeGraphemes(`甲${family}乙`, family.length)).toBe('甲');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (text, max) => {
        const start = takeGraphemes(text, max);
        const segments = [...new Intl.Segmenter('zh').segment(text)].map(({ index }) => index);
        expect(start.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(start)).toBe(true);
        expect([...segments, text.length]).toContain(start.length);
      }),
    );
  });
  it('keeps the limit whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        expect(truncate(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('lastSentenceEnd', () => {
  it('counts the closing quotation mark in', () => {
    expect(lastSentenceEnd('“好！”他')).toBe(4);
    expect(lastSentenceEnd('没有句号')).toBe(0);
  });
});

describe('fitEmbeds', () => {
  const embed = (length: number): APIEmbed => ({ description: '字'.repeat(length) });
  it('counts every text of an embed', () => {
    expect(
      embedLength({ title: 'ab', description: 'cde', author: { name: 'f' }, footer: { text: 'gh' }, fields: [{ name: 'i', value: 'jk' }] }),
    ).toBe(11);
  });
  it(`takes ${MAX_EMBEDS_TEXT} characters, and not one more`, () => {
    expect(fitEmbeds([embed(3000), embed(MAX_EMBEDS_TEXT - 3000)])).toHaveLength(2);
    expect(fitEmbeds([embed(3000), embed(MAX_EMBEDS_TEXT - 2999)])).toHaveLength(1);
  });
  it(`takes ${MAX_EMBEDS} embeds, and not one more`, () => {
    expect(fitEmbeds(Array.from({ length: MAX_EMBEDS }, () => embed(1)))).toHaveLength(MAX_EMBEDS);
    expect(fitEmbeds(Array.from({ length: MAX_EMBEDS + 1 }, () => embed(1)))).toHaveLength(MAX_EMBEDS);
  });
});

describe('fitLines', () => {
  const more = (left: number) => `+${left}`;
  it('takes N, and tells how many are left at N+1', () => {
    expect(fitLines(['aaaa', 'bbbb'], 9, more)).toBe('aaaa\nbbbb');
    expect(fitLines(['aaaa', 'bbbbb'], 9, more)).toBe('aaaa\n+1');
    expect(fitLines(['a'.repeat(20)], 9, more)).toBe('+1');
  });
});
