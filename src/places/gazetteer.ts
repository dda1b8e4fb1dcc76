import { readFileSync } from 'node:fs';
import { atOnce } from '../steps/breather.ts';
import { fold } from '../language/script.ts';
import { PROVINCE_LETTERS } from './abbreviations.ts';
import { Divisions } from './divisions.ts';
import { nameForms, bookKey, villageName } from './names.ts';
import { isWithin, levelOf } from './region.ts';
import type { Region } from './region.ts';
import { Villages } from './villages.ts';

const OTHER_NAMES = new URL('./data/other-names.txt', import.meta.url);

/** How a name stands for a region: whole or with its kind (雅安市, 三坝乡), of old (襄樊市), or bare (雅安). */
export type RegionNameKind = 'form' | 'former' | 'stem';

/** One region that a name may mean. */
export interface NamedRegion {
  code: string;
  kind: RegionNameKind;
}

/** The signs of data/other-names.txt. */
const KIND_OF_SIGN = { '=': 'form', '~': 'stem', '<': 'former' } as const;

const KIND_ORDER: Record<RegionNameKind, number> = { form: 0, stem: 1, former: 2 };

/**
 * China's administrative divisions by code and by name.
 *
 * Provinces, prefectures and counties are indexed at loading; towns when a town is first asked for; villages are read
 * a province at a time.
 */
export class Gazetteer {
  readonly #divisions: Divisions;
  readonly #villages = new Villages();
  /** Folded names of provinces, prefectures and counties. */
  readonly names = new Map<string, NamedRegion[]>();
  #townNames: Map<string, NamedRegion[]> | undefined;
  readonly #regions = new Map<string, Region>();

  private constructor(divisions: Divisions) {
    this.#divisions = divisions;
  }

  /** Reads the committed tables: some tens of milliseconds. @throws where they are missing. */
  static load(): Gazetteer {
    return atOnce(Gazetteer.loading());
  }

  /** The same, in steps. */
  static *loading(): Generator<void, Gazetteer> {
    const divisions = Divisions.load();
    yield;
    const gazetteer = new Gazetteer(divisions);
    const pairs: [string, NamedRegion][] = [];
    for (const code of divisions.upperCodes()) collect(pairs, code, divisions.name(code)!);
    yield* index(pairs, gazetteer.names);
    yield* index(gazetteer.#readOtherNames(readFileSync(OTHER_NAMES, 'utf8')), gazetteer.names);
    return gazetteer;
  }

  /** The region of a code of 2, 4, 6, 9 or 12 digits; undefined where the code book has none. */
  byCode(code: string): Region | undefined {
    const known = this.#regions.get(code);
    if (known) return known;
    const region = code.length === 12 ? this.#village(code) : this.#divisions.region(code);
    if (region) this.#regions.set(code, region);
    return region;
  }

  /** Regions one level down, in the code book's order; those of '' are the provinces, those of a town its villages. */
  children(code: string): Region[] {
    const codes = code.length === 9 ? this.#villages.of(code).map(([village]) => village) : this.#divisions.childCodes(code);
    return codes.map((child) => this.byCode(child)!);
  }

  /** The code one level up; '' for a province. */
  parent(code: string): string {
    return this.#divisions.parent(code);
  }

  /**
   * The regions that `query` may mean, best first; none where nothing fits.
   *
   * Either script; full names, short names (雅安, 科左后旗), former names (襄樊), and paths from the greater to the
   * smaller (四川雅安, 云南省香格里拉市三坝乡安南村). A name of several regions gives them all, greater levels first. Towns
   * are looked for under a bare name only where no county or greater region has it.
   */
  find(query: string): Region[] {
    const text = bookKey(query);
    if (text === '') return [];
    const whole = this.#lookup(text);
    const found = whole.length > 0 ? whole : this.#path(text);
    return found.map((code) => this.byCode(code)!);
  }

  /** Regions at town level that are called so: 三坝乡, 三坝纳西族乡. `name` is folded. */
  townsNamed(name: string): readonly NamedRegion[] {
    return this.townNames().get(name) ?? [];
  }

  /** Folded names of all towns; made when first asked for (about 0.2 s), or by {@link warming}. */
  townNames(): ReadonlyMap<string, readonly NamedRegion[]> {
    return this.#townNames ?? atOnce(this.warming());
  }

  /** Makes the names of all towns, in steps. */
  *warming(): Generator<void, ReadonlyMap<string, readonly NamedRegion[]>> {
    if (this.#townNames) return this.#townNames;
    const pairs: [string, NamedRegion][] = [];
    let done = 0;
    for (const [code, town] of this.#divisions.allTowns()) {
      collect(pairs, code, town);
      if (++done % STEP === 0) yield;
    }
    return (this.#townNames = yield* index(pairs, new Map()));
  }

  /** Villages of a town by the names news uses, folded: 安南村, 土桥社区. */
  villagesOf(town: string): [code: string, name: string][] {
    const villages = this.#villages.of(town);
    const folded = fold(villages.map(([, name]) => villageName(name)).join('\n')).split('\n');
    return villages.map(([code], i) => [code, folded[i]!]);
  }

  #lookup(text: string): string[] {
    const letter = PROVINCE_LETTERS.get(text);
    const upper = this.names.get(text) ?? (letter ? [{ code: letter, kind: 'stem' as const }] : []);
    const towns = this.townsNamed(text).filter(({ kind }) => kind !== 'stem' || upper.length === 0);
    return [...upper, ...towns].sort(byRank).map(({ code }) => code);
  }

  /** Every way to read `text` as a chain of names, each within the one before. */
  #path(text: string): string[] {
    const found = new Set<string>();
    for (let cut = text.length - 1; cut >= 2; cut--) {
      const rest = text.slice(cut);
      for (const { code } of this.names.get(text.slice(0, cut)) ?? []) {
        for (const inner of this.#within(rest, code)) found.add(inner);
      }
      if (cut < 3) continue;
      for (const { code, kind } of this.townsNamed(text.slice(0, cut))) {
        if (kind === 'stem') continue;
        for (const [village, name] of this.villagesOf(code)) if (name === rest) found.add(village);
      }
    }
    return [...found];
  }

  #within(rest: string, holder: string): string[] {
    const direct = this.#lookup(rest).filter((code) => code !== holder && isWithin(code, holder));
    if (direct.length > 0) return direct;
    const chained = this.#path(rest).filter((code) => isWithin(code, holder));
    if (chained.length > 0 || holder.length < 6) return chained;
    const towns = holder.length === 9 ? [holder] : this.#divisions.childCodes(holder);
    return towns.flatMap((town) =>
      this.villagesOf(town)
        .filter(([, name]) => name === rest)
        .map(([code]) => code),
    );
  }

  #village(code: string): Region | undefined {
    const town = this.byCode(code.slice(0, 9));
    const name = this.#villages.of(code.slice(0, 9)).find(([village]) => village === code)?.[1];
    return town && name ? { code, name, path: [...town.path, name], level: 'village' } : undefined;
  }

  #readOtherNames(table: string): [string, NamedRegion][] {
    const pairs: [string, NamedRegion][] = [];
    for (const line of table.split('\n')) {
      const match = /^(\S+) ([=~<]) (?:([^\s/]+)\/)?([^\s/]+)$/.exec(line);
      if (!match) continue;
      const [, name, sign, holder, full] = match;
      const holders = holder ? this.names.get(fold(holder))! : [];
      const meant = (this.names.get(fold(full!)) ?? []).filter(
        ({ code, kind }) => kind === 'form' && holders.every((above) => isWithin(code, above.code)),
      );
      if (meant.length !== 1) throw new Error(`data/other-names.txt: "${line}" means ${meant.length} divisions`);
      pairs.push([name!, { code: meant[0]!.code, kind: KIND_OF_SIGN[sign as keyof typeof KIND_OF_SIGN] }]);
    }
    return pairs;
  }
}

/** Greater levels first; a whole name before a bare one, that before a former one; then the code book's order. */
function byRank(a: NamedRegion, b: NamedRegion): number {
  return a.code.length - b.code.length || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || (a.code < b.code ? -1 : 1);
}

function collect(pairs: [string, NamedRegion][], code: string, name: string): void {
  const { forms, stems } = nameForms(name, levelOf(code));
  for (const form of forms) pairs.push([form, { code, kind: 'form' }]);
  for (const stem of stems) pairs.push([stem, { code, kind: 'stem' }]);
}

/** Names between two steps. */
const STEP = 500;

/** Files the regions under their folded names, in steps. */
function* index(pairs: [string, NamedRegion][], into: Map<string, NamedRegion[]>): Generator<void, Map<string, NamedRegion[]>> {
  const unsettled = yield* changedByFolding(pairs);
  let done = 0;
  for (const [name, region] of pairs) {
    if (++done % STEP === 0) yield;
    const key = unsettled.test(name) ? fold(name) : name;
    const known = into.get(key);
    if (!known) into.set(key, [region]);
    else if (!known.some(({ code }) => code === region.code)) known.push(region);
  }
  return into;
}

/**
 * The few characters in the names that folding changes (乾县 folds to 干县). Folding all 45 thousand names takes half a
 * second; folding each of their characters once, a line each, and then only the names that need it, a few milliseconds.
 */
function* changedByFolding(pairs: [string, NamedRegion][]): Generator<void, RegExp> {
  const characters = new Set<string>();
  let done = 0;
  for (const [name] of pairs) {
    if (++done % STEP === 0) yield;
    for (const character of name) characters.add(character);
  }
  const all = [...characters];
  const changed: string[] = [];
  for (let start = 0; start < all.length; start += STEP) {
    const some = all.slice(start, start + STEP);
    const folded = fold(some.join('\n')).split('\n');
    changed.push(...some.filter((character, i) => folded[i] !== character));
    yield;
  }
  return new RegExp(`[${changed.map((character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join('')}]`, 'u');
}
