/** A thread that takes articles apart: started by `pool.ts`. */
import { parentPort } from 'node:worker_threads';
import { atOnce } from '../../steps/breather.ts';
import { loadSegmenter } from '../../language/segment.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { analyseDocuments, type ToAnalyse } from './analyse.ts';

loadSegmenter();
const gazetteer = atOnce(Gazetteer.loading());
parentPort!.on('message', (some: readonly ToAnalyse[]) => {
  try {
    const analysed = analyseDocuments(some, gazetteer);
    parentPort!.postMessage(analysed, [analysed.pairs.buffer, analysed.characters.buffer] as ArrayBuffer[]);
  } catch (error) {
    parentPort!.postMessage({ failed: (error as Error).stack ?? String(error) });
  }
});
