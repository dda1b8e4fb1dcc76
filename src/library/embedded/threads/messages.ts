/** What is said between the main thread and those that read along. */
import type { FileTask, RowsTask } from '../../../corpus/files/read-file.ts';
import type { Analysable } from '../analyser.ts';

export type Task = { rows: RowsTask } | { file: FileTask } | { articles: readonly Analysable[] };

/** From the main thread: a task and its number. */
export interface NumberedTask {
  number: number;
  task: Task;
}

/** From a reading thread: that it is ready, or what came of a task. */
export type Report = 'ready' | { number: number; result: unknown } | { number: number; error: Error };
