import { atOnce } from '../../steps/breather.ts';
import { blurred, syllables } from '../../language/pinyin.ts';
import { fold } from '../../language/script.ts';
import type { Statistics, TermFrequency } from '../index/statistics.ts';

/** So many suggestions are offered; more would be a list to search in. */
const MOST = 5;
/** Only the most frequent terms are spelled: a suggestion should be something that the articles write about. */
const MOST_TERMS = 30_000;
const LONGEST_TERM = 6;
/** In a longer query nobody finds the one wrong character; each of its parts is compared with all terms of its length. In UTF-16 units. */
const LONGEST_QUERY = 60;
/** Of the terms that sound alike, so many are tried. */
const MOST_ALIKE = 8;

/** The terms by how they are found: whole sounds (lvyou), blurred sounds, initials (ly), number of characters. */
interface Tables {
  bySound: Map<string, TermFrequency[]>;
  byBlur: Map<string, TermFrequency[]>;
  byInitials: Map<string, TermFrequency[]>;
  byLength: Map<number, TermFrequency[]>;
}

/**
 * What a reader may have meant by a query that found nothing: pinyin (`lvyou fupin`), initials (`lyfp`), homophones
 * (旅游扶平) and one wrong character. Only for suggestions: it never touches the ranking. Spelling the terms takes a
 * second, so it is done lazily at the first use, or ahead of it by {@link warming}.
 */
export class NearQueries {
  #tables: Tables | undefined;

  constructor(readonly statistics: Statistics) {}

  /** At most five queries near to this one, the likeliest first; each is made of terms of the articles. */
  suggest(query: string): string[] {
    const folded = fold(query).trim();
    if (folded.length > LONGEST_QUERY) return [];
    const found = /^[a-z' ]+$/.test(folded) ? this.#fromLatin(folded) : this.#fromCharacters(folded);
    return [...new Set(found.sort((a, b) => b.score - a.score).map(({ text }) => text))].filter((text) => text !== folded).slice(0, MOST);
  }

  #fromLatin(typed: string): { text: string; score: number }[] {
    const { bySound, byInitials } = this.#spelled();
    const compact = typed.replace(/[' ]/g, '');
    const found: { text: string; score: number }[] = [];
    for (const table of [bySound, byInitials]) {
      // Sounds say more than initials do.
      const weight = table === bySound ? 1000 : 1;
      for (const one of table.get(compact) ?? []) found.push({ text: one.term, score: weight * one.frequency });
      for (let cut = 1; cut < compact.length; cut++) {
        for (const first of (table.get(compact.slice(0, cut)) ?? []).slice(0, MOST_ALIKE)) {
          for (const second of (table.get(compact.slice(cut)) ?? []).slice(0, MOST_ALIKE)) {
            const together = this.#adjacent(first.term, second.term);
            if (together > 0) found.push({ text: first.term + second.term, score: 2 * weight * together });
          }
        }
      }
    }
    return found;
  }

  #fromCharacters(folded: string): { text: string; score: number }[] {
    const { byBlur, byLength } = this.#spelled();
    const found: { text: string; score: number }[] = [];
    for (let start = 0; start < folded.length; start++) {
      for (let length = 2; length <= LONGEST_TERM && start + length <= folded.length; length++) {
        const part = folded.slice(start, start + length);
        if (!/^\p{Script=Han}+$/u.test(part)) break;
        if (this.statistics.frequencyOf(part) > 0) continue;
        const alike = [
          ...(byBlur.get(blurred(syllables(part))) ?? []),
          ...(length > 2 ? oneOff(part, byLength.get(part.length) ?? []) : []),
        ];
        for (const { term, frequency } of alike.slice(0, MOST_ALIKE)) {
          if (term !== part)
            found.push({ text: folded.slice(0, start) + term + folded.slice(start + length), score: length * 1000 + frequency });
        }
      }
    }
    return found;
  }

  /** In how many passages the end of one term stands before the beginning of the other. */
  #adjacent(first: string, second: string): number {
    return this.statistics.pairs.of(first.charCodeAt(first.length - 1) * 65536 + second.charCodeAt(0));
  }

  #spelled(): Tables {
    return this.#tables ?? atOnce(this.warming());
  }

  /** Spells the terms ahead of the first query; yields between slices of work. */
  *warming(): Generator<void, Tables> {
    if (this.#tables) return this.#tables;
    const tables: Tables = { bySound: new Map(), byBlur: new Map(), byInitials: new Map(), byLength: new Map() };
    for (const spelled of yield* this.statistics.frequent(MOST_TERMS, isSpelled)) {
      const sounds = syllables(spelled.term);
      put(tables.bySound, sounds.join(''), spelled);
      put(tables.byBlur, blurred(sounds), spelled);
      put(tables.byInitials, sounds.map((sound) => sound[0]).join(''), spelled);
      put(tables.byLength, spelled.term.length, spelled);
      yield;
    }
    return (this.#tables = tables);
  }
}

/** Terms of the same length with one other character. */
function oneOff(part: string, terms: readonly TermFrequency[]): TermFrequency[] {
  return terms.filter(({ term }) => {
    let other = 0;
    for (let i = 0; i < part.length && other < 2; i++) if (term[i] !== part[i]) other++;
    return other === 1;
  });
}

const isSpelled = (term: string) => term.length >= 2 && term.length <= LONGEST_TERM && /^\p{Script=Han}+$/u.test(term);

function put<K>(map: Map<K, TermFrequency[]>, key: K, spelled: TermFrequency): void {
  const list = map.get(key);
  if (list) list.push(spelled);
  else map.set(key, [spelled]);
}
