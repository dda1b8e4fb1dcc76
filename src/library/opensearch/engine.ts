import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientOptions } from '@opensearch-project/opensearch';
import CircuitBreaker from 'opossum';
import { UserError } from '../../user-error.ts';
import type { EngineCounts } from '../source.ts';
import { type ClusterAddress, nodesOf } from './address.ts';

/** A question waits so long for one node, in ms; then another is asked. Discord takes an interaction's first sign within 3 s. */
const ASK_TIMEOUT_MS = 2500;
const ASK_RETRIES = 2;
/** Writing may wait for merges. In ms. */
const WRITE_TIMEOUT_MS = 60_000;
/** After so many failures among the calls of the last ten seconds nothing is asked for five. */
const BREAKER = {
  timeout: false,
  volumeThreshold: 5,
  errorThresholdPercentage: 50,
  rollingCountTimeout: 10_000,
  resetTimeout: 5000,
} as const;

/** Pauses before an answer in part is asked for again: together less than a reader is kept waiting. In ms. */
const AGAIN_MS = [150, 400, 800] as const;

/** What the official client returns, as far as it is looked at here. */
export interface EngineAnswer {
  body: unknown;
}

type Call = (client: Client) => Promise<EngineAnswer>;

/** The client for an address. Its errors hold whole requests: they are never logged, see {@link shortly}. */
export function clientOf({ url, username, password, ca }: ClusterAddress, purpose: 'ask' | 'write'): Client {
  const options: ClientOptions = {
    nodes: nodesOf(url),
    requestTimeout: purpose === 'ask' ? ASK_TIMEOUT_MS : WRITE_TIMEOUT_MS,
    maxRetries: purpose === 'ask' ? ASK_RETRIES : 5,
    ...(username === undefined ? {} : { auth: { username, password: password ?? '' } }),
    ...(ca === undefined ? {} : { ssl: { ca: readCertificates(ca) } }),
  };
  return new Client(options);
}

function readCertificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const message = `OPENSEARCH_CA: ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`;
    throw new UserError('cluster_address', message, { message });
  }
}

/** What the engine itself refused (a wrong request, a missing index) is no sign that it is away. */
const isRefusal = (error: unknown): boolean => {
  const status = (error as { statusCode?: number } | null)?.statusCode;
  return status !== undefined && status >= 400 && status < 500 && status !== 429 && status !== 408;
};

/** An error of the client in a few words: kind and status, nothing of the request, which may hold what people asked. */
export function shortly(error: unknown): string {
  const { name, statusCode, body } = (error ?? {}) as { name?: string; statusCode?: number; body?: { error?: { type?: string } } };
  return [name ?? 'Error', statusCode, body?.error?.type].filter((part) => part !== undefined).join(' ');
}

/**
 * Asks the cluster, within limits: a call that takes too long is given up, and where calls fail one after the other nothing is
 * asked for some seconds, so that people are told at once and a cluster that comes back is not run over.
 */
export class Engine {
  readonly #breaker: CircuitBreaker<[Call], EngineAnswer>;
  #requests = 0;
  #failures = 0;
  #seconds = 0;
  #shardsFailed = 0;

  constructor(readonly client: Client) {
    this.#breaker = new CircuitBreaker<[Call], EngineAnswer>((call) => call(client), {
      ...BREAKER,
      errorFilter: (error) => isRefusal(error) || isPartial(error),
    });
  }

  /**
   * What a call answers.
   *
   * @throws {UserError} `collection_unreachable` where the cluster is away, too slow, or the circuit is open;
   *   `collection_partial` where a part of the articles could not be asked
   */
  async ask<T>(call: Call): Promise<T> {
    const since = performance.now();
    this.#requests++;
    try {
      return (await this.#whole(call)) as T;
    } catch (error) {
      this.#failures++;
      if (error instanceof UserError) throw error;
      throw asUserError(error);
    } finally {
      this.#seconds += (performance.now() - since) / 1000;
    }
  }

  counts(): EngineCounts {
    const circuit = this.#breaker.halfOpen ? 'half-open' : this.#breaker.opened ? 'open' : 'closed';
    return { requests: this.#requests, failures: this.#failures, seconds: this.#seconds, shardsFailed: this.#shardsFailed, circuit };
  }

  async close(): Promise<void> {
    this.#breaker.shutdown();
    await this.client.close();
  }

  /** While a node goes, its shards are missing until the others have noticed: what is answered in part is asked again. */
  async #whole(call: Call): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      try {
        const { body } = await this.#breaker.fire(call);
        this.#wholly(body);
        return body;
      } catch (error) {
        const pause = AGAIN_MS[attempt];
        if (pause === undefined || (!(error instanceof UserError) && !isPartial(error))) throw error;
        await sleep(pause);
      }
    }
  }

  /** An answer that a shard is missing from says nothing of what is not in it. */
  #wholly(body: unknown): void {
    const { responses, _shards, timed_out, error } = body as Partial<Record<'responses' | '_shards' | 'timed_out' | 'error', unknown>>;
    for (const one of (responses as unknown[] | undefined) ?? []) this.#wholly(one);
    const failed = (_shards as { failed?: number } | undefined)?.failed ?? 0;
    this.#shardsFailed += failed;
    if (failed > 0 || timed_out === true || error !== undefined) throw partial();
  }
}

function partial(): UserError {
  return new UserError('collection_partial', 'A part of the articles cannot be asked just now; try again in a minute.');
}

const MISSING_SHARDS = new Set(['search_phase_execution_exception', 'no_shard_available_action_exception', 'unavailable_shards_exception']);

function isPartial(error: unknown): boolean {
  const type = (error as { body?: { error?: { type?: string } } } | null)?.body?.error?.type;
  return type !== undefined && MISSING_SHARDS.has(type);
}

function asUserError(error: unknown): UserError {
  if (isPartial(error)) return partial();
  return new UserError('collection_unreachable', `The articles cannot be reached just now (${shortly(error)}); try again in a minute.`);
}
