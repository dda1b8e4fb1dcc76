import { describe, expect, it } from 'vitest';
import { fold, placeToTraditional } from '../../src/language/script.ts';
import { Divisions } from '../../src/places/divisions.ts';
import { Gazetteer } from '../../src/places/gazetteer.ts';
import { isWithin, levelOf } from '../../src/places/region.ts';

const gazetteer = Gazetteer.load();
const codes = (query: string) => gazetteer.find(query).map(({ code }) => code);

describe('the code book', () => {
  it('skips levels that nobody writes', () => {
    expect(gazetteer.byCode('11')?.path).toEqual(['北京市']);
    expect(gazetteer.byCode('110105')?.path).toEqual(['北京市', '朝阳区']);
    expect(gazetteer.byCode('419001')?.path).toEqual(['河南省', '济源市']);
    expect(gazetteer.byCode('4419')?.path).toEqual(['广东省', '东莞市']);
    expect(gazetteer.byCode('441900')).toBeUndefined();
    expect(gazetteer.byCode('441900101')?.path).toEqual(['广东省', '东莞市', '石碣镇']);
  });

  it('has villages, unpacked when asked for', () => {
    expect(gazetteer.byCode('533401202202')).toEqual({
      code: '533401202202',
      name: '安南村民委员会',
      level: 'village',
      path: ['云南省', '迪庆藏族自治州', '香格里拉市', '三坝纳西族乡', '安南村民委员会'],
    });
    expect(gazetteer.children('533401202')).toHaveLength(7);
  });

  it('has 34 provinces, and the counties of a municipality right under it', () => {
    expect(gazetteer.children('')).toHaveLength(34);
    expect(gazetteer.children('11').map(({ level }) => level)).toEqual(Array(16).fill('county'));
    expect(gazetteer.byCode('71')?.name).toBe('台湾省');
  });

  it('has no region for other codes', () => {
    for (const code of ['', '9', '99', '110199', '533401202999', '999999999999', 'ab']) {
      expect(gazetteer.byCode(code)).toBeUndefined();
    }
    expect(() => levelOf('123')).toThrow(RangeError);
  });

  it('tells what lies in what', () => {
    expect(isWithin('511802', '51')).toBe(true);
    expect(isWithin('511802', '511802')).toBe(true);
    expect(isWithin('51', '511802')).toBe(false);
    expect(isWithin('441900101', '4419')).toBe(true);
  });
});

describe('find', () => {
  it.each([
    ['雅安', '5118'],
    ['雅安市', '5118'],
    ['四川', '51'],
    ['内蒙', '15'],
    ['内蒙古', '15'],
    ['广西', '45'],
    ['重慶', '50'],
    ['雨城區', '511802'],
    ['迪庆州', '5334'],
    ['迪慶藏族自治州', '5334'],
    ['敖汉', '150430'],
    ['敖汉旗', '150430'],
    ['科左后旗', '150522'],
    ['三坝乡', '533401202'],
    ['三壩納西族鄉', '533401202'],
    ['鄂温克旗', '150724'],
    ['东乡县', '622926'],
    ['乾县', '610424'],
    ['恩施州', '4228'],
    ['京', '11'],
    ['臺灣', '71'],
  ])('%s is %s', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it.each([
    ['四川雅安', '5118'],
    ['四川省雅安市雨城区', '511802'],
    ['四川·雅安', '5118'],
    ['云南 昆明', '5301'],
    ['北京朝阳', '110105'],
    ['湖北十堰丹江口', '420381'],
    ['香格里拉三坝乡', '533401202'],
    ['香格里拉市三坝乡安南村', '533401202202'],
    ['香格里拉安南村', '533401202202'],
  ])('reads the path %s', (query, code) => {
    expect(codes(query)).toEqual([code]);
  });

  it.each([
    ['襄樊', '4206'],
    ['思茅市', '5308'],
    ['香格里拉县', '533401'],
    ['通县', '110112'],
    ['哲里木盟', '1505'],
  ])('knows the former name %s', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it('gives all regions of a name, greater ones first', () => {
    expect(codes('海南').slice(0, 2)).toEqual(['46', '6325']);
    expect(codes('新乡')).toEqual(['4107', '410721']);
    expect(codes('朝阳')).toEqual(['2113', '110105', '211321', '220104']);
    expect(codes('官山镇')).toContain('420381110');
  });

  it('finds nothing for what is no place', () => {
    for (const query of ['', ' ', '。', '亚特兰蒂斯', '东京都', '四川火星']) expect(codes(query)).toEqual([]);
  });
});

it('finds every division by its name in either script', () => {
  const divisions = Divisions.load();
  const names = [...divisions.upperCodes()].map((code): [string, string] => [code, divisions.name(code)!]);
  for (const [code, name] of names) {
    const traditional = placeToTraditional(name);
    expect(fold(fold(name)), name).toBe(fold(name));
    expect(fold(traditional), name).toBe(fold(name));
    expect(codes(traditional), name).toContain(code);
  }
  for (const [, name] of divisions.allTowns()) if (fold(placeToTraditional(name)) !== fold(name)) expect.fail(name);
});

it('shows places in Traditional as they are written today', () => {
  const today = ['浚縣', '澄江市', '乾縣', '慈溪市', '郁南縣', '個舊市', '瀋陽市', '台州市'];
  expect(['浚县', '澄江市', '乾县', '慈溪市', '郁南县', '个旧市', '沈阳市', '台州市'].map(placeToTraditional)).toEqual(today);
});
