import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { articleDates } from '../../../src/corpus/dates/article-dates.ts';
import { datesInText } from '../../../src/corpus/dates/text-dates.ts';

const NONE: Pick<Article, 'published' | 'event'> = { published: null, event: null };
const on = (metadata: string): typeof NONE => ({ ...articleDates('青禾县修路。', { metadata, pageDates: [], stamps: [] }) });
const read = (text: string, article = NONE) => datesInText({ text, ...article }).map((date) => [date.text, date.iso]);

describe('what is printed with its year', () => {
  it.each([
    ['2018年5月25日', '2018-05-25'],
    ['２０１８年５月２５日', '2018-05-25'],
    ['2018 年 5 月 25 日', '2018-05-25'],
    ['2018年05月', '2018-05'],
    ['2018年', '2018'],
    ['二〇一八年五月二十五日', '2018-05-25'],
    ['二○一八年十二月三十一日', '2018-12-31'],
    ['二零一八年元月一日', '2018-01-01'],
    ['二O一八年十月', '2018-10'],
    ['2018-05-25', '2018-05-25'],
    ['2018/5/25', '2018-05-25'],
    ['2018.5.25', '2018-05-25'],
    ['20180525', '2018-05-25'],
    ['2018年5月25日上午10时30分', '2018-05-25'],
    ['2018年5月25日10:30', '2018-05-25'],
    ['2018年5月25日（星期五）晚8点', '2018-05-25'],
    ['2018-05-25 16:52:11', '2018-05-25'],
    ['2018年5月3日至5日', '2018-05-03/2018-05-05'],
    ['2018年5月3-5日', '2018-05-03/2018-05-05'],
    ['2018年5月30日至6月2日', '2018-05-30/2018-06-02'],
    ['2018年12月30日—2019年1月2日', '2018-12-30/2019-01-02'],
    ['2018—2020年', '2018/2020'],
    ['2018年至2020年', '2018/2020'],
    ['2018年1-6月', '2018-01/2018-06'],
    ['2018年1月至6月', '2018-01/2018-06'],
    ['2018年上半年', '2018-01/2018-06'],
    ['2018年第三季度', '2018-07/2018-09'],
    ['2018年四季度', '2018-10/2018-12'],
    ['2018年2月下旬', '2018-02-21/2018-02-28'],
    ['2018年底', '2018'],
    ['2018年5月底', '2018-05'],
    ['2013年以来', '2013/..'],
    ['2013年5月至今', '2013-05/..'],
    ['20世纪90年代', '1990/1999'],
    ['上世纪八十年代', '1980/1989'],
    ['1990年代', '1990/1999'],
    ['民國107年5月25日', '2018-05-25'],
    ['民國一〇七年', '2018'],
    ['民国元年', '1912'],
    ['May 25, 2018', '2018-05-25'],
    ['25 May 2018', '2018-05-25'],
  ])('%s is %s', (printed, iso) => {
    for (const text of [`${printed}，青禾县修路。`, `据悉，${printed}的青禾县正在修路。`]) {
      expect(datesInText({ text, ...NONE })).toMatchObject([{ text: printed, iso, basis: 'explicit', evidence: null }]);
    }
  });

  it('is in either script', () => {
    const text = '2018年第三季度，青禾縣農業農村局説明，自上世紀九十年代以來修路。';
    expect(read(text)).toEqual(
      [
        ['2018年第三季度', '2018-07/2018-09'],
        ['上世紀九十年代以來', '1990/1999'],
      ].map(([printed, iso]) => [printed!.replace('以來', ''), iso]),
    );
  });
});

describe('what is counted from the article’s own date', () => {
  it.each([
    ['今年', '2018'],
    ['去年', '2017'],
    ['前年', '2016'],
    ['明年', '2019'],
    ['去年5月', '2017-05'],
    ['今年5月25日', '2018-05-25'],
    ['今年以来', '2018/..'],
    ['去年上半年', '2017-01/2017-06'],
    ['本月', '2018-06'],
    ['上月', '2018-05'],
    ['上个月25日', '2018-05-25'],
    ['本月3日', '2018-06-03'],
    ['今天', '2018-06-01'],
    ['昨日', '2018-05-31'],
    ['昨晚', '2018-05-31'],
    ['前天', '2018-05-30'],
    ['5月25日', '2018-05-25'],
    ['12月25日', '2017-12-25'],
    ['6月20日', '2018-06-20'],
    ['31日', '2018-05-31'],
    ['29日上午', '2018-05-29'],
    ['98年5月25日', '1998-05-25'],
    ['17年8月9日', '2017-08-09'],
    ['5月3日至5日', '2018-05-03/2018-05-05'],
    ['12月30日至1月2日', '2017-12-30/2018-01-02'],
  ])('%s is %s', (printed, iso) => {
    const text = `${printed}，青禾县修路。`;
    expect(datesInText({ text, ...on('2018-06-01') })).toMatchObject([{ text: printed, iso, basis: 'inferred' }]);
    expect(datesInText({ text, ...NONE })).toMatchObject([{ text: printed, iso: null, basis: 'unknown' }]);
  });

  it('says what from, and that 近日 is no day', () => {
    const evidence = (text: string) => datesInText({ text, ...on('2018-06-01') })[0]?.evidence;
    expect(evidence('昨日修路。')).toEqual({ code: 'article-date', values: { date: '2018-06-01' } });
    expect(evidence('6月20日起修路。')).toMatchObject({ code: 'page-date-ahead' });
    for (const vague of ['近日', '日前'])
      expect(datesInText({ text: `${vague}，青禾县修路。`, ...on('2018-06-01') })).toMatchObject([
        { text: vague, iso: null, evidence: { code: 'vague' } },
      ]);
  });

  it('takes a day that is said to come from the days ahead', () => {
    expect(read('会议将于10月8日召开。', on('2018-06-01'))).toEqual([['10月8日', '2018-10-08']]);
    expect(read('会议于10月8日召开。', on('2018-06-01'))).toEqual([['10月8日', '2017-10-08']]);
  });
});

describe('what refers to the date before it', () => {
  it.each([
    [
      '2015年3月2日立案，4月9日宣判。',
      [
        ['2015年3月2日', '2015-03-02'],
        ['4月9日', '2015-04-09'],
      ],
    ],
    [
      '2015年3月2日开工，当日下午停工，次日复工。',
      [
        ['2015年3月2日', '2015-03-02'],
        ['当日下午', '2015-03-02'],
        ['次日', '2015-03-03'],
      ],
    ],
    [
      '2015年3月开工，同年10月完工，次年2月通车。',
      [
        ['2015年3月', '2015-03'],
        ['同年10月', '2015-10'],
        ['次年2月', '2016-02'],
      ],
    ],
    [
      '2015年3月2日、3日下雪。',
      [
        ['2015年3月2日', '2015-03-02'],
        ['3日', '2015-03-03'],
      ],
    ],
    ['当天下雪。', []],
  ])('%s', (text, expected) => expect(read(text, on('2018-06-01'))).toEqual(expected));

  it('but the days just past outrank it', () => {
    expect(read('2015年3月2日开工。5月31日，记者获悉完工。', on('2018-06-01'))[1]).toEqual(['5月31日', '2018-05-31']);
  });
});

it.each([
  '3个月',
  '10日内',
  '为期5日',
  '行政拘留10日',
  '第3日',
  '3000年历史',
  '2000年前',
  '今年轻人',
  '发明年代',
  '个人如今年纪大了',
  '2019年2月30日',
  '13月5日',
  '版本2018.5.25.1',
  '电话20185525',
  '编号第20180525号',
  '五月天乐队',
  '5号楼',
  '12345年',
  '公元前1046年',
  '每年9月',
  '目前天气',
  '增长2018元',
  '3月份额',
  '上线上个月亮',
])('%s is no date', (text) => expect(read(`村里${text}。`, on('2018-06-01'))).toEqual([]));

it('what has lasted since a day began before the page', () => {
  expect(read('2月20日以来，青禾县修路。', on('2017-12-24'))).toEqual([['2月20日以来', '2017-02-20/..']]);
  expect(read('1月20日起，青禾县修路。', on('2017-12-24'))).toEqual([['1月20日', '2018-01-20']]);
});

it('on a page put up long after the event, what was to come was near to the event', () => {
  const event = (iso: string) => ({ text: '3月29日', iso, basis: 'inferred' as const, evidence: null });
  const planned = '确保在5月底前全面完成。';
  expect(read(planned, { ...on('2017-12-24'), event: event('2017-03-29') })).toEqual([['5月底', '2017-05']]);
  expect(read(planned, { ...on('2017-12-24'), event: event('2017-12-20') })).toEqual([['5月底', '2018-05']]);
});
