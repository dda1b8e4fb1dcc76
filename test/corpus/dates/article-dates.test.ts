import { afterEach, describe, expect, it, vi } from 'vitest';
import { articleDates, printedDate, type DateClues } from '../../../src/corpus/dates/article-dates.ts';
import { toTraditional } from '../../../src/language/script.ts';

const printed = (text: string) => ({ text, iso: printedDate(text).iso });
const NONE: DateClues = { metadata: null, pageDates: [], stamps: [] };
const event = (text: string, clues: Partial<DateClues> = {}) => articleDates(text, { ...NONE, ...clues }).event;
const stamp = (year: number | null, month: number, day: number) => ({ text: `${year ?? ''}/${month}/${day} 10:00`, year, month, day });

describe('a printed date is explicit', () => {
  it.each([
    ['2019年6月12日上午,青禾县召开推进会。', '2019年6月12日上午', '2019-06-12'],
    ['２０１９年６月１２日，青禾县召开推进会。', '２０１９年６月１２日', '2019-06-12'],
    ['二〇一八年五月二十五日,青禾县召开推进会。', '二〇一八年五月二十五日', '2018-05-25'],
    ['二〇一八年五月,青禾县召开推进会。', '二〇一八年五月', '2018-05'],
    ['二零一八年十二月三十一日,推进会召开。', '二零一八年十二月三十一日', '2018-12-31'],
    ['2018年5月,青禾县召开推进会。', '2018年5月', '2018-05'],
    ['青禾县2018-05-25召开推进会。', '2018-05-25', '2018-05-25'],
    ['青禾县于2018/5/5召开推进会。', '2018/5/5', '2018-05-05'],
  ])('%s', (text, printed, iso) => {
    expect(event(text)).toMatchObject({ text: printed, iso });
  });

  it('has no evidence but itself', () => {
    expect(event('2019年6月12日,青禾县召开推进会。')).toMatchObject({ basis: 'explicit', evidence: null });
  });

  it('is one of the calendar', () => {
    expect(event('2019年2月30日,推进会召开。')).toBeNull();
    expect(event('2020年2月29日,推进会召开。')?.iso).toBe('2020-02-29');
    expect(event('13月5日,推进会召开。')).toBeNull();
  });

  it('is none where it was only announced when the page came out', () => {
    const pageDates = [{ text: '2020-09-24', iso: '2020-09-24' }];
    expect(event('熟食中心将于10月8日起试业,今日开放参观。', { pageDates })?.iso).toBe('2020-09-24');
    expect(event('补选大会定于2018年8月9日举行。')).toBeNull();
    expect(event('从9月1日起,图书馆延长开放。', { pageDates })?.iso).toBe('2020-09-01');
  });

  it('stands in the lead: one further down is as often another event’s', () => {
    expect(event(`${'青禾县修路。'.repeat(40)}2019年6月12日完工。`)).toBeNull();
  });

  it('is more than the name of a month', () => {
    expect(event('6月的青禾县草木茂盛。')).toBeNull();
  });
});

describe('a year that is not printed is inferred', () => {
  const LEAD = '5月25日,青禾县召开推进会。';

  it('from other articles on the page, stamped within a week', () => {
    expect(event(LEAD, { stamps: [stamp(2018, 5, 25), stamp(2018, 5, 19), stamp(2018, 3, 1)] })).toEqual({
      text: '5月25日',
      iso: '2018-05-25',
      basis: 'inferred',
      evidence: { code: 'related-stamps', values: { count: 2, stamp: '2018/5/25 10:00' } },
    });
  });

  it('not from stamps that are far off, without a year, or of two years', () => {
    for (const stamps of [[stamp(2018, 6, 25)], [stamp(null, 5, 25)], [stamp(2018, 5, 25), stamp(2017, 5, 24)]]) {
      expect(event(LEAD, { stamps })).toMatchObject({ iso: null, basis: 'unknown' });
    }
  });

  it.each([
    ['简', (text: string) => text],
    ['繁', toTraditional],
  ])('from the goals of 今年 that are named with their year (%s)', (_, script) => {
    const text = script(`${LEAD}今年来,全县进村入户。锁定了2017年脱贫三千人的目标任务。`);
    expect(event(text)).toMatchObject({
      iso: '2017-05-25',
      basis: 'inferred',
      evidence: { code: 'this-year', values: { words: script('2017年脱贫三千人的目标') } },
    });
  });

  it('from the page’s own date: the last such day that is not after it', () => {
    expect(event(LEAD, { metadata: '2017-12-24' })).toMatchObject({
      iso: '2017-05-25',
      evidence: { code: 'page-date', values: { date: '2017-12-24' } },
    });
    expect(event(LEAD, { metadata: '2018年1月3日' })).toMatchObject({ iso: '2017-05-25', basis: 'inferred' });
    expect(event(LEAD, { metadata: '2018-05-25' })).toMatchObject({ iso: '2018-05-25' });
    expect(event('2月29日,青禾县召开推进会。', { metadata: '2019-03-01' })).toMatchObject({ iso: null });
  });

  it('not from a page date that has no day', () => {
    expect(event(LEAD, { metadata: '2018年' })).toMatchObject({ iso: null, basis: 'unknown' });
  });
});

describe('a year that nothing tells is unknown', () => {
  it('and the text says at least which year it is after', () => {
    expect(event('7月4日,座谈会召开。2017年增加九个旗县,今年已覆盖全区。')).toEqual({
      text: '7月4日',
      iso: null,
      basis: 'unknown',
      evidence: { code: 'after-year', values: { year: 2017, words: '2017年增加九个旗县,今年' } },
    });
  });

  it('or says nothing', () => {
    expect(event('3月31日,推进会召开。')).toEqual({
      text: '3月31日',
      iso: null,
      basis: 'unknown',
      evidence: { code: 'no-year', values: {} },
    });
  });
});

describe('today', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('plays no part: the same dates come out in any year', () => {
    const texts = ['3月31日,推进会召开。', '今年5月25日,推进会召开。', '昨日,推进会召开。', '2019年6月12日,推进会召开。'];
    const clues = { ...NONE, metadata: '2018-04-02' };
    const datesIn = (year: number) => {
      vi.useFakeTimers({ now: new Date(Date.UTC(year, 3, 2)), toFake: ['Date'] });
      return texts.flatMap((text) => [articleDates(text, NONE), articleDates(text, clues)]);
    };
    expect(datesIn(2031)).toEqual(datesIn(1999));
    expect(event(texts[0]!)?.iso).toBeNull();
  });
});

describe('a date in metadata', () => {
  it.each([
    ['2018-05-25', '2018-05-25'],
    ['2018/5/25 16:52:11', '2018-05-25'],
    ['2018年5月25日', '2018-05-25'],
    ['２０１８年５月', '2018-05'],
    ['2018', '2018'],
    ['2018-05-25T08:00:00Z', '2018-05-25'],
  ])('%s is %s', (printed, iso) => {
    expect(printedDate(printed)).toEqual({ text: printed, iso, basis: 'explicit', evidence: null });
  });

  it.each(['2018-02-30', '昨天', '9999-01-01', '5月25日'])('%s is no day of the calendar, and is kept as printed', (printed) => {
    expect(printedDate(printed)).toEqual({ text: printed, iso: null, basis: 'unknown', evidence: { code: 'not-a-date', values: {} } });
  });

  it('is published; the event keeps its own', () => {
    expect(articleDates('2018年5月25日,推进会召开。', { ...NONE, metadata: '2018-05-28' })).toMatchObject({
      published: { iso: '2018-05-28' },
      event: { iso: '2018-05-25', basis: 'explicit' },
    });
  });
});

describe('a dateline', () => {
  const both = (text: string, clues: Partial<DateClues> = {}) => articleDates(text, { ...NONE, ...clues });

  it('is when the article was published, where nothing else says so; the event has the next date', () => {
    expect(both('新华社北京2018年5月25日电（记者 王一）5月24日，推进会在青禾县召开。')).toMatchObject({
      published: { text: '2018年5月25日', iso: '2018-05-25' },
      event: { text: '5月24日', iso: '2018-05-24', evidence: { code: 'page-date' } },
    });
    expect(both('青禾网5月25日讯 青禾县召开推进会。')).toMatchObject({
      published: { text: '5月25日', iso: null, basis: 'unknown' },
      event: null,
    });
    expect(both('2018年5月25日电话会议召开。').published).toBeNull();
  });

  it('takes its year from the page', () => {
    expect(both('新华社北京5月25日电 记者24日获悉，青禾县修路。', { metadata: '2018-05-26' })).toMatchObject({
      published: { text: '2018-05-26' },
      event: { text: '24日', iso: '2018-05-24' },
    });
  });
});

describe('what disagrees is kept', () => {
  it('of metadata, page and dateline: metadata outranks the page, that the dateline', () => {
    const { published } = articleDates('新华社北京2018年5月2日电 青禾县修路。', {
      metadata: '2018-05-25',
      pageDates: [printed('2018-05-25'), printed('2018/5/26')],
      stamps: [],
    });
    expect(published).toEqual({
      text: '2018-05-25',
      iso: '2018-05-25',
      basis: 'explicit',
      evidence: null,
      conflicts: [
        { from: 'page', text: '2018/5/26', iso: '2018-05-26' },
        { from: 'dateline', text: '2018年5月2日', iso: '2018-05-02' },
      ],
    });
  });

  it('but a month agrees with its day, and a dateline with the days after it', () => {
    for (const metadata of ['2018-05', '2018', '2018-05-28'])
      expect(
        articleDates('新华社北京5月25日电 青禾县修路。', { metadata, pageDates: [printed(metadata)], stamps: [] }).published,
      ).not.toHaveProperty('conflicts');
  });

  it('of evidence for the year: what the text says outranks a page that may print it anew', () => {
    const text = '5月25日,青禾县召开推进会。今年来,锁定了2017年脱贫三千人的目标任务。';
    expect(event(text, { metadata: '2019-03-01' })).toMatchObject({
      iso: '2017-05-25',
      evidence: { code: 'this-year' },
      conflicts: [{ from: 'page-date', text: '2019-03-01', iso: '2018-05-25' }],
    });
    expect(event(text, { metadata: '2017-06-01' })).not.toHaveProperty('conflicts');
  });

  it('metadata that is no date leaves the word to the page', () => {
    expect(articleDates('青禾县修路。', { metadata: '昨天', pageDates: [printed('2018-05-25')], stamps: [] }).published).toMatchObject({
      text: '2018-05-25',
      conflicts: [{ from: 'metadata', text: '昨天', iso: null }],
    });
  });
});

describe('a year is inferred from a date printed whole', () => {
  it('of the same day, or from two days close to it, of the latest year printed', () => {
    const LEAD = '8月10日,青禾县召开推进会。';
    expect(event(`${LEAD}据2018年8月10日的通报,修路。`)).toMatchObject({
      iso: '2018-08-10',
      evidence: { code: 'near-printed', values: { words: '2018年8月10日' } },
    });
    expect(event(`${LEAD}2018年8月9日开工,2018年8月12日完工。`)).toMatchObject({ iso: '2018-08-10' });
    for (const text of ['2018年8月9日开工。', '2018年8月10日开工,2019年复工。', '2018年3月1日开工,2018年3月2日完工。'])
      expect(event(LEAD + text)).toMatchObject({ iso: null, basis: 'unknown' });
  });
});
