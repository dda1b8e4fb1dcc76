import { provinceLetters } from './abbreviations.ts';
import { companyNames } from './companies.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isWithin } from './region.ts';
import { namesakeRegions, resolveHits } from './resolve.ts';
import { Scanner } from './scan.ts';
import type { PlaceHit, Located } from './scan.ts';
import { locateTowns, locatingVillages } from './towns.ts';

/** A whole name that several regions have, where nothing tells which. Offsets are UTF-16, into the folded text. */
export interface Open {
  start: number;
  end: number;
  codes: string[];
}

const scanners = new WeakMap<Gazetteer, Scanner>();

/**
 * Every stretch of `folded` that names one region for certain, and those that name one of several; both ascending. In
 * steps, for a long text.
 */
export function* locating(folded: string, gazetteer: Gazetteer): Generator<void, { located: Located[]; open: Open[] }> {
  let scanner = scanners.get(gazetteer);
  if (!scanner) scanners.set(gazetteer, (scanner = new Scanner(gazetteer.names)));
  const scanned = withoutCompanies(scanner.scan(folded), folded);
  yield;
  const { codes, hits } = resolveHits(scanned, folded, gazetteer);
  yield;

  let located: Located[] = [];
  hits.forEach(({ start, end }, i) => {
    if (codes[i]) located.push({ start, end, code: codes[i], address: false });
  });
  for (const run of provinceLetters(folded)) {
    const taken = hits.some(({ start, end }) => run[0]!.start < end && start < run.at(-1)!.end);
    if (!taken) located.push(...run.map((letter) => ({ ...letter, address: false })));
  }
  located.sort(inOrder);
  yield;
  const towns = locateTowns(folded, located, gazetteer);
  yield;
  // 河北镇 and 南京西路街道 are no mentions of 河北 and 南京.
  const inTown = (one: { start: number; end: number }) => towns.some((town) => town.start <= one.start && one.end <= town.end);
  located = [...located.filter((one) => !inTown(one)), ...towns].sort(inOrder);
  const open: Open[] = [];
  hits.forEach((hit, i) => {
    const same = codes[i] || inTown(hit) ? [] : namesakeRegions(hit, folded);
    if (same.length === 0) return;
    // 长风新村街道 is in one 普陀区 only.
    const holding = same.filter(({ code }) => towns.some((town) => isWithin(town.code, code)));
    if (holding.length === 1) located.push({ start: hit.start, end: hit.end, code: holding[0]!.code, address: false });
    else open.push({ start: hit.start, end: hit.end, codes: same.map(({ code }) => code) });
  });
  located.sort(inOrder);
  located.push(...(yield* locatingVillages(folded, located, gazetteer)));
  located.sort(inOrder);
  located.forEach((one, i) => {
    const next = located[i + 1];
    if (next && next.start === one.end && next.code !== one.code && isWithin(next.code, one.code)) one.address = true;
  });
  return { located, open };
}

function inOrder(a: { start: number }, b: { start: number }): number {
  return a.start - b.start;
}

/** Drops the place in the name of a company (岳阳林纸); where two places are side by side (北京上海) it is none. */
function withoutCompanies(hits: PlaceHit[], folded: string): PlaceHit[] {
  const names = companyNames(folded).filter(({ start, end }) => hits.filter((hit) => start <= hit.start && hit.end <= end).length === 1);
  return names.length === 0 ? hits : hits.filter((hit) => !names.some(({ start, end }) => start === hit.start && hit.end < end));
}
