import { neighboursAt } from '../language/neighbours.ts';
import type { NamedRegion } from './gazetteer.ts';

/** A place name in a folded text, before anybody asked which region it means, or whether it means one. */
export interface PlaceHit {
  start: number;
  end: number;
  candidates: readonly NamedRegion[];
}

/** A stretch of a folded text that names a region. Offsets are UTF-16. */
export interface Located {
  start: number;
  end: number;
  code: string;
  /** A part of an address that goes on to a smaller place: 雅安市 in 雅安市雨城区. */
  address: boolean;
}

/** What follows makes the last character of the name the first of another word: 上海|市场, 敖汉|旗下, 海南|区域. */
const RUNS_ON: Record<string, string> = {
  市: '场民值面价盈况井集售政监',
  区: '域块间别位划分',
  县: '域级城',
  州: '立',
  旗: '下舰帜袍号',
  盟: '友主国军',
  省: '略会级',
  乡: '村镇下土亲间',
  镇: '化压静定守流',
  道: '路理德',
};

/** 政 and 监 run on in 市政 and 市监, but not where they begin an office of the city. */
const OFFICE = /^市(?:政[府协]|监委)/;

/** 洪山区|分局 and the branches of banks and companies, where 区分 is no word. */
const BRANCH = /^区分(?:局|行|公司|院|校|中心)/;

/** Whether the character at `end` binds the last one of the name before it into another word. */
export function runsOn(text: string, end: number): boolean {
  if (OFFICE.test(text.slice(end - 1, end + 2))) return false;
  if (BRANCH.test(text.slice(end - 1, end + 3))) return false;
  const next = text[end];
  return next !== undefined && (RUNS_ON[text[end - 1]!]?.includes(next) ?? false);
}

/** Finds all names of a table in a text in one pass: leftmost, longest, without overlap. */
export class Scanner {
  /** Names, longest first, under their first two characters as one number. */
  readonly #buckets = new Map<number, string[]>();
  readonly #names: ReadonlyMap<string, readonly NamedRegion[]>;
  /** 1 for the units that begin a name: most do not, and need no look-up. */
  readonly #first = new Uint8Array(0x10000);

  constructor(names: ReadonlyMap<string, readonly NamedRegion[]>) {
    this.#names = names;
    for (const name of [...names.keys()].sort((a, b) => b.length - a.length)) {
      if (name.length < 2) continue;
      this.#first[name.charCodeAt(0)] = 1;
      const key = neighboursAt(name, 0);
      const bucket = this.#buckets.get(key);
      if (bucket) bucket.push(name);
      else this.#buckets.set(key, [name]);
    }
  }

  /** Hits in the order of the text; offsets are UTF-16, into `folded`. */
  scan(folded: string): PlaceHit[] {
    const hits: PlaceHit[] = [];
    for (let i = 0; i + 1 < folded.length;) {
      if (this.#first[folded.charCodeAt(i)] === 0) {
        i++;
        continue;
      }
      const name = this.#nameAt(folded, i);
      if (name && this.#isCutByWholeName(folded, i, name)) {
        i++;
        continue;
      }
      if (name) hits.push({ start: i, end: i + name.length, candidates: this.#names.get(name)! });
      i += name ? name.length : 1;
    }
    return hits;
  }

  #nameAt(folded: string, at: number): string | undefined {
    const bucket = this.#buckets.get(neighboursAt(folded, at));
    return bucket?.find((one) => folded.startsWith(one, at) && !runsOn(folded, at + one.length));
  }

  /** 长海丰县: the bare name of a county gives way to the whole name that begins inside it. */
  #isCutByWholeName(folded: string, at: number, name: string): boolean {
    if (this.#names.get(name)!.some(({ code, kind }) => kind !== 'stem' || code.length < 6)) return false;
    for (let i = at + 1; i < at + name.length; i++) {
      const inner = this.#nameAt(folded, i);
      if (inner && inner.length > 2 && this.#names.get(inner)!.some(({ kind }) => kind === 'form')) return true;
    }
    return false;
  }
}
