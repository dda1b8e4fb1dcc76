import { words } from '../../language/segment.ts';
import { SEPARATORS } from '../data/phrases.ts';
import { endScore } from '../names/boundary.ts';
import { isHan, type NameMatch } from '../names/characters.ts';
import type { Spot } from '../holders/spot.ts';
import type { Candidate } from './candidates.ts';

/** Features are numbers below this; the weights are a table of so many. */
export const BUCKETS = 1 << 17;

/** The words of the segmenter around a title: where they begin, for the boundaries of names. */
export interface Around {
  after: { starts: number[]; words: string[] };
  before: { starts: number[]; words: string[] };
  /** The word that runs over the title's end (院|长江), or nothing. */
  across: string;
}

const REACH = 14;

/** Cuts the clause behind and before a title into words, without the title. */
export function wordsAround({ folded, head, phrase, after, before, floor }: Spot): Around {
  let end = after;
  while (end < folded.length && end - after < REACH && !SEPARATORS.test(folded[end]!)) end++;
  let start = before;
  while (start > floor && before - start < REACH && !SEPARATORS.test(folded[start - 1]!)) start--;
  const whole = after > head.end ? [] : words(folded.slice(head.start - Math.min(head.start - phrase.start, 4), end));
  return { after: cut(folded, after, end), before: cut(folded, start, before), across: across(whole, end - head.end) };
}

/** The word within which the stretch `left` characters before the end of `list` begins. */
function across(list: readonly string[], left: number): string {
  for (let i = list.length - 1; i >= 0 && left > 0; i--) {
    left -= list[i]!.length;
    if (left < 0) return list[i]!;
  }
  return '';
}

function cut(folded: string, start: number, end: number): Around['after'] {
  const starts: number[] = [];
  const list = start < end ? words(folded.slice(start, end)) : [];
  let at = start;
  for (const word of list) {
    starts.push(at);
    at += word.length;
  }
  return { starts: [...starts, at], words: list };
}

/** FNV-1a over the parts of a feature, folded into the table. */
class Features {
  readonly numbers: number[] = [];
  add(template: number, a = 0, b = 0, c = 0, d = 0): void {
    let hash = Math.imul(0x811c9dc5 ^ template, 0x01000193);
    hash = Math.imul(hash ^ a, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16) ^ d, 0x01000193);
    this.numbers.push((hash ^ (hash >>> 15)) & (BUCKETS - 1));
  }
}

const codeOfWord = (word: string): number => {
  let hash = word.length;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
};
/** What kind of character it is, beyond Han: the text's edge, punctuation, letters, digits. */
function codeAt(folded: string, at: number): number {
  if (at < 0 || at >= folded.length) return 1;
  const character = folded[at]!;
  if (isHan(character)) return character.charCodeAt(0);
  if (/[\s。；;！!？?]/.test(character)) return 2;
  if (/[a-z]/.test(character)) return 3;
  if (/\d/.test(character)) return 4;
  return character === '、' || character === '的' ? character.charCodeAt(0) : 5;
}
const bucket = (score: number | null): number => (score === null ? 99 : Math.max(-8, Math.min(14, Math.round(score))));
const KINDS = { office: 1, company: 2, learning: 3, press: 4, other: 5 };
const AFTER = 1;
const BEFORE = 2;
const NOBODY = 3;

/** What speaks for and against a candidate's being the holder. */
export function featuresOf(spot: Spot, candidate: Candidate, byRules: NameMatch | null, around: Around): number[] {
  const { folded, head } = spot;
  const { start, end, han, foreign } = candidate;
  const f = new Features();
  const side = candidate.side === 'after' ? AFTER : BEFORE;
  const length = Math.min(end - start, 10);
  const form = candidate.latin ? 3 : (han === null ? 0 : 1) + (foreign === null ? 0 : 2) + 4;
  const shape = side * 64 + form * 16 + length;
  const kind = KINDS[head.kind] * 2 + (spot.foreign ? 1 : 0);
  const isRules = byRules !== null && byRules.start === start && byRules.end === end;
  const rules = isRules ? 1 : byRules === null ? 2 : byRules.start !== start && byRules.end !== end ? 3 : byRules.end > end ? 4 : 5;
  const [first, second, third, last] = [
    codeAt(folded, start),
    codeAt(folded, start + 1),
    codeAt(folded, start + 2),
    codeAt(folded, end - 1),
  ];
  const [next, next2] = [codeAt(folded, end), codeAt(folded, end + 1)];
  f.add(1, shape);
  f.add(2, shape, kind);
  f.add(3, side, rules, isRules ? bucket(byRules.score) : 0);
  f.add(4, shape, bucket(han));
  f.add(5, shape, bucket(foreign));
  f.add(6, side, bucket(han), bucket(foreign), rules);
  f.add(7, shape, first);
  f.add(8, side, first, second, length === 2 ? 1 : 0);
  f.add(9, shape, last);
  if (length >= 3) f.add(10, side, second, third, length);
  if (side === AFTER) {
    const ends = Math.round(endScore(folded, end) * 2);
    f.add(11, side, ends, length);
    f.add(12, shape, next);
    f.add(13, side, next, next2);
    f.add(14, side, last, next);
    f.add(15, side, second, last, next);
    f.add(16, ends, bucket(han), bucket(foreign));
    const rest = clauseEnd(around.after) - end;
    f.add(25, shape, Math.min(rest, 3));
    f.add(26, rest === 1 ? next : 0, length, Math.min(rest, 2));
    f.add(29, around.across.length, han === null ? 0 : 1);
  } else {
    const [left, left2] = [codeAt(folded, start - 1), codeAt(folded, start - 2)];
    const [right, right2] = [codeAt(folded, head.end), codeAt(folded, head.end + 1)];
    f.add(17, shape, left);
    f.add(18, left2, left);
    f.add(19, left, first, length);
    f.add(20, right, kind);
    f.add(21, right, right2);
    f.add(22, bucket(han), bucket(foreign), left === 1 || left === 2 || left === 5 ? 1 : 0, head.end - spot.before);
    f.add(23, codeOfWord(head.word), form);
    f.add(24, Math.round(endScore(folded, head.end) * 2), form, length);
  }
  addWords(f, side, shape, candidate, side === AFTER ? around.after : around.before);
  const { times, same } = spot.recurrence.elsewhere(start, end);
  const often = Math.min(times, 3);
  f.add(30, side, often, times === 0 ? 0 : Math.round((same / times) * 3));
  f.add(31, shape, often, next === 2 || next === 5 ? 1 : same === times ? 2 : 3);
  return f.numbers;
}

/** Where the words that were looked at end. */
const clauseEnd = ({ starts }: Around['after']): number => starts.at(-1)!;

/** How the segmenter's words lie to a candidate. */
function addWords(f: Features, side: number, shape: number, { start, end }: Candidate, { starts, words: list }: Around['after']): void {
  let from = -1;
  let to = -1;
  let crossing = '';
  let next = '';
  let left = '';
  for (let i = 0; i < list.length; i++) {
    const at = starts[i]!;
    const until = starts[i + 1]!;
    if (at === start) from = i;
    if (until === end) to = i + 1;
    if (at < end && until > end) crossing = list[i]!;
    if (at === end) next = list[i]!;
    if (until === start) left = list[i]!;
    if (at < start && until > start) left = `|${list[i]!}`;
  }
  const count = from < 0 || to < 0 ? 9 : to - from;
  f.add(40, shape, count);
  if (side === AFTER) {
    f.add(41, side, codeOfWord(crossing === '' ? next : `|${crossing}`));
    f.add(42, shape, crossing === '' ? Math.min(next.length, 3) : 9, count);
  } else {
    f.add(43, side, codeOfWord(left));
    f.add(44, shape, left.startsWith('|') ? 9 : Math.min(left.length, 3), count);
  }
  if (count < 9) {
    f.add(45, side, codeOfWord(list[to - 1]!), count);
    f.add(46, side, codeOfWord(list[from]!), count);
  }
}

/** What speaks for the title's being nobody's here. */
export function featuresOfNobody(spot: Spot, byRules: NameMatch | null, around: Around): number[] {
  const { folded, head, phrase, after, before } = spot;
  const f = new Features();
  const rules = byRules === null ? 1 : byRules.start >= head.end ? 2 : 3;
  const kind = KINDS[head.kind] * 2 + (spot.foreign ? 1 : 0);
  const [next, next2] = [codeAt(folded, after), codeAt(folded, after + 1)];
  const [left, left2] = [codeAt(folded, before - 1), codeAt(folded, before - 2)];
  f.add(50, NOBODY);
  f.add(51, rules, byRules === null ? 0 : bucket(byRules.score));
  f.add(52, next);
  f.add(53, next, next2);
  f.add(54, left);
  f.add(55, left2, left);
  f.add(56, codeOfWord(head.word));
  f.add(57, codeOfWord(around.after.words[0] ?? ''));
  f.add(58, codeOfWord(around.after.words[0] ?? ''), codeOfWord(around.after.words[1] ?? ''));
  f.add(59, codeOfWord(around.before.words.at(-1) ?? ''));
  f.add(60, kind, rules);
  f.add(61, codeAt(folded, phrase.start - 1), rules);
  f.add(62, Math.min(before - phrase.start, 8), kind);
  f.add(63, codeOfWord(head.word), next);
  f.add(64, around.across.length, KINDS[head.kind]);
  f.add(65, codeOfWord(around.across));
  return f.numbers;
}
