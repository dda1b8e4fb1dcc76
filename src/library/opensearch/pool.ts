import { atOnce } from '../../steps/breather.ts';
import { loadSegmenter } from '../../language/segment.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { TaskThread } from '../threads/task-thread.ts';
import { analyseDocuments, type AnalysedDocuments, type ToAnalyse } from './analyse.ts';

/** Takes articles apart, some at a time. */
export interface DocumentAnalyser {
  /** Rejects where it cannot be done, or where the thread that was at it has ended. */
  analyse(some: readonly ToAnalyse[]): Promise<AnalysedDocuments>;
  close(): Promise<void>;
}

/**
 * Several at once, each in a thread with a segmenter of its own (about 250 MB); none: in this one.
 *
 * @param url what a thread runs, for tests
 */
export function openAnalyser(threads: number, url = new URL('./analysis-thread.ts', import.meta.url)): DocumentAnalyser {
  if (threads > 0) return pool(Array.from({ length: threads }, () => new TaskThread(url)));
  loadSegmenter();
  const gazetteer = atOnce(Gazetteer.loading());
  return { analyse: (some) => Promise.resolve(analyseDocuments(some, gazetteer)), close: () => Promise.resolve() };
}

/** Each task goes to the thread with the least to do. */
function pool(threads: readonly TaskThread<readonly ToAnalyse[], AnalysedDocuments>[]): DocumentAnalyser {
  return {
    analyse: (some) => threads.reduce((least, thread) => (thread.weight < least.weight ? thread : least)).run(some),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
