import { words } from '../language/segment.ts';
import { BEFORE_TITLE, CUTTING_WORDS, FOREIGN, SEPARATORS } from './data/phrases.ts';
import { LEVEL_HEADS, TITLE_HEADS, TITLE_MODIFIERS, type TitleKind } from './data/titles.ts';

/** The last word of a title (局长) where it stands in a folded text. Offsets are UTF-16. */
export interface TitleHead {
  word: string;
  kind: TitleKind;
  start: number;
  end: number;
}

/** A whole title with what it presides over (市外事侨务旅游局局长). Offsets are UTF-16. */
export interface TitlePhrase {
  start: number;
  end: number;
  organisation: string | null;
  kind: TitleKind;
  head: string;
}

const kindOf = new Map<string, TitleKind>();
for (const kind of Object.keys(TITLE_HEADS) as TitleKind[]) {
  for (const word of TITLE_HEADS[kind]) if (!kindOf.has(word)) kindOf.set(word, kind);
}
const byLastUnit = new Map<number, string[]>();
for (const word of kindOf.keys()) {
  const last = word.charCodeAt(word.length - 1);
  byLastUnit.set(
    last,
    [...(byLastUnit.get(last) ?? []), word].sort((a, b) => b.length - a.length),
  );
}
/** 1 for the units that end a head: most do not, and need no look-up. */
const endsHead = new Uint8Array(0x10000);
for (const unit of byLastUnit.keys()) endsHead[unit] = 1;
const modifiers = [...TITLE_MODIFIERS].sort((a, b) => b.length - a.length);
const LONGEST = 40;

/** Every title head in a folded text, the longest at each end, in the order of their ends. */
export function titleHeads(folded: string): TitleHead[] {
  const heads: TitleHead[] = [];
  for (let i = 1; i < folded.length; i++) {
    if (endsHead[folded.charCodeAt(i)] === 0) continue;
    const ending = byLastUnit.get(folded.charCodeAt(i));
    const word = ending?.find((candidate) => folded.endsWith(candidate, i + 1));
    const inLatinWord = word !== undefined && /[a-z]$/.test(word) && /[a-z]/.test(`${folded[i - word.length] ?? ''}${folded[i + 1] ?? ''}`);
    if (word !== undefined && !inLatinWord) heads.push({ word, kind: kindOf.get(word)!, start: i + 1 - word.length, end: i + 1 });
  }
  return heads;
}

/** Where a head begins once 副, 常务副, 代理, 原 and the like before it are counted in. */
export function withModifiers(folded: string, start: number, floor: number): number {
  for (;;) {
    const modifier = modifiers.find((word) => folded.endsWith(word, start) && start - word.length >= floor);
    if (!modifier) return start;
    start -= modifier.length;
  }
}

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
