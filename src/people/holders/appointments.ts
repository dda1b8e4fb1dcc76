import { words } from '../../language/segment.ts';
import { beginsClause } from '../names/boundary.ts';
import { SURNAMES } from '../data/surnames.ts';
import type { NameMatch } from '../names/characters.ts';
import { nameAt, namesBefore } from '../names/name-at.ts';
import { hasNamePart } from '../names/transliterated.ts';
import type { TitleHead } from '../titles/heads.ts';
import { titlePhrase, type TitlePhrase } from '../titles/phrase.ts';

/** A name and the titles that a verb or a short life ties to it. */
export interface Appointment {
  name: NameMatch;
  titles: TitlePhrase[];
}

/** 任命王强为……, 选举产生王强为……: the names stand behind the verb, and then one of CLOSED. */
const MADE = /任命|选举产生了?|选举|补选|增选|推选|聘任|提名/g;
const CLOSED = /(?:\([^()\n]{1,12}\))?(?:等?(?:[两二三四五六七八九十\d]{1,3})[名位]?)?(?:同志|先生|女士|人)?(?:为|担任|出任|任)/y;
/** A clause with its own verb is no entry of a list. */
const VERB_FIRST = /^(?:任命|选举|补选|增选|推选|聘任|提名|免去|免除|撤销|罢免|决定)/;
/** 免去王强的……职务, 免去王强同志……职务. */
const UNMADE = /免去|免除|撤销|罢免/g;
const RELEASED = /(?:\([^()\n]{1,12}\))?(?:同志|先生|女士)?(?:所?担?兼?任的|的)|(?:同志|先生|女士)/y;
/** 王强任……, 王强同志当选为……, 王强辞去……职务: the name stands before. */
const TAKEN = new RegExp(
  String.raw`(?:\([^()\n]{1,12}\))?(?:同志|先生|女士)?` +
    String.raw`(?:(?:(?<!现|时|曾|历|前|常|责|信|放|出|担|兼|接|升|转|调|就|主|胜|离|委|重|不)任(?![命务何职用性由意免教期内])|` +
    String.raw`担任|出任|兼任|接任|升任|转任|调任|就任|当选为?|辞去|不再[担兼]任))`,
  'g',
);
/** 李建国同志为县旅游局局长；李建国的县旅游局局长职务；: a line of a list of appointments, the verb stands above. */
const LISTED = /(?:\([^()\n]{1,12}\))?(?:同志|先生|女士)?[为的]|(?:同志|先生|女士)/y;
/** 王强，男，汉族，1965年生; 王强，1965年3月生: a short life begins. */
const LIFE = /[,，] ?(?:[男女](?=[,，])|(?=\d{4}年\d{1,2}月(?:\d{1,2}日)?出?生))/g;
/** What a life says before the office that counts, in this order. */
const HELD = ['现任', '任', '历任', '曾任'];
/** 免去|连云港市……职务 is of no person. */
const PLACE_FIRST = /^\p{Script=Han}{2,3}[省市县区州旗盟]/u;
/** How far a short life goes, in UTF-16 units. */
const LIFETIME = 300;
/** What a title that nothing follows may end with. */
const TITLE_ENDS = /^(?:$|[\s。，,；;：:！、（()）”"]|等?的?职务|一职)/;
/** Between two titles of one person. */
const CONNECTOR = /^(?:、?兼任?|、|和)/;
/** How sure a name before 担任 must be (log-likelihood ratio), and one that an appointment encloses. */
const BEFORE_VERB = 2;
const ENCLOSED = -1;
/** Names in transliteration have more. */
const SHORTEST_FOREIGN = 4;
/** Longest name looked for. */
const LONGEST = 15;
/** Characters of a name. */
const NAMELIKE = /[\p{Script=Han}·]/u;

/** Who is appointed to what, dismissed, elected, or told of in a short life. */
export function findAppointments(folded: string, heads: readonly TitleHead[]): Appointment[] {
  const found: Appointment[] = [];
  const add = (names: readonly (NameMatch | null)[], titles: TitlePhrase[]) => {
    if (titles.length > 0) for (const name of names) if (name) found.push({ name, titles });
  };
  const cursor = new HeadCursor(heads);
  /** 免去王强县公安局局长的职务: nothing stands between name and title. */
  const addUnmarked = (at: number) => {
    if (PLACE_FIRST.test(folded.slice(at, at + 4))) return;
    for (const name of namesFrom(folded, at)) {
      if (cutsWord(folded, name.end)) continue;
      const titles = titlesFrom(folded, name.end, cursor);
      const last = titles.at(-1);
      if (last && /^等?的?职务/.test(folded.slice(last.end, last.end + 4))) return add([name], titles);
    }
  };
  for (const [verb, closed] of [
    [MADE, CLOSED],
    [UNMADE, RELEASED],
  ] as const) {
    for (const match of folded.matchAll(verb)) {
      const { names, end } = namesUpTo(folded, match.index + match[0].length, closed);
      if (names.length > 0) add(names, titlesFrom(folded, end, cursor));
      else if (verb === UNMADE) addUnmarked(match.index + match[0].length);
    }
  }
  for (const match of folded.matchAll(TAKEN)) {
    const titles = titlesFrom(folded, match.index + match[0].length, cursor);
    if (titles.length > 0) add(namesBeforeVerb(folded, match.index), titles);
  }
  for (let at = folded.indexOf('('); at >= 0; at = folded.indexOf('(', at + 1)) {
    const name = nameBeforeVerb(folded, at);
    const titles = name ? titlesFrom(folded, at + 1, cursor) : [];
    if (titles.length > 0 && folded[titles.at(-1)!.end] === ')') add([name], titles);
  }
  for (const line of clauseStarts(folded, heads)) {
    const { names, end } = namesUpTo(folded, line, LISTED);
    const titles = names.length > 0 ? titlesFrom(folded, end, cursor) : [];
    const made = folded[end - 1] === '为';
    if (titles.length > 0 && (made || /^等?职务/.test(folded.slice(titles.at(-1)!.end, titles.at(-1)!.end + 3)))) add(names, titles);
  }
  for (const match of folded.matchAll(LIFE)) {
    const name = nameBeforeVerb(folded, match.index);
    if (name) add([name], titlesOfLife(folded, match.index + match[0].length, cursor));
  }
  return found;
}

/** Heads in the order of their ends; asked for the first behind a place, without going through all of them. */
class HeadCursor {
  readonly #heads: readonly TitleHead[];
  constructor(heads: readonly TitleHead[]) {
    this.#heads = heads;
  }
  /** Heads that begin at `from` or later, by binary search. */
  *from(from: number): Generator<TitleHead> {
    let low = 0;
    let high = this.#heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#heads[middle]!.end <= from) low = middle + 1;
      else high = middle;
    }
    for (; low < this.#heads.length; low++) if (this.#heads[low]!.start >= from) yield this.#heads[low]!;
  }
}

/** Where clauses begin that hold a title: after a line's end or a pause that ends an entry of a list. */
function clauseStarts(folded: string, heads: readonly TitleHead[]): Set<number> {
  const starts = new Set<number>();
  for (const { start } of heads) {
    let at = start;
    while (at > 0 && start - at < LONGEST * 3 && !/[\n。；;：:，,]/.test(folded[at - 1]!)) at--;
    while (/[\s\d.、]/.test(folded[at] ?? '')) at++;
    if (!VERB_FIRST.test(folded.slice(at, at + 2))) starts.add(at);
  }
  return starts;
}

/** The names that stand one after the other from `at` to where `closed` matches; none where anything else stands there. */
function namesUpTo(folded: string, at: number, closed: RegExp): { names: NameMatch[]; end: number } {
  const names: NameMatch[] = [];
  for (;;) {
    let end = at;
    let name: NameMatch | null = null;
    let last = false;
    while (end < folded.length && end - at < LONGEST && (NAMELIKE.test(folded[end]!) || (end === at + 1 && folded[end] === ' '))) {
      end++;
      closed.lastIndex = end;
      last = closed.test(folded);
      if (end - at < 2 || (!last && folded[end] !== '、')) continue;
      name = whole(folded, at, end) ?? (folded[at + 1] === ' ' ? setWide(folded, at, end) : null);
      if (name) break;
    }
    if (!name) return { names: [], end: at };
    names.push(name);
    if (last) return { names, end: closed.lastIndex };
    at = end + 1;
  }
}

/** The name that ends at `end`, where it begins its clause. */
function nameBeforeVerb(folded: string, end: number): NameMatch | null {
  const begins = (start: number) =>
    beginsClause(folded, start) || folded[start - 1] === '由' || /接受|同意|关于/.test(folded.slice(start - 2, start));
  const han = namesBefore(folded, end, Math.max(0, end - 4)).find(({ start, score }) => score >= BEFORE_VERB && begins(start));
  if (han) return han;
  const start = stretchStart(folded, end);
  return end - start >= SHORTEST_FOREIGN && begins(start) && hasNamePart(folded, start, end)
    ? { start, end, score: 0, script: 'transliterated' }
    : null;
}

/** 李佳、朱丹当选: the names of a list that ends at `end`. */
function namesBeforeVerb(folded: string, end: number): NameMatch[] {
  const names: NameMatch[] = [];
  for (let at = end; ; at = names[0]!.start - 1) {
    const last = nameBeforeVerb(folded, at) ?? (names.length > 0 ? listed(folded, at) : null);
    if (!last) return names;
    names.unshift(last);
    if (folded[last.start - 1] !== '、') return names;
  }
}

function listed(folded: string, end: number): NameMatch | null {
  const start = stretchStart(folded, end);
  return end > start ? whole(folded, start, end) : null;
}

/** Where the stretch of characters of names that ends at `end` begins. */
function stretchStart(folded: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST && NAMELIKE.test(folded[start - 1]!)) start--;
  return start;
}

/** Whether what follows begins with half a word: 李建公|司副总经理. */
function cutsWord(folded: string, end: number): boolean {
  return words(folded.slice(end, end + 8))[0]?.length === 1 && words(folded.slice(end - 1, end + 7))[0]!.length > 1;
}

/** Names of two to four characters that begin at `at`, the likeliest first. */
function namesFrom(folded: string, at: number): NameMatch[] {
  return [2, 3, 4]
    .map((length) => whole(folded, at, at + length))
    .filter((name) => name !== null)
    .sort((a, b) => b.score - a.score);
}

/** The office of a short life: behind 现任, or else behind the last 任, or else a clause of its own. */
function titlesOfLife(folded: string, at: number, cursor: HeadCursor): TitlePhrase[] {
  const line = folded.indexOf('\n', at);
  const end = Math.min(at + LIFETIME, line < 0 ? folded.length : line);
  const life = folded.slice(at, end);
  for (const verb of HELD) {
    const from = life.lastIndexOf(verb);
    const titles = from < 0 ? [] : titlesFrom(folded, at + from + verb.length, cursor);
    if (titles.length > 0) return titles;
  }
  for (const head of cursor.from(at)) {
    if (head.end > end) break;
    if (!TITLE_ENDS.test(folded.slice(head.end, head.end + 4))) continue;
    const phrase = titlePhrase(folded, head, at);
    if (/[,，。 ]/.test(folded[phrase.start - 1] ?? '')) return [phrase];
  }
  return [];
}

/** The stretch as a name, where it reads as one from end to end. */
function whole(folded: string, start: number, end: number): NameMatch | null {
  const han = namesBefore(folded, end, start).find((name) => name.start === start && name.score >= ENCLOSED);
  if (han) return han;
  const other = nameAt(folded, start, true);
  if (other && other.end === end && other.script === 'transliterated' && end - start > 3) return other;
  // 孟和巴特尔: 和 is in no other transliteration.
  return hasNamePart(folded, start, end) ? { start, end, score: 0, script: 'transliterated' } : null;
}

/** 王 强, set as wide as a name of three. */
function setWide(folded: string, start: number, end: number): NameMatch | null {
  return end - start === 3 && SURNAMES.has(folded[start]!) ? { start, end, score: 0, script: 'han' } : null;
}

/** The titles that begin at `at` and follow each other: 县委副书记、县长. None where anything else stands there. */
function titlesFrom(folded: string, at: number, cursor: HeadCursor): TitlePhrase[] {
  const titles: TitlePhrase[] = [];
  let from = at;
  for (const head of cursor.from(at)) {
    if (head.start < from) continue;
    if (head.end - from > 40 || /[\n。；;，,]/.test(folded.slice(from, head.start))) break;
    const rest = folded.slice(head.end, head.end + 4);
    if (!TITLE_ENDS.test(rest) && !CONNECTOR.test(rest)) continue;
    const phrase = titlePhrase(folded, head, from);
    if (phrase.start !== from) break;
    titles.push(phrase);
    const connector = CONNECTOR.exec(rest);
    if (!connector) break;
    from = head.end + connector[0].length;
  }
  return titles;
}
