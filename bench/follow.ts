/**
 * `node --import tsx bench/follow.ts [NEWS.jsonl] [FOLLOWS]`: what following costs beside a reload, over a folder with the articles of a
 * file of JSON lines (`id`, `text`), and 200 follows unless told: places, people and words that the articles have. Each reload is measured
 * with what comes after it: nothing changed, ten files changed, a tenth of the files changed, all files new.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Following } from '../src/follow/following.ts';
import { openLibrary } from '../src/library.ts';
import type { FollowKind } from '../src/store/follows.ts';
import { openStore } from '../src/store/store.ts';

const [file = '/tmp/news.jsonl', wanted = '200'] = process.argv.slice(2);
const news = (await readFile(file, 'utf8'))
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);
const folder = await mkdtemp(path.join(tmpdir(), 'zhaiyin-bench-'));
const corpus = path.join(folder, 'articles');

/** Writes an article, in another round with words of its own all over. */
async function write(number: number, round: number): Promise<void> {
  const text = round === 0 ? news[number]! : news[number]!.replace(/[，。]/g, (mark) => `第${round}次${mark}`);
  await writeFile(path.join(corpus, String(number % 100), `${number}.txt`), text);
}
for (let i = 0; i < 100; i++) await mkdir(path.join(corpus, String(i)), { recursive: true });
for (const number of news.keys()) await write(number, 0);

const library = await openLibrary(corpus, { warm: true });
const store = openStore(path.join(folder, 'data'));
let quotes = 0;
const log = { info: () => undefined, warn: (facts: object, message: string) => console.error(message, facts) };
const deliver = ({ results }: { results: readonly unknown[] }) => {
  quotes += results.length;
  return Promise.resolve('posted' as const);
};
const following = new Following({ store, feed: library.feed!, deliver, log, perDay: 100 });

const state = library.feed!.current();
const stored = state.articlesOf(new Set(state.files.keys()));
const named = (kind: FollowKind, all: Iterable<string>): [FollowKind, string][] =>
  [...new Set(all)].slice(0, Math.ceil(Number(wanted) / 3)).map((what) => [kind, what]);
const things = [
  ...named(
    'region',
    stored.flatMap(({ regions }) => regions.map(({ region }) => region.code)),
  ),
  ...named(
    'official',
    stored.flatMap(({ officials }) => officials.map(({ name }) => name)),
  ),
  ...named(
    'words',
    stored.map(({ folded }) => `“${/\p{Script=Han}{4}/u.exec(folded)?.[0] ?? '改革'}”`),
  ),
].slice(0, Number(wanted));

const ms = (value: number) => `${value.toFixed(0)} ms`;
const began = performance.now();
for (const [number, [kind, what]] of things.entries())
  await following.add({ server: null, channel: null, user: String(number), kind, what, name: what, locale: 'zh-CN' });
console.log(`${stored.length} articles, ${things.length} follows: added in ${ms(performance.now() - began)}`);

const parts: [string, number][] = [
  ['nothing changed', 0],
  ['ten files changed', 10],
  ['a tenth changed', Math.floor(news.length / 10)],
  ['all changed', news.length],
];
for (const [round, [name, count]] of parts.entries()) {
  for (let number = 0; number < count; number++) await write(number, round + 1);
  quotes = 0;
  const start = performance.now();
  await library.reload();
  const reloaded = performance.now();
  await following.advance();
  const [reload, after] = [reloaded - start, performance.now() - reloaded];
  console.log(`${name}: reload ${ms(reload)}, following ${ms(after)} (${((after / reload) * 100).toFixed(1)} %), ${quotes} quotes`);
}
await store.close();
await rm(folder, { recursive: true });
