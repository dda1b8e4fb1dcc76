/** What a question asks for, told from its words of asking. All texts here are folded and put plainly (`plain-words.ts`). */
import { TITLE_HEADS } from '../people/data/titles.ts';

export type DemandKind =
  | 'holder'
  | 'said'
  | 'speaker'
  | 'reason'
  | 'year'
  | 'day'
  | 'age'
  | 'office'
  | 'list'
  | 'person'
  | 'number'
  | 'place'
  | 'yesno'
  | 'definition'
  | 'state'
  | 'other';

export interface Demand {
  kind: DemandKind;
  /** `holder`: the office; `said`: who is to have said it; null elsewhere, or where it is left open. */
  of: string | null;
  /** `said`: on what; `speaker`: what was said; null where everything is meant. */
  about: string | null;
  /** `holder`: who had the office before (前任), or who took it over (接任); null: who has it. */
  time: 'former' | 'successor' | null;
  /** `number`, `day`: what kind of figure; null: any. */
  unit: FigureKind | null;
}

/** Kinds of figures that a question may name: 多少钱, 多少人, 几比几. */
export type FigureKind = 'money' | 'people' | 'score' | 'percent' | 'length' | 'area' | 'time' | 'degree' | 'ordinal' | 'clock';

/** A stretch of the question that only asks, UTF-16. */
export interface Stretch {
  start: number;
  end: number;
}

/** Heads of titles that several hold at once: who asks for those asks for a list. */
const MANY = /成员|领导|委员$|员$|代表|秘书$|理事$|董事$|监事$|助理|同志|学家$/;
const HEADS = [...TITLE_HEADS.office, ...TITLE_HEADS.company, ...'教务长 主帅 主教练 教练 总编辑 教皇'.split(' ')];
/** An office by the last word of its title, the longest first. */
const OFFICE = `(?:${[...new Set(HEADS)]
  .filter((head) => !MANY.test(head))
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const WHO = '(?:谁|哪位|何人|哪个人)';
const HOW = '(?:怎么样?|怎样|如何)';
const SAY = '(?:说|讲|谈|看|看待|评价|表态|表示|(?<verb>谈论|评论|回应|解释|答复|回答|形容|描述|介绍|点评|解读))';
const TELL = '(?:说|讲|谈|谈到|提|提到|提出|表示|强调|回应|要求|指出|透露|宣布|呼吁|建议|承诺|警告|认为|主张|批评|评价|介绍|答复|称)';
const WORDS = '(?:看法|评价|回应|表态|说法|态度|立场|评论|意见|解释|观点|建议|要求|承诺|见解|主张|表示|讲话|发言|指示|说明)';
const ON = '(?:对于|对|就|针对|关于|谈到|谈及|提到|在)';
const SPEAKER = '(?<of>[^,。:;?!“”]{1,20}?)';

const KINDS: readonly (readonly [DemandKind, RegExp])[] = [
  [
    'reason',
    new RegExp(
      String.raw`(?<![称名作成改定译视变])为什么|为什么(?![?]*$)|为何|何以|凭什么|怎么会|(?:是|因)(?:为|由于)什么(?![\p{Script=Han}]{2})|(?:的|什么|啥|` +
        String.raw`主要)原因(?:是什么|何在|有哪些)?[?]*$|原因是(?:什么|啥)`,
      'u',
    ),
  ],
  [
    'holder',
    new RegExp(
      `${WHO}(?:是|任|担任|当(?!选)|(?<verb>出任|接任|接替|继任|接手))(?:了|为)?(?<of>[^,。?]{0,20}?${OFFICE})(?:一职|职务)?[?]*$`,
    ),
  ],
  [
    'holder',
    new RegExp(
      `(?<of>[^,。?]{0,20}${OFFICE})(?:现在|目前|如今|一职|职务)?(?:(?:是|为|由|叫)?${WHO}(?:(?<verb>接任|接替|继任|出任)|担任|来当|在当|当)?|(?:叫|` +
        `是)什么(?:名字|人)|叫什么|换成了?谁|给了谁|姓什么)`,
    ),
  ],
  ['speaker', new RegExp(`^(?:是|最近|有)?${WHO}(?:曾|曾经|还|也|又|公开)?${TELL}(?:过|了|说|出|:|,){0,4}(?<about>[^?]{4,}?)(?:的)?[?]*$`)],
  ['speaker', new RegExp(`(?:^|(?<=[?]))(?<about>[^?]{4,}?)[,]?(?:这话|这句话|这|这些话)?是${WHO}(?:先|最先|曾)?${TELL}(?:出来|出|过)?的`)],
  [
    'said',
    new RegExp(`^${SPEAKER}(?:是)?${ON}(?<about>[^?]{1,30}?)(?:一事|的问题|上|时|方面)?(?:是|都|又)?${HOW}${SAY}(?:的|过|了)?[?]*$`),
  ],
  ['said', new RegExp(`^${SPEAKER}(?:是|都|又)?${HOW}${SAY}(?:的|了|过)?(?<about>[^?]*?)的?[?]*$`)],
  [
    'said',
    new RegExp(
      `^${SPEAKER}(?:是)?(?:${ON}(?<about>[^?]{1,30}?))?(?:一事|的?问题|上|方面|时|里|中)?(?:最近|都|又|还|具体|主要|到底|究竟)*${TELL}(?:了|过|到|` +
        `出)*(?:些|一些)?(?:什么|哪些)(?<more>[^?]{0,12}?)[?]*$`,
    ),
  ],
  [
    'said',
    new RegExp(
      `^${SPEAKER}${ON}(?<about>[^?]{1,30}?)(?:有|是|持|作出|做出|给出|抱|什么)(?:了|过|着)?(?:什么|怎样的?|怎么样的?|何种|何|哪些)?(?:样的)?(?:具体)?${WORDS}(?:是什么)?[?]*$`,
    ),
  ],
  [
    'said',
    new RegExp(
      '(?:(?:什么|怎样的?|怎么样的?)(?:样的)?(?:态度|看法|立场|反应|说法|评价|回应|表态)|' +
        `说了?(?:些|了)?什么|讲了?(?:些|了)?什么|讲话(?:原文|内容)|原话|${HOW}(?:说|评价|表态)的?|的(?:回应|表态|态度|看法|说法)(?:是什么|如何))`,
    ),
  ],
  ['year', /哪一?年|何年|什么年份|年份/],
  [
    'day',
    /什么时[候间]|何时|哪一?[天日月]|几[月号]|何[月日]|多久|几点|时间是|(?:时间|日期)(?:和地点)?[?。]*$|哪一?个(?:时期|年代|世纪)|星期几|周几/,
  ],
  ['age', /多大(?:年[纪龄]|岁数|了|[?。]*$)|几岁|年龄|年纪/],
  ['office', /(?:什么|哪些|何种|哪个)(?:职务|职位|官职|职)|(?:担任|任)(?:什么|哪些|何)|是什么官/],
  ['list', /哪些|哪几|哪[两二三四五六七八九十\d]|包括|分为|分别是/],
  ['person', /谁|何人|哪一?位|什么人|哪一?个(?:人|皇帝|君主|国王|总统|作家|球员|演员|导演|科学家)|姓名|名字/],
  [
    'number',
    /多少|几|第几|多[长高远重]|比例|人数|面积|(?:增速|增长率|增幅|票房|gdp|人口|产量|价格|金额|营收|收入|比分|总量|总额|数量|占比|高度|长度|海拔|市值|率)[?。]*$/,
  ],
  [
    'place',
    new RegExp(
      String.raw`哪里|何[地处]|(?<!是一?个?)什么地方|什么地方的?人|哪一?[个座所家间条]?(?:国家|城市|省|市|县|区|镇|村|地方|地区|州|洲|岛|` +
        String.raw`中学|小学|大学|学校|医院|酒店|餐厅|机场|车站|体育馆|公园|景区|银行|法院|街道)|在哪|位于|地点[?。]*$`,
    ),
  ],
  [
    'yesno',
    /吗[?。!]*$|是不是|有没有|有无|是否|会不会|能不能|可不可以|要不要|(\p{Script=Han})不\1|(?<=[\p{Script=Han}]了)(?:没有?|么)[?]*$|对不对|真的假的/u,
  ],
  [
    'state',
    /怎么了|怎么样了?|怎么回事|出了?什么事|发生了?什么|(?:情况|进展|结果|成绩|表现|近况)(?:如何|怎样)|有什么(?:新?进展|变化|动态|消息|结果)/,
  ],
  ['definition', /^(?:什么是|什么叫|何为|何谓)|(?:是|指|叫)(?:的是)?什么(?:\p{Script=Han}{1,4})?[?]*$/u],
];

/** Words that ask and say nothing of the matter. The demand's own words come on top of them. */
const ASKING = new RegExp(
  String.raw`请问|什么时[候间]|什么样的?|什么地方|什么原因|什么|多少|哪一?[年天日月位种个些里]|哪|谁|何[时地人种处年月日]|为什么|为何|怎么样|怎么会|怎么回事|怎么|怎样|如何|是否|是不是|有没有|第几|` +
    String.raw`几|多[大长久高远重]|(?:吗|呢)(?=[?。!]*$)|到底|究竟`,
  'g',
);
/** Words that only say the kind: an answer need not repeat them. */
const SCAFFOLD: Partial<Record<DemandKind, RegExp>> = {
  year: /年份/g,
  day: /时间/g,
  age: /年[纪龄]|岁/g,
  office: /担任|职务|职位|官职|任/g,
  holder: new RegExp(`担任|现任|新任|叫|新(?=${OFFICE})`, 'g'),
  said: /原文|原话|内容|评价|回应|看法|表态|态度|说法|怎么看待?/g,
  list: /包括|分为|分别是|方面/g,
  reason: /原因/g,
};

/** Verbs by which a question reports what it asks for stand beside the words of asking. */
export interface ReadDemand {
  demand: Demand;
  /** What only asks, ascending, may overlap. */
  asking: Stretch[];
}

/** What is asked for, and which words only say so. */
export function readDemand(text: string): ReadDemand {
  const asking: Stretch[] = [...text.matchAll(ASKING)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  for (const [kind, pattern] of KINDS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const demand = demandOf(kind, match, text);
    if (demand === null) continue;
    for (const { 0: word, index } of text.matchAll(SCAFFOLD[kind] ?? /(?!)/g)) asking.push({ start: index, end: index + word.length });
    if (match.groups) asking.push(...besideGroups(match));
    return { demand, asking };
  }
  return { demand: { kind: 'other', of: null, about: null, time: null, unit: null }, asking };
}

/** A match less its named groups: what of it only asks. */
function besideGroups(match: RegExpExecArray): Stretch[] {
  const stretches: Stretch[] = [];
  let at = match.index;
  const named = Object.values(match.groups ?? {}).filter((group): group is string => group !== undefined && group !== '');
  const text = match.input;
  for (const group of named.map((words) => ({ words, at: text.indexOf(words, at) })).sort((a, b) => a.at - b.at)) {
    if (group.at > at) stretches.push({ start: at, end: group.at });
    at = Math.max(at, group.at + group.words.length);
  }
  const end = match.index + match[0].length;
  if (end > at) stretches.push({ start: at, end });
  return stretches;
}

function demandOf(kind: DemandKind, match: RegExpExecArray, text: string): Demand | null {
  const { of, about, more, verb } = match.groups ?? {};
  const demand: Demand = { kind, of: null, about: null, time: null, unit: null };
  if (kind === 'holder') {
    demand.of = officeOf(of ?? '');
    if (demand.of === '') return null;
    demand.time = /^接|^继/.test(verb ?? '')
      ? 'successor'
      : /(?:^|[^目当])前任?(?=\p{Script=Han})|原任|上一?任|之前的/u.test(of!)
        ? 'former'
        : null;
  }
  if (kind === 'said') {
    // 讲了哪些主题 asks for the things, not for somebody's words.
    if (more !== undefined && THINGS.test(more)) return null;
    const said = [about, more].filter((words) => words !== undefined && words.trim() !== '').join('');
    demand.of =
      of === undefined ? null : of.replace(/^(?:最近|目前|现在|昨天|今天)|(?:最近|近日|昨天|今天|都|也|又|还|曾|曾经|是)$/g, '') || null;
    demand.about = said === '' ? null : said;
  }
  if (kind === 'speaker') demand.about = (about ?? '').replace(/[“”「」"]/g, '') || null;
  if (kind === 'number') demand.unit = unitOf(text);
  if (kind === 'day' && /几点/.test(text)) demand.unit = 'clock';
  return demand;
}

/** What is behind 什么, 哪些 and is a thing of its own: not the particles and words of speech that may stand there. */
const THINGS = new RegExp(`^(?!${WORDS}|话|的|吗|呢|内容|事)\\p{Script=Han}{2,}`, 'u');

/** The office alone: 现任, 新, 的 and what stands before a comma taken off. */
function officeOf(words: string): string {
  return words
    .replace(/^.*(?:请问|[\s,:])/, '')
    .replace(/^(?:现在|目前|如今|现任|新任|新|当前|前任?|原|上一?任|的)+/, '')
    .replace(/(?:新任|现任|前任|上一?任)(?=\p{Script=Han})/u, '')
    .replace(new RegExp(`新(?=(?:一任|任)?${OFFICE}$)`), '')
    .replace(/(?<=.)的(?=.)/g, '');
}

const UNITS: readonly (readonly [FigureKind, RegExp])[] = [
  ['score', /几比几|多少比多少|比分|几[:-]几/],
  ['ordinal', /第几|排名|名次/],
  [
    'money',
    /多少(?:钱|元|块|美元|美金|欧元|日元|港元|资金)|几(?:块|元|万元|亿元)|(?:金额|票房|营收|市值|造价|价格|总额|售价|薪资|工资)(?:是多少|多少)?[?]*$|(?:赔|罚|花|捐|投资|融资|损失|赚|亏|奖)了?多少$/,
  ],
  ['people', /多少(?:个|名|位|户)?(?:人|名|游客|学生|居民|职工|群众|观众|选手|运动员)|几(?:个人|人|名|位)|人数|人口/],
  ['percent', /百分之|占比|比例|增速|增长率|增幅|失业率|利率|率(?:是|为|有|达)?(?:多少)?[?]*$|多少个?百分点/],
  ['degree', /多少度|几度|气温|温度/],
  ['area', /面积|多少(?:平方|亩|公顷)/],
  ['length', /多[长高远深宽]|多少(?:公里|千米|米|厘米)|海拔|高度|长度/],
  ['time', /多久|多少(?:天|年|小时|分钟|个月)|几(?:天|年|小时|分钟|个月|个小时)/],
];

function unitOf(text: string): FigureKind | null {
  return UNITS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
