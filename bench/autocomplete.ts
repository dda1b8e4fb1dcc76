/**
 * `node --import tsx bench/autocomplete.ts [FOLDER]`: how long the names of 10,000 articles take to be indexed and to be
 * completed, by kind, and how long the event loop is held meanwhile. Nothing is downloaded; FOLDER is where the data lies.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { openLibrary } from '../src/library.ts';
import { syllables, syllablesOfPerson } from '../src/language/pinyin.ts';
import { quantile } from './eval/measures.ts';

const ROUNDS = 4;
const folder = await mkdtemp(path.join(tmpdir(), 'autocomplete-'));
try {
  const corpus = path.join(folder, 'news.jsonl');
  await pipeline(
    createReadStream(path.join(process.argv[2] ?? '../shared/eval', 'news-10k.jsonl.gz')),
    createGunzip(),
    createWriteStream(corpus),
  );
  const library = await openLibrary(corpus);
  console.log(`${(await library.status()).articles} articles`);
  const kinds = {
    regions: (typed: string) => library.suggestRegions(typed),
    officials: (typed: string) => library.suggestOfficials(typed),
    articles: (typed: string) => library.suggestArticles(typed),
  };
  for (const [kind, suggest] of Object.entries(kinds)) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const start = process.cpuUsage();
    const first = await suggest('');
    const { user, system } = process.cpuUsage(start);
    const building = (user + system) / 1000;
    delay.disable();
    const names = first.map(({ name }) => name.split('　')[0]!.split(' › ').at(-1)!);
    const typed = names.flatMap((name) => typedOf(name, kind));
    for (const one of typed.slice(0, 50)) await suggest(one);
    const times: number[] = [];
    let worst = { typed: '', ms: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      for (const one of typed) {
        const before = performance.now();
        await suggest(one);
        times.push(performance.now() - before);
        if (times.at(-1)! > worst.ms) worst = { typed: one, ms: times.at(-1)! };
      }
    }
    console.log(
      `${kind}: indexed in ${Math.round(building)} ms of CPU time, loop held ${Math.round(delay.max / 1e6)} ms at most;` +
        ` ${times.length} completions: ` +
        `p50 ${quantile(times, 0.5).toFixed(2)}, p95 ${quantile(times, 0.95).toFixed(2)}, p99 ` +
        `${quantile(times, 0.99).toFixed(2)} ms, longest ${worst.ms.toFixed(1)} ms (${worst.typed})`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What people type on their way to a name: its beginning, its inside, its pinyin, its initials, and what is in no name. */
function typedOf(name: string, kind: string): string[] {
  const spelled = kind === 'officials' ? syllablesOfPerson(name) : syllables(name);
  const sound = spelled.join('').replace(/[^a-z]/g, '');
  const initials = spelled
    .map((syllable) => syllable[0])
    .join('')
    .replace(/[^a-z]/g, '');
  return [
    name[0]!,
    name.slice(0, 2),
    name.slice(0, 4),
    name.slice(1, 2),
    name.slice(1, 3),
    name,
    ...[1, 2, 3, 5, 8].map((length) => sound.slice(0, length)),
    ...[2, 3, 4].map((length) => initials.slice(0, length)),
    `${name.slice(0, 2)}囧`,
    `${sound.slice(0, 5)}q`,
  ];
}
