/** Which follows an article fits, and what of it is quoted for one. */
import { neighboursAt } from '../language/neighbours.ts';
import { fold } from '../language/script.ts';
import { words } from '../language/segment.ts';
import type { Span } from '../language/span.ts';
import { isFunctionWord, isWord } from '../language/terms.ts';
import type { StoredArticle } from '../library/collection.ts';
import { findingsIn, mentionsOf } from '../library/regions.ts';
import { marksIn, resultOf, sentenceAround } from '../library/results.ts';
import type { Result } from '../reply.ts';
import type { Follow } from '../store/follows.ts';

/** Shorter names stand inside too many words: they count only where they were found as names. */
const PLAIN_NAME = 3;
/** So many places of each word are weighed for a quote. */
const WEIGHED = 10;
const CODE_LENGTHS = [2, 4, 6, 9, 12];
const LATIN = /[a-z0-9]/;

/**
 * The words that an article must have to fit, folded: what stands in quotation marks whole, the rest by its words.
 *
 * @example wordsOf('旅游扶贫') // ['旅游', '扶贫']
 */
export function wordsOf(what: string): string[] {
  const folded = fold(what).replace(/[“”＂「」『』]/g, '"');
  const found = [...folded.matchAll(/"([^"]+)"|[^\s"]+/g)].flatMap(([plain, phrase]) =>
    phrase === undefined ? words(plain).filter((word) => isWord(word) && !isFunctionWord(word)) : [phrase.trim()],
  );
  const all = [...new Set(found.filter(isWord))];
  // A single character stands inside too many words: it counts only where there is nothing else.
  return all.some(({ length }) => length > 1) ? all.filter(({ length }) => length > 1) : all;
}

/** Follows by what they look for, so that an article is gone through once for all of them. */
export class FollowIndex {
  private readonly byCode = new Map<string, Follow[]>();
  private readonly byName = new Map<string, Follow[]>();
  /** By the first two characters of their longest word. */
  private readonly byStart = new Map<number, { follow: Follow; all: readonly string[] }[]>();

  constructor(follows: readonly Follow[]) {
    for (const follow of follows) {
      if (follow.kind === 'region') file(this.byCode, follow.what, follow);
      if (follow.kind === 'official') file(this.byName, follow.what, follow);
      const all = plainWords(follow);
      const longest = all.reduce((one, other) => (other.length > one.length ? other : one), '');
      if (longest.length > 1) file(this.byStart, neighboursAt(longest, 0), { follow, all });
    }
  }

  /** The follows that an article fits, each once. */
  fitting(stored: StoredArticle): Follow[] {
    const found = new Set<Follow>();
    for (const { region } of stored.regions)
      for (const length of CODE_LENGTHS) for (const each of this.byCode.get(region.code.slice(0, length)) ?? []) found.add(each);
    for (const { name } of stored.officials) for (const each of this.byName.get(name) ?? []) found.add(each);
    if (this.byStart.size > 0) for (const each of this.withWords(printed(stored))) found.add(each);
    return [...found];
  }

  private withWords(text: string): Set<Follow> {
    const looked = new Set<number>();
    const found = new Set<Follow>();
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = neighboursAt(text, at);
      const here = this.byStart.get(pair);
      if (!here || looked.has(pair)) continue;
      looked.add(pair);
      for (const { follow, all } of here) if (all.every((word) => places(text, word, 1).length > 0)) found.add(follow);
    }
    return found;
  }
}

/** What is quoted of an article for a follow: the first sentence that names it, or has most of its words; null where it does not fit. */
export function quoteFor(follow: Follow, stored: StoredArticle): Result | null {
  const spans = spansOf(follow, stored);
  if (!spans) return null;
  const sentences: Span[] = [];
  // Of one thing the first sentence is as good as any; of several words the one that has most of them.
  for (const { start } of spans.length === 1 ? spans[0]!.slice(0, 1) : spans.flat())
    if (!sentences.some((each) => start >= each.start && start < each.end)) sentences.push(sentenceAround(stored.article, start));
  const has = (sentence: Span) => spans.filter((of) => of.some(({ start, end }) => start >= sentence.start && end <= sentence.end)).length;
  const best = sentences.reduce<Span | null>((one, other) => (one === null || has(other) > has(one) ? other : one), null);
  const sentence = best ?? sentenceAround(stored.article, 0);
  const marks = marksIn(
    sentence,
    spans.flat().sort((a, b) => a.start - b.start),
  );
  return resultOf(stored, sentence, marks, marks.length);
}

/** Where an article's text has what is followed, word by word; null where it does not fit. */
function spansOf(follow: Follow, stored: StoredArticle): Span[][] | null {
  if (follow.kind === 'region') {
    const findings = findingsIn(stored, follow.what);
    return findings.length === 0 ? null : [mentionsOf(findings).slice(0, WEIGHED)];
  }
  const named = stored.officials.find(({ name }) => follow.kind === 'official' && name === follow.what);
  if (named) return [named.mentions.slice(0, WEIGHED)];
  const all = plainWords(follow);
  const whole = printed(stored);
  if (all.length === 0 || !all.every((word) => places(whole, word, 1).length > 0)) return null;
  return all.map((word) => places(stored.folded, word, WEIGHED));
}

/** The words that a text is searched for. */
function plainWords({ kind, what }: Follow): string[] {
  if (kind === 'words') return wordsOf(what);
  return kind === 'official' && what.length >= PLAIN_NAME ? [what] : [];
}

const printed = ({ article, folded }: StoredArticle): string => `${fold(article.title)}\n${folded}`;

/** The first places where a word stands; one of Latin letters or digits not inside a longer one. */
function places(text: string, word: string, most: number): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(word); at >= 0 && found.length < most; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    const isInside = (inner: number, outer: number) => LATIN.test(text.charAt(inner)) && LATIN.test(text.charAt(outer));
    if (!isInside(at, at - 1) && !isInside(end - 1, end)) found.push({ start: at, end });
  }
  return found;
}

/** Puts a value to those under a key. */
export function file<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
