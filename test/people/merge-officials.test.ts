import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { findOfficials } from '../../src/people/find-officials.ts';
import { mergeOfficials, type ArticleOfficials } from '../../src/people/merge-officials.ts';

const article = (text: string, i: number, more: Partial<ArticleOfficials> = {}): ArticleOfficials => ({
  articleId: `a${String(i).padStart(5, '0')}`,
  officials: findOfficials({ title: '', text }),
  text,
  folded: fold(text),
  ...more,
});
const piecesOf = (name: string, texts: readonly string[], more: (i: number) => Partial<ArticleOfficials> = () => ({})) =>
  mergeOfficials(texts.map((text, i) => article(text, i, more(i))))
    .filter((person) => person.name === name)
    .map(({ articles }) => articles.map((id) => Number(id.slice(1))));

describe('one person in one piece', () => {
  it.each([
    ['a country by its name and its letter', '奥尔松', ['美国国防部长奥尔松到访。', '美防长奥尔松说，会谈很好。']],
    ['an office written short', '沈嘉树', ['外交部长沈嘉树出席会议。', '中国外长沈嘉树出席会议。']],
    ['中国 left out', '沈嘉树', ['中国外交部发言人沈嘉树说，情况属实。', '外交部发言人沈嘉树说，情况属实。']],
    ['a longer place in front', '沈嘉树', ['青川省白石市常务副市长沈嘉树出席会议。', '白石市副市长沈嘉树出席会议。']],
    ['letters for an office', '沈嘉树', ['云岭科技CEO沈嘉树说，今年很好。', '云岭科技首席执行官沈嘉树说，今年很好。']],
    ['a bare office of a country’s', '奥尔松', ['美国总统奥尔松说，会谈很好。', '总统奥尔松说，美国要建新路。']],
  ])('%s', (_, name, texts) => expect(piecesOf(name, texts)).toEqual([[0, 1]]));

  it('a name from abroad in full and short', () => {
    const texts = ['美国总统约翰·奥尔松说，会谈很好。', '美国总统奥尔松到访。', '总统奥尔松在美国说，要建新路。'];
    expect(piecesOf('奥尔松', texts)).toEqual([[0, 1, 2]]);
    expect(piecesOf('约翰·奥尔松', texts)).toEqual([]);
  });

  it('but not where two are called so in full', () => {
    const texts = ['美国总统约翰·奥尔松说，好。', '美国总统彼得·奥尔松说，好。', '美国总统奥尔松到访。'];
    expect(piecesOf('奥尔松', texts)).toEqual([[2]]);
  });

  it('two leaders of one place with a common name are two, whatever place they share', () => {
    const texts = ['兴华区区长刘海涛出席会议。', '兴华区法院刘海涛院长宣读判决。'];
    expect(piecesOf('刘海涛', texts, () => ({ places: ['兴华区'] }))).toEqual([[0], [1]]);
  });

  it.each([
    ['two countries', '奥尔松', ['美国总统奥尔松说，会谈很好。', '法国总统奥尔松说，会谈很好。']],
    ['two cities', '沈嘉树', ['白石市市长沈嘉树出席会议。', '青水市市长沈嘉树出席会议。']],
    ['two bare offices of a common name', '李强', ['主任李强出席会议。', '主任李强主持会议。']],
  ])('%s are two people', (_, name, texts) => expect(piecesOf(name, texts)).toEqual([[0], [1]]));
});

describe('without a title', () => {
  const mayor = '白石市市长沈嘉树主持会议。';
  it('a name counts for the only person who bears it, with what they say', () => {
    const [person] = mergeOfficials([article(mayor, 0), article('沈嘉树表示，学校要建在村里。大家都赞成。', 1)]);
    expect(person).toMatchObject({ name: '沈嘉树', articles: ['a00000', 'a00001'], mentions: 2 });
    expect(person!.statements.map(({ article: id, text }) => [id, text])).toEqual([['a00001', '沈嘉树表示，学校要建在村里。']]);
  });

  it('of two it is the one whose place the article is about, and else nobody’s', () => {
    const texts = [mayor, '青水市市长沈嘉树主持会议。', '沈嘉树说，路修好了。', '沈嘉树说，天气很好。'];
    const places = [['白石市'], ['青水市'], ['青水市'], []];
    expect(piecesOf('沈嘉树', texts, (i) => ({ places: places[i]! }))).toEqual([[1, 2], [0]]);
  });

  it.each([
    ['part of a longer name', '姓名：陈沈嘉树，年龄不详。'],
    ['a family name alone', '亨特·沈嘉树说，天气很好。'],
    ['a reporter', '天气很好。（记者 沈嘉树）'],
    ['one of those who made the page', '文字：王大虎 沈嘉树 视频：李小明'],
    ['somebody else’s work', '供电公司巡线员沈嘉树爬上铁塔。'],
  ])('%s is nobody’s', (_, text) => expect(piecesOf('沈嘉树', [mayor, text])).toEqual([[0]]));
});

it('takes steps in proportion to namesakes, whether all are one or all are others', () => {
  const steps = (count: number, text: (i: number) => string) => {
    let counted = 0;
    mergeOfficials(
      Array.from({ length: count }, (_, i) => article(text(i), i)),
      () => counted++,
    );
    return counted;
  };
  const digits = '东南西北中上左右前后';
  const place = (i: number) => [...String(i).padStart(4, '0')].map((digit) => digits[Number(digit)]!).join('');
  for (const text of [
    (i: number) => `${place(i)}县县长李强主持会议。`,
    () => '白石市市长李强主持会议。',
    () => '主任李强主持会议。',
    (i: number) => `白石市${place(i)}局局长李强主持会议。`,
  ]) {
    const [once, twice] = [steps(400, text), steps(800, text)];
    expect(twice).toBeLessThanOrEqual(2.2 * once);
  }
}, 60_000);
