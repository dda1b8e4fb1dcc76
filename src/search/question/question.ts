import { inFigures } from '../../language/numerals.ts';
import { words } from '../../language/segment.ts';
import { isFunctionWord, isQuestionWord, isWord, termOf } from '../../language/terms.ts';
import type { Demand, DemandKind } from '../../question/demand.ts';
import type { Conditions } from '../../question/conditions.ts';
import type { Reading, Wording } from '../../question/reading.ts';

/** A question as it is looked up in an index, made of one wording of its reading. */
export interface Question {
  folded: string;
  /** Words that say what it is about, each once, in order. */
  terms: string[];
  kind: DemandKind;
  demand: Demand;
  /** What is counted or chosen from: 贫困户 in 有多少户贫困户, 文件 in 哪些文件; null where nothing is named. */
  focus: string | null;
  /** The folded text with the asking words blanked out: what words and pairs of characters are taken from. */
  matter: string;
  conditions: Conditions;
  /** Of several answers the newest is wanted. */
  newest: boolean;
  /** Places that already filtered the candidates: their names are no search terms. */
  placed: readonly string[];
  /** Places of the question that did not filter the candidates: an article must name them. */
  unplaced: readonly string[];
  /** The same question in other words (住建部, 住房和城乡建设部). */
  others: readonly Question[];
}

/** What is asked for is often named right behind the asking word. */
const FOCUS = /(?:多少|几|哪[些个种]|什么|何种)([\p{Script=Han}a-z0-9]{1,8})/u;
/** Or right before it: 联系电话 in 联系电话是多少. */
const FOCUS_BEFORE = /([\p{Script=Han}a-z]{2,8})(?:是|为|有|达|达到|约为?)多少[?？。]*$/u;
/** Nouns so general that an answer seldom repeats them. */
const WIDE = new Set(
  (
    '方面 问题 内容 情况 东西 事 事情 地方 进展 特点 作用 影响 意思 文件 项目 活动 措施 办法 做法 成果 成绩 人物 领导 单位 部门 工作 任务 举措 困难 变化 条件 标准 目标 经验 名称 类型 种类 时候 时间 ' +
    '原因 名字 样子 要求 关系 年 月 日 天 人 个 是 的 在 被 有'
  ).split(' '),
);

/** Kinds of questions that name what they count or choose from behind the word of asking. */
const NAMES_ITS_THING: ReadonlySet<DemandKind> = new Set(['number', 'list', 'definition', 'yesno', 'state', 'other']);

/** Takes one wording of a question apart. `placed`: names of the places that the candidates are chosen by. */
export function analyseWording(
  { text, matter: worded, demand }: Wording,
  { conditions, newest }: Pick<Reading, 'conditions' | 'newest'>,
  placed: readonly string[] = [],
): Question {
  const matter = without(worded, placed);
  const terms = contentTerms(matter);
  // A query made of nothing else is looked up as it stands.
  if (terms.length === 0) terms.push(...words(inFigures(text)).filter(isWord).map(termOf));
  const { kind } = demand;
  return {
    folded: text,
    terms: [...new Set(terms)],
    kind,
    demand,
    focus: NAMES_ITS_THING.has(kind) ? focusOf(text) : null,
    matter,
    conditions,
    newest,
    placed: matter === worded ? [] : placed,
    unplaced: placed.length > 0 ? [] : conditions.places.map(({ text: name }) => name),
    others: [],
  };
}

/** The matter with names blanked out, where something to find is left. */
function without(matter: string, names: readonly string[]): string {
  const bare = names.reduce((text, name) => text.replaceAll(name, ' '.repeat(name.length)), matter);
  return contentTerms(bare).length > 0 ? bare : matter;
}

function contentTerms(matter: string): string[] {
  return words(inFigures(matter))
    .filter((word) => isWord(word) && !isFunctionWord(word) && !isQuestionWord(word) && !ASKED_ABOUT.has(word))
    .map(termOf);
}

function focusOf(folded: string): string | null {
  const before = FOCUS_BEFORE.exec(folded)?.[1];
  if (before !== undefined)
    return (
      words(before)
        .filter((word) => isWord(word) && !WIDE.has(word))
        .at(-1) ?? null
    );
  const named = FOCUS.exec(folded)?.[1];
  if (named === undefined) return null;
  const nouns = [];
  for (const word of words(named)) {
    if (isFunctionWord(word) && word.length === 1 && !WIDE.has(word)) break;
    if (isWord(word)) nouns.push(word);
  }
  const noun = nouns
    .slice(0, 2)
    .filter((word) => !WIDE.has(word))
    .sort((a, b) => b.length - a.length)[0];
  return noun ?? null;
}

/** Verbs by which a question reports what it asks for; an article says it in other words (指出, 召开). */
const ASKED_ABOUT = new Set('说 讲 谈 提 开 形容 描述 叫做'.split(' '));

/** Longer words also stand for the shorter ones in them. */
const LONG_WORD = 3;

/** The pairs of neighbouring characters inside a word of three or more: `人民`, `银行` … of `中国人民银行`. */
export function innerTerms(word: string): string[] {
  if (word.length < LONG_WORD || /^[\x20-\x7e]+$/.test(word)) return [];
  const inner: string[] = [];
  for (let i = 0; i + 2 <= word.length; i++) inner.push(word.slice(i, i + 2));
  return inner;
}
