import type { Worker } from 'node:worker_threads';
import type { Article } from '../../../corpus/article.ts';
import type { FileRecord, ReadHelpers } from '../../../corpus/files/read-file.ts';
import type { Refusal, Rejection } from '../../../corpus/refusal.ts';
import { HelperLost, type Helpers } from '../../../steps/in-order.ts';
import { TermTranslation } from '../../../search/index/article-terms.ts';
import { endThread, startThread } from '../../threads/start.ts';
import type { Analysable, Analysed, Analysis } from '../analyser.ts';
import type { NumberedTask, Report, Task } from './messages.ts';

/** A thread takes a second to start: worth it from so many UTF-16 units of articles, which take about a second too. */
const WORTH = 1_000_000;
/** A file whose length is not known counts as this. */
const A_FILE = 2000;
/** A thread has its next tasks at hand, so many UTF-16 units of text in all: it should not wait for us. */
const AT_HAND = 100_000;

/** Analyses with the numbers of terms that they use. */
export interface Translated {
  analyses: readonly Analysis[];
  translation: TermTranslation;
}

interface Given {
  weight: number;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  isReady: boolean;
  weight: number;
  given: Map<number, Given>;
  translation: TermTranslation;
}

/**
 * Threads that read along while a collection is made. They start when there is enough to read; one that cannot start, or
 * ends, is done without: what it had taken is done by somebody else. The result is the same with any number of them.
 */
export class ReadingThreads {
  #threads: Thread[] | null = null;
  #asked = 0;
  #numbers = 0;
  #isClosed = false;

  /**
   * @param lost is told why a thread is done without
   * @param url what a thread runs, for tests
   */
  constructor(
    private readonly count: number,
    private readonly lost: (error: unknown) => void,
    private readonly url: URL = new URL('./thread.ts', import.meta.url),
    private readonly worth = WORTH,
  ) {}

  readonly reading: ReadHelpers = {
    rows: {
      offer: (rows) => {
        const weight = rows.raws.reduce((sum, raw) => sum + ('refused' in raw ? 0 : raw.text.length), 0);
        return this.#offer({ rows }, weight) as Promise<(Article | Rejection)[]> | null;
      },
    },
    files: { offer: (file) => this.#offer({ file }, A_FILE) as Promise<FileRecord | Refusal> | null },
  };

  readonly analysing: Helpers<readonly Analysable[], Translated> = {
    offer: (articles) => {
      const weight = articles.reduce((sum, { text }) => sum + text.length, 0);
      // Only what is needed crosses over.
      const task = { articles: articles.map(({ title, titleBasis, text }) => ({ title, titleBasis, text })) };
      return this.#offer(task, weight) as Promise<Translated> | null;
    },
  };

  /** Ends the threads; what they have not done yet is lost. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all((this.#threads ?? []).map(({ worker }) => endThread(worker)));
  }

  #offer(task: Task, weight: number): Promise<unknown> | null {
    if (this.#isClosed || this.count === 0) return null;
    if (!this.#threads) {
      this.#asked += weight;
      if (this.#asked < this.worth) return null;
      this.#threads = Array.from({ length: this.count }, () => this.#start());
    }
    const thread = this.#threads.filter(({ isReady, weight: has }) => isReady && has < AT_HAND).sort((a, b) => a.weight - b.weight)[0];
    if (!thread) return null;
    const order: NumberedTask = { number: this.#numbers++, task };
    thread.weight += weight;
    thread.worker.postMessage(order);
    return new Promise((resolve, reject) => thread.given.set(order.number, { weight, resolve, reject }));
  }

  #start(): Thread {
    const worker = startThread(this.url);
    const thread: Thread = { worker, isReady: false, weight: 0, given: new Map(), translation: new TermTranslation() };
    worker.on('message', (report: Report) => this.#reported(thread, report));
    worker.on('error', (error) => this.lost(error));
    worker.on('exit', () => {
      thread.isReady = false;
      for (const { reject } of thread.given.values()) reject(new HelperLost());
      thread.given.clear();
    });
    return thread;
  }

  #reported(thread: Thread, report: Report): void {
    if (report === 'ready') {
      thread.isReady = true;
      return;
    }
    const given = thread.given.get(report.number);
    if (!given) return;
    thread.given.delete(report.number);
    thread.weight -= given.weight;
    if ('error' in report) given.reject(report.error);
    else given.resolve(isAnalysed(report.result) ? translated(thread.translation, report.result) : report.result);
  }
}

function isAnalysed(result: unknown): result is Analysed {
  return typeof result === 'object' && result !== null && 'analyses' in result;
}

/** Analyses with the numbers of their terms. Those of one analyser must pass here in the order in which they were made. */
export function translated(translation: TermTranslation, { analyses, fresh }: Analysed): Translated {
  translation.learn(fresh);
  return { analyses, translation };
}
