import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleDates, printedDate } from '../../../src/corpus/dates/article-dates.ts';
import { datesInText } from '../../../src/corpus/dates/text-dates.ts';
import { toTraditional } from '../../../src/language/script.ts';

const NONE = { published: null, event: null };
const on = (metadata: string) => ({ ...articleDates('青禾县修路。', { metadata, pageDates: [], stamps: [] }) });
const piece = fc.oneof(
  fc.constantFrom(
    '2018年',
    '二〇一八年',
    '107年',
    '民国107年',
    '98年',
    '今年',
    '去年',
    '同年',
    '5月',
    '十二月',
    '本月',
    '上个月',
    '31日',
    '二十九日',
    '30号',
    '至',
    '—',
    '-',
    '、',
    ' ',
    '上旬',
    '下旬',
    '底',
    '上半年',
    '一季度',
    '以来',
    '昨日',
    '当天',
    '近日',
    '日前',
    '2018-05-25',
    '2018/2/30',
    '20180229',
    '10时30分',
    '25:61',
    '星期五',
    '（周一）',
    '上周五',
    '下周',
    '三天后',
    '两年前',
    '前三季度',
    '明后两天',
    '“十四五”',
    '除夕',
    '中秋假期',
    '农历腊月三十',
    '康熙年间',
    '2020财年',
    '12、',
    '世纪',
    '90年代',
    'may 25',
    '将于',
    '。',
    '\n',
    '青禾县',
    '國',
    '\uD842',
    '0',
    '99',
    '年',
    '月',
    '日',
  ),
  fc.nat(3000).map(String),
);
const text = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(''));
const article = fc.constantFrom(NONE, on('2018-06-01'), on('2018-05'), on('2018'), on('2020-02-29'), on('2018-12-31'));

/** Whether each end of an ISO date or stretch is in the calendar. */
function isReal(iso: string): boolean {
  return iso
    .split('/')
    .every(
      (end) =>
        end === '..' ||
        (/^\d{4}(-\d{2}){0,2}$/.test(end) &&
          new Date(`${end}T00:00:00Z`.replace(/^(\d{4})T/, '$1-01-01T').replace(/^(\d{4}-\d{2})T/, '$1-01T'))
            .toISOString()
            .startsWith(end)),
    );
}

it('every date is a slice of the text and of the calendar, each once and in order, and known no better than it says', () => {
  fc.assert(
    fc.property(text, article, (words, own) => {
      const dates = datesInText({ text: words, ...own });
      let last = -1;
      for (const { text: printed, start, end, iso, basis, evidence } of dates) {
        expect(words.slice(start, end)).toBe(printed);
        expect(start).toBeGreaterThan(last);
        last = start;
        expect(basis === 'unknown').toBe(iso === null);
        expect(evidence === null).toBe(basis === 'explicit');
        if (iso !== null) expect(isReal(iso)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

it('a year is printed, or there is evidence for it: without a date of its own no article has a yearless one', () => {
  const yearless = fc
    .array(
      fc.constantFrom('5月25日', '12月3日', '本月', '昨日', '31日', '上月底', '近日', '至', '，', '青禾县', '去年', '今年以来', '当天'),
      { maxLength: 10 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(yearless, (words) => {
      for (const { iso } of datesInText({ text: words, ...NONE })) expect(iso).toBeNull();
      const { published, event } = articleDates(words, { metadata: null, pageDates: [], stamps: [] });
      expect([published?.iso ?? null, event?.iso ?? null]).toEqual([null, null]);
    }),
    { numRuns: 1000 },
  );
});

it('the event and the day of publication are slices of the text, and of the calendar', () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(null, '2018-06-01', '2018', '昨天'),
      fc.constantFrom([], ['2018-06-02'], ['2017-01-01', '20180601']),
      (words, metadata, pageDates) => {
        for (const script of [words, toTraditional(words)]) {
          const { published, event } = articleDates(script, {
            metadata,
            pageDates: pageDates.map((text) => ({ text, iso: printedDate(text).iso })),
            stamps: [{ text: '2018/5/25 10:00', year: 2018, month: 5, day: 25 }],
          });
          if (event) expect(script).toContain(event.text);
          for (const date of [published, event]) if (date?.iso) expect(isReal(date.iso)).toBe(true);
          for (const { iso } of [...(published?.conflicts ?? []), ...(event?.conflicts ?? [])])
            if (iso !== null) expect(isReal(iso)).toBe(true);
        }
      },
    ),
    { numRuns: 1500 },
  );
});
