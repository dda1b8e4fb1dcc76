import { type Statistics } from '../../search/index/statistics.ts';
import { SearchIndex } from '../../search/index/index.ts';
import { Lexicon } from '../../search/index/lexicon.ts';
import { PassageStoreWriter } from '../../search/index/passage-store.ts';
import { posting, Postings } from '../../search/index/postings.ts';
import { SparseRowsWriter } from '../../search/index/sparse-rows.ts';
import type { Question } from '../../search/question/question.ts';
import { atOnce } from '../../steps/breather.ts';
import type { FoundCandidates, Total } from '../collection.ts';
import type { PassageDoc } from './documents.ts';

/**
 * An index of the passages that were fetched for a question, with the postings of its words alone: ranking, quoting and deciding
 * go on over it as over one of all articles. An article's text is there where a passage of it is, and blank elsewhere, so that
 * offsets are the article's.
 */
export function smallIndex(question: Question, fetched: readonly PassageDoc[], statistics: Statistics, total: Total): FoundCandidates {
  const docs = [...fetched].sort((a, b) => a.order - b.order || a.start - b.start);
  const lexicon = new Lexicon();
  for (const term of [question, ...question.others].flatMap(({ terms }) => terms)) lexicon.add(term);
  const rows = new SparseRowsWriter();
  const store = new PassageStoreWriter();
  const articles: { id: string; texts: Pieces; folded: Pieces; title: string }[] = [];
  for (const doc of docs) {
    let article = articles.at(-1);
    if (article?.id !== doc.id) {
      article = { id: doc.id, texts: new Pieces(), folded: new Pieces(), title: doc.folded_title };
      articles.push(article);
      store.beginArticle();
    }
    article.texts.add(doc.start, doc.text);
    article.folded.add(doc.start, doc.folded ?? doc.text);
    store.add({ start: doc.start, end: doc.start + doc.text.length }, doc.length);
    rows.beginRow();
    for (const [term, value] of postingsOf(doc, lexicon)) rows.push(term, value);
  }
  const texts = articles.map((article) => article.texts.whole());
  const index = new SearchIndex(
    lexicon,
    new Postings(atOnce(atOnce(rows.finishing()).transposed(lexicon.size))),
    atOnce(store.finishing()),
    statistics,
    articles.map(({ folded }) => folded.whole()),
    articles.map(({ title }) => title),
  );
  return {
    index,
    passages: [...docs.keys()],
    total,
    textOf: (article) => texts[article]!,
    idOf: (article) => articles[article]!.id,
  };
}

/** What the document says of the question's words, by their numbers, as `posting` reads it. */
function postingsOf({ words, inner, title }: PassageDoc, lexicon: Lexicon): Map<number, number> {
  const values = new Map<number, number>();
  const count = (terms: string, what: number) => {
    for (const term of terms.split(' ')) {
      const number = lexicon.numberOf(term);
      if (number !== undefined) values.set(number, (values.get(number) ?? 0) + what);
    }
  };
  count(words, posting.word);
  count(inner, posting.inner);
  count(title, posting.title);
  return values;
}

/** Pieces of a text, ascending, with blanks between them. */
class Pieces {
  #pieces: string[] = [];
  #length = 0;

  add(start: number, text: string): void {
    this.#pieces.push(' '.repeat(start - this.#length), text);
    this.#length = start + text.length;
  }

  whole(): string {
    return this.#pieces.join('');
  }
}
