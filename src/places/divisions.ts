import { readFileSync } from 'node:fs';
import { levelOf } from './region.ts';
import type { Region } from './region.ts';

const TABLE = new URL('./data/divisions.txt', import.meta.url);

/**
 * Provinces, prefectures, counties and towns by their codes.
 *
 * The file is read whole, but the towns of a county are taken apart only when they are asked for: most runs touch few.
 */
export class Divisions {
  readonly #names = new Map<string, string>();
  /** A parent's towns as the file writes them: see the head of data/divisions.txt. */
  readonly #towns = new Map<string, string>();
  readonly #children = new Map<string, string[]>();

  /** @throws where the table is missing: it is committed, so that means a broken checkout. */
  static load(): Divisions {
    return new Divisions(readFileSync(TABLE, 'utf8'));
  }

  constructor(table: string) {
    for (const line of table.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [code, name, towns] = line.split('\t') as [string, string, string | undefined];
      this.#names.set(code, name);
      if (towns) this.#towns.set(code, towns);
      const parent = code.length > 2 ? this.parent(code) : '';
      const siblings = this.#children.get(parent);
      if (siblings) siblings.push(code);
      else this.#children.set(parent, [code]);
    }
  }

  /** Codes of provinces, prefectures and counties, in the order of the code book. */
  upperCodes(): Iterable<string> {
    return this.#names.keys();
  }

  /** Codes and names of the towns directly below a county (or a prefecture that has no counties, as 东莞市). */
  townsOf(parent: string): [code: string, name: string][] {
    const packed = this.#towns.get(parent);
    if (!packed) return [];
    const digits = 9 - parent.length;
    return packed.split(' ').map((item) => [parent + item.slice(0, digits), item.slice(digits)]);
  }

  /** Every town of the country. */
  *allTowns(): Iterable<[code: string, name: string]> {
    for (const parent of this.#towns.keys()) yield* this.townsOf(parent);
  }

  /** Codes one level down; '' has the provinces. Villages are not known here. */
  childCodes(parent: string): string[] {
    return [...(this.#children.get(parent) ?? []), ...this.townsOf(parent).map(([code]) => code)];
  }

  /** The code that holds this one; levels that the code book only pretends (1101 市辖区) are skipped. */
  parent(code: string): string {
    for (const length of [9, 6, 4, 2]) {
      const above = code.slice(0, length);
      if (length < code.length && (length === 9 || this.#names.has(above))) return above;
    }
    return '';
  }

  /** The name of a province, prefecture, county or town; undefined where there is none of that code. */
  name(code: string): string | undefined {
    if (code.length !== 9) return this.#names.get(code);
    return this.townsOf(this.parent(code)).find(([town]) => town === code)?.[1];
  }

  region(code: string): Region | undefined {
    const name = this.name(code);
    if (name === undefined) return undefined;
    const path = [name];
    for (let above = this.parent(code); above !== ''; above = this.parent(above)) path.unshift(this.name(above)!);
    return { code, name, path, level: levelOf(code) };
  }
}
