import { taggedWords, words } from '../../language/segment.ts';
import { BEFORE_TITLE, COUNTRIES, CUTTING_WORDS, FOREIGN, SEPARATORS } from '../data/phrases.ts';
import { LEVEL_HEADS, type TitleKind } from '../data/titles.ts';
import { modifiers, withModifiers, type TitleHead } from './heads.ts';

/** A whole title with what it presides over (市外事侨务旅游局局长). Offsets are UTF-16. */
export interface TitlePhrase {
  start: number;
  end: number;
  organisation: string | null;
  kind: TitleKind;
  head: string;
}

const LONGEST = 40;
/** A clause with a verb has at least so many characters before the head. */
const SHORTEST_CLAUSE = 4;

/** The title phrase that ends with `head`, beginning no earlier than `floor`. */
export function titlePhrase(folded: string, head: TitleHead, floor: number): TitlePhrase {
  let start = head.start;
  while (start > floor && head.start - start < LONGEST && !SEPARATORS.test(folded[start - 1]!)) start--;
  start = trimmed(folded, start, head);
  return { start, end: head.end, organisation: organisationOf(folded, start, head), kind: head.kind, head: head.word };
}

/** Drops what stands before the title in its clause: 昨日, 由, 接受…采访的, 3月29日. */
function trimmed(folded: string, from: number, head: TitleHead): number {
  const inner = withModifiers(folded, head.start, from);
  let start = afterDay(folded, from, inner);
  let leading = true;
  let at = start;
  const begun = start;
  for (const word of words(folded.slice(begun, inner))) {
    at += word.length;
    if (CUTTING_WORDS.has(word) || word === '的') {
      start = at;
      leading = true;
    } else if (leading && (BEFORE_TITLE.has(word) || /^[\d.:]+$/.test(word) || /^[一二两三四五六七八九十]+$/.test(word))) start = at;
    else leading = false;
  }
  return Math.min(start, inner);
}

/** 冯德莱恩16日与|意大利总理: what stands before a day or 该 is not the title's. */
function afterDay(folded: string, from: number, to: number): number {
  const before = folded.slice(from, to);
  const day = /^.*\d日(?:[电讯]|与|同|和|在|向|对|会见|会晤)?/.exec(before)?.[0].length ?? 0;
  return from + Math.max(day, before.lastIndexOf('该'));
}

/** Verbs within the names of offices: 中国驻印度大使. */
const WITHIN_OFFICE = /^[驻旅援]/;
/** What stands between two who act together, and 为 of 作者为. */
const BETWEEN = /^[与和同跟对向]$/;
const begins = (text: string, at: number): boolean => COUNTRIES.some((country) => text.startsWith(country, at));

/**
 * The phrase without the clause that runs into it: behind a verb or 与 a place or a body begins the title (传出|印度总理,
 * 美国国务院与|尼日尔总统), and behind 为 anything does. By parts of speech, so only for titles that have a holder.
 */
export function withoutClause(folded: string, phrase: TitlePhrase): TitlePhrase {
  const inner = phrase.end - phrase.head.length;
  if (inner - phrase.start < SHORTEST_CLAUSE) return phrase;
  let start = phrase.start;
  let at = phrase.start;
  let previous: { word: string; tag: string } | null = null;
  for (const one of taggedWords(folded.slice(phrase.start, inner))) {
    const place = /^n[st]/.test(one.tag) || begins(folded, at);
    if (previous?.word === '为') start = at;
    else if (previous && place && previous.tag === 'v' && !WITHIN_OFFICE.test(previous.word)) start = at;
    else if (previous && begins(folded, at) && BETWEEN.test(previous.word)) start = at;
    previous = one;
    at += one.word.length;
  }
  return start === phrase.start
    ? phrase
    : {
        ...phrase,
        start,
        organisation: organisationOf(folded, start, { word: phrase.head, kind: phrase.kind, start: inner, end: phrase.end }),
      };
}

/** 局长, 校长: the head repeats the end of its organisation, which may be printed once (财政部长). */
const REPEATED = /^[部局厅司署院校馆所社台站队处科会市省县区州旗盟镇乡村]长$/;
const PARTY_BODY = /党(?:组|委|总支|支部|工委)$|(?<!劳动|共产|国民|民进|自民|保守|民主|共和|人民|进步|自由|[工公])党$/;

function organisationOf(folded: string, start: number, head: TitleHead): string | null {
  let from = start;
  for (;;) {
    const modifier = modifiers.find((word) => folded.startsWith(word, from) && from + word.length <= head.start);
    if (!modifier) break;
    from += modifier.length;
  }
  const organisation = folded.slice(from, withModifiers(folded, head.start, from)).replace(PARTY_BODY, '');
  if (organisation.length < 2) return null;
  const last = head.word[0]!;
  return REPEATED.test(head.word) && !organisation.endsWith(last) && !/(?:政府|委员会|管委会)$/.test(organisation)
    ? organisation + last
    : organisation;
}

/** Whether a title without an organisation of its own takes the one named before it in the chain. */
export function inherits(phrase: TitlePhrase): boolean {
  return phrase.organisation === null && !LEVEL_HEADS.has(phrase.head);
}

/** Whether the words before a name point abroad, so that a transliterated name is likely. */
export function pointsAbroad(folded: string, phrase: TitlePhrase): boolean {
  return FOREIGN.test(folded.slice(phrase.start, phrase.end));
}
