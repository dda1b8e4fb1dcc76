import type { Worker } from 'node:worker_threads';
import { atOnce } from '../../steps/breather.ts';
import { loadSegmenter } from '../../language/segment.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { startThread } from '../threads/start.ts';
import { analyse, type Analysed, type ToAnalyse } from './analyse.ts';

/** Takes articles apart, some at a time. */
export interface Analyser {
  analyse(some: readonly ToAnalyse[]): Promise<Analysed>;
  close(): Promise<void>;
}

/** Several at once, each in a thread with a segmenter of its own (about 250 MB); none: in this one. */
export async function openAnalyser(threads: number): Promise<Analyser> {
  if (threads > 0) return new AnalysisPool(threads);
  loadSegmenter();
  const gazetteer = atOnce(Gazetteer.loading());
  return Promise.resolve({ analyse: (some) => Promise.resolve(analyse(some, gazetteer)), close: () => Promise.resolve() });
}

interface Job {
  some: readonly ToAnalyse[];
  resolve: (analysed: Analysed) => void;
  reject: (error: Error) => void;
}

class AnalysisPool implements Analyser {
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  readonly #busy = new Map<Worker, Job>();
  #failure: Error | null = null;

  constructor(threads: number) {
    for (let i = 0; i < threads; i++) this.#idle.push(this.#start());
  }

  analyse(some: readonly ToAnalyse[]): Promise<Analysed> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return void reject(this.#failure);
      this.#waiting.push({ some, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = startThread(new URL('./analysis-thread.ts', import.meta.url));
    worker.on('message', (answer: Analysed | { failed: string }) => {
      const job = this.#busy.get(worker);
      this.#busy.delete(worker);
      this.#idle.push(worker);
      if ('failed' in answer) job?.reject(new Error(answer.failed));
      else job?.resolve(answer);
      this.#next();
    });
    worker.on('error', (error) => {
      this.#failure = error;
      for (const { reject } of [...this.#busy.values(), ...this.#waiting.splice(0)]) reject(this.#failure);
    });
    return worker;
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop()!;
      const job = this.#waiting.shift()!;
      this.#busy.set(worker, job);
      worker.postMessage(job.some);
    }
  }
}
