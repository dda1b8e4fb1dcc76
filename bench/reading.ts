/**
 * How long the first reading of a collection takes with other threads and without: wall time, processor time of each thread (what
 * stays true on a busy machine), how long the event loop was held, and memory. Linux only: it asks /proc.
 *
 *     node --import tsx bench/reading.ts CORPUS THREADS
 */
import { readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openEmbedded } from '../src/library/embedded/source.ts';

/** Of a tick of the processor's clock (`man 5 proc`, utime and stime). */
const TICK_S = 0.01;
/** Threads that did less are Node's own. */
const WORTH_TELLING_S = 0.5;

const [corpus, threads] = process.argv.slice(2);
if (corpus === undefined || threads === undefined) throw new Error('node --import tsx bench/reading.ts CORPUS THREADS');

function processorTimes(): Record<string, number> {
  const times = readdirSync('/proc/self/task').map((id): [string, number] => {
    const fields = readFileSync(`/proc/self/task/${id}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return [Number(id) === process.pid ? 'main' : id, (Number(fields[11]) + Number(fields[12])) * TICK_S];
  });
  return Object.fromEntries(times.filter(([, seconds]) => seconds > WORTH_TELLING_S));
}

let most: Record<string, number> = {};
// The threads end with the reading: they are looked at while they live.
const looking = setInterval(() => {
  most = { ...most, ...processorTimes() };
}, 200);
const held = monitorEventLoopDelay({ resolution: 5 });
held.enable();
const began = performance.now();
const library = await openEmbedded(corpus, { threads: Number(threads) });
clearInterval(looking);
const { articles, passages } = await library.current().status();
console.log({
  articles,
  passages,
  wall_s: Math.round(performance.now() - began) / 1000,
  processor_s: { ...most, ...processorTimes() },
  held_ms: Math.round(held.max / 1e6),
  peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
});
