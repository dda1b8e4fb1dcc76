import type { Rejection } from '../../corpus/refusal.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import { Breather } from '../../steps/breather.ts';
import { HelperLost } from '../../steps/in-order.ts';
import { TaskThread } from '../threads/task-thread.ts';
import { threadsFor } from '../threads/count.ts';
import { lookedAt, type LookedAt } from './look.ts';
import type { SeenElsewhere, UploadTask } from './thread.ts';

/** An article of so many bytes takes some 20 ms to parse; a longer one would hold up everything else. */
const LONG = 32 * 1024;
/** The thread takes memory, so it ends when it has had nothing to do for so long, in ms. */
const IDLE_MS = 30_000;

/**
 * Looks at uploads without holding up what else is asked: at long ones on a thread of its own, where memory allows, for parsing an
 * article and finding its statements are long steps; at short ones here. What comes is the same.
 */
export class LongUploads {
  #thread: TaskThread<UploadTask, SeenElsewhere[]> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #underWay = 0;

  /**
   * @param allowed whether there is memory for a thread
   * @param url what the thread runs; how long it is kept without work, in ms
   */
  constructor(
    // One beside this one, though there be one processor only: the system takes turns.
    private readonly allowed = () => threadsFor({}, 2) > 0,
    private readonly url: URL = new URL('./thread.ts', import.meta.url),
    private readonly idleMs = IDLE_MS,
  ) {}

  /** Whether a thread is there. */
  get isRunning(): boolean {
    return this.#thread !== null;
  }

  /** What is in an upload, as `lookedAt` tells it. */
  async *lookedAt(file: string, bytes: Uint8Array, gazetteer: Gazetteer): AsyncGenerator<LookedAt | Rejection> {
    const seen = bytes.length >= LONG && (this.isRunning || this.allowed()) ? await this.#elsewhere({ file, bytes }) : null;
    if (seen) for (const one of seen) yield 'reason' in one ? one : { ...one, look: () => Promise.resolve(one.preview) };
    else yield* lookedAt(file, bytes, gazetteer, new Breather());
  }

  /** Null where the thread cannot start, or ends before its time. */
  async #elsewhere(task: UploadTask): Promise<SeenElsewhere[] | null> {
    clearTimeout(this.#timer);
    const thread = (this.#thread ??= new TaskThread<UploadTask, SeenElsewhere[]>(this.url));
    this.#underWay++;
    try {
      return await thread.run(task);
    } catch (error) {
      if (!(error instanceof HelperLost)) throw error;
      if (this.#thread === thread) this.#thread = null;
      return null;
    } finally {
      if (--this.#underWay === 0) this.#timer = setTimeout(() => this.#end(), this.idleMs).unref();
    }
  }

  #end(): void {
    void this.#thread?.close();
    this.#thread = null;
  }
}
