import { TITLE_HEADS, TITLE_MODIFIERS, type TitleKind } from '../data/titles.ts';

/** The last word of a title (局长) where it stands in a folded text. Offsets are UTF-16. */
export interface TitleHead {
  word: string;
  kind: TitleKind;
  start: number;
  end: number;
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
/** What may be written before a head, the longest first. */
export const modifiers: readonly string[] = [...TITLE_MODIFIERS].sort((a, b) => b.length - a.length);

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
