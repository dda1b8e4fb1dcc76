/** What the collection's indexes look like. Nothing is analysed by the engine: our own terms come between blanks. */

/** The indexes of one build; all carry its stamp, and their aliases are moved together. */
export const KINDS = ['passages', 'articles', 'people', 'appearances', 'names', 'files', 'meta'] as const;
export type IndexKind = (typeof KINDS)[number];

// Longer ones than a term of the engine may be (32,766 bytes) are kept and not looked up.
const keyword = { type: 'keyword', ignore_above: 8000 } as const;
const integer = { type: 'integer' } as const;
const long = { type: 'long' } as const;
/** Kept to be read back, never looked up. */
const kept = { type: 'keyword', index: false, doc_values: false } as const;
const opaque = { type: 'object', enabled: false } as const;
/** Terms between blanks, with how often each stands there. */
const terms = { type: 'text', analyzer: 'whitespace', index_options: 'freqs' } as const;

/** A day known to the month or year is a stretch: its first and last day, as 20180500 and 20180599. */
const days = {
  first_day: integer,
  last_day: integer,
  happened_first: integer,
  happened_last: integer,
};

const places = {
  /** Codes of the regions that the article names, and of all that hold these. */
  within: keyword,
  /** Those of them that it is about. */
  about: keyword,
  /** The regions themselves that it names. */
  regions: keyword,
  /** Regions that a name may mean which stayed open. */
  open: keyword,
};

const PROPERTIES: Readonly<Record<IndexKind, object>> = {
  passages: {
    article: keyword,
    order: long,
    start: integer,
    length: integer,
    words: { ...terms, similarity: 'news' },
    inner: { ...terms, norms: false, similarity: 'news' },
    title: { ...terms, norms: false, similarity: 'news' },
    text: kept,
    folded: kept,
    folded_title: kept,
    id: kept,
    ...places,
    ...days,
  },
  articles: {
    short: keyword,
    order: long,
    file: keyword,
    fingerprint: keyword,
    /** Pairs of neighbouring characters: in the text and the title, and in the id. */
    pairs: keyword,
    id: kept,
    id_pairs: keyword,
    data: opaque,
    ...places,
    ...days,
  },
  people: {
    /** Place in the order of people, the most mentioned first. */
    rank: long,
    name: keyword,
    name_key: keyword,
    forms: keyword,
    forms_reversed: keyword,
    form_pairs: keyword,
    sound: keyword,
    blur: keyword,
    /** Digests of the articles that name the person: looked up by filters. */
    articles: { type: 'keyword', doc_values: false },
    data: opaque,
  },
  appearances: { data: opaque },
  names: {
    kind: keyword,
    place: long,
    weight: long,
    name: keyword,
    keys: keyword,
    /** Of a village: what it answers to. */
    answers: keyword,
    data: opaque,
  },
  files: { file: keyword, data: opaque },
  meta: { data: opaque },
};

export interface IndexLayout {
  /** Of the passages and the articles; the others are small. */
  readonly shards: number;
}

/** A person may be named in as many articles as this for filters to hold them all. */
const MOST_ARTICLES_OF_PERSON = 1_000_000;

/** What an index of a build is created with. It gets its copies when it is whole: writing them twice is for nothing. */
export function indexBody(kind: IndexKind, { shards }: IndexLayout): { settings: object; mappings: object } {
  return {
    settings: {
      number_of_shards: kind === 'passages' || kind === 'articles' ? shards : 1,
      number_of_replicas: 0,
      refresh_interval: '-1',
      codec: 'best_compression',
      max_terms_count: MOST_ARTICLES_OF_PERSON,
      // BM25 as `src/search/rank/candidates.ts` has it.
      similarity: { news: { type: 'BM25', k1: 0.9, b: 0.4 } },
    },
    mappings: {
      dynamic: 'strict',
      _source: { excludes: ['pairs', 'id_pairs', 'form_pairs', 'forms_reversed'] },
      properties: PROPERTIES[kind],
    },
  };
}
