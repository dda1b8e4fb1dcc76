/** A collection in an OpenSearch cluster: this process holds its statistics and no article. */
import { Breather } from '../../steps/breather.ts';
import { loadSegmenter } from '../../language/segment.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { UserError } from '../../user-error.ts';
import type { CollectionSource, EngineCounts } from '../source.ts';
import { type ClusterAddress, prefixOf } from './address.ts';
import { ClusterCollection } from './collection.ts';
import { type BuildData, FORMAT } from './documents.ts';
import { clientOf, Engine } from './engine.ts';
import { currentStamp, Names } from './stamps.ts';
import { ClusterStatistics } from './statistics.ts';

/** A newer build is looked for so often. In ms. */
const LOOK_MS = 5000;

export interface ClusterOptions {
  lookMs?: number;
  log?: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
}

export interface ClusterSource extends CollectionSource {
  /** Takes up the build that answers now, where it is another. Resolves to whether it was. */
  look(): Promise<boolean>;
  counts(): EngineCounts;
  close(): Promise<void>;
}

/**
 * Opens the collection that the cluster has. Newer builds are taken up by themselves; a question that is under way goes on with
 * the one that it began with.
 *
 * @throws {UserError} `cluster_address`, `collection_unreachable`; `no_build` where nothing was ingested yet, `other_format`
 */
export async function openCluster(address: ClusterAddress, { lookMs = LOOK_MS, log }: ClusterOptions = {}): Promise<ClusterSource> {
  loadSegmenter();
  const engine = new Engine(clientOf(address, 'ask'));
  const names = new Names(prefixOf(address.prefix));
  const gazetteer = await new Breather().run(Gazetteer.loading());
  let current = await collectionOf(engine, names, gazetteer);
  let looking: Promise<boolean> | null = null;

  const lookAgain = async () => {
    const stamp = await stampNow(engine, names);
    if (stamp === null || stamp === current.stamp) return false;
    current = await collectionOf(engine, names, gazetteer);
    log?.info({ stamp: current.stamp }, 'build');
    return true;
  };
  const look = () => {
    looking ??= lookAgain().finally(() => {
      looking = null;
    });
    return looking;
  };
  // A cluster that is away is noticed by whoever asks; here it is only looked again later.
  const timer = setInterval(() => void look().catch(() => undefined), lookMs).unref();

  return {
    current: () => current,
    look,
    async reload() {
      const isNew = await look();
      const none = { added: [], removed: [], changed: [], rejected: current.changes.rejected };
      return { changes: isNew ? current.changes : none, status: await current.status() };
    },
    counts: () => engine.counts(),
    async close() {
      clearInterval(timer);
      await engine.close();
    },
  };
}

async function stampNow(engine: Engine, names: Names): Promise<string | null> {
  const { stamp } = await engine.ask<{ stamp: string | null }>(async (client) => ({ body: { stamp: await currentStamp(client, names) } }));
  return stamp;
}

async function collectionOf(engine: Engine, names: Names, gazetteer: Gazetteer): Promise<ClusterCollection> {
  const stamp = await stampNow(engine, names);
  if (stamp === null) throw new UserError('no_build', 'There are no articles in the cluster yet: run npm run ingest.');
  const index = names.index('meta', stamp);
  const read = async <T>(ids: readonly string[]) => {
    const found = await engine.ask<{ docs: { _source?: { data: T } }[] }>((client) => client.mget({ index, body: { ids: [...ids] } }));
    return found.docs.map(({ _source }) => {
      if (!_source) throw new UserError('collection_partial', 'A part of the collection is missing in the cluster: run npm run ingest.');
      return _source.data;
    });
  };
  const [build] = await read<BuildData>(['build']);
  if (build!.format !== FORMAT)
    throw new UserError('other_format', 'The articles in the cluster were written by another version of this program: run npm run ingest.');
  const bytes: Record<string, Uint8Array> = {};
  for (const [part, pieces] of Object.entries(build!.pieces)) {
    const all: Buffer[] = [];
    for (let i = 0; i < pieces; i++) all.push(Buffer.from((await read<{ bytes: string }>([`${part}-${i}`]))[0]!.bytes, 'base64'));
    bytes[part] = Buffer.concat(all);
  }
  const { passages, meanLength } = build!;
  const statistics = ClusterStatistics.read({ passages, meanLength, bytes: bytes });
  return new ClusterCollection(engine, names, stamp, build!, statistics, gazetteer);
}
