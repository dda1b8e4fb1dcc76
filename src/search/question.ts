import { fold } from '../language/script.ts';
import { words } from '../language/segment.ts';
import { isFunctionWord, isQuestionWord, isWord, termOf } from '../language/terms.ts';

/** What kind of thing the question asks for. */
export type AnswerKind = 'person' | 'time' | 'number' | 'place' | 'reason' | 'other';

export interface Question {
  folded: string;
  /** Words that say what it is about, each once, in order. */
  terms: string[];
  /** Function words of the question: worth a little, for adjacency. */
  kind: AnswerKind;
  /** The folded text with question and function words blanked out: what pairs of characters are taken from. */
  matter: string;
}

const KINDS: readonly [AnswerKind, RegExp][] = [
  ['time', /什么时候|何时|哪一?年|哪一?天|哪一?月|哪个?日期|几月|几年|几号|多久|时间是|哪一?日|什么时间|年代|何年|何月|何日/],
  ['number', /多少|几[个次人条种位名岁年层只]|第几|多大|多长|多高|多远|多重|几成|比例|人数|几/],
  ['person', /谁|何人|哪位|什么人|哪个人|人是|姓名|名字/],
  ['place', /哪里|哪儿|何地|何处|什么地方|哪个?(?:国家|城市|省|市|县|区|镇|村|地方|地区|州)|在哪|位于/],
  ['reason', /为什么|为何|原因|怎么会|为啥/],
];
const ASKING = /请问|什么时候|什么样|什么|甚么|多少|哪一年|哪一天|哪些|哪个|哪里|哪儿|哪位|哪年|哪天|哪|谁|何时|何地|何人|何种|何处|为什么|为何|怎么样|怎么|怎样|如何|是否|是不是|有没有|第几|几/g;
/** Longer words also stand for the shorter ones in them. */
const LONG_WORD = 3;

/** Takes a question (or a query of a few words) apart, in either script. */
export function analyse(question: string): Question {
  const folded = fold(question.normalize('NFC'));
  const terms = new Set<string>();
  for (const word of words(folded)) {
    if (isWord(word) && !isFunctionWord(word) && !isQuestionWord(word)) terms.add(termOf(word));
  }
  // A query made of nothing else is looked up as it stands.
  if (terms.size === 0) for (const word of words(folded)) if (isWord(word)) terms.add(termOf(word));
  return {
    folded,
    terms: [...terms],
    kind: KINDS.find(([, cue]) => cue.test(folded))?.[0] ?? 'other',
    matter: folded.replace(ASKING, (asked) => ' '.repeat(asked.length)),
  };
}

/** The pairs of neighbouring characters inside a word of three or more: `人民`, `银行` … of `中国人民银行`. */
export function innerTerms(word: string): string[] {
  if (word.length < LONG_WORD || /^[\x20-\x7e]+$/.test(word)) return [];
  const inner: string[] = [];
  for (let i = 0; i + 2 <= word.length; i++) inner.push(word.slice(i, i + 2));
  return inner;
}
