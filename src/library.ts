/** The one door to the collection: commands, console and benchmarks ask here and get plain data. */
import { Breather } from './steps/breather.ts';
import { readCorpus } from './corpus/files/read.ts';
import { kindOf } from './corpus/formats/kinds.ts';
import { loadSegmenter } from './language/segment.ts';
import { article, articleKey } from './library/articles.ts';
import { buildCollection, type Collection, type Progress } from './library/collection.ts';
import type { Filters } from './library/filters.ts';
import type { Findings } from './library/findings.ts';
import { filesOf } from './library/files.ts';
import { ask, search } from './library/search.ts';
import { latest } from './library/latest.ts';
import { official } from './library/officials.ts';
import { preview } from './library/preview.ts';
import { region } from './library/regions.ts';
import { suggestArticles, suggestOfficials, suggestRegions, type Suggestion } from './library/suggestions.ts';
import { type LibraryLog, SnapshotKeeper } from './library/snapshot/keeper.ts';
import { timeline } from './library/timeline.ts';
import { Gazetteer } from './places/gazetteer.ts';
import { spelling } from './places/suggest.ts';
import type {
  ArticleRemark,
  ArticleReply,
  AskReply,
  CorpusChanges,
  CorpusFile,
  CorpusStatus,
  LatestReply,
  OfficialReply,
  RegionReply,
  SearchReply,
  TimelineReply,
  UploadPreview,
} from './reply.ts';
import type { Locale } from './text/index.ts';
import { UserError } from './user-error.ts';

export { EmptyCorpus } from './corpus/files/read.ts';
export type { Filters, Progress };

/** So many articles whose dates disagree are named. */
const MOST_NAMED = 5;
/** So many articles with remarks are told of: more fill a screen and are not read. */
const MOST_REMARKED = 50;

interface Limit {
  limit?: number | undefined;
}

export interface Library {
  search(query: string, options?: Filters & Limit): SearchReply;
  ask(question: string, options?: Filters & Limit): AskReply;
  region(query: string, options?: Limit): RegionReply;
  official(query: string, options?: Limit): OfficialReply;
  latest(options?: Filters & Limit): LatestReply;
  /** What happened in a region or around an official, in order. @throws {UserError} `bad_date` */
  timeline(query: string, options?: Pick<Filters, 'from' | 'to'> & Limit): TimelineReply;
  /** @throws {UserError} `unknown_article` */
  article(id: string): ArticleReply;
  /** A name for an article of 60 characters at most, which `article` takes as well as its id. */
  articleKey(id: string): string;
  /** At most 25 lines for what has been typed so far; names are indexed, in slices, when a kind is first asked for. */
  suggestRegions(typed: string, locale?: Locale): Promise<Suggestion[]>;
  suggestOfficials(typed: string, locale?: Locale): Promise<Suggestion[]>;
  suggestArticles(typed: string): Promise<Suggestion[]>;
  /**
   * Reads the corpus again, builds aside, then swaps. One at a time.
   *
   * @param progress is told, article by article, how many of all are done
   * @throws {UserError} `reload_running`, or why the corpus could not be read; the old collection goes on answering.
   */
  reload(progress?: Progress): Promise<{ changes: CorpusChanges; status: CorpusStatus }>;
  status(): CorpusStatus;
  /** The files of the collection, by name. */
  files(): Promise<CorpusFile[]>;
  /** What would be read of a file under this name. @throws {UserError} `upload_refused` */
  preview(file: string, bytes: Uint8Array): Promise<UploadPreview>;
  /** A short name of what is loaded: changes when any file does. */
  revision(): string;
}

export interface LibraryOptions {
  /** Where a snapshot of what was found is kept for the next start; null: `.cache/` beside the corpus. Without it there is none. */
  cacheDir?: string | null;
  /** Make everything ready that is otherwise made when first asked for: for whoever is going to answer for long. */
  warm?: boolean;
  log?: LibraryLog;
}

/** A collection that was made sooner is read about as fast as its snapshot. In ms. */
const WORTH_A_SNAPSHOT_MS = 2000;
const SILENT: LibraryLog = { info: () => undefined, warn: () => undefined };

/**
 * Opens a folder of articles, or one file of them.
 *
 * @throws {UserError} `corpus_unavailable`, or {@link EmptyCorpus} (`corpus_empty`)
 * @throws {SegmenterUnavailable} where nodejieba has no binary
 */
export async function openLibrary(path: string, { cacheDir, warm = false, log = SILENT }: LibraryOptions = {}): Promise<Library> {
  const startedAt = performance.now();
  loadSegmenter();
  const gazetteer = await new Breather().run(Gazetteer.loading());
  const snapshots = cacheDir === undefined ? null : new SnapshotKeeper(path, cacheDir, log);
  const load = async (since: number, old?: Findings, progress?: Progress) => {
    const built = await buildCollection(await readCorpus(path, old?.files), gazetteer, since, old, progress);
    if (warm) await warmUp(built);
    return built;
  };
  let current = await load(startedAt, await snapshots?.read());
  if (current.buildMs > WORTH_A_SNAPSHOT_MS) snapshots?.keep(current);
  let reloading = false;

  return {
    search: (query, options = {}) => search(current, query, options),
    ask: (question, options = {}) => ask(current, question, options),
    region: (query, options = {}) => region(current, query, options),
    official: (query, options = {}) => official(current, query, options),
    latest: (options = {}) => latest(current, options),
    timeline: (query, options = {}) => timeline(current, query, options),
    article: (id) => article(current, id),
    articleKey,
    suggestRegions: (typed, locale) => suggestRegions(current, typed, locale),
    suggestOfficials: (typed, locale) => suggestOfficials(current, typed, locale),
    suggestArticles: (typed) => suggestArticles(current, typed),
    async reload(progress) {
      if (reloading) throw new UserError('reload_running', 'A reload is under way; wait for it to end.');
      reloading = true;
      try {
        const next = await load(performance.now(), current, progress);
        const changes = await new Breather().run(changesBetween(current, next));
        current = next;
        if (next.buildMs > WORTH_A_SNAPSHOT_MS) snapshots?.keep(next);
        return { changes, status: statusOf(current) };
      } finally {
        reloading = false;
      }
    },
    status: () => statusOf(current),
    files: () => filesOf(current),
    preview: (file, bytes) => preview(current, file, bytes),
    revision: () => current.revision,
  };
}

async function warmUp({ engine, directory, gazetteer }: Collection): Promise<void> {
  const breather = new Breather();
  await breather.run(gazetteer.warming());
  await breather.run(spelling(gazetteer));
  await breather.run(engine.warming());
  await breather.run(directory.warming());
}

/** Files between two pauses. */
const STEP = 1000;

function* changesBetween({ files: before }: Collection, { files: after, rejected }: Collection): Generator<void, CorpusChanges> {
  const changes: CorpusChanges = { added: [], removed: [], changed: [], rejected };
  let looked = 0;
  for (const [file, { sha256 }] of after) {
    const old = before.get(file);
    if (!old) changes.added.push(file);
    else if (old.sha256 !== sha256) changes.changed.push(file);
    if (++looked % STEP === 0) yield;
  }
  for (const file of before.keys()) {
    if (!after.has(file)) changes.removed.push(file);
    if (++looked % STEP === 0) yield;
  }
  return changes;
}

function statusOf(collection: Collection): CorpusStatus {
  const { articles, catalogue } = collection;
  return {
    articles: articles.length,
    passages: collection.engine.index.statistics.passages,
    rejected: collection.rejected,
    loaded_at: collection.loadedAt.toISOString(),
    build_ms: collection.buildMs,
    rss_mb: Math.round(process.memoryUsage.rss() / 1048576),
    no_region: catalogue.noRegion,
    no_official: catalogue.noOfficial,
    no_year: catalogue.noYear,
    date_conflicts: catalogue.conflicting.length,
    remarked: catalogue.remarked.length,
    remarks: remarksOf(articles, catalogue.remarked),
    conflicting: catalogue.conflicting.slice(0, MOST_NAMED).map((number) => articles[number]!.id),
  };
}

function remarksOf(articles: Collection['articles'], remarked: readonly number[]): ArticleRemark[] {
  return remarked.slice(0, MOST_REMARKED).flatMap((number) => {
    const { file, line, notes = [] } = articles[number]!;
    return notes.map((note) => ({ file, line: kindOf(file)?.many ? line : null, ...note }));
  });
}
