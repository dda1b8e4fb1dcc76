import { describe, expect, it } from 'vitest';
import { readConditions } from '../../src/question/conditions.ts';
import { held, holdsDay, holdsFigure, holdsStretch } from '../../src/question/holds.ts';
import { calendarDay } from '../../src/question/days.ts';

const day = (question: string) => readConditions(question, null).days[0]!;
const figure = (question: string) => readConditions(question, null).figures[0]!;

describe('a day', () => {
  it('holds where the text names it or the article is of it', () => {
    expect(holdsDay(day('10月'), held('10月的失业率', []))).toBe(true);
    expect(holdsDay(day('10月'), held('失业率', ['2031-10-02']))).toBe(true);
    expect(holdsDay(day('十月'), held('失业率十月上升', ['2031-11-02']))).toBe(true);
    expect(holdsDay(day('5月8日'), held('8日傍晚', ['2031-05-09']))).toBe(true);
    expect(holdsDay(day('2030年'), held('比去年增长', ['2031-05-09']))).toBe(true);
  });

  it('does not hold where only another is there', () => {
    expect(holdsDay(day('10月'), held('7月的失业率', ['2031-08-02']))).toBe(false);
    expect(holdsDay(day('1月'), held('11月的失业率', []))).toBe(false);
    expect(holdsDay(day('2032年'), held('2031年马拉松', ['2031-05-01']))).toBe(false);
    expect(holdsDay(day('5月8日'), held('18日傍晚', ['2031-05-09']))).toBe(false);
  });
});

describe('a figure', () => {
  it('that may be the day of a month holds as one', () => {
    expect(holdsFigure(figure('青鸟10号收盘'), held('青鸟8月10日收盘', []))).toBe(true);
    expect(holdsFigure(figure('青鸟10号收盘'), held('青鸟收盘', ['2031-08-10']))).toBe(true);
    expect(holdsFigure(figure('青鸟10号收盘'), held('青鸟8月11日收盘', ['2031-08-11']))).toBe(false);
  });

  it('holds in either way of writing', () => {
    expect(holdsFigure(figure('第十届'), held('第10届马拉松', []))).toBe(true);
    expect(holdsFigure(figure('第3届'), held('第三届马拉松', []))).toBe(true);
    expect(holdsFigure(figure('青鸟3号'), held('青鸟三号升空', []))).toBe(true);
    expect(holdsFigure(figure('玄武os 10'), held('玄武os10发布', []))).toBe(true);
  });

  it('does not hold where another number stands', () => {
    expect(holdsFigure(figure('第十届'), held('第九届马拉松', []))).toBe(false);
    expect(holdsFigure(figure('第9届'), held('第19届马拉松', []))).toBe(false);
    expect(holdsFigure(figure('玄武os 10'), held('玄武os 100', []))).toBe(false);
    expect(holdsFigure(figure('玄武os 1'), held('玄武os 1.5', []))).toBe(false);
  });
});

it('a stretch of days holds of the article alone', () => {
  const stretch = readConditions('昨天', calendarDay('2031-06-18')).stretches[0]!;
  expect(holdsStretch(stretch, held('', ['2031-06-17']))).toBe(true);
  expect(holdsStretch(stretch, held('', ['2031-06-18']))).toBe(false);
  expect(holdsStretch(stretch, held('', ['2031-06']))).toBe(false);
});
