import type { Article } from '../../../corpus/article.ts';
import type { FileRecord, FileTask, ReadHelpers, RowsTask } from '../../../corpus/files/read-file.ts';
import type { Refusal, Rejection } from '../../../corpus/refusal.ts';
import type { Helpers } from '../../../steps/in-order.ts';
import { TermTranslation } from '../../../search/index/article-terms.ts';
import { TaskThread } from '../../threads/task-thread.ts';
import type { Analysable, Analysed, Analysis } from '../analyser.ts';

/** What a reading thread does. */
export type Task = { rows: RowsTask } | { file: FileTask } | { articles: readonly Analysable[] };

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

interface Reader {
  thread: TaskThread<Task, unknown>;
  translation: TermTranslation;
}

/**
 * Threads that read along while a collection is made. They start when there is enough to read; one that cannot start, or
 * ends, is done without: what it had taken is done by somebody else. The result is the same with any number of them.
 */
export class ReadingThreads {
  #readers: Reader[] | null = null;
  #asked = 0;
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
    await Promise.all((this.#readers ?? []).map(({ thread }) => thread.close()));
  }

  #offer(task: Task, weight: number): Promise<unknown> | null {
    if (this.#isClosed || this.count === 0) return null;
    if (!this.#readers) {
      this.#asked += weight;
      if (this.#asked < this.worth) return null;
      this.#readers = Array.from({ length: this.count }, () => this.#start());
    }
    const [reader] = this.#readers
      .filter(({ thread }) => thread.isReady && thread.weight < AT_HAND)
      .sort((a, b) => a.thread.weight - b.thread.weight);
    if (!reader) return null;
    const { thread, translation } = reader;
    return thread.run(task, weight).then((result) => (isAnalysed(result) ? translated(translation, result) : result));
  }

  #start(): Reader {
    return { thread: new TaskThread(this.url, this.lost), translation: new TermTranslation() };
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
