import { describe, expect, it } from 'vitest';
import { bareTitle, derivedTitle, unstuffed } from '../../src/corpus/page/title.ts';
import { toTraditional } from '../../src/language/script.ts';

describe('a title from the first sentence', () => {
  it.each([
    ['is without the date', '6月12日上午,青禾县召开乡村道路建设推进会。会议要求抓紧。', '青禾县召开乡村道路建设推进会'],
    ['is without dateline and reporter', '青禾网讯 (记者 王一) 6月12日,青禾县召开乡村道路建设推进会。', '青禾县召开乡村道路建设推进会'],
    ['is without 近日', '近日,青禾县召开乡村道路建设推进会。', '青禾县召开乡村道路建设推进会'],
    ['is without an opening adverbial', '6月12日,为改善村民出行条件,青禾县召开乡村道路建设推进会。', '青禾县召开乡村道路建设推进会'],
    ['ends at the first clause that says enough', '青禾县召开乡村道路建设推进会,各乡镇负责人参加。', '青禾县召开乡村道路建设推进会'],
    ['takes the next clause where the first says too little', '县长说,乡村道路要在雨季前修好。', '县长说,乡村道路要在雨季前修好'],
  ])('%s', (_, text, title) => {
    expect(derivedTitle(text)).toBe(title);
    const traditional = toTraditional(text);
    expect(derivedTitle(traditional)).toBe(toTraditional(title));
  });

  it('is a slice of the text, of 60 units at most', () => {
    const text = '青禾县'.repeat(60);
    expect(text.startsWith(derivedTitle(text))).toBe(true);
    expect(derivedTitle(text).length).toBeLessThanOrEqual(60);
  });

  it('does not end inside a character', () => {
    for (const text of ['𠮷'.repeat(40), `村${'𠮷'.repeat(40)}`]) expect(derivedTitle(text)).toMatch(/^(?:村|𠮷)+$/u);
  });

  it('is never empty where there is text', () => {
    for (const text of ['6月12日。', '近日,', '村', '(记者 王一)', '。。。村']) expect(derivedTitle(text)).not.toBe('');
  });
});

describe('a printed headline', () => {
  it.each([
    ['头条|青禾县召开道路建设推进会', '青禾县召开道路建设推进会'],
    ['青禾县召开道路建设推进会_青禾新闻网', '青禾县召开道路建设推进会'],
    ['青禾县召开道路建设推进会 - 青禾日报', '青禾县召开道路建设推进会'],
    ['要聞丨青禾縣召開道路建設推進會', '青禾縣召開道路建設推進會'],
    ['青禾县召开道路建设推进会', '青禾县召开道路建设推进会'],
    ['2019-2020年度道路建设计划', '2019-2020年度道路建设计划'],
  ])('%s is the title %s', (headline, title) => {
    expect(bareTitle(headline)).toBe(title);
  });

  it('stuffed with search words has its title at the end', () => {
    expect(unstuffed('青禾县道路 青禾县召开道路建设推进会')).toBe('青禾县召开道路建设推进会');
  });

  it.each(['青禾县召开道路建设推进会', '上下一心抓扶贫 青禾县召开道路建设推进会', '青禾县 道路'])(
    'that only has a space in it is not stuffed: %s',
    (headline) => {
      expect(unstuffed(headline)).toBeNull();
    },
  );
});
