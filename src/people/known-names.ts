import { words } from '../language/segment.ts';
import { endScore } from './names.ts';
import { COMMON_WORDS, NAME_LIKE_WORDS } from './data/name-like-words.ts';
import type { Span } from './official.ts';

/** What stands before the names of those who made the article: 记者 张三, 编辑：李四. */
const PRESS = /(?:记者|编辑|通讯员|摄影|摄|作者|责编|校对|审核|审校|监制|主播|实习生|文|图|撰稿|来源)[\s:：/丨|(（]*$/;
const DOT = /[·•・‧-]/;
/** So much on either side is cut into words with a name, to see whether it is one. */
const AROUND = 6;
const HAN = /^\p{Script=Han}[\p{Script=Han}·-]+$/u;
const COMMON = new Set(COMMON_WORDS.split(' '));
const LIKE_NAMES = new Map(Object.entries(NAME_LIKE_WORDS).map(([surname, rests]) => [surname, new Set(rests.split(' '))]));

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
      if (standsAlone(folded, at, at + length)) {
        const spans = found.get(name);
        if (spans) spans.push({ start: at, end: at + length });
        else found.set(name, [{ start: at, end: at + length }]);
      }
      at += length - 1;
    }
    for (const [name, spans] of found) if (spans.some(({ start }) => PRESS.test(folded.slice(Math.max(0, start - 8), start)))) found.delete(name);
    return found;
  }
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** Whether a name is a common word as well (高峰, 时光). */
export function isWord(name: string): boolean {
  return COMMON.has(name) || (LIKE_NAMES.get(name[0]!)?.has(name.slice(1)) ?? false);
}

/**
 * Whether a name is no part of something longer: 亨特·拜登, 惠|普京|东, 格林|威治. Punctuation and verbs of saying end a name; where
 * other words follow, they must begin there.
 */
function standsAlone(folded: string, start: number, end: number): boolean {
  if (DOT.test(folded[start - 1] ?? '') || DOT.test(folded[end] ?? '')) return false;
  const opens = !/\p{Script=Han}/u.test(folded[start - 1] ?? '');
  const closes = endScore(folded, end) > 0;
  if (opens && closes) return true;
  const from = Math.max(0, start - AROUND);
  let at = from;
  const bounds = new Set<number>();
  for (const word of words(folded.slice(from, end + AROUND))) {
    bounds.add(at);
    at += word.length;
  }
  return (opens || bounds.has(start)) && (closes || bounds.has(end));
}
