import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../src/places/gazetteer.ts';
import { suggest } from '../../src/places/suggest.ts';

const gazetteer = Gazetteer.load();
const suggested = (query: string) => suggest(query, gazetteer).map(({ name }) => name);

describe('suggest', () => {
  it.each([
    ['雅按', '雅安市'],
    ['雅安事', '雅安市'],
    ['四川雅按', '雅安市'],
    ['香格拉里', '香格里拉市'],
    ['胡南', '湖南省'],
    ['乌鲁木其', '乌鲁木齐市'],
    ['雨程區', '雨城区'],
    ['丹口江市', '丹江口市'],
  ])('for %s offers %s first', (query, name) => {
    expect(suggested(query)[0]).toBe(name);
  });

  it('takes pinyin by its sound', () => {
    expect(suggested('yaan')[0]).toBe('雅安市');
    expect(suggested('Ningbo')).toContain('宁波市');
    expect(suggested('ningbbo')).toEqual([]);
  });

  it('offers nothing where nothing is near', () => {
    for (const query of ['', '雅', '亚特兰蒂斯', 'zzzz', '!!']) expect(suggested(query)).toEqual([]);
  });

  it('costs nothing for a text that is longer than any place with all that it lies in', () => {
    const places = { names: new Proxy(gazetteer.names, { get: () => expect.unreachable('names were looked up') }) };
    for (const query of ['1'.repeat(500), '四川'.repeat(250), '雅按'.repeat(21)])
      expect(suggest(query, places as unknown as Gazetteer)).toEqual([]);
  });
});
