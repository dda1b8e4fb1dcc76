import { absorb, evidence, fit, groupOf, type NameAppearance, type Group, type HeadShare } from './evidence.ts';
import { OWN, weightOf } from './office.ts';
import { sameCountry, type TitleFacts } from './title-facts.ts';
import { UnionFind } from './union-find.ts';

export type { NameAppearance, HeadShare } from './evidence.ts';

/** Log-odds of one person against two, from which on groups join. */
const JOINS = 6;
/** An appearance without a title; and how much more the first must have for it than the second. */
const UNTITLED_JOINS = 2.5;
const MARGIN = 1.5;
/** Who is known from one article is less likely to be meant in another than who is known from ten. */
const NAMED_ONCE = 2;
/** So many groups of one name are compared with what comes. */
const MOST_GROUPS = 32;
/** Bodies of one name in several countries. */
const MOST_COUNTRIES = 16;

/** How many others of a name are to be expected: in the news, and among those whom the collection names without a title. */
export interface Bearers {
  others: number;
  among: number;
}

/**
 * Which appearances of one name are one person: groups of indices into `appearances`, the largest first.
 *
 * First those that share an office which nobody else of the name can hold (by union-find); then groups join where the log-odds
 * of one person against two are high: the rarity of the name, offices that may be one, places, companions and days speak for it,
 * another country, place or office against it. Appearances without a title go where the article's places, offices and companions
 * fit, or nowhere. Near-linear in the appearances: a group is compared with {@link MOST_GROUPS} others at most.
 *
 * @param others expected number of other bearers, see `NameRarity`; `among` in the collection itself
 * @param counted called at each comparison
 */
export function namesakes(
  appearances: readonly NameAppearance[],
  { others, among }: Bearers,
  shareOf: HeadShare,
  counted: () => void = () => {},
): number[][] {
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
  place(untitled, appearances, people, -Math.log(among), counted);
  const inOrder = (a: number, b: number) => appearances[a]!.number - appearances[b]!.number;
  return people.map(({ members }) => members.sort(inOrder)).sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

function joinByOffice(appearances: readonly NameAppearance[], union: UnionFind, shareOf: HeadShare, counted: () => void): void {
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
      else if (known.length < MOST_COUNTRIES) known.push({ country: office.country, at });
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

function idOf(appearances: readonly NameAppearance[], members: readonly number[]): string {
  return members.reduce(
    (least, i) => (appearances[i]!.articleId < least ? appearances[i]!.articleId : least),
    appearances[members[0]!]!.articleId,
  );
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
function place(
  untitled: readonly number[],
  appearances: readonly NameAppearance[],
  people: Group[],
  rarity: number,
  counted: () => void,
): void {
  if (untitled.length === 0) return;
  const left: number[] = [];
  const known = people.slice(0, MOST_GROUPS).map((group) => ({ group, prior: frequency(group) - NAMED_ONCE / group.members.length }));
  for (const i of untitled) {
    const appearance = appearances[i]!;
    const scores = known.map(({ group, prior }) => (counted(), rarity + prior + fit(group, appearance)));
    const best = scores.reduce((top, score, at) => (score > scores[top]! ? at : top), 0);
    const second = Math.max(...scores.filter((_, at) => at !== best));
    const fits = known.length > 0 && scores[best]! >= UNTITLED_JOINS && scores[best]! - second >= MARGIN;
    if (fits || (appearance.declared && known.length === 1)) known[best]!.group.members.push(i);
    else if (appearance.declared) left.push(i);
  }
  if (left.length > 0) people.push(groupOf(appearances, left));
}
