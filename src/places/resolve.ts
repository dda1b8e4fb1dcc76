import { NAMES_THAT_ARE_WORDS, DESCRIPTIONS, EVERYDAY_WORDS, RUN_INTO, WELL_KNOWN, WORDS_TOO } from './bare-names.ts';
import { beginsInsideWord, beginsWord, isAbroad, isLake, namesThePlace, standsAlone, standsFree } from './context.ts';
import type { Gazetteer, NamedRegion } from './gazetteer.ts';
import { isWithin } from './region.ts';
import type { PlaceHit } from './scan.ts';

/** A name that says what the place is. */
const WITH_KIND = /[省市县区州旗盟]$/;

const TAIWAN = '71';

/** The code of the region that a hit means; null where it means none, or where nothing tells which. */
export type Code = string | null;

/**
 * What each of the hits (in the order of the text) means, by itself and by what else is named; the hits come back less
 * the candidates that are none.
 */
export function resolveHits(
  scanned: readonly PlaceHit[],
  folded: string,
  gazetteer: Gazetteer,
): { codes: Code[]; hits: readonly PlaceHit[] } {
  const given = acrossTheStrait(scanned);
  const codes = given.map((hit, i) => certain(hit, given[i + 1], folded));
  chain(given, codes, folded);
  const hits = withoutStrangers(given, codes, folded);
  support(hits, codes, folded, gazetteer);
  bareWithin(hits, codes, folded, gazetteer);
  recall(hits, codes, folded);
  enumerate(hits, codes, folded, gazetteer);
  giveWay(hits, codes, folded, gazetteer);
  return { codes, hits };
}

/**
 * Districts of Taiwan, many of which are called as one of the mainland or as a word, are meant where the text names
 * Taiwan or a city or county of it.
 */
function acrossTheStrait(hits: readonly PlaceHit[]): readonly PlaceHit[] {
  const isDistrict = ({ code }: NamedRegion) => isWithin(code, TAIWAN) && code.length > 4;
  const isGreat = ({ code }: NamedRegion) => isWithin(code, TAIWAN) && code.length <= 4;
  if (hits.some(({ candidates }) => candidates.some(isGreat))) return hits;
  return hits
    .map((hit) => (hit.candidates.some(isDistrict) ? { ...hit, candidates: hit.candidates.filter((one) => !isDistrict(one)) } : hit))
    .filter(({ candidates }) => candidates.length > 0);
}

/** The regions of which a hit has the whole name, where nothing speaks against a place but it has namesakes: 朝阳区. */
export function namesakeRegions({ start, end, candidates }: PlaceHit, folded: string): readonly NamedRegion[] {
  const forms = candidates.filter(({ kind }) => kind === 'form');
  const name = folded.slice(start, end);
  return forms.length > 1 && !DESCRIPTIONS.test(name) && (name.length > 2 || beginsWord(folded, start)) ? forms : [];
}

/** What a name means by itself: a whole name that one region has, or the bare name of a province or prefecture. */
function certain(hit: PlaceHit, next: PlaceHit | undefined, folded: string): Code {
  const { start, end, candidates } = hit;
  const name = folded.slice(start, end);
  const whole = candidates.filter(({ kind }) => kind === 'form');
  const forms = whole.length > 0 ? whole : candidates.filter(({ kind }) => kind === 'former');
  if (forms.length > 0) {
    if (/^.城市$/.test(name) && beginsInsideWord(folded, start)) return null;
    // 机场以东|山区 has no 东山区.
    if (/^[东西南北].?区$/.test(name) && /[以往向朝偏正]/.test(folded[start - 1] ?? '')) return null;
    const only = forms.length === 1 && !DESCRIPTIONS.test(name) && !RUN_INTO.test(name) && !isAbroad(folded, start);
    // 襄樊 is as bare as 襄阳 (襄樊舰).
    const bare = forms[0]!.kind === 'former' && !WITH_KIND.test(name);
    return only && (bare ? isUsedAsPlace(hit, folded) : name.length > 2 || beginsWord(folded, start)) ? forms[0]!.code : null;
  }
  const code = bareName(name, candidates);
  if (!code) return null;
  // 山西|太原 is an address, whatever the segmenter says; what follows is asked of the last name alone.
  const address = next?.start === end && next.candidates.some((inner) => isWithin(inner.code, code));
  return (address && !isAbroad(folded, start)) || isUsedAsPlace(hit, folded) ? code : null;
}

function isUsedAsPlace({ start, end }: PlaceHit, folded: string, behindHolder = false): boolean {
  return (
    !EVERYDAY_WORDS.has(folded.slice(start, end)) && namesThePlace(folded, start, end) && standsAlone(folded, start, end, behindHolder)
  );
}

/** The region that a bare name means without more ado: of provinces and prefectures, and of well-known counties. */
function bareName(name: string, candidates: readonly NamedRegion[]): Code {
  if (NAMES_THAT_ARE_WORDS.has(name)) return null;
  const first = greatest(candidates);
  if (first[0]!.code.length > 4 && !WELL_KNOWN.has(name)) return null;
  return first.length === 1 ? first[0]!.code : null;
}

/** Those of the greatest level: 朝阳 in 辽宁 is the city before its county. */
function greatest(candidates: readonly NamedRegion[]): readonly NamedRegion[] {
  const length = Math.min(...candidates.map(({ code }) => code.length));
  return candidates.filter(({ code }) => code.length === length);
}

/** A name right behind a region's that holds a place so called: 北京|朝阳, 山西大同|城区. */
function chain(hits: readonly PlaceHit[], codes: Code[], folded: string): void {
  for (let i = 1; i < hits.length; i++) {
    const before = codes[i - 1];
    const hit = hits[i]!;
    if (!before || !/^[·\s]?$/.test(folded.slice(hits[i - 1]!.end, hit.start))) continue;
    const inner = greatest(hit.candidates.filter(({ code }) => code !== before && isWithin(code, before)));
    if (inner.length !== 1 || (codes[i] && isWithin(codes[i]!, before))) continue;
    const bare = inner[0]!.kind === 'stem';
    if (bare && (isLake(folded, hit.start, hit.end) || !isUsedAsPlace(hit, folded, hits[i - 1]!.end === hit.start))) continue;
    codes[i] = inner[0]!.code;
  }
}

/** A district right behind a city that holds none of that name is nobody else's: 台北市|大安区 is not in 自贡. */
function withoutStrangers(hits: readonly PlaceHit[], codes: Code[], folded: string): readonly PlaceHit[] {
  return hits.map((hit, i) => {
    const city = codes[i - 1];
    const isDistrict = hit.candidates.length > 0 && hit.candidates.every(({ kind }) => kind !== 'stem') && hits[i - 1]?.end === hit.start;
    if (!isDistrict || !city || city.length > 4 || folded[hit.end - 1] !== '区') return hit;
    if (hit.candidates.some(({ code }) => isWithin(code, city))) return hit;
    codes[i] = null;
    return { ...hit, candidates: [] };
  });
}

/** A whole name of many regions is the one whose prefecture or province the article names. */
function support(hits: readonly PlaceHit[], codes: Code[], folded: string, gazetteer: Gazetteer): void {
  const named = [...codes];
  const known = new Set(named.filter((code) => code !== null));
  hits.forEach((hit, i) => {
    if (codes[i]) return;
    const forms = hit.candidates.filter(({ kind }) => kind !== 'stem');
    const name = folded.slice(hit.start, hit.end);
    if (forms.length === 0 || DESCRIPTIONS.test(name) || (forms.length === 1 && !RUN_INTO.test(name))) return;
    if (name.length === 2 && !beginsWord(folded, hit.start)) return;
    const supported = forms.map(({ code }) => ({ code, by: nearestKnown(code, known, gazetteer) }));
    const closest = Math.max(...supported.map(({ by }) => by.length));
    const best = supported.filter(({ by }) => closest > 0 && by.length === closest);
    if (best.length === 1) codes[i] = best[0]!.code;
    else if (best.length > 1) codes[i] = lastNamedBefore(i, best, named);
  });
}

function nearestKnown(code: string, known: ReadonlySet<string>, gazetteer: Gazetteer): string {
  for (let above = code; above !== ''; above = gazetteer.parent(above)) {
    if (known.has(above)) return above;
  }
  return '';
}

/** A bare name is that of the one county so called in a province or prefecture that the article names: 安徽 …… 界首. */
function bareWithin(hits: readonly PlaceHit[], codes: Code[], folded: string, gazetteer: Gazetteer): void {
  const known = new Set(codes.filter((code) => code !== null));
  hits.forEach((hit, i) => {
    if (codes[i] || hit.candidates.some(({ kind, code }) => kind !== 'stem' || code.length < 6)) return;
    if (WORDS_TOO.has(folded.slice(hit.start, hit.end)) && !/[在到于赴从抵]/.test(folded[hit.start - 1] ?? '')) return;
    const inside = hit.candidates.filter(({ code }) => {
      const holder = nearestKnown(gazetteer.parent(code), known, gazetteer);
      // 龙江 is short for 黑龙江.
      return holder !== '' && !gazetteer.byCode(holder)!.name.includes(folded.slice(hit.start, hit.end));
    });
    if (inside.length === 1 && isUsedAsPlace(hit, folded) && standsFree(folded, hit.start, hit.end)) codes[i] = inside[0]!.code;
  });
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
function recall(hits: readonly PlaceHit[], codes: Code[], folded: string): void {
  const known = new Set(codes.filter((code) => code !== null));
  hits.forEach((hit, i) => {
    if (codes[i]) return;
    const fits = hit.candidates.filter(({ code }) => known.has(code));
    if (fits.length !== 1 || (fits[0]!.kind === 'stem' && !isUsedAsPlace(hit, folded))) return;
    codes[i] = fits[0]!.code;
  });
}

/** In a list, a bare name is one of the siblings of its neighbour: 昌平、顺义、朝阳. */
function enumerate(hits: readonly PlaceHit[], codes: Code[], folded: string, gazetteer: Gazetteer): void {
  const join = (i: number, j: number) => {
    const known = codes[i];
    const hit = hits[j];
    if (!known || !hit || codes[j]) return;
    const siblings = hit.candidates.filter(
      ({ code }) => code.length === known.length && gazetteer.parent(code) === gazetteer.parent(known),
    );
    if (siblings.length !== 1 || DESCRIPTIONS.test(folded.slice(hit.start, hit.end))) return;
    if (isUsedAsPlace(hit, folded)) codes[j] = siblings[0]!.code;
  };
  const listed = (i: number) => /^[、和]$/.test(folded.slice(hits[i]!.end, hits[i + 1]?.start));
  for (let i = 0; i + 1 < hits.length; i++) if (listed(i)) join(i, i + 1);
  for (let i = hits.length - 2; i >= 0; i--) if (listed(i)) join(i + 1, i);
}

/** The bare name of a far prefecture, alone of its province, that a town in a place of the article has too: 塔城 in 维西县. */
function giveWay(hits: readonly PlaceHit[], codes: Code[], folded: string, gazetteer: Gazetteer): void {
  const known = [...new Set(codes.filter((code) => code !== null))];
  hits.forEach(({ start, end, candidates }, i) => {
    const code = codes[i];
    if (code?.length !== 4 || candidates.every((one) => one.code !== code || one.kind !== 'stem')) return;
    if (known.some((other) => other !== code && isWithin(other, code.slice(0, 2)))) return;
    const holders = known.filter((other) => other !== code && other.length >= 4);
    if (
      holders.length > 0 &&
      gazetteer.townsNamed(folded.slice(start, end)).some((town) => holders.some((holder) => isWithin(town.code, holder)))
    )
      codes[i] = null;
  });
}
