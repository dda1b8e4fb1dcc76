import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

const BEGINNING = new URL('./beginning.js', import.meta.url);

/** The threads that run, each with the port by which it is told to end. */
const running = new Map<Worker, MessagePort>();

/** A thread that runs a module of ours. Not with the main thread's options: it brings its own loader, found from there. */
export function startThread(module: URL): Worker {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(BEGINNING, { execArgv: [], workerData: { module: module.href, end: port2 }, transferList: [port2] });
  port1.unref();
  running.set(worker, port1);
  worker.once('exit', () => {
    running.delete(worker);
    port1.close();
  });
  return worker;
}

/**
 * Ends a thread when it has done what it is at. It is not terminated: native code that is cut off (nodejieba, while it reads its
 * dictionary) throws where nobody can catch it, and the whole process ends with SIGABRT.
 */
export async function endThread(worker: Worker): Promise<void> {
  const port = running.get(worker);
  if (!port) return;
  const ended = once(worker, 'exit');
  port.postMessage('end');
  await ended;
}

/** Ends all threads, before the process ends. */
export async function endThreads(): Promise<void> {
  await Promise.all([...running.keys()].map(endThread));
}
