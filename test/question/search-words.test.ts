import { describe, expect, it } from 'vitest';
import { phraseIn, readSearch } from '../../src/question/search-words.ts';

describe('a search is read', () => {
  it.each([
    '"旅游 扶贫"',
    '“旅游 扶贫”',
    '”旅游 扶贫“',
    '「旅游 扶贫」',
    '『旅游 扶贫』',
    '＂旅游 扶贫＂',
    '„旅游 扶贫“',
    ' “ 旅游 扶贫 ” ',
  ])('a phrase: %s', (query) => {
    expect(readSearch(query)).toEqual({ words: '旅游 扶贫', phrases: ['旅游 扶贫'], excluded: [] });
  });

  it.each(['扶贫 -旅游', '扶贫 －旅游', '扶贫 −旅游', '-旅游 扶贫', '扶贫　-旅游', '扶贫 -"旅游"', '扶贫 －「旅游」'])(
    'what is left out: %s',
    (query) => {
      expect(readSearch(query)).toEqual({ words: '扶贫', phrases: [], excluded: ['旅游'] });
    },
  );

  it('all together, in order', () => {
    expect(readSearch('雅安 “脱贫 攻坚”「易地搬迁」会议 -疫情 -"防控 工作" 2020')).toEqual({
      words: '雅安 脱贫 攻坚 易地搬迁 会议 2020',
      phrases: ['脱贫 攻坚', '易地搬迁'],
      excluded: ['疫情', '防控 工作'],
    });
  });

  it('an exclusion right behind a phrase', () => {
    expect(readSearch('"旅游"-北京')).toEqual({ words: '旅游', phrases: ['旅游'], excluded: ['北京'] });
  });

  it.each(['GB/T 7714-2015', '强调“四个意识”', '扶贫 - 旅游', '“”', '"旅游', '「旅游 「扶贫', '扶贫 --', '" "'])(
    'words as they stand: %s',
    (query) => {
      expect(readSearch(query)).toEqual({ words: query, phrases: [], excluded: [] });
    },
  );

  it('nothing to find where it only leaves out', () => {
    expect(readSearch('-旅游 -扶贫')).toEqual({ words: '', phrases: [], excluded: ['旅游', '扶贫'] });
  });
});

describe('a phrase is found', () => {
  it('in either script, with blanks or without', () => {
    for (const phrase of ['旅游 扶贫', '旅遊 扶貧', '旅游扶贫'])
      expect(phraseIn(phrase)('京蒙旅游扶贫协作,旅游扶贫')).toEqual([
        { start: 2, end: 6 },
        { start: 9, end: 13 },
      ]);
    expect(phraseIn('旅游 扶贫')('旅游\n扶贫')).toEqual([{ start: 0, end: 5 }]);
    expect(phraseIn('旅游 扶贫')('扶贫旅游')).toEqual([]);
  });

  it('with 著 for 着', () => {
    expect(phraseIn('著名')('着名的')).toHaveLength(1);
    expect(phraseIn('着力')('著力')).toHaveLength(1);
  });

  it('as whole words and figures, where it is in Latin letters', () => {
    expect(phraseIn('AGE')('page ages')).toEqual([]);
    expect(phraseIn('age')('an age of')).toHaveLength(1);
    expect(phraseIn('18')('2018年、18个、180')).toEqual([{ start: 6, end: 8 }]);
    expect(phraseIn('18个')('218个')).toEqual([]);
  });

  it('to the letter, whatever signs it has', () => {
    expect(phraseIn('c++(x.y)')('c++(x.y)')).toHaveLength(1);
    expect(phraseIn('c.d')('cxd')).toEqual([]);
  });
});
