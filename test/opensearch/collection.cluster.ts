/** The contract of `Collection`, kept by a collection in a real cluster. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { ingest } from '../../src/library/opensearch/ingest.ts';
import { type ClusterSource, openCluster } from '../../src/library/opensearch/source.ts';
import { collectionContract } from '../library/collection-contract.ts';
import { hasJava, TestCluster } from './test-cluster.ts';

describe.skipIf(!hasJava())('in a cluster', () => {
  let cluster: TestCluster;
  const sources: ClusterSource[] = [];
  beforeAll(async () => {
    cluster = await TestCluster.start(3);
  });
  afterAll(async () => {
    for (const source of sources) await source.close();
    await cluster.stop();
  });

  collectionContract('cluster', async (lines) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'zhaiyin-contract-'));
    try {
      const file = path.join(folder, 'articles.jsonl');
      await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
      const address = { url: cluster.addresses().join(','), prefix: `contract-${sources.length}` };
      await ingest(file, address, { threads: 0, shards: 2 });
      const source = await openCluster(address);
      sources.push(source);
      return source.current();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
