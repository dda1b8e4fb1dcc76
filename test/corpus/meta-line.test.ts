import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfPage } from '../../src/corpus/dates/page-day.ts';
import { dayInName } from '../../src/corpus/dates/file-day.ts';
import { isMetaLine, readMetaLine } from '../../src/corpus/page/meta-line.ts';
import { fold } from '../../src/language/script.ts';

/** What is read of a line: days with their roles, source, people; null where it is no such line. */
function read(line: string) {
  const folded = fold(line);
  const meta = readMetaLine(folded);
  if (!meta || !isMetaLine(folded, meta)) return null;
  const words = ({ start, end }: { start: number; end: number }) => line.slice(start, end);
  return {
    days: meta.dates.map((date) => `${date.role} ${words(date)}`),
    source: meta.source && words(meta.source),
    people: meta.people.map(words),
  };
}

describe('a line about the page is taken apart into its parts', () => {
  it.each([
    ['发布时间：2019-06-13 10:20　来源：石门日报', 'published 2019-06-13', '石门日报'],
    ['来源：石门日报　作者：王一　2019/6/13　浏览：12次', 'bare 2019/6/13', '石门日报'],
    ['2019-06-13 10:20来源：石门网', 'bare 2019-06-13', '石门网'],
    ['发布日期：2019年6月13日(星期四) 點閱數：28', 'published 2019年6月13日', null],
    ['石门发布　2019/06/13　08:00　原创', 'bare 2019/06/13', '石门发布'],
    ['字体：[大 中 小] 打印 发表于：2019.06.13 人气：', 'published 2019.06.13', null],
    ['索 引 号：000-7　发文机关：石门县政府　发文日期：2019年6月13日', 'published 2019年6月13日', '石门县政府'],
    ['張貼單位 2019-06-13 10:20 資料來源：石門新聞處', 'bare 2019-06-13', '石門新聞處'],
    ['2019-06-13来源石门网', 'bare 2019-06-13', '石门网'],
    ['民國108年6月13日', 'bare 民國108年6月13日', null],
    ['上版日期：108-06-13', 'bare 108-06-13', null],
    ['13.06.2019  16:38', 'bare 13.06.2019', null],
    ['来源：石门晚报 | 作者：王一、李二 | 发布时间：3天前 2019-06-13 | 6 次浏览 | 🔊 点击朗读正文', 'published 2019-06-13', '石门晚报'],
    ['石门时报 2019 年 6 月 13 日 第 01 版', 'bare 2019 年 6 月 13 日', '石门时报'],
    ['2019-06-13T10:20:00+08:00', 'bare 2019-06-13', null],
  ])('%s', (line, day, source) => {
    expect(read(line)).toMatchObject({ days: [day], source });
  });

  it('tells what a day is the day of', () => {
    expect(read('发布：2019-06-13 更新时间：2019-06-14 归档时间：2020-01-01')?.days).toEqual([
      'published 2019-06-13',
      'updated 2019-06-14',
      'other-day 2020-01-01',
    ]);
  });

  it('knows people by their labels', () => {
    expect(read('责任编辑：王一 李二 | 审核：张三')?.people).toEqual(['王一', '李二', '张三']);
  });

  it.each([
    ['2019-06-13 石门镇修好了桥', 'a row of a list'],
    ['· 石门镇的桥修好了 2019-06-13', 'a row of a list with a bullet'],
    ['时间：6月13日至6月20日，每周六上午', 'an invitation'],
    ['报名时间：2019年6月13日前到村委会登记。', 'a sentence'],
    ['来源于民间的竹编手艺，如今成了村民增收的门路', 'a sentence without its end'],
    ['石门镇召开会议', 'a headline'],
  ])('%s is none: %s', (line) => {
    expect(read(line)).toBeNull();
  });

  it('any line is read, and every part is a slice of it', () => {
    const word = fc.constantFrom(
      '来源：',
      '2019-06-13',
      ' ',
      '|',
      '石门网',
      '10:20',
      '【',
      '】',
      '编辑：',
      '王一',
      '浏览',
      '大 中 小',
      '：',
      '发布于',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const folded = fold(words.join(''));
        const meta = readMetaLine(folded);
        for (const { start, end } of [...(meta?.dates ?? []), ...(meta?.unknown ?? []), ...(meta?.people ?? [])]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(folded.length);
        }
      }),
    );
  });
});

describe('a day of a page', () => {
  it.each([
    ['2019-06-13', '2019-06-13'],
    ['2019年6月13日', '2019-06-13'],
    ['20190613', '2019-06-13'],
    ['二〇一九年六月十三日', '2019-06-13'],
    ['民国108年6月13日', '2019-06-13'],
    ['108-06-13', '2019-06-13'],
    ['13.06.2019', '2019-06-13'],
    ['2019 06/13', '2019-06-13'],
    ['31.13.2019', null],
  ])('%s', (printed, iso) => {
    expect(dayOfPage(printed, () => '')).toBe(iso);
  });

  it('with day and month as numbers alone is settled by another day of the page, or not at all', () => {
    expect(dayOfPage('05/06/2019', () => '6月4日,石门镇修好了桥。')).toBe('2019-06-05');
    expect(dayOfPage('05/06/2019', () => '5月5日,石门镇修好了桥。')).toBe('2019-05-06');
    expect(dayOfPage('05/06/2019', () => '石门镇修好了桥。')).toBeNull();
  });

  it('may stand in a file’s name', () => {
    expect(dayInName('石门/20190613-02.txt')).toEqual({ text: '20190613', iso: '2019-06-13' });
    expect(dayInName('2019-06-13_通桥.txt')?.iso).toBe('2019-06-13');
    for (const name of ['000_65e316675487e0e0.txt', '20191399.txt', '120190613.txt', '2019.txt']) expect(dayInName(name)).toBeNull();
  });
});
