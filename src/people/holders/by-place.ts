import { matchesAt } from '../../language/match-at.ts';
import { FOLLOWERS } from '../data/followers.ts';
import { COMPOUND_SURNAMES, RARE_SURNAMES, SURNAMES } from '../data/surnames.ts';
import { COMMON_WORDS } from '../names/common-words.ts';
import { SWALLOWED } from '../names/boundary.ts';
import { isHan, type NameMatch } from '../names/characters.ts';
import type { TitlePhrase } from '../titles/phrase.ts';

/** What a list of those who were there ends with, right behind its last name. */
const LIST_ENDS =
  /(?:等|和|及|以及|一同|一起|分别|先后|也|共同)?(?:$|[，,。；;\n]|等|出席|参加|参与|陪同|到场|到会|主持|讲话|致辞|前往|观看|走访|调研)/y;
/** What stands behind a speaker: a verb of speech that a clause or a quotation follows. */
const SPEAKS = /(?:说|表示|介绍|指出|强调|提醒|坦言|告诉记者|透露|认为|要求|解释)[，,：:]/y;
const TAKES_PART = /(?:出席|参加|主持|陪同|致辞|宣布|通报|到场)/y;
/** (女), (满族): what may stand between a name and the pause behind it. */
const BRACKETED = /(?:\([^()\n]{1,6}\))?/y;
/** No name ends with them, a clause's adverb does: 高兴地说. */
const ADVERB_END = /[地着还又也都再就曾已]$/;
/** What a body ends with: a list of people may end with bodies. */
const BODY_END = /[局委会部厅院校所办社团队站处馆室县市省镇乡村区州旗企业等警众民]$/;
/** A list says by its length that it is one. */
const LIST = 3;

const followers = new Set(FOLLOWERS.filter((word) => word.length > 1));

/**
 * A holder told by place alone, where the characters make no likely name: 县妇联主席水清清说，; or one of a row of office holders,
 * 部长张永红，县委书记庄严，. Null where anything but a surname begins the stretch, or a word that is no name fills it.
 *
 * @param row whether the title stands right behind another holder and a pause
 */
export function holderByPlace(folded: string, phrase: TitlePhrase, row: boolean): NameMatch | null {
  if (phrase.kind !== 'office' || phrase.organisation === null) return null;
  for (const length of [3, 2]) {
    const end = phrase.end + length;
    const isRow =
      row && (/[，,、。；;]/.test(folded[end] ?? '') || matchesAt(TAKES_PART, folded, end) || (length === 3 && folded[end] === '在'));
    const acts = length === 3 && (matchesAt(SPEAKS, folded, end) || matchesAt(TAKES_PART, folded, end));
    if ((isRow || acts) && isNamelike(folded, phrase.end, end, isRow)) return { start: phrase.end, end, score: 0, script: 'han' };
  }
  return null;
}

/**
 * The names of a list behind a title, where not one of them is likely by its characters: 副主任高原、安宁、方正出席. All its items
 * must begin with surnames, be as long as names, and the list must end where lists of people do.
 */
export function listByPlace(folded: string, at: number): NameMatch[] {
  const names: NameMatch[] = [];
  for (let start = at; ;) {
    const item = itemByPlace(folded, start);
    if (item === null) return [];
    names.push(item.name);
    if (item.next === null) return names.length >= LIST ? names : [];
    start = item.next;
  }
}

/** One item of a list, and where the next begins; null where it is none, or the list ends otherwise than lists of people do. */
export function itemByPlace(folded: string, start: number): { name: NameMatch; next: number | null } | null {
  for (const length of [2, 3, 4]) {
    const end = start + length;
    BRACKETED.lastIndex = end;
    BRACKETED.test(folded);
    const after = Math.max(end, BRACKETED.lastIndex);
    const next = folded[after] === '、' ? after + 1 : null;
    if (next === null && !matchesAt(LIST_ENDS, folded, after)) continue;
    if (length === 4 ? !isCompound(folded, start) : !isNamelike(folded, start, end)) continue;
    return { name: { start, end, score: 0, script: 'han' }, next };
  }
  return null;
}

function isCompound(folded: string, start: number): boolean {
  return COMPOUND_SURNAMES.has(folded.slice(start, start + 2)) && isHan(folded[start + 2]) && isHan(folded[start + 3]);
}

/** @param sure whether a name must stand here, even one that is a common word (高原) */
function isNamelike(folded: string, start: number, end: number, sure = false): boolean {
  const stretch = folded.slice(start, end);
  const isSurname = COMPOUND_SURNAMES.has(stretch.slice(0, 2)) ? end - start > 2 : hasSurname(stretch);
  return (
    isSurname &&
    [...stretch].every((character) => isHan(character)) &&
    !SWALLOWED.has(stretch[0]!) &&
    !ADVERB_END.test(stretch) &&
    !BODY_END.test(stretch) &&
    (sure || !COMMON_WORDS.has(stretch)) &&
    !stretch.includes('记者') &&
    !followers.has(stretch.slice(0, 2)) &&
    !followers.has(stretch.slice(1))
  );
}

/** Rare surnames are words as well: only a name of three characters may begin with one. */
function hasSurname(stretch: string): boolean {
  return SURNAMES.has(stretch[0]!) || (stretch.length === 3 && RARE_SURNAMES.has(stretch[0]!));
}
