import { matchesAt } from '../../language/match-at.ts';
import { isDayAt } from '../names/boundary.ts';
import { isHan, type NameMatch } from '../names/characters.ts';
import type { Recurrence } from '../names/recurrence.ts';
import { withModifiers, type TitleHead } from '../titles/heads.ts';
import { pointsAbroad, type TitlePhrase } from '../titles/phrase.ts';

/** A title in a folded text, and where its holder's name may stand. Offsets are UTF-16. */
export interface Spot {
  folded: string;
  head: TitleHead;
  phrase: TitlePhrase;
  /** Nothing before this belongs to this title. */
  floor: number;
  /** Where a name after the title begins, behind a blank, a colon or 由. */
  after: number;
  /** A name after the title must be followed by one of these. */
  follows: RegExp | null;
  /** Several hold the title (三位书记): a name after it is the first of a list. */
  plural: boolean;
  /** A name after the title ends here at the latest: the next title, or a day, begins. */
  ceiling: number;
  /** Where a name before the title ends: before 副, 代理 and the like. */
  before: number;
  foreign: boolean;
  recurrence: Recurrence;
}

/** A spot's holder: decided by rules or by weights. */
export type Decide = (spot: Spot) => NameMatch | null;

/** 市长一职由王强担任, 现任市长的王强. */
const HANDED = /(?:一职|职务)?由/y;
/** 总裁名叫保罗·邦珀: what only introduces the name. */
const CALLED = /名[叫为]|叫[做作]|(?<=领导)(?:有|还有|包括)[：:]?/y;
/** Longest name behind which a day is looked for. */
const BEFORE_DAY = 12;
/** 三位县委书记|谈修路: nobody's alone. */
const SEVERAL = /[两二三四五六七八九十几多各数\d][位名]/;
const LIST_GOES_ON = /^[、和及与等]/;
const TAKES = /^(?:同志)?(?:担任|兼任|出任|接任)/;
const HOLDING = /[现时曾前担出]任/;

/** The spot of the title `phrase`, whose head is `heads[i]`. */
export function spotOf(
  folded: string,
  phrase: TitlePhrase,
  heads: readonly TitleHead[],
  i: number,
  floor: number,
  recurrence: Recurrence,
): Spot {
  const head = heads[i]!;
  let after = phrase.end;
  if (folded[after] === ' ' || folded[after] === '：' || folded[after] === ':') after++;
  const handed = matchesAt(HANDED, folded, after);
  if (handed) after = HANDED.lastIndex;
  else if (matchesAt(CALLED, folded, after)) after = CALLED.lastIndex;
  else if (folded[after] === '的' && HOLDING.test(folded.slice(Math.max(0, phrase.start - 2), phrase.start + 2))) after++;
  return {
    folded,
    head,
    phrase,
    floor,
    after,
    follows: handed ? TAKES : null,
    plural: SEVERAL.test(folded.slice(Math.max(0, phrase.start - 2), phrase.start + 2)),
    ceiling: Math.min(heads[i + 1]?.start ?? folded.length, dayBehind(folded, after)),
    before: withModifiers(folded, head.start, floor),
    foreign: pointsAbroad(folded, phrase),
    recurrence,
  };
}

/** Where a day begins behind a name of two characters or more that begins at `after`; the text's end where none does. */
function dayBehind(folded: string, after: number): number {
  for (let at = after + 2; at < after + BEFORE_DAY && isHan(folded[at]); at++) if (isDayAt(folded, at)) return at;
  return folded.length;
}

/** Whether a name after the title may end at `end`. */
export function mayEndAt({ folded, follows, plural, ceiling }: Spot, end: number): boolean {
  if (plural && !LIST_GOES_ON.test(folded.slice(end, end + 1))) return false;
  return end <= ceiling && (follows === null || follows.test(folded.slice(end, end + 4)));
}
