import { Worker } from 'node:worker_threads';

const BEGINNING = new URL('./beginning.js', import.meta.url);

/** A thread that runs a module of ours. Not with the main thread's options: it brings its own loader, found from there. */
export function startThread(module: URL): Worker {
  return new Worker(BEGINNING, { execArgv: [], workerData: module.href });
}
