import type { CorpusFile } from '../reply.ts';
import type { Collection } from './collection.ts';

/** The files of the collection, in the order of their names, with how many articles each holds. */
export function filesOf({ articles, files, rejected }: Collection): CorpusFile[] {
  const found = new Map<string, CorpusFile>([...files].map(([file, { sha256 }]) => [file, { file, sha256, articles: 0, title: null, rejected: 0 }]));
  for (const { file, title } of articles) {
    const entry = found.get(file);
    if (entry) Object.assign(entry, { articles: entry.articles + 1, title: entry.title ?? title });
  }
  for (const { file } of rejected) {
    const entry = found.get(file) ?? { file, sha256: null, articles: 0, title: null, rejected: 0 };
    found.set(file, { ...entry, rejected: entry.rejected + 1 });
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
