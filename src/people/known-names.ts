import { words } from '../language/segment.ts';
import { endScore, SWALLOWED } from './names/boundary.ts';
import { COMMON_WORDS, isLikeName } from './names/common-words.ts';
import { nameAt } from './names/name-at.ts';
import { SURNAMES } from './data/surnames.ts';
import type { Span } from '../language/span.ts';

/** Those who made the article: 记者 张三 李四, 编辑：王五. */
const MAKERS =
  /(?:记者|编辑|通讯员|摄影|摄像|摄|作者|责编|校对|审核|审校|监制|主播|实习生|文字?|图片?|视频|撰稿|来源|供图)[:：/丨|( ][\p{Script=Han}\s:：/丨|、]*$/u;
const MAKER_RIGHT_AFTER = /^[)）]?\s*(?:记者|报道|[图文]\/|摄(?![影像])|供图)/;
/** (张三 李四): names alone. */
const IN_BRACKETS = /[(（][\p{Script=Han}\s、]*$/u;
const CLOSED = /^[\p{Script=Han}\s、]*[)）]/u;
/** What ends words for people by their work; behind it stands somebody whose work nobody has listed as a title. */
const WORKER = /\p{Script=Han}[员师者工户兵]$/u;
const DOT = /[·•・‧-]/;
/** So much on either side is cut into words with a name, to see whether it is one. */
const AROUND = 6;
/** How far a line of makers' names goes on. */
const LINE = 24;
const HAN = /^\p{Script=Han}[\p{Script=Han}·-]+$/u;

/**
 * Finds names that a collection knows, where they stand in a text without any title. One pass over the text, whatever the
 * number of names: at each place those that begin with the same two characters are looked up by their lengths.
 */
export class KnownNames {
  /** By the first two UTF-16 units: the lengths of names that begin so, the longest first. */
  readonly #lengths = new Map<number, number[]>();
  /** 1 for units that begin a name: most places need no look-up. */
  readonly #begins = new Uint8Array(0x10000);
  readonly #names: ReadonlySet<string>;

  /** @param names folded */
  constructor(names: Iterable<string>) {
    this.#names = new Set([...names].filter((name) => HAN.test(name)));
    for (const name of this.#names) {
      const lengths = this.#lengths.get(pairAt(name, 0)) ?? [];
      if (!lengths.includes(name.length)) lengths.push(name.length);
      this.#lengths.set(
        pairAt(name, 0),
        lengths.sort((a, b) => b - a),
      );
      this.#begins[name.charCodeAt(0)] = 1;
    }
  }

  /** Where known names stand in a folded text, by name; the longest at each place, and none that are an author's. */
  in(folded: string): Map<string, Span[]> {
    const found = new Map<string, Span[]>();
    for (let at = 0; at + 1 < folded.length; at++) {
      if (this.#begins[folded.charCodeAt(at)] === 0) continue;
      const lengths = this.#lengths.get(pairAt(folded, at));
      const length = lengths?.find((one) => this.#names.has(folded.slice(at, at + one)));
      if (length === undefined) continue;
      const name = folded.slice(at, at + length);
      if (standsAlone(folded, at, at + length) && !isOtherWork(folded, at)) {
        const spans = found.get(name);
        if (spans) spans.push({ start: at, end: at + length });
        else found.set(name, [{ start: at, end: at + length }]);
      }
      at += length - 1;
    }
    for (const [name, spans] of found) if (spans.some((span) => isMaker(folded, span))) found.delete(name);
    return found;
  }
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** Whether a name is a common word as well (高峰, 时光). */
export function isCommonWord(name: string): boolean {
  return COMMON_WORDS.has(name) || isLikeName(name[0]!, name.slice(1));
}

function isMaker(folded: string, { start, end }: Span): boolean {
  const before = folded.slice(Math.max(0, start - LINE), start);
  const after = folded.slice(end, end + LINE);
  return MAKERS.test(before) || MAKER_RIGHT_AFTER.test(after) || (IN_BRACKETS.test(before) && CLOSED.test(after));
}

/**
 * Whether a name is no part of something longer: 亨特·拜登, 惠|普京|东, 格林|威治, 张敏|丽. Punctuation and verbs of saying end a name;
 * where other words follow, they must begin there, and no longer name may read as well.
 */
function standsAlone(folded: string, start: number, end: number): boolean {
  if (DOT.test(folded[start - 1] ?? '') || DOT.test(folded[end] ?? '')) return false;
  const left = folded[start - 1] ?? '';
  const opens = !/\p{Script=Han}/u.test(left);
  // 蔡王毅 is nobody's 王毅.
  if (SURNAMES.has(left) && !SWALLOWED.has(left) && !/\p{Script=Han}/u.test(folded[start - 2] ?? '')) return false;
  const closes = endScore(folded, end) > 0;
  if (opens && closes) return true;
  const from = Math.max(0, start - AROUND);
  let at = from;
  const bounds = new Set<number>();
  for (const word of words(folded.slice(from, end + AROUND))) {
    bounds.add(at);
    at += word.length;
  }
  if (!opens && !bounds.has(start)) return false;
  if (closes) return true;
  const read = nameAt(folded, start);
  return bounds.has(end) && (!read || read.end <= end || read.script !== 'han');
}

/** Whether a work that no list of titles has stands right before the name: 巡线员唐国强. Titles were read before. */
function isOtherWork(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - 2), start);
  return WORKER.test(before);
}
