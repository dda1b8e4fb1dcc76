/**
 * Mutation testing of what finds and reads: `src/search`, `src/people`, `src/places`, `src/corpus`. Stryker changes a piece of code and
 * runs
 * the tests that reach it; a mutant that no test notices has survived, and is listed with its line.
 *
 *     npm run mutate                      a sample: 40 windows of 8 lines, the same ones each time
 *     npm run mutate -- 100 7             100 windows, drawn with seed 7
 *     npm run mutate -- src/places/a.ts   one file, or several
 *
 * All mutants of the four folders would take a night: most need the dictionaries, some seconds each. A sample of windows is unbiased, but
 * for
 * mutants of more than eight lines. Generated data and what runs once at import (`ignoreStatic`) are left out.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

const WINDOW = 8;
const FOLDERS = ['search', 'people', 'places', 'corpus'];
const GENERATED = /\/data\/|confidence-weights\.ts$/;

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator (Numerical Recipes, 1992, p. 284). */
function* randoms(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** TypeScript files below a folder. */
function sources(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

/** Every window of the four folders that holds code, as Stryker writes a range: `file:first-last`. */
function windows(): string[] {
  const files = FOLDERS.flatMap((folder) => sources(`src/${folder}`)).filter((file) => !GENERATED.test(file));
  return files.sort().flatMap((file) => {
    const count = readFileSync(file, 'utf8').split('\n').length;
    return Array.from({ length: Math.floor(count / WINDOW) }, (_, at) => `${file}:${at * WINDOW + 1}-${(at + 1) * WINDOW}`);
  });
}

function sample(count: number, seed: number): string[] {
  const left = windows();
  const random = randoms(seed);
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random.next().value * left.length), 1)[0]!);
}

const words = process.argv.slice(2);
const ranges = words.some((word) => word.includes('/')) ? words : sample(Number(words[0] ?? 40), Number(words[1] ?? 1));
const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', ranges.join(',')], { stdio: 'inherit' });
process.exitCode = status ?? 1;
