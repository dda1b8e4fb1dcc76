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

  it('may be an everyday word behind what holds it, but not far from it', () => {
    expect(names('广州白云的居民搬走了。')).toBe('广州市 白云区');
    expect(names('广州的天上有白云飘过。')).toBe('广州市');
  });

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

describe('Taiwan', () => {
  it.each([
    ['台北市大安区的居民搬走了。', '台湾省台北市大安区'],
    ['花莲县吉安乡有雨。', '台湾省花莲县吉安乡'],
    ['屏东恒春镇下雨。', '台湾省屏东县恒春镇'],
    ['高雄左营区下雨。', '台湾省高雄市左营区'],
    ['桃園市中壢區下雨。', '台湾省桃园市中坜区'],
    ['大安区的居民搬走了。', '四川省自贡市大安区'],
    ['大连中山区的居民搬走了。', '辽宁省大连市中山区'],
  ])('has its districts and townships: %s', (text, path) => expect(find(text).at(-1)?.region.path.join('')).toBe(path));

  it('is not read into 理工大社区', () => expect(names('理工大社区的居民搬走了。')).toBe(''));

  it('takes no township for that of the mainland called so', () => expect(names('大同乡的居民搬走了。')).toBe(''));
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
