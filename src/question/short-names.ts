import { readFileSync } from 'node:fs';
import { words } from '../language/segment.ts';

/**
 * Short names and what they stand for: one body, bank, indicator a line, all that the news calls it, divided by blanks.
 * Ministries and commissions after 国务院机构设置 (2023) with the short names that they use of themselves; the rest are
 * the names that bodies and statistics are published under. Words that mean other things as well (人大, 国足) are not in it.
 */
const TABLE = new URL('./data/short-names.txt', import.meta.url);

/** Folded, by each of its names: all the names of the same thing. */
let known: Map<string, readonly string[]> | undefined;
let pattern: RegExp | undefined;

function load(): { known: Map<string, readonly string[]>; pattern: RegExp } {
  if (!known || !pattern) {
    known = new Map();
    for (const line of readFileSync(TABLE, 'utf8').split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const names = line.split(' ');
      for (const name of names) {
        if (known.has(name)) throw new Error(`data/short-names.txt: ${name} stands in two lines`);
        known.set(name, names);
      }
    }
    const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
    pattern = new RegExp(longestFirst.map((name) => (/^[a-z]/.test(name) ? `(?<![a-z0-9])${name}(?![a-z0-9])` : name)).join('|'), 'g');
  }
  return { known, pattern };
}

/** A question is written in so many ways at most: each is looked up. */
const MOST_WORDINGS = 4;

/**
 * The ways to write a folded text with the names in it short or long, as it stands first: 住建部部长 and
 * 住房和城乡建设部部长.
 */
export function wordings(text: string): string[] {
  const { known, pattern } = load();
  let all = [text];
  for (const name of namesIn(text, pattern)) {
    const others = known.get(name)!.filter((other) => other !== name);
    all = [...all, ...others.flatMap((other) => all.map((one) => one.replaceAll(name, other)))];
  }
  return [...new Set(all)].slice(0, MOST_WORDINGS);
}

/** Names that are words of the text by themselves: 施工|行业 has no 工行. */
function namesIn(text: string, pattern: RegExp): Set<string> {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return new Set();
  const bounds = new Set([0]);
  let at = 0;
  for (const word of words(text)) bounds.add((at += word.length));
  return new Set(found.filter(({ 0: name, index }) => bounds.has(index) && bounds.has(index + name.length)).map(([name]) => name));
}
