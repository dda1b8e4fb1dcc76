/** What answers a demand looks like, and whether a stretch of text has one. All texts here are folded. */
import type { Demand, DemandKind, FigureKind } from '../../question/demand.ts';
import { asksForWorks, namesWork } from './named.ts';

interface Shape {
  /** An answer has this; it must not stand in the question itself. Null: any sentence may answer. */
  shape: RegExp | null;
  /** Phrases that often introduce such an answer. */
  cue: RegExp;
}

const DIGIT = '[0-9〇零一二两三四五六七八九十百千万亿]';
/** A whole run of digits: looked for once in each, not again from every digit of it. */
const FIGURE = `(?<!${DIGIT})${DIGIT}+`;
/** A year or a day counts nothing. */
const COUNT = new RegExp(`${FIGURE}(?!${DIGIT}|[年月日])`);
const OFFICE =
  '(?:书记|省长|市长|州长|县长|区长|旗长|镇长|乡长|村长|局长|厅长|部长|处长|科长|主任|主席|总理|总统|委员长|秘书长|院长|校长|行长|会长|理事长|董事长|总经理|司令|专员|组长|队长|站长|所长|政委|常委|委员|顾问|大使|发言人)';
const SPEECH = '(?:指出|强调|要求|提出|表示|说|认为|介绍|希望|透露|称|坦言|宣布|呼吁|建议|回应|告诉)(?![了的])';

/** Connectives and verbs of cause and purpose: a closed class; 为…, at the head of a clause tells a purpose. */
const CAUSE =
  /(?:^|[,。;:!?”])为(?![何什])[^,。;:!?]{3,40},|因|由于|缘于|源于|出于|鉴于|原因|理由|为了|为免|以便|以免|旨在|导致|引发|引起|使得|所以|从而|担心|不满|涉嫌/;

/** A figure with its unit, by the kind of figure that is asked for. */
const AMOUNT = `${FIGURE}(?:[.]${DIGIT}+)? ?(?:[多余几]?[万亿]{0,2})? ?`;
const UNITS: Readonly<Record<FigureKind, RegExp>> = {
  money: new RegExp(`${AMOUNT}(?:美|欧|日|港|韩|澳|加|新台|人民)?(?:元|币|镑|块|卢布|法郎)|${FIGURE}[万亿]`),
  people: new RegExp(`${AMOUNT}(?:个|名|位|户|对)?(?:\\p{Script=Han}{0,6}?人|人次|名|位|户)`, 'u'),
  score: new RegExp(`${FIGURE} ?(?:[:\\-比]|战胜) ?${DIGIT}`),
  percent: new RegExp(`${FIGURE}(?:[.]\\d+)?(?:%|个百分点|成)|百分之|${FIGURE}倍`),
  length: new RegExp(`${AMOUNT}(?:公?里|千?米|厘米|毫米|海里|英里|英尺|尺|光年)`),
  area: new RegExp(`${AMOUNT}(?:平方|亩|公顷|顷)`),
  time: new RegExp(`${AMOUNT}个?(?:年|月|日|天|周|星期|小时|分钟|秒|世纪)`),
  degree: new RegExp(`${AMOUNT}(?:度|℃|摄氏)`),
  clock: new RegExp(`${FIGURE} ?(?:[时点](?!代|期|间|候)|:${DIGIT})`),
  ordinal: new RegExp(`第${DIGIT}+|${FIGURE}[位名]|首[位名]|冠军|榜首`),
};

const SHAPES: Readonly<Record<DemandKind, Shape>> = {
  year: {
    shape: /[0-9〇一二三四五六七八九十百]{2,4}年|元年|[0-9]{4}/,
    cue: /[于在自]\s*[0-9〇一二三四五六七八九]{4}年/,
  },
  day: {
    shape: new RegExp(`${FIGURE} ?[年月日号天周]|世纪|时期|年代|[朝代]|小时|分钟`),
    cue: new RegExp(`[于在自]\\s*${DIGIT}+[年月]`),
  },
  age: {
    shape: new RegExp(`${FIGURE} ?岁|出生|生于|年生`),
    cue: /岁/,
  },
  office: {
    shape: new RegExp(OFFICE),
    cue: /任|、/,
  },
  holder: {
    shape: new RegExp(`${OFFICE}\\p{Script=Han}{2,4}`, 'u'),
    cue: new RegExp(OFFICE),
  },
  said: {
    shape: new RegExp(SPEECH),
    cue: new RegExp(`${SPEECH}[,:]`),
  },
  list: {
    shape: /、[^、。;,]{1,20}、/,
    cue: /包括|分别|分为|[有为是][:“《]/,
  },
  person: {
    shape: /\p{Script=Han}/u,
    cue: /[由是任为]|书记|主任|·|人/,
  },
  number: {
    shape: COUNT,
    cue: /[共约达计]|超过|总|第/,
  },
  place: {
    shape: /[省市县区镇乡村州国岛山湾路街港洲河]|位于/,
    cue: /位于|坐落|地处|产于|产自|分布|栖息|在/,
  },
  reason: { shape: CAUSE, cue: /因为|由于|因|原因|为了|根据/ },
  speaker: { shape: new RegExp(SPEECH), cue: new RegExp(`${SPEECH}[,:]`) },
  yesno: {
    shape: /没有|未|不(?!少|仅|但|同|断|久|过|料|止|光|只)|无(?!论|锡)|否认|辟谣|谣|不实|属实|确实|证实|已/,
    cue: /没有|并未|并非|不是|不会|未|否认|辟谣|不实|谣言|属实|确实|证实|已经?|系/,
  },
  definition: { shape: null, cue: /是|为|包括|即|称为|叫/ },
  state: { shape: null, cue: /是|为|包括|即|称为|叫/ },
  other: { shape: null, cue: /是|为|包括|即|称为|叫/ },
};

/**
 * Whether a text has something of the kind that is asked for, beyond what the question itself says: a number that
 * stands in the question answers nothing. A number must stand near what is counted, speech must be the speaker's, an
 * office the whole of what was asked. True for questions of no particular kind.
 */
export function answerKindIn(question: { kind: DemandKind; demand: Demand; folded: string; focus: string | null }, text: string): boolean {
  const { shape } = SHAPES[question.kind];
  if (!shape) return true;
  const { unit } = question.demand;
  if (unit !== null) return hasNew(UNITS[unit], text, question.folded);
  switch (question.kind) {
    case 'reason':
      return causeIn(text, question.folded);
    case 'number':
      return question.focus === null ? hasNew(shape, text, question.folded) : numberNear(text, question.focus, question.folded);
    case 'list':
      if (asksForWorks(question.folded)) return namesWork(text, question.folded);
      return listIn(text, question.folded);
    case 'holder':
      return holderIn(text, question.folded);
    case 'said':
      return speaksIn(text, question);
    default:
      return hasNew(shape, text, question.folded);
  }
}

const DECISIVE_KINDS: ReadonlySet<DemandKind> = new Set(['year', 'day', 'age', 'holder', 'said', 'reason']);

/** Whether without something of the kind there is no answer, whatever words the text shares with the question. */
export function isDecisive(kind: DemandKind): boolean {
  return DECISIVE_KINDS.has(kind);
}

export function cueIn(kind: DemandKind, text: string): boolean {
  return SHAPES[kind].cue.test(text);
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
  for (const figure of text.matchAll(new RegExp(COUNT.source, 'g'))) {
    if (question.includes(figure[0])) continue;
    // 89万人 answers 多少人民: what is counted stands behind it, in short.
    if (focus.includes(text[figure.index + figure[0].length] ?? '\0')) return true;
    if (text.slice(Math.max(0, figure.index - NEAR), figure.index + figure[0].length + NEAR).includes(focus)) return true;
  }
  return false;
}

/** Three things or more; two are enough of names in quotation marks, which tell them apart, and behind 包括. */
const ENUMERATION = new RegExp(
  [
    '[^、。;,:!?]{1,20}(?:、[^、。;,:!?]{1,20}){2,}',
    '[“《][^”》]{1,24}[”》][、和及]?[“《][^”》]{1,24}[”》]',
    '(?:包括|分别[是为])[^、。;,:!?]{2,30}(?:、|和|与|以及|及)[^、。;,:!?]{2,30}',
  ].join('|'),
  'g',
);
/** Where two are asked for (哪两所), two are enough. */
const TWO = /[^、。;,:!?]{2,24}(?:、|和|与|及)[^、。;,:!?]{2,24}/g;
/** A list is of what stands in it or within this many units of it. */
const BESIDE_LIST = 10;

/** Three things or more, of something that the question names. */
function listIn(text: string, question: string): boolean {
  for (const list of text.matchAll(/哪[两二2]/.test(question) ? TWO : ENUMERATION)) {
    const around = text.slice(Math.max(0, list.index - BESIDE_LIST), list.index + list[0].length + BESIDE_LIST);
    if (sharesPair(around, question)) return true;
  }
  return false;
}

/** 导致X: what stands before is the cause of X alone. */
const EFFECT = /(?:导致|引发|引起|造成|使得)([^。;!?]{1,20})/g;

/** A cause or purpose; one that is told of its effect must be of an effect that the question names (大雨导致救援困难 is no cause of 坍塌). */
function causeIn(text: string, question: string): boolean {
  if (CAUSE.test(text.replace(EFFECT, ''))) return true;
  for (const [, effect] of text.matchAll(EFFECT)) if (sharesPair(effect!, question)) return true;
  return false;
}

function sharesPair(text: string, question: string): boolean {
  for (let i = 0; i + 2 <= text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (HAN_PAIR.test(pair) && question.includes(pair)) return true;
  }
  return false;
}

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/** The office asked for stands in one piece, and a name behind it or before it. */
function holderIn(text: string, question: string): boolean {
  return holdsOffice(text, question) || holdsOffice(text.replace(DOUBLED, '$1长'), question.replace(DOUBLED, '$1长'));
}

/** 警察局局长 is printed as 警察局长, too. */
const DOUBLED = /([部局厅院处科所站委署行])\1长/g;

function holdsOffice(text: string, question: string): boolean {
  const office = new RegExp(`(\\p{Script=Han}{0,16}?${OFFICE})`, 'u').exec(
    question.replace(/谁(?:是|任|担任)?|请问|(?:现在|目前)的?|哪位是?|何人/g, ' '),
  )?.[1];
  if (!office) return false;
  const at = text.indexOf(office);
  return at >= 0 && /^[兼、]?\p{Script=Han}{2,}/u.test(text.slice(at + office.length));
}

/** How far before a verb of speech its speaker stands, within the clause. */
const SPEAKER_REACH = 14;
/** The speaker that is asked for, or else somebody of the question, stands before a verb of speech. */
function speaksIn(text: string, { demand, folded }: { demand: Demand; folded: string }): boolean {
  const asked = demand.of ?? folded;
  for (const speech of text.matchAll(new RegExp(SPEECH, 'g'))) {
    const clauses = text.slice(Math.max(0, speech.index - 4 * SPEAKER_REACH), speech.index).split(/[。,;\s]/);
    const near = clauses.at(-1)!.slice(-SPEAKER_REACH);
    // Where the verb begins its clause, the subject is that of the clause before, and begins it.
    const clause = near === '' ? (clauses.at(-2) ?? '').slice(0, SPEAKER_REACH) : near;
    if (sharesPair(clause, asked)) return true;
  }
  return false;
}
