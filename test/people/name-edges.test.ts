import { describe, expect, it } from 'vitest';
import { findOfficials } from '../../src/people/find-officials.ts';

const officialsIn = (text: string) => findOfficials({ title: '', text });
const namesIn = (text: string) => officialsIn(text).map((official) => official.name);

describe('where a name ends', () => {
  it.each([
    ['before a day in numerals', '交通部长科瓦奇十九日抵达布拉格。', ['科瓦奇']],
    ['before a month in numerals', '交通部长科瓦奇十月再次访华。', ['科瓦奇']],
    ['with a Japanese given name', '外务省局长星野正之表示，会谈推迟。', ['星野正之']],
    ['with a Japanese surname of three characters', '日本大学教授佐佐木信夫指出，人口在减少。', ['佐佐木信夫']],
    ['with all parts of a Mongol name', '旗长萨仁其木格主持会议。', ['萨仁其木格']],
    ['behind a dash between two transliterated parts', '财政部长博雷利—丰塔纳到访。', ['博雷利—丰塔纳']],
    ['before a dash that joins nothing', '市长李建国——一位老党员——来到现场。', ['李建国']],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe('where a name begins', () => {
  it.each([
    ['behind 名叫', '这家公司的总裁名叫安德烈·科瓦奇，今年五十岁。', ['安德烈·科瓦奇']],
    ['behind 叫做', '那位局长叫做李建国，来自雅安。', ['李建国']],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe('a rare name', () => {
  it.each([
    ['between its title and a verb', '州委常委、秘书长彭作为，州长扎西才让到会。', '彭作为'],
    ['between its title and a verb of speech', '三级主任科员谯晓说，工作仍在继续。', '谯晓'],
    ['between a verb and its title', '代表们热烈欢迎孟大明主席。', '孟大明'],
  ])('is found %s', (_, text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  it.each([
    ['begin with what follows names', '孟大明主席来川视察时强调，要抓紧。', '来川'],
    ['do not read as names', '公司在任监事3人，出席3人。', '公司在任'],
  ])('does not make names of words that %s', (_, text, name) => {
    expect(namesIn(text)).not.toContain(name);
  });
});

describe('a name of two characters with a blank within', () => {
  it('is that name, and found where it is printed so', () => {
    const [official] = officialsIn('副市长王　强出席会议。王强指出，要抓紧。');
    expect(official!.name).toBe('王强');
    expect(official!.variants).toEqual(['王　强', '王强']);
    expect(official!.mentions.map(({ start }) => start)).toEqual([3, 11]);
  });

  it('goes on as a list', () => {
    expect(namesIn('副市长李　明、李建国、赵　勇出席会议。')).toEqual(['李明', '李建国', '赵勇']);
  });

  it('is none where no name ends behind it', () => {
    expect(namesIn('市长王 强化措施。')).toEqual([]);
  });

  it('leaves the blanks of names in letters', () => {
    expect(namesIn('首席执行官Tim Cook表示满意。')).toEqual(['tim cook']);
  });
});

describe('a list of names', () => {
  it('has names of common words where it goes on with a name', () => {
    expect(namesIn('副主任王建军、朱团结、曾伟、李友林出席会议。')).toEqual(['王建军', '朱团结', '曾伟', '李友林']);
  });

  it('has no bodies, and nothing that only ends it', () => {
    expect(namesIn('副市长王建军、公安局、李友林出席会议。')).toEqual(['王建军', '李友林']);
    expect(namesIn('副主任王建军、曾伟、有关部门参加。')).not.toContain('曾伟');
  });
});

describe('a title that several hold', () => {
  it('has nobody alone behind it', () => {
    expect(namesIn('三位县委书记谈修路')).toEqual([]);
    expect(namesIn('两位副市长王建军、李友林到会。')).toEqual(['王建军', '李友林']);
  });
});

describe('who is dismissed or told of', () => {
  it.each([
    ['without 的 behind the name', '决定免去韩建生青禾县公安局局长的职务。', ['韩建生']],
    ['whose name ends where a word begins', '董事会审议通过，免去李建公司副总经理职务。', ['李建']],
    ['by a day of birth alone', '何友群，1966年8月生，栖岭县委书记。', ['何友群']],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('is no place', () => {
    expect(namesIn('决定免去连云港市公安局局长职务。')).toEqual([]);
  });
});
