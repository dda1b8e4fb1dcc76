import { isMadeOfWords } from './context.ts';

/** The one-character names of the provinces, as on number plates and in 京津冀, 川渝, 京蒙. */
export const PROVINCE_LETTERS: ReadonlyMap<string, string> = new Map(Object.entries({
  京: '11', 津: '12', 冀: '13', 晋: '14', 蒙: '15', 辽: '21', 吉: '22', 黑: '23', 沪: '31', 苏: '32', 浙: '33', 皖: '34',
  闽: '35', 赣: '36', 鲁: '37', 豫: '41', 鄂: '42', 湘: '43', 粤: '44', 桂: '45', 琼: '46', 渝: '50', 川: '51', 贵: '52',
  黔: '52', 云: '53', 滇: '53', 藏: '54', 陕: '61', 甘: '62', 青: '63', 宁: '64', 新: '65', 台: '71', 港: '81', 澳: '82',
}));

/** A province named by one character of a run such as 京津冀. Offsets are UTF-16, into the folded text. */
export interface Letter { start: number; end: number; code: string }

/** Characters that hardly ever stand for anything but their province; the others (青, 宁, 港 …) need one beside them. */
const SURE = '京津冀蒙沪浙皖闽赣鲁豫鄂湘粤渝黔滇陕';
const UNSURE = '晋辽吉苏桂琼川藏甘青宁港澳';
const RUN = new RegExp(
  `江浙沪?|云贵川渝?|(?=[^${SURE}]{0,2}[${SURE}])[${SURE}${UNSURE}]{2,}(?:(?<=港澳)台)?`, 'gu',
);
/** Lines and what runs on them, papers, shares, file numbers of courts, syllables of foreign names: no provinces. */
const THING = /^[A-Za-z0-9\p{Script=Han}]{0,3}?(高铁|铁路|高速|动车|公路|航线|运河|城际|线|报|剧|菜|股|指数|证|通|深|医院|大学|公司|集团|[检刑民]|[省市县区镇乡村人江])|^[斯尔克亚特姆夫森]/u;
/** Here 宁 is 南京; 京港澳 is a road. */
const NOT_PROVINCES = /沪宁|宁沪|苏宁|京港澳|(.)\1/;

/**
 * Provinces named by single characters, which are read so only in company: 京蒙, 京津冀, 川渝, 粤港澳.
 *
 * Letters of names of railways, roads, papers and the like are left alone, and so are those inside a word (格鲁吉亚).
 */
export function provinceLetters(folded: string): Letter[][] {
  const runs: Letter[][] = [];
  for (const match of folded.matchAll(RUN)) {
    const start = match.index;
    const end = start + match[0].length;
    if (NOT_PROVINCES.test(match[0]) || THING.test(folded.slice(end, end + 8))) continue;
    if (match[0].length === 2 && !isMadeOfWords(folded, start, end)) continue;
    runs.push([...match[0]].map((letter, i) => ({
      start: start + i, end: start + i + 1, code: letter === '江' ? '32' : PROVINCE_LETTERS.get(letter)!,
    })));
  }
  return runs;
}
