import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';
import type { Stretch } from './held.ts';

const INTERVAL_US = 500;

/** A profile of this process, to say what it did in a stretch of time. */
export class Profile {
  readonly #session = new Session();
  /** `performance.now()` is counted from here, in µs of the profile's clock. */
  readonly #origin = Number(process.hrtime.bigint() / 1000n) - performance.now() * 1000;

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
    await this.#session.post('Profiler.start');
  }

  /** Tells, for each stretch, the functions of ours in which the most of it passed, and the garbage collector. */
  async stop(stretches: readonly Stretch[]): Promise<string[]> {
    const { profile } = await this.#session.post('Profiler.stop');
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
    return stretches.map((one) => this.#within(profile, one, nodes, parents));
  }

  #within(
    { startTime, samples = [], timeDeltas = [] }: Profiler.Profile,
    { from, to }: Stretch,
    nodes: Map<number, Profiler.ProfileNode>,
    parents: Map<number, number>,
  ): string {
    const [begin, end] = [this.#origin + from * 1000, this.#origin + to * 1000];
    const times = new Map<string, number>();
    let at = startTime;
    samples.forEach((sample, i) => {
      at += timeDeltas[i]!;
      if (at < begin || at > end) return;
      const here = new Set<string>();
      for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
        const { functionName, url, lineNumber } = nodes.get(id)!.callFrame;
        if (/zhaiyin|\/(?:src|bench|commands)\//.test(url) || functionName === '(garbage collector)')
          here.add(`${functionName || 'anonymous'}${url === '' ? '' : `@${url.split('/').at(-1)}:${lineNumber + 1}`}`);
      }
      for (const name of here) times.set(name, (times.get(name) ?? 0) + timeDeltas[i]! / 1000);
    });
    const most = [...times].sort((a, b) => b[1] - a[1]).slice(0, 9);
    return most.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ');
  }
}
