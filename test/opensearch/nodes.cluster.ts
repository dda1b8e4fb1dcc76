/** The cluster of the tests itself: three nodes are one cluster, and go on without one of them. */
import { Client } from '@opensearch-project/opensearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasJava, TestCluster } from './test-cluster.ts';

if (!hasJava()) {
  if (process.env['CI']) throw new Error('The cluster tests need java and mvn, and CI must not skip them.');
  process.stderr.write('\n*** CLUSTER TESTS SKIPPED: they need java (17 or later) and mvn on the PATH. ***\n\n');
}

describe.skipIf(!hasJava())('three nodes', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await TestCluster.start(3);
  });
  afterAll(() => cluster.stop());

  const client = () => new Client({ nodes: cluster.addresses(), maxRetries: 3 });

  it('are one cluster', async () => {
    const { body } = await client().cluster.health({ wait_for_nodes: '3', timeout: '30s' });
    expect(body.number_of_nodes).toBe(3);
  });

  it('find what is written while one of them is gone, and take it back', async () => {
    const index = 'words';
    await client().indices.create({
      index,
      body: {
        settings: { number_of_shards: 3, number_of_replicas: 1 },
        mappings: { properties: { words: { type: 'text', analyzer: 'whitespace' } } },
      },
    });
    for (const [id, words] of Object.entries({ a: '旅游 扶贫 会议', b: '公路 通车', c: '旅游 公路' })) {
      await client().index({ index, id, body: { words }, refresh: true });
    }
    await client().cluster.health({ wait_for_status: 'green', timeout: '30s' });

    const found = async () => {
      const { body } = await client().search({ index, body: { query: { match: { words: '旅游' } } } });
      expect(body._shards.failed).toBe(0);
      return body.hits.hits.map(({ _id }) => _id).sort();
    };
    expect(await found()).toEqual(['a', 'c']);
    await cluster.kill(1);
    await client().cluster.health({ wait_for_status: 'yellow', wait_for_nodes: '2', timeout: '30s' });
    expect(await found()).toEqual(['a', 'c']);
    await cluster.restart(1);
    const { body } = await client().cluster.health({ wait_for_nodes: '3', wait_for_status: 'green', timeout: '60s' });
    expect(body.timed_out).toBe(false);
    expect(await found()).toEqual(['a', 'c']);
  });
});
