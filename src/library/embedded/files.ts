import { Breather } from '../../steps/breather.ts';
import type { CorpusFile } from '../../reply.ts';
import { sorting } from '../../steps/sorting.ts';
import type { Loaded } from './build.ts';

/** By collection, made when first asked for. */
const lists = new WeakMap<Loaded, Promise<CorpusFile[]>>();

/** The files of the collection, in the order of their names, with how many articles each holds. */
export function filesOf(loaded: Loaded): Promise<CorpusFile[]> {
  const known = lists.get(loaded) ?? new Breather().run(listing(loaded));
  lists.set(loaded, known);
  return known;
}

/** Files, articles or refusals between two pauses. */
const STEP = 1000;

function* listing({ articles, files, rejected }: Loaded): Generator<void, CorpusFile[]> {
  const found = new Map<string, CorpusFile>();
  let looked = 0;
  const entryOf = (file: string, sha256: string | null) => {
    const entry = found.get(file) ?? { file, sha256, articles: 0, title: null, rejected: 0 };
    found.set(file, entry);
    return entry;
  };
  for (const [file, { sha256 }] of files) {
    entryOf(file, sha256);
    if (++looked % STEP === 0) yield;
  }
  for (const { file, title } of articles) {
    const entry = entryOf(file, null);
    entry.articles++;
    entry.title ??= title;
    if (++looked % STEP === 0) yield;
  }
  for (const { file } of rejected) {
    entryOf(file, null).rejected++;
    if (++looked % STEP === 0) yield;
  }
  return yield* sorting([...found.values()], (a, b) => (a.file < b.file ? -1 : 1));
}
