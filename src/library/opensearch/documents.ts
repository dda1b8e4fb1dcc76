/** The documents of the cluster, as they are written and read back. */
import type { Article } from '../../corpus/article.ts';
import type { Official, Title } from '../../people/official.ts';
import type { OpenName, RegionFinding } from '../../places/find-regions.ts';
import type { Spelling } from '../../search/name-index.ts';
import type { CorpusChanges, CorpusStatus } from '../../reply.ts';

/** What filters ask of an article and of its passages. */
export interface Filterable {
  within: string[];
  about: string[];
  regions: string[];
  open: string[];
  first_day?: number;
  last_day?: number;
  happened_first?: number;
  happened_last?: number;
}

export interface PassageDoc extends Filterable {
  /** Digest of the article's id. */
  article: string;
  id: string;
  /** Place of the article in the corpus. */
  order: number;
  /** Where the passage begins in the article's text, UTF-16. */
  start: number;
  /** Words of the passage, function words included. */
  length: number;
  words: string;
  inner: string;
  title: string;
  text: string;
  /** Absent where it is the text itself. */
  folded?: string;
  folded_title: string;
}

/** All that is known of an article, as plain data. */
export interface ArticleFindings {
  article: Article;
  /** Absent where it is the text itself. */
  folded?: string;
  regions: readonly RegionFinding[];
  open: readonly OpenName[];
  officials: readonly Official[];
}

export interface ArticleDoc extends Filterable {
  id: string;
  /** What a button calls it: see `articleKey`. */
  short: string;
  order: number;
  file: string;
  /** Of what was read and of the code that read it: the same article is not analysed again. */
  fingerprint: string;
  pairs: string[];
  id_pairs: string[];
  data: ArticleFindings;
}

export interface PersonData {
  key: string;
  name: string;
  variants: readonly string[];
  titles: readonly (Title & { article: string })[];
  articles: number;
  mentions: number;
  forms: readonly string[];
}

export interface PersonDoc {
  rank: number;
  name: string;
  name_key: string[];
  forms: readonly string[];
  forms_reversed: string[];
  form_pairs: string[];
  sound: string;
  blur: string;
  articles: string[];
  data: PersonData;
}

/** A thing with a name, to be completed while it is typed. `within`: how many articles name a region or a place in it. */
export type CompletionKind = 'regions' | 'people' | 'articles' | 'within';

export interface NameDoc {
  kind: CompletionKind;
  place: number;
  weight: number;
  name: string;
  keys: string[];
  answers?: string[];
  data: { thing: unknown; aliases: readonly string[]; spelling: Spelling };
}

/** What is told of a build as a whole; lies in `meta` under the id `build`. */
export interface BuildData {
  revision: string;
  status: CorpusStatus;
  changes: CorpusChanges;
  /** The build before this one: what a rollback goes back to. */
  previous: string | null;
  passages: number;
  meanLength: number;
  /** In how many pieces each part of the statistics lies. */
  pieces: Record<string, number>;
  /** What made it, to tell a bot of another version. */
  format: number;
}

/** Raised where documents are no longer read as they were written. */
export const FORMAT = 1;
