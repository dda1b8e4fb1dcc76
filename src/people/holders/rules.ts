import { BEFORE_NAME } from '../data/followers.ts';
import { words } from '../../language/segment.ts';
import { endScore, beginsClause, SWALLOWED } from '../names/boundary.ts';
import type { NameMatch } from '../names/characters.ts';
import { nameAt, namesBefore } from '../names/name-at.ts';
import type { TitleHead } from '../titles/heads.ts';
import { mayEndAt, type Spot } from './spot.ts';

/** A name after a title needs this score (log-likelihood ratio, with what follows it). */
const AFTER_TITLE = 1;
/** From here on nobody asks whether the title might belong to a name before it (习近平总书记来川视察). */
const CERTAIN = 4;
/** A name before its title, or without one in a list of names, has less to go by. */
const BEFORE_TITLE = 4;
const BEFORE_TITLE_ALONE = 2;
/** A name of three characters that fills its clause up to the title: 近平 and 建国 are words, 习近平总书记强调 names someone. */
const BEFORE_TITLE_FILLING = -1;
/** What an organisation's name mostly ends with. */
export const ORGANISATION = /.{2}[局委会部厅院校所心司府协办社团队站处行馆室]$/;

/** Whose title it is by rules: the name after it, or else the one before it, where either reads as a name. */
export function holderByRules(spot: Spot): NameMatch | null {
  const { folded } = spot;
  const after = nameAfter(spot);
  // 习近平主席向陈薇颁授勋章: 向 and 于 are surnames as well.
  const mayFollow = after !== null && SWALLOWED.has(folded[after.start]!);
  if (after && after.score >= CERTAIN && !mayFollow) return after;
  const before = nameBefore(spot);
  if (mayFollow && before) return before;
  return before && (!after || before.score > after.score) ? before : after;
}

function nameAfter(spot: Spot): NameMatch | null {
  const name = nameAt(spot.folded, spot.after, spot.foreign);
  if (!name || name.score < AFTER_TITLE || !mayEndAt(spot, name.end)) return null;
  return spot.after === spot.head.end && runsOver(spot, name.end) ? null : name;
}

/** Whether a word runs over the title's end, so that the title is none: 庭院长满青苔, 社科院长江研究所. */
function runsOver({ folded, head, phrase }: Spot, end: number): boolean {
  let at = Math.max(phrase.start, head.start - 2);
  for (const word of words(folded.slice(at, end + 2))) {
    if (at < head.end && at + word.length > head.end && at > head.start) return true;
    at += word.length;
  }
  return false;
}

/** 宋宇主任, 王永庆副主席: a name right before its title. */
function nameBefore({ folded, head, floor, before: end }: Spot): NameMatch | null {
  const right = endScore(folded, head.end);
  if (right < 0.5) return null;
  const from = Math.max(floor, end - 10);
  const named = namesBefore(folded, end, from);
  const candidates = named.filter((name) => name.score >= BEFORE_TITLE_ALONE);
  if (candidates.length === 0 && right >= 2) return named.find((name) => fillsClause(folded, name, head)) ?? null;
  if (candidates.length === 0) return null;
  const starts = new Set<number>();
  let at = from;
  for (const word of words(folded.slice(from, end))) {
    starts.add(at);
    at += word.length;
  }
  return (
    candidates.find(
      ({ start, score }) =>
        beginsClause(folded, start) || BEFORE_NAME.has(folded[start - 1]!) || (starts.has(start) && score >= BEFORE_TITLE),
    ) ?? null
  );
}

/**
 * Whether nothing but the name stands before its office, and the name is no body (司法所所长), no place (马鞍山市长) and
 * has no word that stands before names (向参赛, 曾竞选).
 */
function fillsClause(folded: string, { start, end, score }: NameMatch, head: TitleHead): boolean {
  return (
    end - start === 3 &&
    score >= BEFORE_TITLE_FILLING &&
    beginsClause(folded, start) &&
    head.kind === 'office' &&
    !/^[市省县区旗州盟镇乡村]长$/.test(head.word) &&
    !ORGANISATION.test(folded.slice(start, end)) &&
    !SWALLOWED.has(folded[start]!) &&
    !SWALLOWED.has(folded[end - 1]!)
  );
}
