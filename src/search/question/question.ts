import { inFigures } from '../../language/numerals.ts';
import { fold } from '../../language/script.ts';
import { words } from '../../language/segment.ts';
import { isFunctionWord, isQuestionWord, isWord, termOf } from '../../language/terms.ts';
import { kindOf, type AnswerKind } from './answer-kind.ts';

export interface Question {
  folded: string;
  /** Words that say what it is about, each once, in order. */
  terms: string[];
  kind: AnswerKind;
  /** What is counted or chosen from: 贫困户 in 有多少户贫困户, 文件 in 哪些文件; null where nothing is named. */
  focus: string | null;
  /** The folded text with the asking words blanked out: what words and pairs of characters are taken from. */
  matter: string;
}

const ASKING =
  /请问|什么时[候间]|什么样的?|什么地方|什么原因|什么|甚么|多少|哪一?[年天日月位种个些里儿]|哪|谁|何[时地人种处年月日]|为什么|为何|怎么样|怎么会|怎么|怎样|如何|是否|是不是|有没有|第几|几|多[大长久高远重]/g;
/** What is asked for is often named right behind the asking word. */
const FOCUS = /(?:多少|几|哪[些个种]|什么|何种)([\p{Script=Han}a-z0-9]{1,8})/u;
/** Or right before it: 联系电话 in 联系电话是多少. */
const FOCUS_BEFORE = /([\p{Script=Han}a-z]{2,8})(?:是|为|有|达|达到|约为?)多少[?？。]*$/u;
/** Nouns so wide that an answer seldom repeats them. */
const WIDE = new Set(
  '方面 问题 内容 情况 东西 事 事情 地方 进展 特点 作用 影响 意思 文件 项目 活动 措施 办法 做法 成果 成绩 人物 领导 单位 部门 工作 任务 举措 困难 变化 条件 标准 目标 经验 名称 类型 种类 时候 时间 原因 名字 样子 要求 关系 年 月 日 天 人 个 是 的 在 被 有'.split(
    ' ',
  ),
);

/** Takes a question (or a query of a few words) apart, in either script. */
export function analyse(question: string): Question {
  const folded = fold(question.normalize('NFC'));
  const matter = folded.replace(ASKING, (asked) => ' '.repeat(asked.length));
  const { kind, scaffold } = kindOf(folded);
  const bare = scaffold ? matter.replace(scaffold, (words) => ' '.repeat(words.length)) : matter;
  const terms = contentTerms(bare);
  // A query made of nothing else is looked up as it stands.
  if (terms.length === 0) terms.push(...contentTerms(matter));
  if (terms.length === 0) terms.push(...words(inFigures(folded)).filter(isWord).map(termOf));
  return {
    folded,
    terms: [...new Set(terms)],
    kind,
    focus: kind === 'number' || kind === 'list' || kind === 'other' ? focusOf(folded) : null,
    matter: bare,
  };
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
