import type { Worker } from 'node:worker_threads';
import { atOnce } from '../../steps/breather.ts';
import { loadSegmenter } from '../../language/segment.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { endThread, startThread } from '../threads/start.ts';
import { analyseDocuments, type AnalysedDocuments, type ToAnalyse } from './analyse.ts';

/** Takes articles apart, some at a time. */
export interface DocumentAnalyser {
  analyse(some: readonly ToAnalyse[]): Promise<AnalysedDocuments>;
  close(): Promise<void>;
}

/** Several at once, each in a thread with a segmenter of its own (about 250 MB); none: in this one. */
export async function openAnalyser(threads: number): Promise<DocumentAnalyser> {
  if (threads > 0) return new AnalysisPool(threads);
  loadSegmenter();
  const gazetteer = atOnce(Gazetteer.loading());
  return Promise.resolve({ analyse: (some) => Promise.resolve(analyseDocuments(some, gazetteer)), close: () => Promise.resolve() });
}

interface Job {
  some: readonly ToAnalyse[];
  resolve: (analysed: AnalysedDocuments) => void;
  reject: (error: Error) => void;
}

class AnalysisPool implements DocumentAnalyser {
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  readonly #busy = new Map<Worker, Job>();
  #failure: Error | null = null;

  constructor(threads: number) {
    for (let i = 0; i < threads; i++) this.#idle.push(this.#start());
  }

  analyse(some: readonly ToAnalyse[]): Promise<AnalysedDocuments> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return void reject(this.#failure);
      this.#waiting.push({ some, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => endThread(worker)));
  }

  #start(): Worker {
    const worker = startThread(new URL('./analysis-thread.ts', import.meta.url));
    worker.on('message', (answer: AnalysedDocuments | { failed: string }) => {
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
