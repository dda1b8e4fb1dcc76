/** Occurrences looked at of one pair of characters: more say nothing new, and the work stays linear. */
const ENOUGH = 24;

/**
 * What the rest of an article says of a stretch: the same string elsewhere votes on where a name ends. Made for the
 * places where names may begin; one pass over the text.
 */
export class Recurrence {
  readonly #folded: string;
  readonly #positions = new Map<number, number[]>();

  /** @param starts offsets (UTF-16) at which candidates may begin. */
  constructor(folded: string, starts: Iterable<number>) {
    this.#folded = folded;
    const wanted = new Uint8Array(0x10000);
    for (const at of starts) {
      if (at < 0 || at + 1 >= folded.length) continue;
      this.#positions.set(pairAt(folded, at), []);
      wanted[folded.charCodeAt(at)] = 1;
    }
    if (this.#positions.size === 0) return;
    for (let at = 0; at + 1 < folded.length; at++) {
      if (wanted[folded.charCodeAt(at)] === 0) continue;
      const list = this.#positions.get(pairAt(folded, at));
      if (list && list.length < ENOUGH) list.push(at);
    }
  }

  /**
   * How often the stretch stands elsewhere in the text, and how often there the same character follows it as here.
   * A stretch whose start was not announced has no occurrences.
   */
  elsewhere(start: number, end: number): { times: number; same: number } {
    const folded = this.#folded;
    let times = 0;
    let same = 0;
    const next = folded.charCodeAt(end);
    for (const at of this.#positions.get(pairAt(folded, start)) ?? []) {
      if (at === start || !equal(folded, at, start, end - start)) continue;
      times++;
      if (folded.charCodeAt(at + end - start) === next) same++;
    }
    return { times, same };
  }
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

function equal(text: string, a: number, b: number, length: number): boolean {
  for (let i = 2; i < length; i++) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
}
