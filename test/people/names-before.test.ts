import { describe, expect, it } from 'vitest';
import { findOfficials } from '../../src/people/find-officials.ts';

/** Name → titles as printed. */
const titlesIn = (text: string) =>
  Object.fromEntries(findOfficials({ title: '', text }).map((official) => [official.name, official.titles.map((title) => title.text)]));
const namesIn = (text: string) => Object.keys(titlesIn(text));

describe('names before their titles', () => {
  it.each([
    ['群众欢迎韦斯特伯格首相来访。', '韦斯特伯格', '首相'],
    ['大家围着高建国书记提问题。', '高建国', '书记'],
    ['会后，陈立新局长表示，工作还在继续。', '陈立新', '局长'],
    ['外界猜测费尔南德斯主席会辞职。', '费尔南德斯', '主席'],
    ['两国元首会谈时，他同科瓦连科总统握手。', '科瓦连科', '总统'],
  ])('%s', (text, name, title) => expect(titlesIn(text)).toEqual({ [name]: [title] }));

  it.each([
    '塔尔图州长回国。',
    '纽伦堡大学发言人确认此事。',
    '新任财政部长表示，工作还在继续。',
    '挪威首相说，天气很好。',
    '温和派部长不同意。',
  ])('but nobody in %s', (text) => expect(namesIn(text)).toEqual([]));
});

describe('titles after names', () => {
  it.each([
    ['尊敬的北京市政协王永庆副主席，各位来宾', '王永庆', '副主席'],
    ['宋宇主任介绍了情况。', '宋宇', '主任'],
    ['这得到刘淇书记批示。', '刘淇', '书记'],
    ['习近平总书记强调，要抓好落实。', '习近平', '总书记'],
    ['会上，王建国书记强调，要抓好落实。', '王建国', '书记'],
    ['李克强总理强调，要抓好落实。', '李克强', '总理'],
    ['习近平主席向陈薇颁授勋章。', '习近平', '主席'],
  ])('%s', (text, name, title) => expect(titlesIn(text)).toEqual({ [name]: [title] }));
});
