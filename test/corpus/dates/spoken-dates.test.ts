import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDates } from '../../../src/corpus/dates/article-dates.ts';
import { dayOfOccasion, feastNamed } from '../../../src/corpus/dates/feasts.ts';
import { scanDates } from '../../../src/corpus/dates/scan.ts';
import { datesInText } from '../../../src/corpus/dates/text-dates.ts';

// A Friday.
const ON = articleDates('青禾县修路。', { metadata: '2019-06-14', pageDates: [], stamps: [] });
const read = (text: string) => datesInText({ text, ...ON }).map((date) => [date.text, date.iso]);

describe('said and not written in figures', () => {
  it.each([
    ['上周三', '2019-06-05'],
    ['本周日', '2019-06-16'],
    ['下个星期一', '2019-06-17'],
    ['周四', '2019-06-13'],
    ['星期五', '2019-06-14'],
    ['周六', '2019-06-08'],
    ['上周', '2019-06-03/2019-06-09'],
    ['本周末', '2019-06-15/2019-06-16'],
    ['两天前', '2019-06-12'],
    ['四周前', '2019-05-17'],
    ['三个月前', '2019-03'],
    ['15年前', '2004'],
    ['大前天', '2019-06-11'],
    ['后天', '2019-06-16'],
    ['今明两天', '2019-06-14/2019-06-15'],
    ['今明两年', '2019/2020'],
    ['前两个月', '2019-01/2019-02'],
    ['前三季度', '2018-01/2018-09'],
    ['今年前5个月', '2019-01/2019-05'],
    ['一季度', '2019-01/2019-03'],
    ['四季度', '2018-10/2018-12'],
    ['下半年', '2019-07/2019-12'],
    ['上季度', '2019-01/2019-03'],
    ['今年Q1', '2019-01/2019-03'],
    ['2017H2', '2017-07/2017-12'],
    ['十四五', '2021/2025'],
    ['2018财年', '2018'],
    ['2018—2019学年', '2018/2019'],
    ['2018/19赛季', '2018/2019'],
    ['28/02/2019', '2019-02-28'],
    ['半年前', '2018-12'],
    ['前日晚间', '2019-06-12'],
    ['18Q3', '2018-07/2018-09'],
    ['02/28/2019', '2019-02-28'],
    ['97年3月', '1997-03'],
    ['6月12、13日', '2019-06-12/2019-06-13'],
    ['元宵节', '2019-02-19'],
    ['端午节', '2019-06-07'],
    ['端午假期', '2019-06-07/2019-06-09'],
    ['去年国庆期间', '2018-10-01/2018-10-07'],
    ['2020年春节', '2020-01-25'],
    ['除夕', '2019-02-04'],
    ['今年清明', '2019-04-05'],
    ['母亲节', '2019-05-12'],
    ['正月初三', '2019-02-07'],
    ['农历五月十五', '2019-06-17'],
    ['大年初五', '2019-02-09'],
    ['乾隆五年', '1740'],
    ['康熙年间', '1662/1722'],
    ['年底', '2019'],
    ['月初', '2019-06'],
    ['上世纪末', '1900/1999'],
    ['19世纪中叶', '1800/1899'],
  ])('%s is %s', (printed, iso) => expect(read(`青禾县${printed}修路。`)).toEqual([[printed, iso]]));

  it.each([
    '每周三',
    '周二至周五',
    '周一、周三、周四',
    '四周一片',
    '比以前年轻',
    '早知今日',
    '后天养成的',
    '每年春节',
    '“五一”劳动奖章',
    '春节联欢晚会',
    '出院三天后',
    '十多年前',
    '05/06/2019',
    '有期徒刑12年6月',
    '《远山》第三季',
    '奥迪Q3',
    '光明日报',
    '两个季度',
    '大半年前',
    '一百四十五',
    '21世纪大厦',
    '三年底薪',
  ])('%s is no date', (text) => expect(read(`青禾县${text}。`)).toEqual([]));

  it('counts 三天后 from the day told before it, or else from the article’s', () => {
    expect(read('5月2日开工，三天后停工。')).toEqual([
      ['5月2日', '2019-05-02'],
      ['三天后', '2019-05-05'],
    ]);
    expect(read('青禾县将于三天后开镰。')).toEqual([['三天后', '2019-06-17']]);
  });

  it('takes 起 behind a weekday for its beginning, and 一起 for a word', () => {
    expect(read('青禾县下周二起修路。')).toEqual([['下周二', '2019-06-18']]);
    expect(read('青禾县下周一起施工。')).toEqual([['下周一', '2019-06-17']]);
    expect(read('他们四周一起看。')).toEqual([]);
  });

  it('counts years ahead from the article’s own where they are said to come, and else from the date before', () => {
    expect(read('青禾县的产量，十年后要翻两番。')).toEqual([['十年后', '2029']]);
    expect(read('他说，十年后他回来了。')).toEqual([]);
    expect(read('2001年5月建厂，十年后搬走。')).toEqual([
      ['2001年5月', '2001-05'],
      ['十年后', '2011'],
    ]);
  });

  it('leaves the year of a month open where the text does not tell it', () => {
    expect(read('青禾县当年的10月修路。')).toEqual([['当年的10月', null]]);
    expect(read('1998年5月建校，当年的10月开课。')).toEqual([
      ['1998年5月', '1998-05'],
      ['当年的10月', '1998-10'],
    ]);
    expect(read('青禾县次日修路。')).toEqual([]);
  });

  it('takes 将 before an object for no future', () => {
    expect(read('青禾县将11月欠下的工钱付清了。')).toEqual([['11月', '2018-11']]);
    expect(read('青禾县将11月开镰。')).toEqual([['11月', '2019-11']]);
  });

  it('lists days that share their sign', () => {
    expect(read('6月2、4日修路。')).toEqual([
      ['6月2', '2019-06-02'],
      ['4日', '2019-06-04'],
    ]);
  });
});

it('knows each festival of 1990 to 2050 in its season', () => {
  const season: Record<string, readonly [number, number]> = {
    春节: [1, 2],
    元宵节: [2, 3],
    端午节: [5, 6],
    中秋节: [9, 10],
    除夕: [1, 2],
    清明节: [4, 4],
  };
  for (let year = 1990; year <= 2050; year++) {
    for (const [name, [first, last]] of Object.entries(season)) {
      const day = dayOfOccasion({ feast: feastNamed(name)! }, year);
      expect(day?.year, `${year} ${name}`).toBe(year);
      expect(day!.month >= first && day!.month <= last, `${year} ${name} ${day!.month}`).toBe(true);
    }
  }
});

it('reads any text in expressions that are in order and apart', () => {
  const piece = fc.constantFrom(
    '上',
    '下',
    '周',
    '一',
    '十',
    '五',
    '三',
    '天',
    '前',
    '后',
    '年',
    '季度',
    '个月',
    '初',
    '正月',
    '农历',
    '节',
    '国庆',
    '假期',
    '“',
    '”',
    '期间',
    '/',
    '2019',
    '，',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const one of scanDates(text)) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        expect(one.end).toBeGreaterThan(one.start);
        end = one.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

it('days of the lunar calendar that begin with 廿 are read, and never stop the reading', () => {
  const article = { published: { text: '2021-06-09', iso: '2021-06-09', basis: 'explicit' as const, evidence: null }, event: null };
  const days = (text: string) => datesInText({ text, ...article }).map(({ iso }) => iso);
  expect(days('腊月廿三，青禾县办年集。')).toEqual(['2021-02-04']);
  expect(days('农历七月廿五开渔。')).toEqual(['2020-09-12']);
});

it.each([
  ['昨（13）日上午', '2019-06-13'],
  ['今天（12日）', '2019-06-12'],
  ['前(12)日', '2019-06-12'],
])('the number beside a word is believed: %s', (printed, iso) => {
  expect(read(`青禾县${printed}修路。`)).toEqual([[printed, iso]]);
});

it('another number in brackets is none of a day', () => {
  expect(read('昨天（周四）修路，今天（第3天）下雨。').map(([, iso]) => iso)).toEqual(['2019-06-13', '2019-06-14']);
});
