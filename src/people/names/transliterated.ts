import { COUNTRIES } from '../data/phrases.ts';
import { NAME_PARTS } from '../data/surnames.ts';
import { foreignScore, isHan, isJoint, type NameMatch } from './characters.ts';
import { COMMON_WORDS } from './common-words.ts';

/** Characters that no transliterated name holds. */
export const NOT_IN_TRANSLITERATION = new Set('和与及等也的在是就则对向将说从被把到又已均为所并赴率请镇乡县');
const LATIN_NAME = /[a-zà-öø-ÿ][a-zà-öø-ÿ.'’·\-]*(?: [a-zà-öø-ÿ][a-zà-öø-ÿ.'’·\-]*)*/y;
/** Worth of 卓玛 or 古丽 in a transliterated name, whose characters are rare in others. */
const OWN_PART = 3.5;

/** The name in Latin letters that begins at `at`, or null. */
export function latinAt(folded: string, at: number): NameMatch | null {
  LATIN_NAME.lastIndex = at;
  const text = LATIN_NAME.exec(folded)?.[0].replace(/(?<![.'’·\-])[.'’·\-]+$/, '');
  return text && text.length > 2 && text.length <= 40 ? { start: at, end: at + text.length, score: 4, script: 'latin' } : null;
}

/** Names in transliteration: 赖斯, 盖特纳, 阿列克谢·库兹涅佐夫, 艾力更·依明巴海. */
export function transliterated(folded: string, at: number, foreign: boolean): NameMatch[] {
  const found: NameMatch[] = [];
  if (COUNTRIES.some((country) => folded.startsWith(country, at))) return found;
  let score = (foreign ? 0.5 : -3) - (COMMON_WORDS.has(folded.slice(at, at + 2)) ? 4 : 0);
  let part = 0;
  for (let end = at; end < folded.length && end - at < 20; end++) {
    const character = folded[end]!;
    if (isJoint(folded, end)) {
      if (part === 0) break;
      score = /[-—–]/.test(character) ? score : Math.max(score, 2) + 2;
      part = 0;
      continue;
    }
    if (!isHan(character) || part > 11) break;
    part++;
    if (NOT_IN_TRANSLITERATION.has(character)) break;
    score += Math.min(foreignScore.get(character) ?? 0, 3);
    if (part > 1 && NAME_PARTS.has(folded.slice(end - 1, end + 1))) score += OWN_PART;
    if (end > at && part > 0 && end + 1 - at > 1) {
      found.push({ start: at, end: end + 1, score, script: 'transliterated' });
    }
  }
  return found;
}

/** Whether the stretch holds a part of Tibetan, Uyghur, Kazakh or Mongol names (巴特, 古丽). */
export function hasNamePart(folded: string, start: number, end: number): boolean {
  for (let at = start; at + 2 <= end; at++) if (NAME_PARTS.has(folded.slice(at, at + 2))) return true;
  return false;
}
