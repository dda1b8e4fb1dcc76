import { provinceLetters } from './abbreviations.ts';
import { COMMON_WORDS, DESCRIPTIONS, WELL_KNOWN } from './bare-names.ts';
import { isAbroad, namesThePlace, standsAlone } from './context.ts';
import type { Gazetteer, NamedRegion } from './gazetteer.ts';
import { isWithin } from './region.ts';
import { Scanner } from './scan.ts';
import type { Hit, Located } from './scan.ts';
import { locateTowns, locateVillages } from './towns.ts';

const scanners = new WeakMap<Gazetteer, Scanner>();

/** Every stretch of `folded` that names one region for certain, in the order of the text. */
export function locate(folded: string, gazetteer: Gazetteer): Located[] {
  let scanner = scanners.get(gazetteer);
  if (!scanner) scanners.set(gazetteer, (scanner = new Scanner(gazetteer.names)));
  const hits = scanner.scan(folded);
  const codes = hits.map((hit) => certain(hit, folded));
  chain(hits, codes, folded);
  support(hits, codes, gazetteer);
  recall(hits, codes, folded);

  const found: Located[] = [];
  hits.forEach(({ start, end }, i) => {
    if (codes[i]) found.push({ start, end, code: codes[i], address: false });
  });
  for (const letter of provinceLetters(folded)) {
    if (!hits.some(({ start, end }) => letter.start < end && start < letter.end)) found.push({ ...letter, address: false });
  }
  found.sort((a, b) => a.start - b.start);
  found.push(...locateTowns(folded, found, gazetteer));
  found.push(...locateVillages(folded, found, gazetteer));
  found.sort((a, b) => a.start - b.start);
  found.forEach((one, i) => {
    const next = found[i + 1];
    if (next && next.start === one.end && next.code !== one.code && isWithin(next.code, one.code)) one.address = true;
  });
  return found;
}

type Code = string | null;

/** What a name means by itself: a whole name that one region has, or the bare name of a province or prefecture. */
function certain(hit: Hit, folded: string): Code {
  const { start, end, candidates } = hit;
  const whole = candidates.filter(({ kind }) => kind === 'form');
  const forms = whole.length > 0 ? whole : candidates.filter(({ kind }) => kind === 'former');
  if (forms.length > 0) {
    const only = forms.length === 1 && !DESCRIPTIONS.test(folded.slice(start, end)) && !isAbroad(folded, start);
    return only ? forms[0]!.code : null;
  }
  const name = folded.slice(start, end);
  const code = bareName(name, candidates);
  return code && namesThePlace(folded, start, end) && standsAlone(folded, start, end) ? code : null;
}

/** The region that a bare name means without more ado: of provinces and prefectures, and of well-known counties. */
function bareName(name: string, candidates: readonly NamedRegion[]): Code {
  if (COMMON_WORDS.has(name)) return null;
  const length = Math.min(...candidates.map(({ code }) => code.length));
  if (length > 4 && !WELL_KNOWN.has(name)) return null;
  const greatest = candidates.filter(({ code }) => code.length === length);
  return greatest.length === 1 ? greatest[0]!.code : null;
}

/** A name right behind a region's that holds a place so called: 北京|朝阳, 山西大同|城区. */
function chain(hits: readonly Hit[], codes: Code[], folded: string): void {
  for (let i = 1; i < hits.length; i++) {
    const before = codes[i - 1];
    const hit = hits[i]!;
    if (!before || !/^[·\s]?$/.test(folded.slice(hits[i - 1]!.end, hit.start))) continue;
    const inner = hit.candidates.filter(({ code }) => code !== before && isWithin(code, before));
    if (inner.length !== 1 || (codes[i] && isWithin(codes[i]!, before))) continue;
    const bare = inner[0]!.kind === 'stem';
    if (bare && !(namesThePlace(folded, hit.start, hit.end) && standsAlone(folded, hit.start, hit.end))) continue;
    codes[i] = inner[0]!.code;
  }
}

/** A whole name of many regions is the one whose prefecture or province the article names. */
function support(hits: readonly Hit[], codes: Code[], gazetteer: Gazetteer): void {
  const named = [...codes];
  const known = new Set(named.filter((code) => code !== null));
  hits.forEach((hit, i) => {
    if (codes[i]) return;
    const forms = hit.candidates.filter(({ kind }) => kind !== 'stem');
    if (forms.length < 2) return;
    const supported = forms.map(({ code }) => ({ code, by: known.has(code) ? code : nearestKnown(code, known, gazetteer) }));
    const closest = Math.max(...supported.map(({ by }) => by.length));
    const best = supported.filter(({ by }) => closest > 0 && by.length === closest);
    if (best.length === 1) codes[i] = best[0]!.code;
    else if (best.length > 1) codes[i] = lastNamedBefore(i, best, named);
  });
}

function nearestKnown(code: string, known: ReadonlySet<string>, gazetteer: Gazetteer): string {
  for (let above = gazetteer.parent(code); above !== ''; above = gazetteer.parent(above)) {
    if (known.has(above)) return above;
  }
  return '';
}

/** Of regions equally supported, the one whose supporter was the last to be named before it. */
function lastNamedBefore(index: number, best: { code: string; by: string }[], named: readonly Code[]): Code {
  for (let i = index - 1; i >= 0; i--) {
    const fits = best.filter(({ by }) => by === named[i]);
    if (fits.length === 1) return fits[0]!.code;
    if (fits.length > 1) return null;
  }
  return null;
}

/** A bare name is that of a region which the article has named whole: 雨城区 …… 雨城. */
function recall(hits: readonly Hit[], codes: Code[], folded: string): void {
  const known = new Set(codes.filter((code) => code !== null));
  hits.forEach((hit, i) => {
    if (codes[i]) return;
    const fits = hit.candidates.filter(({ code }) => known.has(code));
    if (fits.length !== 1) return;
    if (fits[0]!.kind === 'stem') {
      if (!namesThePlace(folded, hit.start, hit.end) || !standsAlone(folded, hit.start, hit.end)) return;
    }
    codes[i] = fits[0]!.code;
  });
}
