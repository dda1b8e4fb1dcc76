import { afterEach, expect, it } from 'vitest';
import { type GatewayState, Metrics } from '../../src/operation/metrics.ts';

let gateway: GatewayState = 'connecting';
const metrics = new Metrics({
  gateway: () => gateway,
  status: () =>
    Promise.resolve({ articles: 5, passages: 12, rejected: [], loaded_at: new Date(Date.now() - 60_000).toISOString(), build_ms: 1500 }),
});
let close: (() => Promise<void>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
});

async function served(): Promise<string> {
  const server = await metrics.serve(0);
  close = () => server.close();
  return `http://127.0.0.1:${server.port}`;
}

it('counts interactions by command and outcome, and tells what is loaded', async () => {
  metrics.interaction('ask', 'answered', 12);
  metrics.interaction('ask', 'answered', 2000);
  metrics.interaction('search', 'bad_date');
  const text = await (await fetch(`${await served()}/metrics`)).text();
  expect(text).toContain('zhaiyin_interactions_total{command="ask",outcome="answered"} 2');
  expect(text).toContain('zhaiyin_interactions_total{command="search",outcome="bad_date"} 1');
  expect(text).toContain('zhaiyin_interaction_seconds_bucket{le="0.025",command="ask"} 1');
  expect(text).toContain('zhaiyin_interaction_seconds_count{command="ask"} 2');
  expect(text).toMatch(/^zhaiyin_articles 5$/m);
  expect(text).toMatch(/^zhaiyin_passages 12$/m);
  expect(text).toMatch(/^zhaiyin_corpus_age_seconds 6\d/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
});

it.each([
  ['connecting', 503],
  ['ready', 200],
  ['lost', 503],
] as const)('a connection that is %s is health %i', async (state, status) => {
  gateway = state;
  const url = await served();
  const health = await fetch(`${url}/health`);
  expect(health.status).toBe(status);
  expect(await health.json()).toMatchObject({ gateway: state, articles: 5 });
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(`zhaiyin_gateway{state="${state}"} 1`);
});

it('serves nothing else, and only to be read', async () => {
  const url = await served();
  expect((await fetch(`${url}/`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
});

it('says which setting is wrong where the port is taken', async () => {
  const port = Number(new URL(await served()).port);
  await expect(metrics.serve(port)).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('METRICS_PORT') as string,
  });
});

it('tells how a cluster answers, and is not well while that is not asked', async () => {
  let circuit: 'closed' | 'open' = 'closed';
  const counts = () => ({ requests: 7, failures: 2, seconds: 0.5, shardsFailed: 1, circuit });
  const status = { articles: 5, passages: 12, rejected: [], loaded_at: new Date().toISOString(), build_ms: 1500 };
  const clustered = new Metrics({ gateway: () => 'ready', status: () => Promise.resolve(status), engine: counts });
  const server = await clustered.serve(0);
  close = () => server.close();
  const at = `http://127.0.0.1:${server.port}`;
  for (let times = 0; times < 2; times++)
    expect(await (await fetch(`${at}/metrics`)).text()).toMatch(/^zhaiyin_cluster_requests_total 7$/m);
  expect((await fetch(`${at}/health`)).status).toBe(200);
  circuit = 'open';
  const health = await fetch(`${at}/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ circuit: 'open' });
  expect(await (await fetch(`${at}/metrics`)).text()).toContain('zhaiyin_cluster_circuit{state="open"} 1');
});
