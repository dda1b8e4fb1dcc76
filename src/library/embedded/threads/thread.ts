/** A thread that reads along: see `ReadingThreads`. It holds a dictionary and a gazetteer of its own and does one task after the other. */
import { parentPort } from 'node:worker_threads';
import { readFileTask } from '../../../corpus/files/read-file.ts';
import { articlesOf } from '../../../corpus/parse.ts';
import { loadSegmenter } from '../../../language/segment.ts';
import { Gazetteer } from '../../../places/gazetteer.ts';
import { atOnce, Breather } from '../../../steps/breather.ts';
import { Analyser } from '../analyser.ts';
import type { NumberedTask, Report, Task } from './messages.ts';

const port = parentPort!;
loadSegmenter();
const analyser = new Analyser(Gazetteer.load());
const breather = new Breather();

function done(task: Task): unknown {
  if ('rows' in task) return articlesOf(task.rows.file, task.rows.raws);
  return 'file' in task ? readFileTask(task.file, breather) : atOnce(analyser.analysing(task.articles));
}

let before: Promise<void> = Promise.resolve();
const report = (one: Report) => port.postMessage(one);
port.on('message', ({ number, task }: NumberedTask) => {
  before = before.then(async () => {
    try {
      report({ number, result: await done(task) });
    } catch (error) {
      report({ number, error: error instanceof Error ? error : new Error(String(error)) });
    }
  });
});
report('ready');
