/** A collection in the memory of this process, read from files: the default, which needs nothing installed. */
import { Breather } from '../../steps/breather.ts';
import { readCorpus } from '../../corpus/files/read.ts';
import { loadSegmenter } from '../../language/segment.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { spelling } from '../../places/suggest.ts';
import { UserError } from '../../user-error.ts';
import { changesBetween } from '../changes.ts';
import type { CollectionSource, Progress } from '../source.ts';
import { threadsFor } from '../threads/count.ts';
import { load, type Loaded } from './build.ts';
import { EmbeddedCollection } from './embedded.ts';
import type { Findings } from './findings.ts';
import { requireHeap } from './heap.ts';
import { type LibraryLog, SnapshotKeeper } from './snapshot/keeper.ts';
import { ReadingThreads } from './threads/reading-threads.ts';

export interface EmbeddedOptions {
  /** Where a snapshot of what was found is kept for the next start; null: `.cache/` beside the corpus. Without it there is none. */
  cacheDir?: string | null;
  /** Make everything ready that is otherwise made when first asked for: for whoever is going to answer for long. */
  warm?: boolean;
  /** How many threads read beside this one where there is much to read; as many as fit, unless told. */
  threads?: number;
  log?: LibraryLog;
}

/** A collection that was made sooner is read about as fast as its snapshot. In ms. */
const WORTH_A_SNAPSHOT_MS = 2000;
const SILENT: LibraryLog = { info: () => undefined, warn: () => undefined };

/**
 * Reads a folder of articles, or one file of them.
 *
 * @throws {UserError} `corpus_unavailable`, `too_little_memory`, or {@link EmptyCorpus} (`corpus_empty`)
 * @throws {SegmenterUnavailable} where nodejieba has no binary
 */
export async function openEmbedded(
  path: string,
  { cacheDir, warm = false, threads, log = SILENT }: EmbeddedOptions = {},
): Promise<CollectionSource> {
  const startedAt = performance.now();
  await requireHeap(path);
  loadSegmenter();
  const gazetteer = await new Breather().run(Gazetteer.loading());
  const snapshots = cacheDir === undefined ? null : new SnapshotKeeper(path, cacheDir, log);
  const loadWith = async (helpers: ReadingThreads, since: number, old?: Findings, progress?: Progress) =>
    load(await readCorpus(path, old?.files, helpers.reading), gazetteer, since, old, progress, helpers.analysing);
  const read = async (since: number, old?: Findings, progress?: Progress) => {
    const helpers = new ReadingThreads(threads ?? threadsFor(), (error) => log.warn({ err: error }, 'a reading thread is done without'));
    const loaded = await loadWith(helpers, since, old, progress).finally(() => helpers.close());
    if (warm) await warmUp(loaded);
    if (loaded.buildMs > WORTH_A_SNAPSHOT_MS) snapshots?.keep(loaded);
    return loaded;
  };
  let loaded = await read(startedAt, await snapshots?.read());
  let current = new EmbeddedCollection(loaded);
  let reloading = false;

  return {
    current: () => current,
    feed: () => current.feed(),
    async reload(progress) {
      if (reloading) throw new UserError('reload_running', 'A reload is under way; wait for it to end.');
      reloading = true;
      try {
        const next = await read(performance.now(), loaded, progress);
        const changes = await new Breather().run(changesBetween(loaded.files, next.files, next.rejected));
        [loaded, current] = [next, new EmbeddedCollection(next)];
        return { changes, status: await current.status() };
      } finally {
        reloading = false;
      }
    },
  };
}

async function warmUp({ engine, directory, gazetteer }: Loaded): Promise<void> {
  const breather = new Breather();
  await breather.run(gazetteer.warming());
  await breather.run(spelling(gazetteer));
  await breather.run(engine.warming());
  await breather.run(directory.warming());
}
