/**
 * Kills a process at random moments while it adds and removes articles, votes and changes settings, starts anew each time, and looks
 * whether what it had acknowledged is there, whether anything is there twice, and whether log and folder agree.
 *
 *     node --import tsx bench/kills.ts [KILLS]
 *
 * The articles themselves are not read (a stand-in for the library says that there is one in each file): what is attacked is the folder,
 * the quarantine and the database.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Curator } from '../src/curation/curator.ts';
import type { Library } from '../src/library.ts';
import { openStore } from '../src/store/store.ts';

const BY = { user: '1', server: '2' };
/** A process is killed at some moment of its first so many ms of work. */
const WORK_MS = 150;
const KILLS = 200;

const [first = String(KILLS), folder, round] = process.argv.slice(2);

function library(corpus: string): Library {
  return {
    preview: () => Promise.resolve({ articles: 1, shown: [], rejected: [] }),
    files: async () => (await readdir(corpus)).map((file) => ({ file, sha256: null, articles: 1, title: null, rejected: 0 })),
    reload: () => Promise.resolve({ changes: {}, status: {} }),
  } as unknown as Library;
}

const judged = (question: string) => ({ command: 'ask', question, filters: {}, revision: 'r', answered: true, confidence: 1, shown: [] });

/** The process that is killed: tells what it is about to do and what it has done, a line each. */
async function work(corpus: string, dataDir: string, name: string): Promise<void> {
  const store = openStore(dataDir);
  const curator = new Curator({ corpusDir: corpus, dataDir, store, library: library(corpus) });
  await curator.reconcile();
  const say = (line: string) => new Promise((resolve) => process.stdout.write(`${line}\n`, resolve));
  await say('ready');
  for (let i = 0; ; i++) {
    const file = `${name}-${i}.txt`;
    const content = Buffer.from(`第${i}篇：石门镇修路，区委书记到会。`);
    const upload = { name: file, size: content.length, type: null, read: () => Promise.resolve(content) };
    const { pending } = await curator.proposeAdding(upload, undefined, BY);
    await curator.decide(pending.id, true, BY);
    await say(`add ${file}`);
    await store.feedback.vote('3', judged(file), true);
    await say(`vote ${file}`);
    const channels = [String(i)];
    await store.settings.change(name, { channels });
    await say(`set ${i}`);
    if (i % 2 === 0) continue;
    const removal = await curator.proposeRemoving(file, BY);
    await say(`removing ${file}`);
    await curator.decide(removal.pending.id, true, BY);
    await say(`remove ${file}`);
  }
}

/** One life, from the start to the kill: the lines that it said. */
async function life(corpus: string, dataDir: string, name: string): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), corpus, dataDir, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), Math.random() * WORK_MS);
    else said.push(line);
  }
  await ended;
  return said;
}

/** What is wrong after the next start. */
async function wrongs(corpus: string, dataDir: string, lives: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const wrong: string[] = [];
  const store = openStore(dataDir);
  await new Curator({ corpusDir: corpus, dataDir, store, library: library(corpus) }).reconcile();
  const files = new Set(await readdir(corpus));
  const log = await store.changes.latest(1_000_000);
  const lines = (action: string, file: string) => log.filter((line) => line.action === action && line.file === file).length;
  for (const file of files)
    if (lines('add', file) !== 1 || lines('remove', file) !== 0) wrong.push(`${file}: in the folder, the log differs`);
  for (const { action, file } of log) {
    if (lines(action, file) !== 1) wrong.push(`${file}: logged twice`);
    if (action === 'add' && !files.has(file) && lines('remove', file) !== 1) wrong.push(`${file}: added and gone`);
  }
  let votes = 0;
  for (const [name, said] of lives) {
    for (const line of said) {
      const [what, file] = line.split(' ') as [string, string];
      if (what === 'add' && lines('add', file) !== 1) wrong.push(`${file}: acknowledged and lost`);
      if (what === 'remove' && (files.has(file) || lines('remove', file) !== 1)) wrong.push(`${file}: removed and there`);
      if (what === 'add' && !files.has(file) && !said.includes(`removing ${file}`)) wrong.push(`${file}: gone unasked`);
      if (what === 'vote') votes++;
    }
    const last = said.filter((line) => line.startsWith('set ')).length - 1;
    const kept = Number((await store.settings.of(name)).channels[0] ?? -1);
    // The one under way may be in or not.
    if (kept !== last && kept !== last + 1) wrong.push(`setting of ${name}: ${kept} for ${last}`);
  }
  const { up } = await store.feedback.counts();
  if (up < votes || up > votes + lives.size) wrong.push(`${up} votes for ${votes}`);
  if ((await store.intents.all()).length > 0) wrong.push('a change is left begun');
  const pending = new Set((await store.pending.all()).map(({ id }) => id));
  for (const id of await readdir(path.join(dataDir, 'quarantine')).catch((): string[] => []))
    if (!pending.has(id)) wrong.push(`${id}: left in quarantine`);
  // Nobody will decide on them any more: there is room for twenty.
  for (const id of pending) await store.pending.take(id);
  await store.close();
  return wrong;
}

if (folder !== undefined && round !== undefined) await work(first, folder, round);
else {
  const root = await mkdtemp(path.join(tmpdir(), 'zhaiyin-kills-'));
  const [corpus, dataDir] = [path.join(root, 'corpus'), path.join(root, 'data')];
  await mkdir(corpus);
  const lives = new Map<string, string[]>();
  const wrong = new Set<string>();
  for (let kill = 0; kill < Number(first); kill++) {
    lives.set(`life${kill}`, await life(corpus, dataDir, `life${kill}`));
    for (const each of await wrongs(corpus, dataDir, lives)) wrong.add(each);
  }
  const said = [...lives.values()].flat();
  const count = (what: string) => said.filter((line) => line.startsWith(`${what} `)).length;
  console.log({ kills: lives.size, added: count('add'), removed: count('remove'), votes: count('vote'), settings: count('set') });
  console.log(wrong.size === 0 ? 'nothing lost, nothing doubled, log and folder agree' : [...wrong]);
  await rm(root, { recursive: true });
  process.exitCode = wrong.size === 0 ? 0 : 1;
}
