import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { UserError } from '../../user-error.ts';
import { shortly } from './engine.ts';

/** What one request holds at most. Some megabytes are what the engine's makers advise; one document may be larger. */
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_DOCUMENTS = 1000;
/** So many requests are under way at once; whoever writes waits for one of them. */
const AT_ONCE = 4;
/** A document that the engine is too busy for is sent so often; the pauses double from this. In ms. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 250;
/** Too busy, or a shard that is just moving. */
const LATER = new Set([429, 503]);

interface Item {
  index: string;
  id: string;
  lines: string;
}

interface BulkItem {
  index?: { status: number; error?: { type?: string } };
}

/**
 * Writes documents, many in one request. It holds a few requests' worth of them at most: {@link add} waits where the cluster is
 * slower than whoever reads. A request succeeds as a whole while documents in it fail, so each one's answer is looked at: those
 * that came at a bad time are sent again, any other failure ends the writing.
 *
 * @example
 * const writer = new BulkWriter(client);
 * await writer.add('passages-1', 'a-0', { words: '旅游 扶贫' });
 * await writer.finish();
 */
export class BulkWriter {
  #items: Item[] = [];
  #bytes = 0;
  readonly #underWay = new Set<Promise<void>>();
  #failure: unknown = null;
  /** By index: how many documents were written. */
  readonly written = new Map<string, number>();
  /** How often the cluster was too busy for a document. */
  rejections = 0;

  constructor(
    private readonly client: Client,
    private readonly pauseMs = FIRST_PAUSE_MS,
  ) {}

  /** @throws {UserError} `ingest_failed` where an earlier document was refused for good */
  async add(index: string, id: string, doc: object): Promise<void> {
    const lines = `${JSON.stringify({ index: { _index: index, _id: id } })}\n${JSON.stringify(doc)}\n`;
    this.#items.push({ index, id, lines });
    this.#bytes += Buffer.byteLength(lines);
    if (this.#bytes >= MOST_BYTES || this.#items.length >= MOST_DOCUMENTS) await this.#flush();
  }

  /** Resolves when all that was added is written. @throws {UserError} `ingest_failed` */
  async finish(): Promise<void> {
    await this.#flush();
    await Promise.all(this.#underWay);
    this.#check();
  }

  async #flush(): Promise<void> {
    this.#check();
    while (this.#underWay.size >= AT_ONCE) await Promise.race(this.#underWay);
    this.#check();
    if (this.#items.length === 0) return;
    const items = this.#items;
    [this.#items, this.#bytes] = [[], 0];
    const sending = this.#send(items).catch((error: unknown) => {
      this.#failure ??= error;
    });
    const one = sending.finally(() => this.#underWay.delete(one));
    this.#underWay.add(one);
  }

  #check(): void {
    if (this.#failure !== null) throw asError(this.#failure);
  }

  async #send(items: readonly Item[]): Promise<void> {
    let left = items;
    for (let attempt = 1; left.length > 0; attempt++) {
      const busy = await this.#once(left);
      this.rejections += busy.length;
      if (busy.length > 0 && attempt === ATTEMPTS)
        throw new UserError(
          'ingest_failed',
          `The cluster was too busy ${ATTEMPTS} times for ${busy.length} documents; nothing was changed.`,
        );
      left = busy;
      if (left.length > 0) await sleep(this.pauseMs * 2 ** (attempt - 1));
    }
  }

  /** The items that are to be sent again. */
  async #once(items: readonly Item[]): Promise<readonly Item[]> {
    let answers: BulkItem[];
    try {
      // The client takes lines that are made already; its types know lists of objects only.
      const lines = items.map((item) => item.lines).join('') as unknown as object[];
      const { body } = await this.client.bulk({ body: lines });
      answers = body.items;
    } catch (error) {
      if (LATER.has((error as { statusCode?: number }).statusCode ?? 0)) return items;
      throw error;
    }
    return items.filter((item, i) => {
      const { status = 0, error } = answers[i]?.index ?? {};
      if (status >= 200 && status < 300) {
        this.written.set(item.index, (this.written.get(item.index) ?? 0) + 1);
        return false;
      }
      if (LATER.has(status)) return true;
      const why = error?.type ?? String(status);
      throw new UserError('ingest_failed', `The cluster refused ${item.id} of ${item.index} (${why}); nothing was changed.`);
    });
  }
}

function asError(error: unknown): Error {
  if (error instanceof UserError) return error;
  return new UserError('ingest_failed', `The cluster could not be written to (${shortly(error)}); the last build goes on answering.`);
}
