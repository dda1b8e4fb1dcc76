import { fold } from '../language/script.ts';
import { words } from '../language/segment.ts';
import { isFunctionWord, isWord, termOf } from '../language/terms.ts';
import { PairFrequencies, pairsOf } from './bigrams.ts';
import { Lexicon } from './lexicon.ts';
import { PassageStore } from './passage-store.ts';
import { passages } from './passages.ts';
import { MiniSearchPostings, type Postings } from './postings.ts';
import { innerTerms } from './question.ts';

/** What the index needs of an article. */
export interface Indexable { title: string; titleBasis: 'stated' | 'derived'; text: string }

/** Words between passages of two articles never count as neighbours; a word that is not a term keeps its place. */
export const NOT_A_TERM = 0;

/**
 * Everything that is looked up when a question comes: which passages hold a term (postings), the words of each passage
 * in order (forward index), how common a term or a pair of characters is. Built once, then only read.
 */
export class SearchIndex {
  readonly lexicon = new Lexicon();
  readonly store = new PassageStore();
  readonly pairs = new PairFrequencies();
  readonly titles: Uint32Array[] = [];
  /** Per article its folded text, offset-aligned with the printed one. */
  readonly folded: string[] = [];
  readonly foldedTitles: string[] = [];

  constructor(readonly postings: Postings = new MiniSearchPostings()) {
    this.lexicon.add('');
  }

  /** Builds an index of all passages of all articles. The articles' numbers are their places in the array. */
  static build(articles: readonly Indexable[]): SearchIndex {
    const index = new SearchIndex();
    for (const article of articles) index.add(article);
    index.seal();
    return index;
  }

  /** Ends the building: nothing is added after. */
  seal(): void {
    this.store.seal();
  }

  /** Adds one article after those before it. */
  add(article: Indexable): void {
    const number = this.folded.length;
    // A title made from the first sentence says nothing that the text does not say again.
    const printed = article.titleBasis === 'derived' ? '' : fold(article.title);
    this.foldedTitles.push(printed);
    const title = this.#termsOf(printed);
    this.titles.push(Uint32Array.from(title));
    const converted = fold(article.text);
    // Where nothing was converted, one string serves as both.
    const folded = converted === article.text ? article.text : converted;
    this.folded.push(folded);
    for (const span of passages(article.text)) {
      const text = folded.slice(span.start, span.end);
      const terms = this.#termsOf(text);
      const passage = this.store.add(number, span, terms);
      this.pairs.count(pairsOf(text));
      this.#post(passage, [...terms, ...title]);
    }
  }

  #termsOf(folded: string): number[] {
    return words(folded).map((word) => (isWord(word) ? this.lexicon.add(termOf(word)) : NOT_A_TERM));
  }

  /** Function words get no postings: they would be the longest lists and say nothing. */
  #post(passage: number, terms: readonly number[]): void {
    const posted: number[] = [];
    for (const term of terms) {
      if (term === NOT_A_TERM) continue;
      const word = this.lexicon.termOf(term);
      if (isFunctionWord(word)) continue;
      posted.push(term);
      for (const inner of innerTerms(word)) posted.push(this.lexicon.add(inner));
    }
    for (const term of new Set(posted)) this.lexicon.count(term);
    this.postings.add(passage, posted);
  }
}
