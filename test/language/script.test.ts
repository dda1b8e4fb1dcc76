import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, personToTraditional, toScript, toSimplified, toTraditional } from '../../src/language/script.ts';

/** What a text of ours may be mixed from. */
const mixture = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '旅游扶贫',
        '旅遊扶貧',
        '瞭解',
        '乾隆',
        '著名',
        '裏',
        '這麼',
        '甚麼',
        '皇后在後',
        '頭髮',
        '於是',
        '余勝祥',
        '縣(市、區)',
        '，。；、',
        '\n',
        '　',
        'ＡＢＣ１２３',
        'GDP',
        'É',
        'İ',
        'ﬁ',
        'ß',
        '〔原文残缺〕',
        '﨑',
        '𠮷',
        '𪚥',
        '😀',
        '\uD800',
        '\uDC00',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('fold', () => {
  it.each([
    ['旅遊扶貧', '旅游扶贫'],
    ['ＡＢＣ１２３（市、區）', 'abc123(市、区)'],
    ['瞭解', '了解'],
    ['乾隆', '乾隆'],
    ['乾淨', '干净'],
    ['Ａ級', 'a级'],
    ['乾縣', '乾县'],
    ['乾县', '乾县'],
    ['濬縣', '浚县'],
    ['骨干县', '骨干县'],
    ['　', ' '],
  ])('makes %s into %s', (printed, folded) => {
    expect(fold(printed)).toBe(folded);
  });

  it('keeps the length of any text', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what it does not convert where it stands', () => {
    fc.assert(
      fc.property(mixture, mixture, (before, after) => {
        const mark = '\n#42\n';
        expect(fold(before + mark + after).slice(before.length, before.length + mark.length)).toBe(mark);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same for a text and for its Traditional form', () => {
    for (const text of ['会议要求各县旅游部门切实履行责任', '香格里拉市委书记余胜祥出席', '脱贫攻坚挂牌督战实施方案'])
      expect(fold(toTraditional(text))).toBe(fold(text));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('旅遊扶貧', '瞭解', 'ＡＢＣ', '這裏甚麼都沒有', '著名的頭髮', '乾安縣', '乾清宮', '於潛', '畢昇'),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text));
        },
      ),
    );
  });
});

it('scripts are converted for reading in both directions', () => {
  expect(toSimplified('脫貧攻堅領導小組')).toBe('脱贫攻坚领导小组');
  expect(toTraditional('脱贫攻坚领导小组')).toBe('脫貧攻堅領導小組');
});

describe('names for a reader of Traditional', () => {
  it.each([
    ['于胜利', '于勝利'],
    ['余秋里', '余秋里'],
    ['范志刚', '范志剛'],
    ['岳松云', '岳松雲'],
    ['钟万里', '鍾萬里'],
    // Printed in Traditional already.
    ['余勝利', '余勝利'],
  ])('%s is %s', (name, traditional) => expect(personToTraditional(name)).toBe(traditional));

  it('are converted as names, and the words around them as words', () => {
    const people = ['于胜利', '余勝里'];
    expect(toScript('于胜利关于扶贫的余粮说，余胜里同意。', 'traditional', people)).toBe('于勝利關於扶貧的餘糧說，余勝里同意。');
    expect(toScript('余勝里同意。', 'simplified', people)).toBe('余胜里同意。');
    expect(toScript('浚县的河浚深了。', 'traditional', people)).toMatch(/^浚縣的河/);
    expect(toScript('余胜里同意。', null, people)).toBe('余胜里同意。');
  });
});
