import { fold } from '../language/script.ts';
import type { RegionLevel } from './region.ts';

/** A name as it is looked up in the code book, however it was typed: folded, letters and digits alone. */
export const bookKey = (typed: string): string => fold(typed).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * How people write a division's name. All are Simplified.
 *
 * `forms` end in a word that says what the place is (雅安市, 迪庆州, 三坝乡), so they can be told in a text; `stems` are
 * bare (雅安, 迪庆), and may be other words as well.
 */
export interface NameForms {
  forms: string[];
  stems: string[];
}

/** The nationalities as they stand in names of autonomous places; some drop 族 (巴音郭楞蒙古自治州). */
const PEOPLES = [
  '蒙古',
  '回',
  '藏',
  '维吾尔',
  '苗',
  '彝',
  '壮',
  '布依',
  '朝鲜',
  '满',
  '侗',
  '瑶',
  '白',
  '土家',
  '哈尼',
  '哈萨克',
  '傣',
  '黎',
  '傈僳',
  '佤',
  '畲',
  '拉祜',
  '水',
  '东乡',
  '纳西',
  '景颇',
  '柯尔克孜',
  '土',
  '达斡尔',
  '仫佬',
  '羌',
  '布朗',
  '撒拉',
  '毛南',
  '仡佬',
  '锡伯',
  '阿昌',
  '普米',
  '塔吉克',
  '怒',
  '乌孜别克',
  '俄罗斯',
  '鄂温克',
  '德昂',
  '保安',
  '裕固',
  '塔塔尔',
  '独龙',
  '鄂伦春',
  '赫哲',
  '门巴',
  '珞巴',
  '各',
];
const SHORTENED = ['蒙古', '哈萨克', '柯尔克孜', '锡伯', '塔吉克', '维吾尔'];
const peoples = `(?:(?:${PEOPLES.join('|')})族|${SHORTENED.join('|')})`;
/** 恩施 + 土家族苗族 + 自治州. The kind of place that remains is what people say: 恩施州. */
const AUTONOMOUS = new RegExp(`^(.{2,}?)${peoples}*?${peoples}(自治州|自治县|自治旗|自治区|民族乡|区|乡|镇|苏木)$`);
/** 鄂温克族自治旗: nothing but the people's name. */
const OWN_PEOPLE = /^(.{2,}?)(?:族)?(自治州|自治县|自治旗|自治区)$/;
const KINDS: Record<RegionLevel, RegExp> = {
  province: /(省|市|自治区|特别行政区)$/,
  prefecture: /(市|县|地区|盟|自治州|州)$/,
  county: /(市|县|新区|林区|矿区|特区|区|联合旗|旗)$/,
  town: /(街道|镇|乡|苏木|地区|民族乡)$/,
  village: /(村|社区|嘎查)$/,
};
/** Zones have names that are phrases of common words: only whole are they a name. */
const ZONE = /(开发区|示范区|管理区|工业园区|产业园区|产业园|聚集区|试验区|实验区|名胜区|创意园区|食品区|化工园区|管委会|委员会|海域)$/;

/** 土默特左旗 less its last character is not what anyone says. */
const BANNER_SIDE = /[左右前中后]旗$/;

/** The forms and stems of one name, without its colloquial ones (see data/other-names.txt). */
export function nameForms(name: string, level: RegionLevel): NameForms {
  if (level === 'village') return { forms: [...new Set([name, villageName(name)])], stems: [] };
  if (ZONE.test(name)) return { forms: [name], stems: [] };
  const autonomous = AUTONOMOUS.exec(name) ?? OWN_PEOPLE.exec(name);
  if (autonomous) {
    const [, stem, kind] = autonomous as unknown as [string, string, string];
    const short = kind.replace(/^(自治|民族)/, '');
    const forms = level === 'province' ? [name] : [name, stem + short];
    return { forms, stems: stem.length > 1 ? [stem] : [] };
  }
  if (name.endsWith('街道办事处')) return { forms: [name, name.slice(0, -3)], stems: [] };
  const stem = name.replace(KINDS[level], '');
  const whole = stem !== name && stem.length > 1 && !BANNER_SIDE.test(name);
  return { forms: [name], stems: whole ? [stem] : [] };
}

/**
 * What the news calls a village: 安南村民委员会 → 安南村, 铁炉村委会 → 铁炉村, 官山社区居民委员会 → 官山社区,
 * 图嘎查村委会 → 图嘎查.
 */
export function villageName(official: string): string {
  const rural = official.replace(/(村民委员会|村委会)$/, '');
  if (rural !== official) return /(村|嘎查)$/.test(rural) ? rural : `${rural}村`;
  const urban = official.replace(/(居民委员会|居委会)$/, '');
  if (urban !== official) return /(社区|小区|村)$/.test(urban) ? urban : `${urban}社区`;
  return official.replace(/嘎查(民)?委员会$/, '嘎查');
}
