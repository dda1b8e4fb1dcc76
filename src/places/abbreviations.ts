import { endsWord, isMadeOfWords } from './context.ts';

/** The one-character names of the provinces, as on number plates and in 京津冀, 川渝, 京蒙. */
export const PROVINCE_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    京: '11',
    津: '12',
    冀: '13',
    晋: '14',
    蒙: '15',
    辽: '21',
    吉: '22',
    黑: '23',
    沪: '31',
    苏: '32',
    浙: '33',
    皖: '34',
    闽: '35',
    赣: '36',
    鲁: '37',
    豫: '41',
    鄂: '42',
    湘: '43',
    粤: '44',
    桂: '45',
    琼: '46',
    渝: '50',
    川: '51',
    贵: '52',
    黔: '52',
    云: '53',
    滇: '53',
    藏: '54',
    陕: '61',
    甘: '62',
    青: '63',
    宁: '64',
    新: '65',
    疆: '65',
    台: '71',
    港: '81',
    澳: '82',
  }),
);

/** A province named by one character of a run such as 京津冀. Offsets are UTF-16, into the folded text. */
export interface Letter {
  start: number;
  end: number;
  code: string;
}

/** Characters that hardly ever stand for anything but their province; the others (青, 宁, 港 …) need one beside them. */
const SURE = '京津冀蒙沪浙皖闽赣鲁豫鄂湘粤渝黔滇陕';
const UNSURE = '晋辽吉苏桂琼川藏甘青宁港澳';
const RUN = new RegExp(`[${SURE}${UNSURE}]{2,}(?:(?<=港澳)台)?`, 'g');
const HAS_SURE = new RegExp(`[${SURE}]`);
/** Lines and what runs on them, papers, shares, file numbers of courts, syllables of foreign names: no provinces. */
const THING =
  /^[A-Za-z0-9\p{Script=Han}]{0,3}?(高铁|铁路|高速|动车|公路|航线|运河|城际|线|报|剧|菜|股|指数|证|通|深|医院|大学|公司|集团|化工|[检刑民]|[省市县区镇乡村人江])|^[斯尔克亚特姆夫森]/u;
/** Here 宁 is 南京; 京港澳 is a road. */
const NOT_PROVINCES = /沪宁|宁沪|苏宁|京港澳|(.)\1/;

/** Regions that go by a name of their own, and what they hold. */
const AREAS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    长三角: ['31', '32', '33', '34'],
    长江三角洲: ['31', '32', '33', '34'],
    珠三角: ['44'],
    珠江三角洲: ['44'],
    粤港澳大湾区: ['44', '81', '82'],
    东三省: ['21', '22', '23'],
    东北三省: ['21', '22', '23'],
    成渝: ['50', '5101'],
    长株潭: ['4301', '4302', '4303'],
    江浙: ['32', '33'],
    江浙沪: ['32', '33', '31'],
    云贵川: ['53', '52', '51'],
    云贵川渝: ['53', '52', '51', '50'],
    苏锡常: ['3202', '3204', '3205'],
    厦漳泉: ['3502', '3505', '3506'],
    广佛: ['4401', '4406'],
    深莞惠: ['4403', '4413', '4419'],
  }),
);
const AREA = new RegExp([...AREAS.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
/** The like behind a name of two characters or more, and behind one letter in company. */
const LONGER_THING =
  /^(?:[路街站港湾桥江河州区市县镇乡村](?!域)|[\p{Script=Han}0-9]{0,4}?(?:线|高铁|铁路|高速|集团|公司|担保|医院|大学|学院|学校|股份|化工|监狱))/u;
/** 在京举行 is one word to the segmenter. */
const HELD = /^(?:举行|举办|召开|发布|开幕|闭幕|落幕|成立|启动|揭晓|揭牌|会见|会晤|会谈|参加|出席|考察|调研|签署|签约|开展|开营)/;
/** A letter by itself, perhaps with a side: 在京, 赴川, 援疆, 苏北, 粤东, 鲁西南. */
const ONE = /([京津冀晋辽沪苏浙皖闽赣鲁豫鄂湘粤桂渝川黔滇陕疆藏])([东西][南北]|[东西南北中])?/g;
/** Who stays, comes or goes makes a place of the letter behind; 藏 is a verb as well (在藏, 来藏). */
const VERBS: Readonly<Record<string, string>> = { 藏: '赴进抵驻援' };
const ANY_VERB = '在来赴入进抵返驻离援全';
const WITH_VERB = '京津沪浙皖闽赣鲁豫鄂湘粤渝黔滇陕川疆藏';
const WITH_SIDE = '冀晋辽苏浙皖闽赣鲁豫鄂湘粤桂渝川黔滇陕';

/**
 * Provinces named by single characters, which are read so only in company: 京蒙, 京津冀, 川渝, 在京, 苏北. Regions with a
 * name of their own (长三角) stand for what they hold.
 *
 * Letters of names of railways, roads, papers and the like are left alone, and so are those inside a word (格鲁吉亚).
 */
export function provinceLetters(folded: string): Letter[][] {
  const runs: Letter[][] = [];
  for (const { 0: word, index: start } of folded.matchAll(AREA)) {
    if (!LONGER_THING.test(folded.slice(start + word.length, start + word.length + 8)))
      runs.push(AREAS.get(word)!.map((code) => ({ start, end: start + word.length, code })));
  }
  for (const { 0: run, index: start } of folded.matchAll(RUN)) {
    const end = start + run.length;
    if (runs.some(([area]) => start < area!.end && area!.start < end)) continue;
    if (!HAS_SURE.test(run.slice(0, 3)) || NOT_PROVINCES.test(run) || THING.test(folded.slice(end, end + 8))) continue;
    if (run.length === 2 && !isMadeOfWords(folded, start, end)) continue;
    runs.push([...run].map((letter, i) => ({ start: start + i, end: start + i + 1, code: PROVINCE_LETTERS.get(letter)! })));
  }
  for (const match of folded.matchAll(ONE)) {
    const [, letter, side] = match as unknown as [string, string, string | undefined];
    const start = match.index;
    const end = start + match[0].length;
    const verb = WITH_VERB.includes(letter) && start > 0 && (VERBS[letter] ?? ANY_VERB).includes(folded[start - 1]!);
    if (
      verb
        ? isPlaceOfStay(folded, start, start + 1)
        : side !== undefined &&
          WITH_SIDE.includes(letter) &&
          isMadeOfWords(folded, start, end) &&
          !LONGER_THING.test(folded.slice(end, end + 8))
    ) {
      runs.push([{ start, end: start + 1, code: PROVINCE_LETTERS.get(letter)! }]);
    }
  }
  return runs;
}

/** 在京|举行, not 在|京东 or 驶入|鄂霍次克海. */
function isPlaceOfStay(folded: string, start: number, end: number): boolean {
  return (
    (endsWord(folded, start, end) || HELD.test(folded.slice(end, end + 2))) &&
    !LONGER_THING.test(folded.slice(end, end + 8)) &&
    !folded.startsWith('霍次克', end)
  );
}
