import { words } from '../../language/segment.ts';
import { BEFORE_TITLE, CUTTING_WORDS, FOREIGN, SEPARATORS } from '../data/phrases.ts';
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
  const day = /^.*\d日(?:与|同|和|在|向|对|会见|会晤)?/.exec(before)?.[0].length ?? 0;
  return from + Math.max(day, before.lastIndexOf('该'));
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
