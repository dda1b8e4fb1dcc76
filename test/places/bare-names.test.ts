import { describe, expect, it } from 'vitest';
import { findRegions } from '../../src/places/find-regions.ts';
import { Gazetteer } from '../../src/places/gazetteer.ts';

const gazetteer = Gazetteer.load();
const find = (text: string, title = '') => findRegions({ title, text }, gazetteer);
const names = (text: string) =>
  find(text)
    .map(({ region }) => region.name)
    .join(' ');

describe('a bare county', () => {
  it.each([
    ['安徽的农户来了。界首的豆子卖得好。', '安徽省 界首市'],
    ['陕西今年多雨，在旬邑尤其如此。', '陕西省 旬邑县'],
    ['宜宾市公安局叙州分局通报。', '宜宾市 叙州区'],
  ])('is known by the province or prefecture that is named: %s', (text, expected) => expect(names(text)).toBe(expected));

  it.each([
    ['界首的豆子卖得好。', ''],
    ['广东的渔船进了南海。', '广东省'],
    ['江苏的升金湖结冰了。', '江苏省'],
    ['黑龙江的龙凤山下雪。', '黑龙江省'],
    ['黑龙江人说龙江话。', '黑龙江省'],
    ['陕西上映了《我在旬邑的一年》。', '陕西省'],
    ['新疆选手尤新源得了第一。', '新疆维吾尔自治区'],
    ['河南的商城上线了新应用。', '河南省'],
  ])('is none in %s', (text, expected) => expect(names(text)).toBe(expected));

  it('is left out where two of one name lie in what is named', () => {
    expect(names('河北的桥西来了客人。')).toBe('河北省');
  });
});

describe('a district behind a city', () => {
  it('that does not hold it is nobody else’s', () => {
    expect(names('铜仁市大安区的居民搬走了。')).toBe('铜仁市');
    expect(names('自贡市大安区的居民搬走了。')).toBe('自贡市 大安区');
  });

  it.each(['飞机在机场以东山区降落。', '对窝棚、平房区、工棚逐一检查。'])('is none in %s', (text) => expect(names(text)).toBe(''));
});

it.each([
  ['北京某中学放假了。', '北京市'],
  ['西安一快递公司搬家。', '西安市'],
  ['台湾当局回应。', '台湾省'],
  ['浦东的码头扩建。', '浦东新区'],
  ['成都落网的嫌疑人受审。', '成都市'],
  ['粤港澳大湾区的学生来了。', '广东省 香港特别行政区 澳门特别行政区'],
  ['河北邢台降雨。', '河北省 邢台市'],
])('names the place: %s', (text, expected) => expect(names(text)).toBe(expected));

it('mentions the places of a long list, and is about none of them', () => {
  const listed = '慰问组走访了成都、绵阳、德阳、广元、南充、宜宾。';
  expect(find(listed).every(({ relation }) => relation === 'mentioned')).toBe(true);
  expect(find('慰问组走访了绵阳。')[0]?.relation).toBe('about');
});
