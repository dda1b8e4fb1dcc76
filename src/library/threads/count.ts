import { availableParallelism, freemem } from 'node:os';

/** A thread holds the dictionary of words (250 MB), the names of places, the program, and what it is reading. In bytes. */
const BYTES_A_THREAD = 400 * 1024 * 1024;

/** What threads may take. */
export interface ThreadLimits {
  /** Of the memory that is free: by default half of it, for the articles need room too. */
  share?: number;
  /** By default seven: the main thread puts together what the others bring, and keeps up with some seven of them. */
  most?: number;
}

/**
 * How many threads should read beside the main one: one a processor, as far as memory goes.
 *
 * @param free bytes that are free, for this process
 * @example threadsFor({}, 2, 8e9) // 1: the main thread reads too
 * @example threadsFor({}, 16, 1e9) // 1
 */
export function threadsFor({ share = 0.5, most = 7 }: ThreadLimits = {}, processors = availableParallelism(), free = freeBytes()): number {
  return Math.max(0, Math.min(processors - 1, most, Math.floor((free * share) / BYTES_A_THREAD)));
}

/** What is free of the machine's memory, or of what a container may use. In bytes. */
function freeBytes(): number {
  const limit = process.constrainedMemory();
  const left = limit > 0 && limit < Number.MAX_SAFE_INTEGER ? limit - process.memoryUsage.rss() : Number.POSITIVE_INFINITY;
  return Math.min(freemem(), left);
}
