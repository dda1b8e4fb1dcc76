/** What kind of thing a question asks for, and whether a stretch of text has one. All texts here are folded. */

export type AnswerKind =
  'year' | 'date' | 'age' | 'office' | 'holder' | 'statement' | 'list' | 'person' | 'number' | 'place' | 'reason' | 'other';

interface Kind {
  /** The question has this. */
  asks: RegExp;
  /** An answer has this; it must not stand in the question itself. */
  shape: RegExp | null;
  /** Words of the question that only say the kind: an answer need not repeat them. */
  scaffold?: RegExp;
  /** Phrases that often introduce such an answer. */
  cue: RegExp;
}

const DIGIT = '[0-9〇零一二两三四五六七八九十百千万亿]';
/** A whole run of digits: looked for once in each, not again from every digit of it. */
const FIGURE = `(?<!${DIGIT})${DIGIT}+`;
const OFFICE =
  '(?:书记|省长|市长|州长|县长|区长|旗长|镇长|乡长|村长|局长|厅长|部长|处长|科长|主任|主席|总理|总统|委员长|秘书长|院长|校长|行长|会长|理事长|董事长|总经理|司令|专员|组长|队长|站长|所长|政委|常委|委员|顾问|大使|发言人)';
const SPEECH = '(?:指出|强调|要求|提出|表示|说|认为|介绍|希望|透露|称|坦言|宣布|呼吁|建议|回应|告诉)(?![了的])';

/** What is told in figures: a question that ends with one asks how much, without asking words. */
const MEASURE = '增速|增长率|增幅|票房|gdp|人口|产量|价格|金额|营收|收入|比分|总量|数量|占比|高度|长度|海拔|市值';

const KINDS: Readonly<Record<AnswerKind, Kind>> = {
  year: {
    asks: /哪一?年|何年|什么年份|年份/,
    shape: /[0-9〇一二三四五六七八九十百]{2,4}年|元年|[0-9]{4}/,
    scaffold: /年份/,
    cue: /[于在自]\s*[0-9〇一二三四五六七八九]{4}年/,
  },
  date: {
    asks: /什么时[候间]|何时|哪一?[天日月]|几[月号]|何[月日]|多久|时间是|(?:时间|日期)(?:和地点)?[?。]*$|哪一?个(?:时期|年代|世纪)/,
    shape: new RegExp(`${FIGURE}年|${FIGURE}月|${FIGURE}[日号天周]|世纪|时期|年代|[朝代]|小时|分钟`),
    scaffold: /时间/,
    cue: new RegExp(`[于在自]\\s*${DIGIT}+[年月]`),
  },
  age: {
    asks: /多大(?:年[纪龄]|岁数|了|[?。]*$)|几岁|年龄|年纪/,
    shape: new RegExp(`${FIGURE}岁|出生|生于|年生`),
    scaffold: /年[纪龄]|岁/,
    cue: /岁/,
  },
  office: {
    asks: /(?:什么|哪些|何种|哪个)(?:职务|职位|官职|职)|(?:担任|任)(?:什么|哪些|何)|是什么官/,
    shape: new RegExp(OFFICE),
    scaffold: /担任|职务|职位|官职|任/,
    cue: /任|、/,
  },
  holder: {
    asks: new RegExp(`(?:谁|哪位|何人)(?:是|任|担任)[^，。,?？]{2,20}${OFFICE}|${OFFICE}(?:是|由)?(?:谁|哪位|何人|叫什么)`),
    shape: new RegExp(`${OFFICE}\\p{Script=Han}{2,4}`, 'u'),
    cue: new RegExp(OFFICE),
  },
  statement: {
    asks: /说了?(?:些|了)?什么|讲了?(?:些|了)?什么|讲话(?:原文|内容)|怎么说|原话|怎么评价|提出了?(?:什么|哪些)/,
    shape: new RegExp(SPEECH),
    scaffold: /原文|原话|内容|评价/,
    cue: new RegExp(`${SPEECH}[,:]`),
  },
  list: {
    asks: /哪些|哪几|包括|分为|分别是/,
    shape: /、[^、。;,]{1,20}、/,
    scaffold: /包括|分为|分别是|方面/,
    cue: /包括|分别|分为|[有为是][:“《]/,
  },
  person: {
    asks: /谁|何人|哪一?位|什么人|哪一?个(?:人|皇帝|君主|国王|总统|作家|球员|演员|导演|科学家)|姓名|名字/,
    shape: /\p{Script=Han}/u,
    cue: /[由是任为]|书记|主任|·|人/,
  },
  number: {
    asks: new RegExp(`多少|几|第几|多[长高远重]|比例|人数|面积|(?:${MEASURE})[?。]*$`),
    shape: new RegExp(DIGIT),
    cue: /[共约达计]|超过|总|第/,
  },
  place: {
    asks: /哪里|哪儿|何[地处]|什么地方|哪一?[个座]?(?:国家|城市|省|市|县|区|镇|村|地方|地区|州|洲|岛)|在哪|位于|地点[?。]*$/,
    shape: /[省市县区镇乡村州国岛山湾路街港洲河]|位于/,
    cue: /位于|坐落|地处|产于|产自|分布|栖息|在/,
  },
  reason: { asks: /为什么|为何|原因|怎么会|因为什么/, shape: null, scaffold: /原因/, cue: /因为|由于|因|原因|为了|根据/ },
  other: { asks: /(?!)/, shape: null, cue: /是|为|包括|即|称为|叫/ },
};

/** The kind a question asks for, and the words that only say so. */
export function kindOf(question: string): { kind: AnswerKind; scaffold: RegExp | undefined } {
  const kind = (Object.keys(KINDS) as AnswerKind[]).find((name) => KINDS[name].asks.test(question)) ?? 'other';
  return { kind, scaffold: KINDS[kind].scaffold };
}

/**
 * Whether a text has something of the kind that is asked for, beyond what the question itself says: a number that
 * stands in the question answers nothing. A number must stand near what is counted, speech must be the speaker's, an
 * office the whole of what was asked. True for questions of no particular kind.
 */
export function answerKindIn(question: { kind: AnswerKind; folded: string; focus: string | null }, text: string): boolean {
  const { shape } = KINDS[question.kind];
  if (!shape) return true;
  switch (question.kind) {
    case 'number':
      return question.focus === null ? hasNew(shape, text, question.folded) : numberNear(text, question.focus, question.folded);
    case 'list':
      return listIn(text, question.folded);
    case 'holder':
      return holderIn(text, question.folded);
    case 'statement':
      return speaksIn(text, question.folded);
    default:
      return hasNew(shape, text, question.folded);
  }
}

/** Kinds without which there is no answer, whatever words the text shares with the question. */
export const DECISIVE_KINDS: ReadonlySet<AnswerKind> = new Set(['year', 'date', 'age', 'holder', 'statement']);

export function cueIn(kind: AnswerKind, text: string): boolean {
  return KINDS[kind].cue.test(text);
}

function hasNew(shape: RegExp, text: string, question: string): boolean {
  for (const [found] of text.matchAll(new RegExp(shape.source, 'gu'))) if (!question.includes(found)) return true;
  return false;
}

/** A figure is about what stands within this many units of it. */
const NEAR = 14;
/** What is told by any figure, and need not be named again beside it. */
const MEASURED = /率|比例|百分比|比分|分数|排名|名次|编号|价|钱|资金|金额|经费|面积|数量|质量|重量|长度|高度|距离|温度|时间|倍/;

function numberNear(text: string, focus: string, question: string): boolean {
  if (MEASURED.test(focus)) return hasNew(new RegExp(DIGIT), text, question);
  for (const figure of text.matchAll(new RegExp(`${DIGIT}+`, 'g'))) {
    if (question.includes(figure[0])) continue;
    // 89万人 answers 多少人民: what is counted stands behind it, in short.
    if (focus.includes(text[figure.index + figure[0].length] ?? '\0')) return true;
    if (text.slice(Math.max(0, figure.index - NEAR), figure.index + figure[0].length + NEAR).includes(focus)) return true;
  }
  return false;
}

const ENUMERATION = /[^、。;,:!?]{1,20}(?:、[^、。;,:!?]{1,20}){2,}/g;
/** A list is of what stands in it or within this many units of it. */
const BESIDE_LIST = 10;

/** Three things or more, of something that the question names. */
function listIn(text: string, question: string): boolean {
  for (const list of text.matchAll(ENUMERATION)) {
    const around = text.slice(Math.max(0, list.index - BESIDE_LIST), list.index + list[0].length + BESIDE_LIST);
    for (let i = 0; i + 2 <= around.length; i++)
      if (HAN_PAIR.test(around.slice(i, i + 2)) && question.includes(around.slice(i, i + 2))) return true;
  }
  return false;
}

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/** The office asked for stands in one piece, and a name behind it or before it. */
function holderIn(text: string, question: string): boolean {
  const office = new RegExp(`(\\p{Script=Han}{0,16}?${OFFICE})`, 'u').exec(
    question.replace(/谁(?:是|任|担任)?|请问|(?:现在|目前)的?|哪位是?|何人/g, ' '),
  )?.[1];
  if (!office) return false;
  const at = text.indexOf(office);
  return at >= 0 && /^[兼、]?\p{Script=Han}{2,}/u.test(text.slice(at + office.length));
}

/** How far before a verb of speech its speaker stands, within the clause. */
const SPEAKER_REACH = 14;

/** Somebody of the question stands shortly before a verb of speech. */
function speaksIn(text: string, question: string): boolean {
  for (const speech of text.matchAll(new RegExp(SPEECH, 'g'))) {
    const clause = /(?<![^。,;\s])[^。,;\s]*$/.exec(text.slice(Math.max(0, speech.index - SPEAKER_REACH), speech.index))![0];
    for (let i = 0; i + 2 <= clause.length; i++) if (question.includes(clause.slice(i, i + 2))) return true;
  }
  return false;
}
