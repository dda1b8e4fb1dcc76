/**
 * `node --import tsx bench/cluster.ts [--eval FOLDER] [--most N] [--articles FILE] [--shards N]`: the same questions put to the collection
 * in memory and to the one in a cluster (OPENSEARCH_URL, or three nodes of the tests), side by side:
 * how often the same article comes first, with the same quote, and the same decision; how long each takes;
 * and every command over the seeds, word for word.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCluster } from '../src/config.ts';
import { type Library, libraryOf } from '../src/library.ts';
import { openEmbedded } from '../src/library/embedded/source.ts';
import { ingest } from '../src/library/opensearch/ingest.ts';
import { type ClusterSource, openCluster } from '../src/library/opensearch/source.ts';
import { TestCluster } from '../test/opensearch/test-cluster.ts';
import { quantile } from './eval/measures.ts';
import { print } from './eval/table.ts';

const string = { type: 'string' } as const;
const { values: options } = parseArgs({
  options: {
    eval: { ...string, default: '../shared/eval' },
    most: { ...string, default: '100000' },
    articles: string,
    shards: { ...string, default: '1' },
    threads: { ...string, default: '1' },
  },
});

interface Sides {
  memory: Library;
  cluster: Library;
}

async function both(corpus: string, prefix: string, address: { url: string }, opened: ClusterSource[]): Promise<Sides> {
  const since = performance.now();
  const memory = libraryOf(await openEmbedded(corpus));
  const read = performance.now();
  const { status } = await ingest(corpus, { ...address, prefix }, { threads: Number(options.threads), shards: Number(options.shards) });
  console.log(
    `${corpus}: ${status.articles} articles, ${status.passages} passages; in memory after ${seconds(read - since)} s, ` +
      `in the cluster after ${seconds(performance.now() - read)} s`,
  );
  const source = await openCluster({ ...address, prefix });
  opened.push(source);
  return { memory, cluster: libraryOf(source) };
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

async function questions({ memory, cluster }: Sides, asked: readonly string[]): Promise<void> {
  const same = { article: 0, quote: 0, answered: 0, total: 0 };
  const times: { memory: number[]; cluster: number[] } = { memory: [], cluster: [] };
  const differing: string[] = [];
  for (const question of asked) {
    const start = performance.now();
    const one = await memory.ask(question);
    const between = performance.now();
    const other = await cluster.ask(question);
    times.memory.push(between - start);
    times.cluster.push(performance.now() - between);
    const [first, second] = [one.results[0], other.results[0]];
    same.article += Number(first?.article.id === second?.article.id);
    same.quote += Number(first?.quote.text === second?.quote.text && first?.quote.start === second?.quote.start);
    same.answered += Number(one.answered === other.answered);
    same.total += Number(one.total === other.total);
    if (first?.article.id !== second?.article.id && differing.length < 10) differing.push(question);
  }
  const share = (count: number) => count / asked.length;
  print('The same answers from the cluster as from memory', [
    {
      'questions': asked.length,
      'same top article': share(same.article),
      'same quote': share(same.quote),
      'same answered': share(same.answered),
      'same total': share(same.total),
    },
  ]);
  for (const side of ['memory', 'cluster'] as const) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => quantile(times[side], part).toFixed(1));
    console.log(`  ${side}: ms a question p50 ${p50}, p95 ${p95}, p99 ${p99}`);
  }
  if (differing.length > 0) console.log(`  another article first: ${differing.join(' | ')}`);
}

const OWN = new Set(['took_ms', 'rss_mb', 'build_ms', 'loaded_at']);

/** A reply as it is compared: times, what a process is, and the order of fields have nothing to do with the answer. */
function comparable(reply: unknown): string {
  return JSON.stringify(reply, (key, value: unknown) => {
    if (OWN.has(key)) return 0;
    const plain = typeof value === 'object' && value !== null && !Array.isArray(value);
    return plain ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
}

/** Everything that commands ask, over the seeds: all regions, officials and articles that they name. */
async function seeds({ memory, cluster }: Sides): Promise<void> {
  const articles = await memory.suggestArticles('');
  const regions = await memory.suggestRegions('');
  const officials = await memory.suggestOfficials('');
  const typed = ['', 'h', 'hn', 'henan', 'lv', '旅', '旅游', '书记', 'sun', '孙', '市长', 'zzz', '河南 ', '00', 'syp', '雅按'];
  const queries = [
    '旅游扶贫',
    '扶贫',
    '贫困户',
    'lvyou fupin',
    '航天飞机',
    '旅游扶平',
    '市委书记',
    '雅安',
    '书记',
    '孙咏萍',
    '鼓楼区',
    '5118',
  ];
  const calls: [string, (library: Library) => Promise<unknown>][] = [
    ...articles.map(({ value }): (typeof calls)[number] => [`article ${value}`, (library) => library.article(value)]),
    ...[...regions.map(({ value }) => value), ...queries].flatMap((query): typeof calls => [
      [`region ${query}`, (library) => library.region(query)],
      [`timeline ${query}`, (library) => library.timeline(query)],
      [`search in ${query}`, (library) => library.search('扶贫', { region: query })],
    ]),
    ...[...officials.map(({ value }) => value), ...queries].flatMap((query): typeof calls => [
      [`official ${query}`, (library) => library.official(query)],
      [`timeline ${query}`, (library) => library.timeline(query)],
      [`latest of ${query}`, (library) => library.latest({ official: query, from: '2017' })],
    ]),
    ...queries.flatMap((query): typeof calls => [
      [`search ${query}`, (library) => library.search(query)],
      [`ask ${query}`, (library) => library.ask(`${query}怎么样？`)],
      [`search ${query} from`, (library) => library.search(query, { from: '2018', to: '2018-06' })],
    ]),
    ...typed.flatMap((letters): typeof calls => [
      [`type region ${letters}`, (library) => library.suggestRegions(letters)],
      [`type official ${letters}`, (library) => library.suggestOfficials(letters)],
      [`type article ${letters}`, (library) => library.suggestArticles(letters)],
    ]),
    ['latest', (library) => library.latest()],
    ['files', (library) => library.files()],
    ['status', (library) => library.status()],
  ];
  const differing: string[] = [];
  for (const [name, call] of calls) {
    const [one, other] = await Promise.all([memory, cluster].map((side) => call(side).then(comparable, (error: Error) => error.message)));
    if (one !== other) differing.push(name);
  }
  console.log(`\nThe seeds: ${calls.length - differing.length} of ${calls.length} replies the same to the letter`);
  for (const name of differing.slice(0, 20)) console.log(`  another reply: ${name}`);
}

async function main(): Promise<void> {
  const given = readCluster();
  const nodes = given ? null : await TestCluster.start(3);
  const address = given ?? { url: nodes!.addresses().join(',') };
  const opened: ClusterSource[] = [];
  try {
    await seeds(await both('seeds/', 'bench-seeds', address, opened));
    const corpus = options.articles ?? path.join(options.eval, 'passages.jsonl.gz');
    const rows = path.join(options.eval, 'questions.dev.jsonl');
    const missing = [corpus, rows].filter((file) => !existsSync(file));
    if (missing.length > 0) return void console.log(`Not measured on the evaluation's questions: ${missing.join(' and ')} not there.`);
    const asked = readFileSync(rows, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .slice(0, Number(options.most))
      .map((line) => (JSON.parse(line) as { question: string }).question);
    await questions(await both(corpus, 'bench-eval', address, opened), asked);
    console.log(`  resident: ${Math.round(process.memoryUsage.rss() / 1048576)} MB, both collections' process`);
  } finally {
    for (const source of opened) await source.close();
    await nodes?.stop();
  }
}

await main();
