/** `npm run ingest`: reads CORPUS_DIR into the cluster at OPENSEARCH_URL; `-- --rollback` lets the build before answer again. */
import { parseArgs } from 'node:util';
import { loadEnvFile, readCluster, readFolders } from '../../config.ts';
import { UserError } from '../../user-error.ts';
import { threadsFor } from '../threads/count.ts';
import { shortly } from './engine.ts';
import { type Done, ingest, rollBack } from './ingest.ts';

const USAGE = 'Usage: npm run ingest -- [--corpus PATH] [--threads N] [--shards N] [--rollback]';
/** It tells how far it is so often. In ms. */
const TELL_MS = 5000;

const say = (line: string) => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<number> {
  const string = { type: 'string' } as const;
  let options;
  try {
    options = parseArgs({
      options: { corpus: string, threads: string, shards: string, rollback: { type: 'boolean', default: false } },
    }).values;
  } catch (error) {
    say(`${(error as Error).message}\n${USAGE}`);
    return 1;
  }
  loadEnvFile();
  const cluster = readCluster();
  if (cluster === null) {
    say('OPENSEARCH_URL is not set: it says which cluster the articles are written to, such as https://search-1:9200.');
    return 1;
  }
  if (options.rollback) {
    const { from, to } = await rollBack(cluster);
    say(`The build ${to} answers again, in place of ${from}.`);
    return 0;
  }
  const [threads, shards] = [whole(options.threads, threadsFor({ share: 1, most: Infinity }), 64), whole(options.shards, 1, 1000)];
  if (threads === null || shards === null) {
    say(`--threads and --shards take whole numbers.\n${USAGE}`);
    return 1;
  }
  const { corpusDir } = readFolders();
  const since = performance.now();
  let told = since;
  const progress = ({ files, allFiles, articles, same }: Done) => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    const rate = Math.round(articles / ((told - since) / 1000));
    say(`${articles} articles (${same} as before), ${files} of ${allFiles} files, ${rate} articles a second`);
  };
  const { status, changes } = await ingest(options.corpus ?? corpusDir, cluster, { threads, shards: Math.max(1, shards), progress });
  for (const { file, line, reason } of status.rejected) say(`not read: ${file}${line === null ? '' : ` line ${line}`}: ${reason}`);
  const { added, changed, removed } = changes;
  say(
    `${status.articles} articles in ${status.passages} passages answer now, after ${Math.round(status.build_ms / 1000)} s; ` +
      `files: ${added.length} new, ${changed.length} changed, ${removed.length} gone, ${status.rejected.length} refused.`,
  );
  return 0;
}

function whole(given: string | undefined, fallback: number, most: number): number | null {
  if (given === undefined) return fallback;
  return /^\d{1,4}$/.test(given) && Number(given) <= most ? Number(given) : null;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    // The client's errors hold whole requests, articles and all: they are told in a few words.
    say(error instanceof UserError ? error.message : `The ingest failed: ${shortly(error)}. The last build goes on answering.`);
    process.exitCode = 2;
  },
);
