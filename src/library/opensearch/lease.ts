import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Client } from '@opensearch-project/opensearch';
import { UserError } from '../../user-error.ts';
import type { Names } from './stamps.ts';

/** A lease that is not renewed is over after so long: whoever held it was killed. In ms. */
const LEASE_MS = 30_000;
const RENEW_MS = 8000;
const ID = 'lease';

interface LeaseDoc {
  owner: string;
  /** Where it runs, for people. */
  where: string;
  until: number;
}

/**
 * The right to write, which one process has at a time: a document that is only changed by whoever saw its last version (`if_seq_no`), so
 * that of two that try at once one fails. It is renewed while the work goes on.
 */
export class Lease {
  readonly #owner = randomUUID();
  #seen: { seq: number; term: number } | null = null;
  #timer: NodeJS.Timeout | undefined;
  #lost = false;

  private constructor(
    private readonly client: Client,
    private readonly index: string,
    private readonly leaseMs: number,
  ) {}

  /** @throws {UserError} `ingest_running` where another process has it: says which, and until when at least */
  static async take(client: Client, names: Names, leaseMs = LEASE_MS): Promise<Lease> {
    const lease = new Lease(client, names.lease, leaseMs);
    await lease.#createIndex();
    await lease.#take();
    lease.#timer = setInterval(() => void lease.#renew(), Math.min(RENEW_MS, leaseMs / 3)).unref();
    return lease;
  }

  /** @throws {UserError} `ingest_lost` where another process has taken it over meanwhile */
  check(): void {
    if (this.#lost)
      throw new UserError('ingest_lost', 'Another process has begun to write, or the cluster was away for too long; nothing was changed.');
  }

  /** Lets the next one write. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    if (!this.#lost && this.#seen) await this.#write({ owner: '', where: '', until: 0 }).catch(() => undefined);
  }

  async #createIndex(): Promise<void> {
    try {
      const body = {
        settings: { number_of_shards: 1, auto_expand_replicas: '0-1' },
        mappings: { dynamic: false as const, properties: {} },
      };
      await this.client.indices.create({ index: this.index, body });
    } catch (error) {
      if ((error as { body?: { error?: { type?: string } } }).body?.error?.type !== 'resource_already_exists_exception') throw error;
    }
  }

  async #take(): Promise<void> {
    const { body } = await this.client.get({ index: this.index, id: ID }, { ignore: [404] });
    const {
      found,
      _source,
      _seq_no: seq,
      _primary_term: term,
    } = body as { found: boolean; _source?: LeaseDoc; _seq_no?: number; _primary_term?: number };
    const held = found ? _source : null;
    if (held && held.until > Date.now()) throw taken(held.where);
    this.#seen = held ? { seq: seq!, term: term! } : null;
    try {
      await this.#write(this.#doc());
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 409) throw taken('');
      throw error;
    }
  }

  async #renew(): Promise<void> {
    try {
      await this.#write(this.#doc());
    } catch (error) {
      // Somebody else has it. A cluster that is away for a moment is asked again.
      if ((error as { statusCode?: number }).statusCode === 409) this.#lost = true;
    }
  }

  #doc(): LeaseDoc {
    return { owner: this.#owner, where: `${hostname()} (process ${process.pid})`, until: Date.now() + this.leaseMs };
  }

  async #write(doc: LeaseDoc): Promise<void> {
    const unchanged = this.#seen ? { if_seq_no: this.#seen.seq, if_primary_term: this.#seen.term } : { op_type: 'create' as const };
    const { body } = await this.client.index({ index: this.index, id: ID, ...unchanged, body: { ...doc } });
    this.#seen = { seq: body._seq_no, term: body._primary_term };
  }
}

function taken(where: string): UserError {
  return new UserError(
    'ingest_running',
    `Another process is writing the articles${where === '' ? '' : `: ${where}`}. Wait until it ends.`,
    { where },
  );
}
