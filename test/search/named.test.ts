import { describe, expect, it } from 'vitest';
import { asksForPlaces, listsPlaces, namesPlace } from '../../src/search/quote/named.ts';

describe('places that a text names', () => {
  it('are those that the question does not name', () => {
    expect(namesPlace('老张在郑州被抓', '青禾县的老张在哪里被抓')).toBe(true);
    expect(namesPlace('老张在望江酒店被抓', '青禾县的老张在哪里被抓')).toBe(true);
    expect(namesPlace('老张在本市被抓', '青禾县的老张在哪里被抓')).toBe(false);
    expect(namesPlace('郑州的老张已经被抓', '郑州的老张在哪里被抓')).toBe(false);
  });

  it('are of the kind that is asked for', () => {
    expect(namesPlace('钱存在建设银行', '钱存在哪家银行')).toBe(true);
    expect(namesPlace('钱存在3家银行', '钱存在哪家银行')).toBe(false);
    expect(namesPlace('钱存在郑州', '钱存在哪家银行')).toBe(false);
    expect(namesPlace('建设银行的钱没有存', '建设银行的钱存到哪家银行')).toBe(false);
    expect(namesPlace('他在西湖大学读书', '他在哪所学校读书')).toBe(true);
    expect(namesPlace('车祸发生在塔曼拉塞特省', '车祸发生在哪个省')).toBe(true);
    expect(namesPlace('案子经过法院的审理', '案子在哪个法院审')).toBe(false);
  });

  it('are enumerated', () => {
    expect(listsPlaces('他们将分赴郑州、洛阳、新乡等地', '夏令营要去哪些城市')).toBe(true);
    expect(listsPlaces('他们带上雨伞、饼干、面包', '夏令营要去哪些地方')).toBe(false);
    expect(listsPlaces('同学来自北京、郑州、田野', '夏令营去郑州哪些地方')).toBe(false);
    expect(asksForPlaces('夏令营要去哪些城市')).toBe(true);
    expect(asksForPlaces('夏令营要吃哪些菜')).toBe(false);
  });
});
