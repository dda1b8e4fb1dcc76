import type { Official } from './official.ts';
import { excludes, isBare, maySame, OWN, placesIn, weightOf } from './office.ts';
import type { TitleFacts } from './title-facts.ts';
import { sameCountry } from './title-facts.ts';
import { UnionFind } from './union-find.ts';

/** One appearance of a name with what tells whose it is. */
export interface Appearance {
  articleId: string;
  /** The article's place among all. */
  number: number;
  official: Official;
  /** Whether the article's own data names the person, so that somebody must be meant. */
  declared: boolean;
  facts: readonly TitleFacts[];
  /** The places its article is about. */
  places: readonly string[];
  /** All whom the article names with a title. */
  company: readonly Official[];
  /** Days since 1970; null where unknown. */
  day: number | null;
  /** The article, folded: asked whether it prints an organisation. */
  folded: string;
}

/** Log-odds of one person against two. */
const JOINS = 6;
/** 副主任 and 副主任: neither says of what. */
const BOTH_BARE = 1.5;
const PLACE = 1.5;
const COMPANION = 1;
const SOON = 0.7;
const LATE = -1;
const PRINTED = 2;
const OTHER_COUNTRY = -8;
const OTHER_PLACE = -5;
const OTHER_OFFICE = -4;
const OTHER_WORK = -1.5;
/** In days. */
const SOON_DAYS = 60;
const LATE_DAYS = 4 * 365;
/** An appearance without a title: how much more the first must have for it than the second. */
const UNTITLED_JOINS = 0;
const MARGIN = 1.5;
/** So many groups of one name are compared with what comes; and so many of their offices, companions and places. */
const MOST_GROUPS = 32;
const MOST_FEATURES = 16;
const MOST_COMPANY = 500;

/** What is known of a group of appearances. */
interface Group {
  members: number[];
  offices: Map<string, TitleFacts>;
  titlePlaces: Set<string>;
  places: Set<string>;
  company: Set<string>;
  /** Of the first articles. */
  texts: string[];
  first: number | null;
  last: number | null;
}

/** Chance that somebody holds a title with this head, by head. */
export type HeadShare = (head: string) => number;

/**
 * Which appearances of one name are one person: groups of indices into `appearances`, the largest first.
 *
 * First those that share an office which nobody else of the name can hold (by union-find); then groups join where the log-odds
 * of one person against two are high: the rarity of the name, offices that may be one, places, companions and days speak for it,
 * another country, place or office against it. Appearances without a title go where the article's places, offices and companions
 * fit, or nowhere. Near-linear in the appearances: a group is compared with {@link MOST_GROUPS} others at most.
 *
 * @param others expected number of other bearers, see `NameRarity`
 * @param counted called at each comparison
 */
export function namesakes(appearances: readonly Appearance[], others: number, shareOf: HeadShare, counted: () => void = () => {}): number[][] {
  const union = new UnionFind(appearances.length);
  joinByOffice(appearances, union, shareOf, counted);
  const titled = union.groups().filter(([first]) => appearances[first!]!.facts.length > 0);
  const rarity = -Math.log(others);
  const groups: Group[] = [];
  const rest: Group[] = [];
  for (const members of titled.sort((a, b) => b.length - a.length || (idOf(appearances, a) < idOf(appearances, b) ? -1 : 1))) {
    const added = groupOf(appearances, members);
    const best = likeliest(groups, (group) => (counted(), rarity + evidence(group, added, shareOf) + frequency(group)));
    if (best.score >= JOINS) absorb(groups[best.at]!, added);
    else if (groups.length < MOST_GROUPS) groups.push(added);
    else rest.push(added);
  }
  joinGroups(groups, (one, other) => (counted(), rarity + evidence(one, other, shareOf) + frequency(one) >= JOINS));
  const people = [...groups, ...rest];
  const untitled = appearances.flatMap(({ facts }, i) => (facts.length === 0 ? [i] : []));
  place(untitled, appearances, people, rarity, counted);
  const inOrder = (a: number, b: number) => appearances[a]!.number - appearances[b]!.number;
  return people.map(({ members }) => members.sort(inOrder)).sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

function joinByOffice(appearances: readonly Appearance[], union: UnionFind, shareOf: HeadShare, counted: () => void): void {
  /** By office without its country: who holds it first, for each country. */
  const holders = new Map<string, { country: string | null; at: number }[]>();
  const own = (facts: TitleFacts) => weightOf(facts, shareOf(facts.head)) >= OWN;
  appearances.forEach(({ facts }, at) => {
    for (const office of facts) {
      if (!own(office)) continue;
      const key = keyOf(office);
      const known = holders.get(key) ?? [];
      holders.set(key, known);
      const same = known.find(({ country }) => (counted(), country === office.country));
      if (same) union.union(same.at, at);
      else if (known.length < MOST_FEATURES) known.push({ country: office.country, at });
    }
  });
  for (const [key, known] of holders) {
    // 吉林省舒兰市委常委 is also a 舒兰市委常委, whatever stands before it.
    for (let from = 0; from < key.length - 3; from++) {
      for (const shorter of holders.get(key.slice(from)) ?? [])
        for (const longer of known) {
          counted();
          if (shorter.country === null || longer.country === null || sameCountry(shorter.country, longer.country))
            union.union(shorter.at, longer.at);
        }
    }
  }
}

const keyOf = ({ organisation, deputy, head }: TitleFacts): string => `${organisation}${deputy ? '副' : ''}${head}`;

function idOf(appearances: readonly Appearance[], members: readonly number[]): string {
  return members.reduce((least, i) => (appearances[i]!.articleId < least ? appearances[i]!.articleId : least), appearances[members[0]!]!.articleId);
}

function groupOf(appearances: readonly Appearance[], members: number[]): Group {
  const group: Group = { members, offices: new Map(), titlePlaces: new Set(), places: new Set(), company: new Set(), texts: [], first: null, last: null };
  for (const i of members) {
    const { facts, official, places, company, day, folded } = appearances[i]!;
    for (const office of facts) {
      if (group.offices.size < MOST_FEATURES && !group.offices.has(office.key)) {
        group.offices.set(office.key, office);
        for (const name of placesIn(office)) group.titlePlaces.add(name);
      }
    }
    if (group.texts.length < 2) group.texts.push(folded);
    addAll(group.places, places);
    for (const { name } of company) if (name !== official.name && group.company.size < MOST_COMPANY) group.company.add(name);
    widen(group, day, day);
  }
  return group;
}

function absorb(whole: Group, part: Group): void {
  for (const i of part.members) whole.members.push(i);
  for (const [key, office] of part.offices) if (whole.offices.size < MOST_FEATURES) whole.offices.set(key, office);
  for (const name of part.titlePlaces) whole.titlePlaces.add(name);
  addAll(whole.places, part.places);
  addAll(whole.company, part.company);
  widen(whole, part.first, part.last);
}

function addAll(set: Set<string>, items: Iterable<string>): void {
  for (const item of items) if (set.size < MOST_COMPANY) set.add(item);
}

function widen(group: Group, first: number | null, last: number | null): void {
  if (first === null || last === null) return;
  group.first = Math.min(group.first ?? first, first);
  group.last = Math.max(group.last ?? last, last);
}

/** How much more likely two groups are one person than two, in nats, the name left aside. */
function evidence(one: Group, other: Group, shareOf: HeadShare): number {
  let office = 0;
  let excluded = false;
  let sameKind = false;
  for (const a of one.offices.values()) {
    for (const b of other.offices.values()) {
      if (maySame(a, b)) office = Math.max(office, Math.min(weightOf(a, shareOf(a.head)), weightOf(b, shareOf(b.head)), isBare(a) && isBare(b) ? BOTH_BARE : OWN));
      else if (excludes(a, b)) excluded = true;
      if (a.kind === b.kind) sameKind = true;
    }
  }
  const score =
    office +
    (shares(one.titlePlaces, other.titlePlaces) || shares(one.places, other.places) ? PLACE : 0) +
    (shares(one.company, other.company) ? COMPANION : 0) +
    nearness(one, other.first, other.last) +
    Math.max(...other.texts.map((text) => printed(one, text)), ...one.texts.map((text) => printed(other, text)));
  if (countriesDiffer(one, other)) return score + OTHER_COUNTRY;
  if (placesDiffer(one, other)) return score + OTHER_PLACE;
  return score + (office > 0 ? 0 : excluded ? OTHER_OFFICE : sameKind ? 0 : OTHER_WORK);
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const item of small) if (large.has(item)) return true;
  return false;
}

function nearness(group: Group, first: number | null, last: number | null): number {
  if (group.first === null || group.last === null || first === null || last === null) return 0;
  const gap = Math.max(first - group.last, group.first - last, 0);
  return gap <= SOON_DAYS ? SOON : gap > LATE_DAYS ? LATE : 0;
}

/** Whether an article prints whose office a group holds. */
function printed(group: Group, text: string): number {
  let country = 0;
  for (const office of group.offices.values()) {
    if (office.organisation.length > 2 && text.includes(office.organisation)) return PRINTED;
    if (office.country !== null && text.includes(office.country)) country = PRINTED / 2;
  }
  return country;
}

function countriesDiffer(one: Group, other: Group): boolean {
  const [a, b] = [one, other].map(({ offices }) => [...offices.values()].flatMap(({ country }) => country ?? []));
  return a!.length > 0 && b!.length > 0 && !a!.some((country) => b!.some((own) => sameCountry(country, own)));
}

function placesDiffer(one: Group, other: Group): boolean {
  const [a, b] = [one, other].map(({ offices }) => new Set([...offices.values()].flatMap((office) => (office.former ? [] : placesIn(office)))));
  return a!.size > 0 && b!.size > 0 && !shares(a!, b!);
}

function likeliest(groups: readonly Group[], scoreOf: (group: Group) => number): { at: number; score: number } {
  let best = { at: -1, score: -Infinity };
  for (const [at, group] of groups.entries()) {
    const score = scoreOf(group);
    if (score > best.score) best = { at, score };
  }
  return best;
}

/** Who is in the news often, is in it again. */
function frequency({ members }: Group): number {
  return Math.log(members.length);
}

/** Joins what has become alike by what was joined before. */
function joinGroups(groups: Group[], same: (one: Group, other: Group) => boolean): void {
  for (let i = 0; i < groups.length; i++) {
    for (let j = groups.length - 1; j > i; j--) {
      if (!same(groups[i]!, groups[j]!)) continue;
      absorb(groups[i]!, groups[j]!);
      groups.splice(j, 1);
      j = groups.length;
    }
  }
}

/** Puts appearances without a title where they fit; those that fit nobody, or two alike, are left out. */
function place(untitled: readonly number[], appearances: readonly Appearance[], people: Group[], rarity: number, counted: () => void): void {
  if (untitled.length === 0) return;
  const left: number[] = [];
  const known = people.slice(0, MOST_GROUPS).map((group) => ({ group, prior: frequency(group) }));
  for (const i of untitled) {
    const { places, company, day, folded, declared } = appearances[i]!;
    const scores = known.map(({ group, prior }) => {
      counted();
      return (
        rarity +
        prior +
        (places.some((name) => group.places.has(name) || group.titlePlaces.has(name)) ? PLACE : 0) +
        (company.some(({ name }) => group.company.has(name)) ? COMPANION : 0) +
        printed(group, folded) +
        nearness(group, day, day)
      );
    });
    const best = scores.reduce((top, score, at) => (score > scores[top]! ? at : top), 0);
    const second = Math.max(...scores.filter((_, at) => at !== best));
    const fits = known.length > 0 && scores[best]! >= UNTITLED_JOINS && scores[best]! - second >= MARGIN;
    if (fits || (declared && known.length === 1)) known[best]!.group.members.push(i);
    else if (declared) left.push(i);
  }
  if (left.length > 0) people.push(groupOf(appearances, left));
}
