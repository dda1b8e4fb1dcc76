import type { Client } from '@opensearch-project/opensearch';
import { describe, expect, it } from 'vitest';
import { BulkWriter } from '../../../src/library/opensearch/bulk.ts';

type Status = (id: string, attempt: number) => number;

/** A cluster that answers each document with a status; counts how many requests were under way at once. */
function cluster(status: Status) {
  const attempts = new Map<string, number>();
  const seen = { most: 0, now: 0, requests: 0 };
  const bulk = async ({ body }: { body: string }) => {
    seen.requests++;
    seen.most = Math.max(seen.most, ++seen.now);
    await new Promise((resolve) => setImmediate(resolve));
    seen.now--;
    const ids = body
      .split('\n')
      .flatMap((line, i) => (i % 2 === 0 && line !== '' ? (JSON.parse(line) as { index: { _id: string } }).index._id : []));
    const items = ids.map((id) => {
      const attempt = (attempts.get(id) ?? 0) + 1;
      attempts.set(id, attempt);
      const answer = status(id, attempt);
      return { index: { status: answer, ...(answer < 300 ? {} : { error: { type: `type_${answer}` } }) } };
    });
    return { body: { items } };
  };
  return { client: { bulk } as unknown as Client, attempts, seen };
}

async function write(client: Client, count: number): Promise<BulkWriter> {
  const writer = new BulkWriter(client, 1);
  for (let i = 0; i < count; i++) await writer.add('index', `doc-${i}`, { i });
  await writer.finish();
  return writer;
}

describe('writing many documents', () => {
  it('sends those again that came at a bad time, and no others', async () => {
    const { client, attempts } = cluster((id, attempt) => (id === 'doc-3' && attempt < 3 ? 429 : 201));
    const writer = await write(client, 10);
    expect(writer.written.get('index')).toBe(10);
    expect(writer.rejections).toBe(2);
    expect([attempts.get('doc-3'), attempts.get('doc-4')]).toEqual([3, 1]);
  });

  it('ends with a sentence where a document is refused, though the request as a whole succeeds', async () => {
    const { client } = cluster((id) => (id === 'doc-5' ? 400 : 201));
    await expect(write(client, 10)).rejects.toThrow('The cluster refused doc-5 of index (type_400)');
  });

  it('gives up where the cluster stays too busy', async () => {
    const { client, attempts } = cluster(() => 429);
    await expect(write(client, 1)).rejects.toThrow('too busy');
    expect(attempts.get('doc-0')).toBe(8);
  });

  it('has few requests under way, whoever reads faster', async () => {
    const { client, seen } = cluster(() => 201);
    await write(client, 12_000);
    expect(seen.requests).toBe(12);
    expect(seen.most).toBeLessThanOrEqual(4);
    expect(seen.most).toBeGreaterThan(1);
  });
});
