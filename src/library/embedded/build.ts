import { Breather } from '../../steps/breather.ts';
import type { Article } from '../../corpus/article.ts';
import type { Corpus } from '../../corpus/files/read.ts';
import { OfficialDirectory } from '../../people/directory.ts';
import type { ArticleOfficials } from '../../people/merge-officials.ts';
import type { Official } from '../../people/official.ts';
import type { OpenName, RegionFinding } from '../../places/find-regions.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import { SearchEngine } from '../../search/engine.ts';
import { TermTranslation } from '../../search/index/article-terms.ts';
import { IndexBuilder } from '../../search/index/index-builder.ts';
import { type Helpers, inOrder } from '../../steps/in-order.ts';
import { revisionOf } from '../changes.ts';
import { withDeclaredOfficials, withDeclaredRegions } from '../declared.ts';
import { articleOfficials } from '../persons.ts';
import type { Progress } from '../source.ts';
import { type Analysable, Analyser, type Analysis, regionsOf } from './analyser.ts';
import { type Catalogue, cataloguing } from './catalogue.ts';
import type { Findings } from './findings.ts';
import { translated, type Translated } from './threads/reading-threads.ts';

/** What is made of the findings: the same again where they are the same. */
interface Derived {
  engine: SearchEngine;
  directory: OfficialDirectory;
  catalogue: Catalogue;
}

/** Everything known of one state of the corpus, in memory. Built aside, then only read; a reload makes another. */
export interface Loaded extends Findings, Derived {
  gazetteer: Gazetteer;
  rejected: Corpus['rejected'];
  /** A short name of this state: changes when any file does. */
  revision: string;
  loadedAt: Date;
  buildMs: number;
}

/** Other threads that analyse articles. */
export type AnalysingHelpers = Helpers<readonly Analysable[], Translated>;
const NO_HELPERS: AnalysingHelpers = { offer: () => null };

/** Articles are analysed together up to so many UTF-16 units of text: some tens of ms of work. */
const TOGETHER = 32_768;

/**
 * Builds all that an embedded collection holds from a corpus. Gives way to other work between articles, so that a bot goes on
 * answering from the old collection meanwhile.
 *
 * @param old what is known already: articles that say what they said before are not analysed again
 * @param helpers other threads that analyse along; what is built is the same with them and without
 */
export async function load(
  corpus: Corpus,
  gazetteer: Gazetteer,
  startedAt: number,
  old?: Findings & Partial<Derived>,
  progress?: Progress,
  helpers = NO_HELPERS,
): Promise<Loaded> {
  const breather = new Breather();
  const findings = await findingsOf(corpus, gazetteer, breather, helpers, old, progress);
  return {
    ...findings,
    ...(old && hasAll(old) && isSameList(old.articles, corpus.articles)
      ? { engine: old.engine, directory: old.directory, catalogue: old.catalogue }
      : await derivedFrom(findings, breather)),
    gazetteer,
    rejected: corpus.rejected,
    revision: await breather.run(revisionOf(corpus.files)),
    loadedAt: new Date(),
    buildMs: Math.round(performance.now() - startedAt),
  };
}

function hasAll(old: Findings & Partial<Derived>): old is Findings & Derived {
  return old.engine !== undefined && old.directory !== undefined && old.catalogue !== undefined;
}

async function derivedFrom(findings: Findings, breather: Breather): Promise<Derived> {
  const placed: ArticleOfficials[] = [];
  for (const [number, article] of findings.articles.entries()) {
    const [regions, officials] = [findings.regions[number]!, findings.officials[number]!];
    placed.push(articleOfficials({ article, folded: findings.index.folded[number]!, regions, officials }));
    await breather.pause();
  }
  const engine = new SearchEngine(findings.index, findings.articles);
  await breather.pause();
  return {
    engine,
    directory: await breather.run(OfficialDirectory.building(placed)),
    catalogue: await breather.run(cataloguing(findings)),
  };
}

/** Whether nothing in `corpus` is to be analysed again: `old` has the same articles in the same order. */
async function isSame(old: Findings, corpus: Corpus, breather: Breather): Promise<boolean> {
  if (old.articles.length !== corpus.articles.length) return false;
  for (const [number, article] of corpus.articles.entries()) {
    if (numberOfSame(old, article) !== number) return false;
    await breather.pause();
  }
  return true;
}

async function findingsOf(
  corpus: Corpus,
  gazetteer: Gazetteer,
  breather: Breather,
  helpers: AnalysingHelpers,
  old?: Findings,
  progress?: Progress,
): Promise<Findings> {
  if (old && (await isSame(old, corpus, breather))) return { ...old, articles: corpus.articles, files: corpus.files };
  const regions: (readonly RegionFinding[])[] = [];
  const open: (readonly OpenName[])[] = [];
  const officials: (readonly Official[])[] = [];
  const foldedTitles: string[] = [];
  const numbers = new Map<string, number>();
  const builder = old ? await breather.run(IndexBuilder.after(old.index)) : IndexBuilder.fresh();
  const isNew = (article: Article) => !old || numberOfSame(old, article) === undefined;
  const analyses: AsyncIterator<[Analysis, TermTranslation], void> = analysing(corpus.articles, isNew, gazetteer, breather, helpers);
  for (const [number, article] of corpus.articles.entries()) {
    progress?.(number, corpus.articles.length);
    const known = old && numberOfSame(old, article);
    if (old && known !== undefined) {
      builder.keep(known);
      regions.push(old.regions[known]!);
      open.push(old.open[known]!);
      officials.push(old.officials[known]!);
      foldedTitles.push(old.foldedTitles[known]!);
    } else {
      const next = await analyses.next();
      if (next.done) throw new Error(`no analysis of ${article.id}`);
      const [analysis, translation] = next.value;
      await breather.run(builder.merging(article.text, analysis.terms, translation));
      const places = regionsOf(analysis, gazetteer);
      regions.push(withDeclaredRegions(article, places.regions, gazetteer));
      open.push(places.open);
      officials.push(withDeclaredOfficials(article, analysis.officials));
      foldedTitles.push(analysis.foldedTitle);
    }
    numbers.set(article.id, number);
    await breather.pause();
  }
  return {
    articles: corpus.articles,
    numbers,
    foldedTitles,
    index: await breather.run(builder.finishing()),
    regions,
    open,
    officials,
    files: corpus.files,
  };
}

/** What is found in the new ones of the articles, in their order, together with the helpers. */
async function* analysing(
  articles: readonly Article[],
  isNew: (article: Article) => boolean,
  gazetteer: Gazetteer,
  breather: Breather,
  helpers: AnalysingHelpers,
): AsyncGenerator<[Analysis, TermTranslation]> {
  function* together(): Generator<readonly Analysable[]> {
    let some: Article[] = [];
    let length = 0;
    for (const article of articles) {
      if (!isNew(article)) continue;
      some.push(article);
      length += article.text.length;
      if (length < TOGETHER) continue;
      yield some;
      [some, length] = [[], 0];
    }
    if (some.length > 0) yield some;
  }
  const analyser = new Analyser(gazetteer);
  const translation = new TermTranslation();
  const here = async (some: readonly Analysable[]) => translated(translation, await breather.run(analyser.analysing(some)));
  for await (const found of inOrder(together(), here, helpers)) for (const analysis of found.analyses) yield [analysis, found.translation];
}

/** The number in `old` of an article with this id and these words; undefined where it had none. */
function numberOfSame(old: Findings, article: Article): number | undefined {
  const number = old.numbers.get(article.id);
  if (number === undefined) return undefined;
  const before = old.articles[number]!;
  const same =
    before === article ||
    (before.text === article.text &&
      before.title === article.title &&
      before.titleBasis === article.titleBasis &&
      isSameList(before.declared.regions, article.declared.regions) &&
      isSameList(before.declared.officials, article.declared.officials));
  return same ? number : undefined;
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
