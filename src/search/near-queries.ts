import { blurred, syllables } from '../language/pinyin.ts';
import { fold } from '../language/script.ts';
import type { SearchIndex } from './index.ts';

/** So many suggestions are offered; more would be a list to search in. */
const MOST = 5;
/** Spelled are the most frequent terms only: a suggestion should be something that the articles speak of. */
const MOST_TERMS = 30_000;
const LONGEST_TERM = 6;
/** Of the terms that sound alike, so many are tried. */
const MOST_ALIKE = 8;

interface Spelled { term: string; frequency: number }

/**
 * What a reader may have meant by a query that found nothing: pinyin (`lvyou fupin`), initials (`lyfp`), homophones
 * (旅游扶平) and one wrong character. Only for suggestions: it never touches the ranking. Spelling the terms takes a
 * few hundred milliseconds, so it waits until it is asked.
 */
export class NearQueries {
  #bySound: Map<string, Spelled[]> | undefined;
  readonly #byBlur = new Map<string, Spelled[]>();
  readonly #byInitials = new Map<string, Spelled[]>();
  readonly #byLength = new Map<number, Spelled[]>();

  constructor(readonly index: SearchIndex) {}

  /** At most five queries near to this one, the likeliest first; each is made of terms of the articles. */
  suggest(query: string): string[] {
    const folded = fold(query).trim();
    const found = /^[a-z' ]+$/.test(folded) ? this.#fromLatin(folded) : this.#fromCharacters(folded);
    return [...new Set(found.sort((a, b) => b.score - a.score).map(({ text }) => text))].filter((text) => text !== folded).slice(0, MOST);
  }

  #fromLatin(typed: string): { text: string; score: number }[] {
    const bySound = this.#spelled();
    const compact = typed.replace(/[' ]/g, '');
    const found: { text: string; score: number }[] = [];
    for (const table of [bySound, this.#byInitials]) {
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
    this.#spelled();
    const found: { text: string; score: number }[] = [];
    for (let start = 0; start < folded.length; start++) {
      for (let length = 2; length <= LONGEST_TERM && start + length <= folded.length; length++) {
        const part = folded.slice(start, start + length);
        if (!/^\p{Script=Han}+$/u.test(part)) break;
        const known = this.index.lexicon.numberOf(part);
        if (known !== undefined && this.index.postings.frequency(known) > 0) continue;
        const alike = [...(this.#byBlur.get(blurred(syllables(part))) ?? []), ...(length > 2 ? this.#oneOff(part) : [])];
        for (const { term, frequency } of alike.slice(0, MOST_ALIKE)) {
          if (term !== part) found.push({ text: folded.slice(0, start) + term + folded.slice(start + length), score: length * 1000 + frequency });
        }
      }
    }
    return found;
  }

  /** Terms of the same length with one other character. */
  #oneOff(part: string): Spelled[] {
    return (this.#byLength.get(part.length) ?? []).filter(({ term }) => {
      let other = 0;
      for (let i = 0; i < part.length && other < 2; i++) if (term[i] !== part[i]) other++;
      return other === 1;
    });
  }

  /** In how many passages the end of one term stands before the beginning of the other. */
  #adjacent(first: string, second: string): number {
    return this.index.pairs.of(first.charCodeAt(first.length - 1) * 65536 + second.charCodeAt(0));
  }

  #spelled(): Map<string, Spelled[]> {
    if (this.#bySound) return this.#bySound;
    const bySound = new Map<string, Spelled[]>();
    for (const spelled of frequentTerms(this.index)) {
      const sounds = syllables(spelled.term);
      put(bySound, sounds.join(''), spelled);
      put(this.#byBlur, blurred(sounds), spelled);
      put(this.#byInitials, sounds.map((sound) => sound[0]).join(''), spelled);
      put(this.#byLength, spelled.term.length, spelled);
    }
    return (this.#bySound = bySound);
  }
}

function frequentTerms({ lexicon, postings }: SearchIndex): Spelled[] {
  const terms: Spelled[] = [];
  for (let number = 0; number < lexicon.size; number++) {
    const term = lexicon.termOf(number);
    if (term.length >= 2 && term.length <= LONGEST_TERM && /^\p{Script=Han}+$/u.test(term)) terms.push({ term, frequency: postings.frequency(number) });
  }
  return terms.filter(({ frequency }) => frequency > 0).sort((a, b) => b.frequency - a.frequency).slice(0, MOST_TERMS);
}

function put<K>(map: Map<K, Spelled[]>, key: K, spelled: Spelled): void {
  const list = map.get(key);
  if (list) list.push(spelled);
  else map.set(key, [spelled]);
}
