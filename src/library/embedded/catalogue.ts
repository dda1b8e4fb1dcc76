import { fold } from '../../language/script.ts';
import { villageName } from '../../places/names.ts';
import type { Region } from '../../places/region.ts';
import type { Findings } from './findings.ts';
import { dayOf } from '../refs.ts';

/** A region that articles name, and how many do. */
export interface Spoken {
  region: Region;
  count: number;
}

/** What is looked up in lists, made once, in steps: no question should have to go through all articles. */
export interface Catalogue {
  /** By code, the numbers of the articles that name the region or a place in it, ascending. */
  within: ReadonlyMap<string, readonly number[]>;
  /** The regions that articles name themselves, by code, in the order in which they are first named. */
  spoken: ReadonlyMap<string, Spoken>;
  /** Villages that articles name, by what they answer to, folded: the book has them only under their town. */
  villages: ReadonlyMap<string, readonly Region[]>;
  /** By code, the numbers of the articles that print a name which may mean the region, where nothing tells, ascending. */
  openTo: ReadonlyMap<string, readonly number[]>;
  /** Numbers of all articles, the newest first, those whose year is unknown last; those of one day in their order. */
  newest: readonly number[];
  /** By number, the place of the article's day among all days, the newest first: equal where the day is. */
  dayPlaces: Uint32Array;
  noRegion: number;
  noOfficial: number;
  noYear: number;
  /** Numbers of the articles of which one date says another thing elsewhere on the page. */
  conflicting: readonly number[];
  /** Numbers of the articles with remarks. */
  remarked: readonly number[];
}

const CODE_LENGTHS = [2, 4, 6, 9, 12];
/** Articles between two pauses. */
const STEP = 200;

export function* cataloguing({
  articles,
  regions,
  open,
  officials,
}: Pick<Findings, 'articles' | 'regions' | 'open' | 'officials'>): Generator<void, Catalogue> {
  const within = new Map<string, number[]>();
  const spoken = new Map<string, Spoken>();
  const openTo = new Map<string, number[]>();
  const days = new Map<string, number[]>();
  const conflicting: number[] = [];
  const remarked: number[] = [];
  let [noRegion, noOfficial, noYear] = [0, 0, 0];
  for (const [number, article] of articles.entries()) {
    if (number % STEP === 0) yield;
    for (const { region } of regions[number]!) {
      const known = spoken.get(region.code);
      if (known) known.count++;
      else spoken.set(region.code, { region, count: 1 });
      for (const length of CODE_LENGTHS) if (length <= region.code.length) file(within, region.code.slice(0, length), number);
    }
    for (const { candidates } of open[number]!) for (const { code } of candidates) file(openTo, code, number);
    const day = dayOf(article);
    file(days, day ?? '', number);
    if (article.published?.conflicts ?? article.event?.conflicts) conflicting.push(number);
    if (article.notes) remarked.push(number);
    if (regions[number]!.length === 0) noRegion++;
    if (officials[number]!.length === 0) noOfficial++;
    if (day === null) noYear++;
  }
  const byDay = inOrderOfDays(days).reverse();
  const dayPlaces = new Uint32Array(articles.length);
  byDay.forEach((numbers, place) => {
    for (const number of numbers) dayPlaces[number] = place;
  });
  yield;
  return {
    within,
    spoken,
    villages: yield* villagesIn(spoken),
    openTo,
    newest: byDay.flat(),
    dayPlaces,
    noRegion,
    noOfficial,
    noYear,
    conflicting,
    remarked,
  };
}

/** Numbers of articles in groups of one day, the oldest first; before all, those whose day is unknown. */
export function groupedByDay(numbers: Iterable<number>, day: (number: number) => string | null): number[][] {
  const groups = new Map<string, number[]>();
  for (const number of numbers) file(groups, day(number) ?? '', number);
  return inOrderOfDays(groups);
}

function inOrderOfDays(groups: ReadonlyMap<string, number[]>): number[][] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function* villagesIn(spoken: ReadonlyMap<string, Spoken>): Generator<void, Map<string, Region[]>> {
  const villages = new Map<string, Region[]>();
  for (const { region } of spoken.values()) {
    if (region.level !== 'village') continue;
    for (const name of new Set([region.name, villageName(region.name), region.path.join('')].map(fold)))
      villages.set(name, [...(villages.get(name) ?? []), region]);
    yield;
  }
  return villages;
}

/** Files a number under a key, once where it comes again at once. */
function file(map: Map<string, number[]>, key: string, number: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [number]);
  else if (list.at(-1) !== number) list.push(number);
}
