import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/language/sentences.ts';

const cut = (text: string, wholeQuotations = false) =>
  sentencesOf(text, { wholeQuotations }).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['他说：“来。走。”', ['他说：“来。', '走。”'], ['他说：“来。走。”']],
    ['“这是好事。”张三说。他走了。', ['“这是好事。”', '张三说。', '他走了。'], ['“这是好事。”张三说。', '他走了。']],
    ['张三说：“好。”李四没来。', ['张三说：“好。”', '李四没来。'], ['张三说：“好。”', '李四没来。']],
    ['他问："几时？"她不答。', ['他问："几时？"', '她不答。'], ['他问："几时？"', '她不答。']],
    ['（见图。）完。', ['（见图。）', '完。'], ['（见图。）完。']],
    ['什么？！真的……是。', ['什么？！', '真的……', '是。'], ['什么？！', '真的……', '是。']],
    ['“没有关上。\n下一行。', ['“没有关上。', '下一行。'], ['“没有关上。', '下一行。']],
  ])('%s', (text, apart, whole) => {
    expect(cut(text)).toEqual(apart);
    expect(cut(text, true)).toEqual(whole);
  });

  it('tells which sentence opens a paragraph, blank lines or not', () => {
    expect(sentencesOf('一。二。\n\n  三。四').map(({ opensParagraph }) => opensParagraph)).toEqual([true, false, true, false]);
  });
});
