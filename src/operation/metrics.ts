import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CorpusStatus } from '../reply.ts';
import type { EngineCounts } from '../library.ts';
import { UserError } from '../user-error.ts';

/** How the connection to Discord is: of several shards, how the worst one is. */
export type GatewayState = 'connecting' | 'ready' | 'lost';

/** What the metrics are read from when they are asked for. */
export interface MetricSources {
  status(): Promise<Pick<CorpusStatus, 'articles' | 'passages' | 'rejected' | 'loaded_at' | 'build_ms'>>;
  gateway(): GatewayState;
  /** Where the articles lie in a cluster: how it has answered. */
  engine?(): EngineCounts | undefined;
}

/** Seconds: a tenth of what Discord waits for, up to what a deferred answer may take. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 60];

/** Counts what the bot does, and tells it to Prometheus and to whoever asks after its health. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #interactions = new Counter({
    name: 'zhaiyin_interactions_total',
    help: 'Interactions by command and outcome',
    labelNames: ['command', 'outcome'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'zhaiyin_interaction_seconds',
    help: 'From an interaction to its answer',
    labelNames: ['command'],
    buckets: BUCKETS,
    registers: [this.#registry],
  });

  constructor(private readonly sources: MetricSources) {
    const registers = [this.#registry];
    // Memory, processor, garbage collection, and the delay of the event loop.
    collectDefaultMetrics({ register: this.#registry });
    type Status = Awaited<ReturnType<MetricSources['status']>>;
    const gauge = (name: string, help: string, read: (status: Status) => number) =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(read(await sources.status()));
        },
      });
    gauge('zhaiyin_articles', 'Articles loaded', ({ articles }) => articles);
    gauge('zhaiyin_passages', 'Passages indexed', ({ passages }) => passages);
    gauge('zhaiyin_rejected', 'Files and lines that could not be read', ({ rejected }) => rejected.length);
    gauge(
      'zhaiyin_corpus_age_seconds',
      'Since the articles were last read',
      ({ loaded_at }) => (Date.now() - Date.parse(loaded_at)) / 1000,
    );
    gauge('zhaiyin_corpus_build_seconds', 'How long reading and indexing the articles took', ({ build_ms }) => build_ms / 1000);
    if (sources.engine?.()) this.#ofEngine(() => sources.engine!()!);
    new Gauge({
      name: 'zhaiyin_gateway',
      help: 'The connection to Discord: 1 for the state that it is in',
      labelNames: ['state'],
      registers,
      collect() {
        for (const state of ['connecting', 'ready', 'lost'] satisfies GatewayState[])
          this.set({ state }, sources.gateway() === state ? 1 : 0);
      },
    });
  }

  #ofEngine(counts: () => EngineCounts): void {
    const registers = [this.#registry];
    const counter = (name: string, help: string, read: (counts: EngineCounts) => number) =>
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(read(counts()));
        },
      });
    counter('zhaiyin_cluster_requests_total', 'Requests to the cluster', ({ requests }) => requests);
    counter('zhaiyin_cluster_failures_total', 'Requests that the cluster did not answer, or in part', ({ failures }) => failures);
    counter('zhaiyin_cluster_seconds_total', 'Spent waiting for the cluster', ({ seconds }) => seconds);
    counter('zhaiyin_cluster_shards_failed_total', 'Shards that did not answer', ({ shardsFailed }) => shardsFailed);
    new Gauge({
      name: 'zhaiyin_cluster_circuit',
      help: 'Whether the cluster is asked: 1 for the state of the circuit',
      labelNames: ['state'],
      registers,
      collect() {
        for (const state of ['closed', 'half-open', 'open'] satisfies EngineCounts['circuit'][])
          this.set({ state }, counts().circuit === state ? 1 : 0);
      },
    });
  }

  /** @param ms how long it took; undefined where nothing was answered */
  interaction(command: string, outcome: string, ms?: number): void {
    this.#interactions.inc({ command, outcome });
    if (ms !== undefined) this.#seconds.observe({ command }, ms / 1000);
  }

  /** What Prometheus reads. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /**
   * Serves `/metrics` and `/health` (200 where the bot is connected, else 503) on 127.0.0.1.
   *
   * @throws {UserError} `port_taken`
   */
  async serve(port: number): Promise<{ port: number; close(): Promise<void> }> {
    const server = createServer((request, response) => {
      const answer = (status: number, type: string, body: string) => response.writeHead(status, { 'Content-Type': type }).end(body);
      if (request.method !== 'GET' && request.method !== 'HEAD') return void answer(405, 'text/plain', 'GET only\n');
      if (request.url === '/metrics')
        return void this.text().then(
          (body) => answer(200, this.#registry.contentType, body),
          () => answer(500, 'text/plain', 'error\n'),
        );
      if (request.url !== '/health') return void answer(404, 'text/plain', '/health or /metrics\n');
      void this.sources.status().then(
        ({ articles, loaded_at }) => {
          const gateway = this.sources.gateway();
          const circuit = this.sources.engine?.()?.circuit;
          const body = { gateway, articles, loaded_at, ...(circuit === undefined ? {} : { circuit }) };
          answer(gateway === 'ready' && circuit !== 'open' ? 200 : 503, 'application/json', `${JSON.stringify(body)}\n`);
        },
        () => answer(503, 'text/plain', 'error\n'),
      );
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' || error.code === 'EACCES'
        ? new UserError('port_taken', `METRICS_PORT: nothing can be served on port ${port} (${error.code}); choose another.`, { port })
        : error;
    });
    return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
  }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
