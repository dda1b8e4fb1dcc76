import type { Gazetteer } from './gazetteer.ts';
import { isWithin } from './region.ts';
import { runsOn } from './scan.ts';
import type { Located } from './scan.ts';

const TOWN_END = /街道|[镇乡]|苏木/g;
const VILLAGE_END = /村|社区|嘎查/;
/** 大枣园社区 is not 枣园社区. */
const LONGER_NAME = /[大小新老上下前后东西南北]/;
/** The longest town name in the code book has 15 characters, but in the news hardly more than this. */
const LONGEST = 12;

/** Towns that `folded` names whole, held by what it names else (`known`, ascending), or called as no other town is. */
export function locateTowns(folded: string, known: readonly Located[], gazetteer: Gazetteer): Located[] {
  const found: Located[] = [];
  const holders = new Set(known.map(({ code }) => code));
  let reached = 0;
  for (const match of folded.matchAll(TOWN_END)) {
    const end = match.index + match[0].length;
    if (runsOn(folded, end)) continue;
    for (let start = Math.max(reached, end - LONGEST); end - start >= 2; start++) {
      const towns = gazetteer.townsNamed(folded.slice(start, end)).filter(({ kind }) => kind === 'form');
      // A town's name may begin with a greater one's (河北镇), but not in the midst of it.
      if (towns.length === 0 || known.some((one) => one.start < start && start < one.end)) continue;
      const address = known.findLast((one) => one.end === start)?.code ?? null;
      const candidates = towns.map((town) => town.code);
      const code = chooseTown(candidates, end - start, match[0] === '街道', address, holders, gazetteer);
      if (!code) continue;
      found.push({ start, end, code, address: false });
      reached = end;
      break;
    }
  }
  return found;
}

function chooseTown(
  towns: string[],
  length: number,
  street: boolean,
  address: string | null,
  holders: ReadonlySet<string>,
  gazetteer: Gazetteer,
): string | null {
  if (address !== null) {
    const inner = towns.filter((town) => isWithin(town, address));
    return inner.length === 1 ? inner[0]! : null;
  }
  // One character and a kind (新镇, 大乡) is a phrase more often than a name.
  if (length < 3) return null;
  const held = towns.map((town) => ({ town, by: nearestHolder(town, holders, gazetteer) }));
  const closest = Math.max(...held.map(({ by }) => by));
  const best = held.filter(({ by }) => by === closest);
  if (best.length !== 1) return null;
  if (closest >= 4) return best[0]!.town;
  // 湖南街道 and 四季青镇 are called so once each in the code book, and otherwise in the news: without the prefecture
  // only longer names are believed.
  if (closest === 2) return length >= (street ? 5 : 4) ? best[0]!.town : null;
  return length >= 5 ? best[0]!.town : null;
}

function nearestHolder(town: string, holders: ReadonlySet<string>, gazetteer: Gazetteer): number {
  for (let above = gazetteer.parent(town); above !== ''; above = gazetteer.parent(above)) {
    if (holders.has(above)) return above.length;
  }
  return 0;
}

/**
 * Villages that `folded` names, of the towns that it names (`known`, ascending); in steps, for each province's are read
 * when first needed.
 */
export function* locatingVillages(folded: string, known: readonly Located[], gazetteer: Gazetteer): Generator<void, Located[]> {
  const towns = new Set(known.filter(({ code }) => code.length === 9).map(({ code }) => code));
  if (towns.size === 0 || !VILLAGE_END.test(folded)) return [];
  const named = new Map<string, string[]>();
  for (const town of towns) {
    yield;
    for (const [code, name] of gazetteer.villagesOf(town)) {
      if (name.length < 3 || !folded.includes(name)) continue;
      named.set(name, [...(named.get(name) ?? []), code]);
    }
  }
  const found: Located[] = [];
  for (const [name, codes] of named) {
    for (let start = folded.indexOf(name); start >= 0; start = folded.indexOf(name, start + name.length)) {
      const end = start + name.length;
      if ([...known, ...found].some((one) => one.start < end && start < one.end)) continue;
      const before = known.findLast((one) => one.end === start);
      if (!before && LONGER_NAME.test(folded[start - 1] ?? '')) continue;
      const fits = before && codes.length > 1 ? codes.filter((code) => isWithin(code, before.code)) : codes;
      if (fits.length === 1) found.push({ start, end, code: fits[0]!, address: false });
    }
  }
  return found;
}
