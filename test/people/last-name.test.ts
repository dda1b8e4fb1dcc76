import { describe, expect, it } from 'vitest';
import { findOfficials } from '../../src/people/find-officials.ts';
import { mentionsByLastName } from '../../src/people/last-name.ts';
import type { Official } from '../../src/people/official.ts';

const said = (text: string) =>
  findOfficials({ title: '', text }).flatMap(({ name, statements }) => statements.map((one) => [name, one.text]));
const official = (name: string, start: number): Official => ({
  name,
  variants: [],
  titles: [],
  statements: [],
  acts: [],
  mentions: [{ start, end: start + name.length }],
});
const alone = (text: string, ...names: string[]) => {
  const people = names.map((name) => official(name, text.indexOf(name)));
  return [...mentionsByLastName(text, people)].flatMap(([{ name }, spans]) => spans.map(({ start }) => [name, start]));
};

describe('a last name alone', () => {
  it('speaks for whom the text has named in full', () =>
    expect(said('法国总统埃马纽埃尔·马克龙，今天到访。马克龙说，路要修好。')).toEqual([['埃马纽埃尔·马克龙', '马克龙说，路要修好。']]));

  it('counts in letters too', () =>
    expect(said('CEO Anna Berg 透露，工厂下月开工。Berg 还表示，会招两百人。')).toEqual([
      ['anna berg', 'CEO Anna Berg 透露，工厂下月开工。'],
      ['anna berg', 'Berg 还表示，会招两百人。'],
    ]));

  it('stands behind the full name, and by itself', () => {
    expect(alone('马克龙说。埃马纽埃尔·马克龙说。马克龙说。', '埃马纽埃尔·马克龙')).toEqual([['埃马纽埃尔·马克龙', 16]]);
    expect(alone('埃马纽埃尔·马克龙说。布丽吉特·马克龙说。', '埃马纽埃尔·马克龙')).toEqual([]);
    expect(alone('埃马纽埃尔·马克龙说。马克龙·约翰说。', '埃马纽埃尔·马克龙')).toEqual([]);
    expect(alone('anna berg 说。bergen 很美。carl berg 说。', 'anna berg')).toEqual([]);
    expect(alone('让·奥尔森说。奥尔森斯科特说。', '让·奥尔森')).toEqual([]);
  });

  it('is nobody’s where two bear it', () => {
    expect(alone('约翰·布什说。乔治·布什说。布什说。', '约翰·布什', '乔治·布什')).toEqual([]);
    expect(alone('约翰·布什说。布什说。', '约翰·布什', '布什')).toEqual([]);
  });

  it('of one character is none', () => expect(alone('阿·卡说。卡说。', '阿·卡')).toEqual([]));
});
