/** A thread that takes articles apart: started by `pool.ts`. */
import { loadSegmenter } from '../../language/segment.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { atOnce } from '../../steps/breather.ts';
import { answerTasks } from '../threads/answer-tasks.ts';
import { analyseDocuments, type ToAnalyse } from './analyse.ts';

loadSegmenter();
const gazetteer = atOnce(Gazetteer.loading());

answerTasks(
  (some: readonly ToAnalyse[]) => analyseDocuments(some, gazetteer),
  ({ pairs, characters }) => [pairs.buffer, characters.buffer] as ArrayBuffer[],
);
