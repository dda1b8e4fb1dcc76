import type { Article } from '../../corpus/article.ts';
import type { Corpus } from '../../corpus/files/read.ts';
import type { Official } from '../../people/official.ts';
import type { OpenName, RegionFinding } from '../../places/find-regions.ts';
import type { SearchIndex } from '../../search/index/index.ts';

/** What was read and found in articles, by their numbers: all that is dear to make again. */
export interface Findings {
  articles: readonly Article[];
  /** Place in `articles` by id. */
  numbers: ReadonlyMap<string, number>;
  /** `fold(title)` per article: titles are searched at each key that is typed. */
  foldedTitles: readonly string[];
  index: SearchIndex;
  /** Per article. */
  regions: readonly (readonly RegionFinding[])[];
  /** Names of places that stayed open. */
  open: readonly (readonly OpenName[])[];
  officials: readonly (readonly Official[])[];
  files: Corpus['files'];
}
