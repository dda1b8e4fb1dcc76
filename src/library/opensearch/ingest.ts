/** Reads a corpus into the cluster: a whole build beside the one that answers, then the aliases are moved. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Client } from '@opensearch-project/opensearch';
import type { Article } from '../../corpus/article.ts';
import { findFiles } from '../../corpus/files/find-files.ts';
import { EmptyCorpus, idTaken } from '../../corpus/files/read.ts';
import { readArticles } from '../../corpus/files/read-file.ts';
import type { Rejection } from '../../corpus/refusal.ts';
import { Breather } from '../../steps/breather.ts';
import type { CorpusFile } from '../../reply.ts';
import { UserError } from '../../user-error.ts';
import { type ClusterAddress, prefixOf } from './address.ts';
import type { AnalysedDocuments, ToAnalyse } from './analyse.ts';
import { type Before, Build } from './build.ts';
import { codeName } from './code-name.ts';
import { keyOfTexts } from './digest.ts';
import { type ArticleDoc, type BuildData, FORMAT } from './documents.ts';
import { clientOf } from './engine.ts';
import { Lease } from './lease.ts';
import { indexBody, KINDS } from './mappings.ts';
import { allOf } from './pages.ts';
import { openAnalyser, type DocumentAnalyser } from './pool.ts';
import { currentStamp, Names, newStamp, removeBuild, stampsOf, swap } from './stamps.ts';

/** Articles that are taken apart in one go. */
const BATCH = 100;
/** Batches that are read ahead of those being taken apart, a thread: the rest of the folder waits. */
const AHEAD = 2;
/** So many articles are read back before a build may answer. */
const SAMPLE = 10;

export interface IngestOptions {
  /** Threads that take articles apart; 0: none but this one. */
  threads: number;
  shards: number;
  /** Told after each batch. */
  progress?: (done: Done) => void;
  /** For tests of what happens when it is killed: told before each step of the end. */
  step?: (step: 'reading' | 'people' | 'checking' | 'swapping') => void;
}

/** How far it is. */
export interface Done {
  files: number;
  allFiles: number;
  articles: number;
  /** Of them, how many were the same as in the build before. */
  same: number;
}

/**
 * Makes a build of a corpus and lets it answer. Articles that say what they said before are not analysed again. The build before
 * this one is kept, for {@link rollBack}; all older ones, and what an ingest that was killed left behind, are taken away.
 *
 * @throws {UserError} `corpus_unavailable`, `corpus_empty`; `ingest_running` where another process writes; `ingest_failed`. Whatever
 *   happens, the build that answered goes on answering.
 */
export async function ingest(corpus: string, address: ClusterAddress, options: IngestOptions): Promise<BuildData> {
  const client = clientOf(address, 'write');
  const names = new Names(prefixOf(address.prefix));
  const startedAt = performance.now();
  const lease = await Lease.take(client, names);
  let analyser: DocumentAnalyser | null = null;
  let stamp: string | null = null;
  try {
    const before = await buildBefore(client, names);
    await removeLeftovers(client, names, before.stamp);
    analyser = openAnalyser(options.threads);
    stamp = newStamp();
    for (const kind of KINDS) await client.indices.create({ index: names.index(kind, stamp), body: indexBody(kind, options) });
    const build = new Build(client, names, stamp);
    options.step?.('reading');
    const rejected = await new Reading(client, names, before, build, analyser, options, lease).run(corpus);
    options.step?.('people');
    const data = await build.finish(rejected, before, startedAt);
    lease.check();
    options.step?.('checking');
    await settle(client, names, stamp);
    await check(client, names, stamp, build.writer.written);
    lease.check();
    options.step?.('swapping');
    await swap(client, names, stamp, before.stamp);
    const answering = stamp;
    stamp = null;
    for (const old of await stampsOf(client, names)) if (old !== answering && old !== before.stamp) await removeBuild(client, names, old);
    return data;
  } finally {
    if (stamp !== null) await removeBuild(client, names, stamp).catch(() => undefined);
    await analyser?.close();
    await lease.release();
    await client.close();
  }
}

/**
 * Lets the build before the one that answers answer again.
 *
 * @throws {UserError} `no_build_before` where there is none
 */
export async function rollBack(address: ClusterAddress): Promise<{ from: string; to: string }> {
  const client = clientOf(address, 'write');
  const names = new Names(prefixOf(address.prefix));
  const lease = await Lease.take(client, names);
  try {
    const from = await currentStamp(client, names);
    const to = (await stampsOf(client, names)).filter((stamp) => from !== null && stamp < from).at(-1);
    if (from === null || to === undefined) throw new UserError('no_build_before', 'There is no build before this one to go back to.');
    await swap(client, names, to, from);
    return { from, to };
  } finally {
    await lease.release();
    await client.close();
  }
}

async function buildBefore(client: Client, names: Names): Promise<Before> {
  const stamp = await currentStamp(client, names);
  const files = new Map<string, CorpusFile>();
  if (stamp === null) return { stamp, files };
  for await (const { data } of allOf<{ data: CorpusFile }>(client, names.index('files', stamp), 'file'))
    if (data.sha256 !== null) files.set(data.file, data);
  return { stamp, files };
}

/** Whoever holds the lease is alone: builds that are neither answering nor the one before were left behind. */
async function removeLeftovers(client: Client, names: Names, current: string | null): Promise<void> {
  const stamps = await stampsOf(client, names);
  const before = current === null ? undefined : stamps.filter((stamp) => stamp < current).at(-1);
  for (const stamp of stamps) if (stamp !== current && stamp !== before) await removeBuild(client, names, stamp);
}

/** Makes what was written findable, gives it copies, and waits until these are there. */
async function settle(client: Client, names: Names, stamp: string): Promise<void> {
  const index = KINDS.map((kind) => names.index(kind, stamp)).join(',');
  await client.indices.refresh({ index });
  // One copy where there is another node to hold it.
  await client.indices.putSettings({ index, body: { index: { auto_expand_replicas: '0-1', refresh_interval: '30s' } } });
  await client.cluster.health({ index, wait_for_no_initializing_shards: true, wait_for_status: 'yellow', timeout: '50s' });
}

/** Counts what is there, and reads some of it back. @throws {UserError} `ingest_failed` */
async function check(client: Client, names: Names, stamp: string, written: ReadonlyMap<string, number>): Promise<void> {
  for (const [index, wanted] of written) {
    const { body } = await client.count({ index });
    if (body.count !== wanted)
      throw new UserError('ingest_failed', `Of ${wanted} documents in ${index} ${body.count} are there; the last build goes on answering.`);
  }
  const { body } = await client.search({
    index: names.index('articles', stamp),
    body: { size: SAMPLE, sort: [{ fingerprint: 'asc' }] } as object,
  });
  for (const { _source } of body.hits.hits) {
    const { id, data } = _source as unknown as ArticleDoc;
    if (data.article.id !== id || data.article.text === '') throw new UserError('ingest_failed', `The article ${id} was not kept whole.`);
  }
}

/** Goes through the corpus, batch by batch, each written in its turn. */
class Reading {
  readonly #rejected: Rejection[] = [];
  readonly #byId = new Map<string, Pick<Article, 'id' | 'file' | 'line'>>();
  readonly #done: Done = { files: 0, allFiles: 0, articles: 0, same: 0 };
  #batch: Article[] = [];
  #order = 0;
  readonly #analysing: Promise<AnalysedDocuments>[] = [];
  #code = '';

  constructor(
    private readonly client: Client,
    private readonly names: Names,
    private readonly before: Before,
    private readonly build: Build,
    private readonly analyser: DocumentAnalyser,
    private readonly options: IngestOptions,
    private readonly lease: Lease,
  ) {}

  async run(corpus: string): Promise<Rejection[]> {
    this.#code = await codeName();
    const breather = new Breather();
    const { files, rejected, base, within } = await findFiles(corpus);
    this.#rejected.push(...rejected);
    this.#done.allFiles = files.length;
    for (const file of files) {
      const read = await readArticles(path.join(base, file), file, undefined, breather, within);
      if ('reason' in read) this.#rejected.push({ file, line: null, ...read });
      else {
        this.build.file(file, read.sha256);
        for (const parsed of read.parsed) await this.#take(parsed);
      }
      this.#done.files++;
    }
    await this.#send();
    while (this.#analysing.length > 0) await this.#write();
    if (this.#order === 0) throw new EmptyCorpus(corpus, this.#rejected);
    return this.#rejected;
  }

  async #take(parsed: Article | Rejection): Promise<void> {
    if ('reason' in parsed) return void this.#rejected.push(parsed);
    const key = keyOfTexts(parsed.id);
    const bearer = this.#byId.get(key);
    if (bearer !== undefined) {
      return void this.#rejected.push(idTaken(parsed, bearer));
    }
    const { id, file, line } = parsed;
    this.#byId.set(key, { id, file, line });
    this.#batch.push(parsed);
    if (this.#batch.length === BATCH) await this.#send();
  }

  async #send(): Promise<void> {
    const articles = this.#batch;
    if (articles.length === 0) return;
    this.#batch = [];
    this.lease.check();
    const from = this.#order;
    this.#order += articles.length;
    const analysing = this.#known(articles, from).then((some) => this.analyser.analyse(some));
    // It is awaited in its turn; until then a failure is nobody's.
    analysing.catch(() => undefined);
    this.#analysing.push(analysing);
    while (this.#analysing.length >= AHEAD * Math.max(1, this.options.threads)) await this.#write();
  }

  async #write(): Promise<void> {
    const analysed = await this.#analysing.shift()!;
    await this.build.write(analysed);
    this.#done.articles += analysed.articles.length;
    this.options.progress?.({ ...this.#done });
  }

  /** Articles with what the build before has found in them, where that holds still. */
  async #known(articles: readonly Article[], from: number): Promise<ToAnalyse[]> {
    const before = new Map<string, ArticleDoc>();
    if (this.before.stamp !== null) {
      const ids = articles.map(({ id }) => keyOfTexts(id));
      const { body } = await this.client.mget({ index: this.names.index('articles', this.before.stamp), body: { ids } });
      for (const one of body.docs as unknown as { _id: string; _source?: ArticleDoc }[]) if (one._source) before.set(one._id, one._source);
    }
    return articles.map((article, i) => {
      const fingerprint = fingerprintOf(article, this.#code);
      const old = before.get(keyOfTexts(article.id));
      const known =
        old?.fingerprint === fingerprint ? { regions: old.data.regions, open: old.data.open, officials: old.data.officials } : null;
      if (known) this.#done.same++;
      return { article, order: from + i, fingerprint, known };
    });
  }
}

/** Of all that places and people are found in, and of the code that finds them. */
function fingerprintOf({ title, titleBasis, text, declared }: Article, code: string): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, code, title, titleBasis, text, declared]))
    .digest('hex');
}
