/** A cluster that is partly there, away, or written to while it is asked. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '@opensearch-project/opensearch';
import { type Library, libraryOf } from '../../src/library.ts';
import { ingest, rollBack } from '../../src/library/opensearch/ingest.ts';
import { Lease } from '../../src/library/opensearch/lease.ts';
import { indexBody } from '../../src/library/opensearch/mappings.ts';
import { type ClusterSource, openCluster } from '../../src/library/opensearch/source.ts';
import { Names, newStamp, stampsOf } from '../../src/library/opensearch/stamps.ts';
import { hasJava, TestCluster } from './test-cluster.ts';

const OPTIONS = { threads: 0, shards: 2 };
const PREFIX = 'failures';

/** Stands before the cluster at one address, and can be cut off. */
class Gate {
  readonly #sockets = new Set<net.Socket>();
  readonly #server = net.createServer((socket) => {
    if (this.cut) return void socket.destroy();
    const { hostname, port } = new URL(this.target());
    const other = net.connect(Number(port), hostname);
    for (const one of [socket, other]) this.#sockets.add(one.on('error', () => undefined).on('close', () => this.#sockets.delete(one)));
    socket.pipe(other).pipe(socket);
  });
  cut = false;
  url = '';

  constructor(private readonly target: () => string) {}

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as net.AddressInfo).port}`;
  }

  cutOff(): void {
    this.cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.cutOff();
    this.#server.close();
  }
}

describe.skipIf(!hasJava())('a cluster', () => {
  let cluster: TestCluster;
  let source: ClusterSource;
  let library: Library;
  let client: Client;
  let gate: Gate;
  const folder = mkdtempSync(path.join(tmpdir(), 'zhaiyin-failures-'));
  const file = path.join(folder, 'articles.jsonl');
  const names = new Names(PREFIX);
  const address = () => ({ url: cluster.addresses().join(','), prefix: PREFIX });

  /** Every article of an edition says which it is: an answer made of two would show. */
  const edition = (which: string) => {
    const lines = ['甲', '乙', '丙'].map((name) => ({
      id: name,
      title: `${name}县索桥`,
      text: `${which}的索桥修好了，${name}县群众出行方便。`,
    }));
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  };
  const editionsIn = async () => {
    const { results } = await library.search('索桥修好了');
    expect(results).toHaveLength(3);
    return [...new Set(results.map(({ quote }) => quote.text.slice(0, 2)))];
  };

  beforeAll(async () => {
    cluster = await TestCluster.start(3);
    client = new Client({ nodes: cluster.addresses() });
    gate = new Gate(() => cluster.addresses()[0]!);
    await gate.open();
    edition('春天');
    await ingest(file, address(), OPTIONS);
    source = await openCluster(address(), { lookMs: 200 });
    library = libraryOf(source);
  });
  afterAll(async () => {
    await source.close();
    gate.close();
    await client.close();
    await cluster.stop();
    rmSync(folder, { recursive: true });
  });

  it('answers from the old build wherever an ingest breaks off', async () => {
    edition('夏天');
    for (const at of ['reading', 'people', 'checking', 'swapping'] as const) {
      const step = (now: string) => {
        if (now === at) throw new Error(`broken off at ${at}`);
      };
      await expect(ingest(file, address(), { ...OPTIONS, step })).rejects.toThrow('broken off');
      expect(await source.look()).toBe(false);
      expect(await editionsIn()).toEqual(['春天']);
    }
    expect(await stampsOf(client, names)).toHaveLength(1);
  });

  it('is cleaned of what an ingest that was killed left behind', async () => {
    const left = newStamp();
    await client.indices.create({ index: names.index('passages', left), body: indexBody('passages', { shards: 1 }) });
    edition('夏天');
    await ingest(file, address(), OPTIONS);
    const stamps = await stampsOf(client, names);
    expect(stamps).toHaveLength(2);
    expect(stamps).not.toContain(left);
  });

  it('is written to by one at a time', async () => {
    const lease = await Lease.take(client, names);
    await expect(ingest(file, address(), OPTIONS)).rejects.toMatchObject({ code: 'ingest_running' });
    await lease.release();
  });

  it('goes back to the build before', async () => {
    await rollBack(address());
    await source.look();
    expect(await editionsIn()).toEqual(['春天']);
  });

  it('is swapped under questions, none of which sees two builds', async () => {
    let asking = true;
    const seen: string[][] = [];
    const asker = (async () => {
      while (asking) seen.push(await editionsIn());
    })();
    edition('秋天');
    const { changes } = await ingest(file, address(), OPTIONS);
    for (let tries = 0; tries < 100 && seen.at(-1)?.[0] !== '秋天'; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
    asking = false;
    await asker;
    expect(changes.changed).toEqual(['articles.jsonl']);
    expect(seen.filter((editions) => editions.length !== 1)).toEqual([]);
    expect(new Set(seen.flat())).toEqual(new Set(['春天', '秋天']));
  });

  it('that is away is said to be, and is asked again when it is back', async () => {
    const away = await openCluster({ url: gate.url, prefix: PREFIX }, { lookMs: 60_000 });
    try {
      const asked = libraryOf(away);
      expect((await asked.ask('索桥修好了吗')).answered).toBe(true);
      gate.cutOff();
      // It opens when most calls of the last ten seconds have failed: those before the cut count, too.
      for (let i = 0; i < 60 && away.counts().circuit !== 'open'; i++)
        await expect(asked.ask('索桥修好了吗')).rejects.toMatchObject({ code: 'collection_unreachable' });
      expect(away.counts()).toMatchObject({ circuit: 'open' });
      gate.cut = false;
      let answered = false;
      for (let tries = 0; tries < 60 && !answered; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        answered = await asked.ask('索桥修好了吗').then(
          (reply) => reply.answered,
          () => false,
        );
      }
      expect(answered).toBe(true);
    } finally {
      await away.close();
    }
  });

  it('of which one node of three is killed under questions answers all of them, and none wrongly', async () => {
    await client.cluster.health({ wait_for_status: 'green', timeout: '60s' });
    const answers: Promise<string[]>[] = [];
    const killed = cluster.kill(2);
    for (let i = 0; i < 60; i++) {
      answers.push(editionsIn());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await killed;
    expect(new Set((await Promise.all(answers)).flat())).toEqual(new Set(['秋天']));
  });

  it('of which a part is missing says so, never that the articles do not', async () => {
    // Both copies of some shards are on nodes that are gone; the last node that is left has no majority.
    await cluster.kill(1);
    const outcomes = new Set<string>();
    for (let i = 0; i < 10; i++)
      outcomes.add(
        await library.ask('索桥修好了吗').then(
          ({ answered }) => (answered ? 'answered' : 'declined'),
          (error: { code: string }) => error.code,
        ),
      );
    expect(outcomes).not.toContain('declined');
    for (const outcome of outcomes) expect(['answered', 'collection_partial', 'collection_unreachable']).toContain(outcome);
  });
});
