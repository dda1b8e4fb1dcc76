import { SEPARATORS } from '../data/phrases.ts';
import type { NameMatch } from '../names/characters.ts';
import { nameAt, namesBefore } from '../names/name-at.ts';
import type { TitleHead } from '../titles/heads.ts';
import { titlePhrase, type TitlePhrase } from '../titles/phrase.ts';

/** A name and the titles that a verb or a short life ties to it. */
export interface Appointment {
  name: NameMatch;
  titles: TitlePhrase[];
}

/** 任命王强为……, 补选张三、李四同志为……: the names stand between. */
const MADE = /(?:任命|选举|补选|增选|推选|聘任|提名)(\p{Script=Han}[\p{Script=Han}·、]{1,30}?)(?:同志|先生|女士)?(?:为|担任|出任)/gu;
/** 免去王强的……职务. */
const UNMADE = /免去(\p{Script=Han}[\p{Script=Han}·、]{1,30}?)(?:同志|先生|女士)?的?(?=\p{Script=Han}{0,20}职务)/gu;
/** 王强任……, 王强同志当选为……: the name stands before. */
const TAKEN =
  /(?:同志|先生|女士)?(?:(?:(?<!现|时|曾|历|前|常|责|信|放|出|担|兼|接|升|转|调|就|主|胜|离|委|重|不)任(?![命务何职用性由意免教期内])|担任|出任|兼任|接任|升任|转任|调任|就任|当选为?))/g;
/** 王强，男，汉族，1965年生，……现任……: a life in one sentence or two. */
const LIFE = /(?<=^|[\n。；;：:】)\s])(\p{Script=Han}[\p{Script=Han}·]{1,11})[,，] ?[男女][,，][^\n]{0,300}?现任/gu;
/** What a title that nothing follows may end with. */
const TITLE_ENDS = /^(?:$|[\s。，,；;：:！、（()）”"]|等?职务|一职)/;
/** Between two titles of one person. */
const CONNECTOR = /^(?:、?兼任?|、|和)/;
/** How sure a name before 担任 must be (log-likelihood ratio), and one that an appointment encloses. */
const BEFORE_VERB = 2;
const ENCLOSED = -1;

/** Who is appointed to what, elected, or told of in a short life: 任命王强为市长, 王强任市长, 王强，男，……现任市长. */
export function findAppointments(folded: string, heads: readonly TitleHead[]): Appointment[] {
  const found: Appointment[] = [];
  const add = (names: (NameMatch | null)[], at: number) => {
    const titles = titlesFrom(folded, at, heads);
    if (titles.length > 0) for (const name of names) if (name) found.push({ name, titles });
  };
  for (const match of [...folded.matchAll(MADE), ...folded.matchAll(UNMADE)]) {
    let start = match.index + match[0].indexOf(match[1]!);
    const names = match[1]!.split('、').map((part) => {
      const name = whole(folded, start, start + part.length);
      start += part.length + 1;
      return name;
    });
    if (names.every((name) => name !== null)) add(names, match.index + match[0].length);
  }
  for (const match of folded.matchAll(TAKEN)) {
    const name = namesBefore(folded, match.index, Math.max(0, match.index - 4)).find(
      ({ start, score }) => score >= BEFORE_VERB && (start === 0 || SEPARATORS.test(folded[start - 1]!) || folded[start - 1] === '由'),
    );
    if (name) add([name], match.index + match[0].length);
  }
  for (let at = folded.indexOf('('); at >= 0; at = folded.indexOf('(', at + 1)) {
    const name = namesBefore(folded, at, Math.max(0, at - 4)).find(
      ({ start, score }) => score >= BEFORE_VERB && (start === 0 || SEPARATORS.test(folded[start - 1]!)),
    );
    const titles = name ? titlesFrom(folded, at + 1, heads) : [];
    if (name && titles.length > 0 && folded[titles.at(-1)!.end] === ')') found.push({ name, titles });
  }
  for (const match of folded.includes('现任') ? folded.matchAll(LIFE) : []) {
    const start = match.index;
    add([whole(folded, start, start + match[1]!.length)], match.index + match[0].length);
  }
  return found;
}

/** The stretch as a name, where it reads as one from end to end. */
function whole(folded: string, start: number, end: number): NameMatch | null {
  const han = namesBefore(folded, end, start).find((name) => name.start === start && name.score >= ENCLOSED);
  if (han) return han;
  const other = nameAt(folded, start, true);
  return other && other.end === end && other.script === 'transliterated' && end - start > 3 ? other : null;
}

/** The titles that begin at `at` and follow each other: 县委副书记、县长. None where anything else stands there. */
function titlesFrom(folded: string, at: number, heads: readonly TitleHead[]): TitlePhrase[] {
  const titles: TitlePhrase[] = [];
  let from = at;
  for (const head of heads) {
    if (head.start < from) continue;
    if (/[\n。；;，,]/.test(folded.slice(from, head.start)) || head.end - from > 40) break;
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
