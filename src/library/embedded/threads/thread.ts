/** A thread that reads along: see `ReadingThreads`. It holds a dictionary and a gazetteer of its own and does one task after the other. */
import { readFileTask } from '../../../corpus/files/read-file.ts';
import { articlesOf } from '../../../corpus/parse.ts';
import { loadSegmenter } from '../../../language/segment.ts';
import { Gazetteer } from '../../../places/gazetteer.ts';
import { atOnce, Breather } from '../../../steps/breather.ts';
import { answerTasks } from '../../threads/answer-tasks.ts';
import { Analyser } from '../analyser.ts';
import type { Task } from './reading-threads.ts';

loadSegmenter();
const analyser = new Analyser(Gazetteer.load());
const breather = new Breather();

answerTasks((task: Task): unknown => {
  if ('rows' in task) return articlesOf(task.rows.file, task.rows.raws);
  return 'file' in task ? readFileTask(task.file, breather) : atOnce(analyser.analysing(task.articles));
});
