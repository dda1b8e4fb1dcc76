import type { Article } from '../../corpus/article.ts';
import { fold } from '../../language/script.ts';
import { findingOfficials } from '../../people/find-officials.ts';
import { findPlaces } from '../../places/find-regions.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import { IndexBuilder } from '../../search/index/index-builder.ts';
import type { SearchIndex } from '../../search/index/index.ts';
import { posting } from '../../search/index/postings.ts';
import { keysOf } from '../../search/name-index.ts';
import { atOnce } from '../../steps/breather.ts';
import { articleKey } from '../article-key.ts';
import { withDeclaredOfficials, withDeclaredRegions } from '../declared.ts';
import { dayOf, dayWeight, happenedOn } from '../refs.ts';
import { spelledTitle } from '../spellings.ts';
import { keyOfTexts, pairsIn } from './digest.ts';
import type { ArticleDoc, Filterable, ArticleFindings, NameDoc, PassageDoc } from './documents.ts';

/** An article to be made documents of; `known`: what was found in it before, where that holds still. */
export interface ToAnalyse {
  article: Article;
  order: number;
  fingerprint: string;
  known: Omit<ArticleFindings, 'article'> | null;
}

/** Some articles as documents, with what they add to the statistics. */
export interface AnalysedDocuments {
  articles: ArticleDoc[];
  /** By article, in the same order. */
  passages: PassageDoc[][];
  names: NameDoc[];
  /** Terms, and in how many of these passages each stands. */
  terms: [term: string, passages: number][];
  pairs: Uint32Array;
  characters: Uint32Array;
}

/** A function word's place in a passage's words: they count for its length and are not looked up. */
const FILLER = '·';
const CODE_LENGTHS = [2, 4, 6, 9, 12];

/** Makes documents of articles: their terms are those of the index in memory, for it is that which cuts them. */
export function analyseDocuments(some: readonly ToAnalyse[], gazetteer: Gazetteer): AnalysedDocuments {
  const builder = IndexBuilder.fresh();
  for (const { article } of some) builder.add(article);
  const index = atOnce(builder.finishing());
  const found = some.map(({ article, known }, number): ArticleFindings => {
    const folded = index.folded[number]!;
    const own = folded === article.text ? {} : { folded };
    if (known) return { ...known, article, ...own };
    const { regions, open } = findPlaces(article, gazetteer, folded);
    return {
      article,
      ...own,
      regions: withDeclaredRegions(article, regions, gazetteer),
      open,
      officials: withDeclaredOfficials(article, atOnce(findingOfficials(article, folded))),
    };
  });
  const terms = index.lexicon.terms().flatMap((term, number): [string, number][] => {
    const frequency = index.postings.frequency(number);
    return frequency > 0 ? [[term, frequency]] : [];
  });
  const rows = atOnce(index.postings.rows.transposed(index.store.size));
  return {
    articles: some.map((one, number) => articleDoc(one, found[number]!, index.folded[number]!)),
    passages: some.map((one, number) => passageDocs(one, number, index, rows, filterable(found[number]!))),
    names: some.map(({ article, order }) => titleName(article, order)),
    terms,
    pairs: index.statistics.pairs.counts,
    characters: index.statistics.pairs.characters,
  };
}

function articleDoc({ article, order, fingerprint }: ToAnalyse, found: ArticleFindings, folded: string): ArticleDoc {
  return {
    id: article.id,
    short: articleKey(article.id),
    order,
    file: article.file,
    fingerprint,
    pairs: pairsIn(folded, fold(article.title)),
    id_pairs: pairsIn(article.id),
    ...filterable(found),
    data: found,
  };
}

function filterable({ article, regions, open }: ArticleFindings): Filterable {
  const codes = regions.map(({ region }) => region.code);
  const day = dayOf(article);
  const happened = happenedOn(article);
  return {
    within: withAncestors(codes),
    about: withAncestors(regions.filter(({ relation }) => relation === 'about').map(({ region }) => region.code)),
    regions: codes,
    open: [...new Set(open.flatMap(({ candidates }) => candidates.map(({ code }) => code)))],
    ...(day === null ? {} : { first_day: dayWeight(day), last_day: dayWeight(day, '9') }),
    ...(happened === null ? {} : { happened_first: dayWeight(happened), happened_last: dayWeight(happened, '9') }),
  };
}

/** The codes and those of all regions that hold them. */
export function withAncestors(codes: readonly string[]): string[] {
  return [
    ...new Set(codes.flatMap((code) => CODE_LENGTHS.filter((length) => length <= code.length).map((length) => code.slice(0, length)))),
  ];
}

function passageDocs(
  { article, order }: ToAnalyse,
  number: number,
  { store, lexicon, folded, foldedTitles }: SearchIndex,
  rows: { firsts: Uint32Array; columns: Uint32Array; values: Uint8Array },
  filters: Filterable,
): PassageDoc[] {
  const { first, end } = store.passagesOf(number);
  const docs: PassageDoc[] = [];
  for (let passage = first; passage < end; passage++) {
    const span = store.spanOf(passage);
    const length = store.lengths[passage]!;
    const [words, inner, title]: [string[], string[], string[]] = [[], [], []];
    for (let i = rows.firsts[passage]!; i < rows.firsts[passage + 1]!; i++) {
      const term = lexicon.termOf(rows.columns[i]!);
      const value = rows.values[i]!;
      for (let n = posting.wordsOf(value); n > 0; n--) words.push(term);
      for (let n = posting.innerOf(value); n > 0; n--) inner.push(term);
      if (posting.inTitle(value)) title.push(term);
    }
    while (words.length < length) words.push(FILLER);
    const text = article.text.slice(span.start, span.end);
    const own = folded[number]!.slice(span.start, span.end);
    docs.push({
      article: keyOfTexts(article.id),
      id: article.id,
      order,
      start: span.start,
      length,
      words: words.join(' '),
      inner: inner.join(' '),
      title: title.join(' '),
      text,
      ...(own === text ? {} : { folded: own }),
      folded_title: foldedTitles[number]!,
      ...filters,
    });
  }
  return docs;
}

function titleName(article: Article, order: number): NameDoc {
  const named = { name: fold(article.title), aliases: [], weight: dayWeight(dayOf(article)) };
  const spelling = spelledTitle(named.name);
  return {
    kind: 'articles',
    place: order,
    weight: named.weight,
    name: named.name,
    keys: [...keysOf({ named, spelling })],
    data: { thing: { id: article.id, title: article.title }, aliases: [], spelling },
  };
}
