import { fold } from '../language/script.ts';
import { words } from '../language/segment.ts';
import { BEFORE_NAME } from './data/followers.ts';
import { SEPARATORS } from './data/phrases.ts';
import { endScore, nameAt, namesBefore, type NameMatch } from './names.ts';
import type { Official, Span } from './official.ts';
import { findSpeech } from './statements.ts';
import { inherits, pointsAbroad, titleHeads, titlePhrase, withModifiers, type TitleHead, type TitlePhrase } from './titles.ts';

export type { Act, Official, Span, Statement, Title } from './official.ts';

interface Found { name: NameMatch; titles: TitlePhrase[] }

/** A name after a title needs this score (log-likelihood ratio, with what follows it). */
const AFTER_TITLE = 1;
/** A name before its title, or without one in a list of names, has less to go by. */
const BEFORE_TITLE = 4;
const BEFORE_TITLE_ALONE = 2;
const IN_LIST = 4;
const CONNECTOR = /、?兼任?|[、暨和及并与/]/y;

/**
 * The people an article names with a title, each name once, in the order of their first mention; reporters,
 * photographers and editors are left out.
 *
 * Pure and total: any text gives a list. `folded` may be given where the caller has `fold(article.text)` already.
 */
export function findOfficials(article: { title: string; text: string }, folded = fold(article.text)): Official[] {
  const officials = new Map<string, Official>();
  for (const { name, titles } of findTitled(folded)) {
    const key = folded.slice(name.start, name.end);
    let official = officials.get(key);
    if (!official) {
      official = { name: key, variants: [], titles: [], statements: [], acts: [], mentions: [] };
      officials.set(key, official);
    }
    for (const { start, end, organisation } of titles) {
      official.titles.push({ text: article.text.slice(start, end), start, end, organisation });
    }
  }
  const all = [...officials.values()];
  for (const official of all) {
    official.mentions = mentionsOf(official.name, folded, all);
    official.variants = [...new Set(official.mentions.map(({ start, end }) => article.text.slice(start, end)))];
  }
  findSpeech(article.text, folded, all);
  return all;
}

/** Names with the titles beside them, in the order of the text. */
function findTitled(folded: string): Found[] {
  const found: Found[] = [];
  const heads = titleHeads(folded);
  /** Titles read since the last name, which the next name may hold too. */
  let chain: TitlePhrase[] = [];
  let previous: TitlePhrase | null = null;
  let floor = 0;
  for (const [i, head] of heads.entries()) {
    if (head.start < floor) continue;
    if (heads.slice(i + 1, i + 6).some((longer) => longer.start < head.end)) continue;
    const from = afterConnector(folded, chain.at(-1)?.end ?? floor);
    const phrase = titlePhrase(folded, head, Math.max(floor, from));
    const chained = phrase.start === from;
    if (!chained) chain = [];
    if (chained && inherits(phrase)) phrase.organisation = (chain.at(-1) ?? previous)?.organisation ?? null;
    const name = nameAfter(folded, head, phrase, heads, i);
    if (name) {
      found.push({ name, titles: [...chain, phrase] });
      floor = name.end;
      for (const other of namesInList(folded, name, heads, i)) {
        found.push({ name: other, titles: [phrase] });
        floor = other.end;
      }
      previous = phrase;
      chain = [];
      continue;
    }
    const earlier = nameBefore(folded, head, floor);
    if (earlier) {
      const start = earlier.end;
      found.push({ name: earlier, titles: [{ ...phrase, start, organisation: phrase.organisation && null }] });
      floor = head.end;
      chain = [];
      continue;
    }
    if (afterConnector(folded, head.end) > head.end) chain.push(phrase);
  }
  return found.filter(({ titles }) => titles.some((title) => title.kind !== 'press'));
}

/** Where the next title of a chain begins: after 、 or 兼; `at` itself where nothing connects. */
function afterConnector(folded: string, at: number): number {
  CONNECTOR.lastIndex = at;
  return CONNECTOR.test(folded) ? CONNECTOR.lastIndex : at;
}

function nameAfter(folded: string, head: TitleHead, phrase: TitlePhrase, heads: TitleHead[], i: number): NameMatch | null {
  let at = head.end;
  if (folded[at] === ' ' || folded[at] === '：' || folded[at] === ':') at++;
  const name = nameAt(folded, at, pointsAbroad(folded, phrase));
  if (!name || name.score < AFTER_TITLE) return null;
  for (let j = i + 1; j < heads.length && heads[j]!.start < name.end; j++) {
    if (heads[j]!.end > at && heads[j]!.start >= head.end) return null;
  }
  return name;
}

/** 副市长王大虎、李小明、张三: names that go on after a name, each cleanly ended. */
function namesInList(folded: string, first: NameMatch, heads: TitleHead[], from: number): NameMatch[] {
  const names: NameMatch[] = [];
  let end = first.end;
  while (folded[end] === '、') {
    const next = nameAt(folded, end + 1);
    if (!next || next.script !== 'han' || next.score < IN_LIST || endScore(folded, next.end) < 2) break;
    while (heads[from] && heads[from]!.end <= next.start) from++;
    if (heads[from] && heads[from]!.start < next.end) break;
    names.push(next);
    end = next.end;
  }
  return names;
}

/** 宋宇主任, 王永庆副主席: a name right before its title. */
function nameBefore(folded: string, head: TitleHead, floor: number): NameMatch | null {
  const right = endScore(folded, head.end);
  if (right < 0.5) return null;
  const end = withModifiers(folded, head.start, floor);
  const from = Math.max(floor, end - 10);
  const candidates = namesBefore(folded, end, from).filter((name) => name.score >= BEFORE_TITLE_ALONE);
  if (candidates.length === 0) return null;
  const starts = new Set<number>();
  let at = from;
  for (const word of words(folded.slice(from, end))) {
    starts.add(at);
    at += word.length;
  }
  return candidates.find(({ start, score }) => {
    const left = folded[start - 1];
    return left === undefined || SEPARATORS.test(left) || BEFORE_NAME.has(left) || (starts.has(start) && score >= BEFORE_TITLE);
  }) ?? null;
}

function mentionsOf(name: string, folded: string, all: Official[]): Span[] {
  const longer = all.filter((other) => other.name !== name && other.name.includes(name));
  const spans: Span[] = [];
  for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + name.length)) {
    const within = longer.some((other) => {
      const from = start - other.name.indexOf(name);
      return from >= 0 && folded.startsWith(other.name, from);
    });
    if (!within) spans.push({ start, end: start + name.length });
  }
  return spans;
}
