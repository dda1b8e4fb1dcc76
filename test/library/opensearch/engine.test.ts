import type { Client } from '@opensearch-project/opensearch';
import { afterEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../src/library/opensearch/engine.ts';

const client = { close: () => Promise.resolve() } as unknown as Client;
const engines: Engine[] = [];
const open = () => {
  const engine = new Engine(client);
  engines.push(engine);
  return engine;
};
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

const WHOLE = { _shards: { failed: 0 }, hits: { hits: [] } };
const PART = { _shards: { failed: 1 }, hits: { hits: [] } };

describe('asking the cluster', () => {
  it('asks again for what a shard was missing from', async () => {
    const answers = [PART, { responses: [WHOLE, { error: {} }] }, WHOLE];
    const engine = open();
    expect(await engine.ask(() => Promise.resolve({ body: answers.shift() }))).toEqual(WHOLE);
    expect(engine.counts()).toMatchObject({ requests: 1, failures: 0, shardsFailed: 1 });
  });

  it('never takes a part for the whole', async () => {
    const engine = open();
    await expect(engine.ask(() => Promise.resolve({ body: PART }))).rejects.toMatchObject({ code: 'collection_partial' });
    expect(engine.counts().failures).toBe(1);
  });

  it('stops asking a cluster that is away, and says so without what was asked', async () => {
    const engine = open();
    let calls = 0;
    const away = () => {
      calls++;
      return Promise.reject(Object.assign(new Error('a secret question'), { name: 'ConnectionError' }));
    };
    for (let i = 0; i < 8; i++) {
      const error = await engine.ask(away).catch((one: unknown) => one as Error);
      expect(error).toMatchObject({ code: 'collection_unreachable' });
      expect((error as Error).message).not.toContain('secret');
    }
    expect(calls).toBe(5);
    expect(engine.counts().circuit).toBe('open');
  });
});
