import { describe, expect, it } from 'vitest';
import { OfficialDirectory } from '../../src/people/directory.ts';
import { findOfficials } from '../../src/people/find-officials.ts';
import { mergeOfficials } from '../../src/people/merge-officials.ts';

const articles = [
  '十堰市委常委、丹江口市委书记、市扶贫攻坚指挥部政委孙咏平深入官山镇调研。孙咏平指出，要抓紧建房。',
  '十堰市委常委、丹江口市市委书记孙咏平同志督办。',
  '内蒙古旅发委主任郑宜平、副主任张玉军出席。',
  '雅安市雨城區委書記高福強主持會議。',
  '杭州海康公司总经理孙咏平说，市场很好。',
].map((text, i) => ({ articleId: `a${i}`, officials: findOfficials({ title: '', text }) }));
const directory = OfficialDirectory.of(articles);
const found = (query: string) => directory.find(query).people.map((person) => person.name);

describe('merging over articles', () => {
  it('joins one name by a shared title or place, and nothing else', () => {
    const people = mergeOfficials(articles).filter((person) => person.name === '孙咏平');
    expect(people.map((person) => person.articles)).toEqual([['a0', 'a1'], ['a4']]);
    expect(people[0]!.statements[0]).toMatchObject({ article: 'a0', verb: '指出' });
  });

  it('joins by a chain, in any order of the articles', () => {
    const chain = ['雨城区委书记王大虎讲话。', '雨城区委书记、雅安市政协副主席王大虎讲话。', '雅安市政协副主席王大虎讲话。'].map(
      (text, i) => ({ articleId: `${i}`, officials: findOfficials({ title: '', text }) }),
    );
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [2, 1, 0],
    ]) {
      expect(mergeOfficials(order.map((i) => chain[i]!))).toHaveLength(1);
    }
  });

  it('joins the two scripts and the two shapes of a character', () => {
    const two = ['丹江口市委书记孙咏平讲话。', '丹江口市委書記孫詠平講話。'].map((text, i) => ({
      articleId: `${i}`,
      officials: findOfficials({ title: '', text }),
    }));
    expect(mergeOfficials(two).map(({ name, variants }) => [name, variants])).toEqual([['孙咏平', ['孙咏平', '孫詠平']]]);
  });

  it('keeps bearers of one name in two places apart', () => {
    const two = ['雅安市委书记王大虎讲话。', '常州市委书记王大虎讲话。'].map((text, i) => ({
      articleId: `${i}`,
      officials: findOfficials({ title: '', text }),
    }));
    expect(mergeOfficials(two)).toHaveLength(2);
  });

  it('does not join two deputy directors of anything', () => {
    const two = ['副主任王大虎讲话。', '副主任王大虎出席。'].map((text, i) => ({
      articleId: `${i}`,
      officials: findOfficials({ title: '', text }),
    }));
    expect(mergeOfficials(two)).toHaveLength(2);
  });
});

describe('find', () => {
  it.each([
    ['孙咏平', 2],
    ['孫詠平', 2],
    ['高福強', 1],
    ['高福强', 1],
  ])('by name: %s', (query, count) => {
    expect(directory.find(query)).toMatchObject({ by: 'name', suggestions: [] });
    expect(found(query)).toHaveLength(count);
  });

  it.each([
    ['丹江口市委书记', '孙咏平'],
    ['丹江口市市委书记', '孙咏平'],
    ['谁是丹江口市委书记？', '孙咏平'],
    ['丹江口市委書記是誰', '孙咏平'],
    ['内蒙古旅发委副主任', '张玉军'],
    ['内蒙古旅发委主任', '郑宜平'],
    ['雨城区委书记', '高福强'],
  ])('by title: %s', (query, name) => {
    expect(directory.find(query).by).toBe('title');
    expect(found(query)).toEqual([name]);
  });

  it('by name and title tells bearers of one name apart', () => {
    expect(directory.find('丹江口市委书记孙咏平').people.map((person) => person.articles)).toEqual([['a0', 'a1']]);
  });

  it.each([
    ['孙永平', '孙咏平'],
    ['郑一平', '郑宜平'],
    ['高富强', '高福强'],
    ['张玉平', '张玉军'],
    ['孙平咏', '孙咏平'],
  ])('only suggests near names: %s', (query, name) => {
    expect(directory.find(query)).toMatchObject({ by: null, people: [] });
    expect(directory.find(query).suggestions).toContain(name);
  });

  it('only suggests who holds such a title in a place that the article does not name', () => {
    const one = OfficialDirectory.of([
      { articleId: 'a', officials: findOfficials({ title: '', text: '市外事侨务旅游局局长崔红指出，要抓好落实。' }) },
    ]);
    expect(one.find('北京市外事侨务旅游局局长')).toEqual({ by: null, people: [], suggestions: ['崔红'] });
  });

  it('finds titles without a place where their article is about one of that level', () => {
    const placed = (places: string[]) =>
      OfficialDirectory.of([
        { articleId: 'a', places, officials: findOfficials({ title: '', text: '副市长范仁江、市旅游局局长崔红、区长李建国出席。' }) },
      ]);
    const names = (places: string[], query: string) =>
      placed(places)
        .find(query)
        .people.map(({ name }) => name);
    expect(names(['丹江口市', '官山镇'], '丹江口市副市长')).toEqual(['范仁江']);
    expect(names(['丹江口市'], '丹江口市旅游局局长')).toEqual(['崔红']);
    expect(names(['丹江口市'], '丹江口市区长')).toEqual([]);
    expect(names(['丹江口市', '十堰市'], '丹江口市副市长')).toEqual([]);
    expect(names([], '丹江口市副市长')).toEqual([]);
  });

  it('shows Latin names as printed, and finds them in any case', () => {
    const one = OfficialDirectory.of([{ articleId: 'a', officials: findOfficials({ title: '', text: '总经理Tim Cook说，好。' }) }]);
    expect(one.find('tim cook').by).toBe('name');
    expect(one.find('总经理TIM COOK').by).toBe('name');
  });

  it('lists every holder of a title that many hold, deputies apart', () => {
    expect(found('市委书记')).toEqual(['孙咏平']);
    expect(found('旅发委主任')).toEqual(['郑宜平']);
    expect(found('湖北省丹江口市委书记')).toEqual(['孙咏平']);
  });

  it.each(['', '？', '天气', '上海市市长'])('finds nobody for %j', (query) => expect(found(query)).toEqual([]));
});
