import path from 'node:path';
import { Breather } from '../../steps/breather.ts';
import { UserError } from '../../user-error.ts';
import type { Article } from '../article.ts';
import { findFiles } from './find-files.ts';
import { EXTENSIONS, kindOf } from '../formats/kinds.ts';
import { type FileRecord, readArticles } from './read-file.ts';
import { refusal, type Refusal, type Rejection } from '../refusal.ts';

/** A corpus as read from disk. */
export interface Corpus {
  articles: Article[];
  rejected: Rejection[];
  /** Each file that was read: what tells a changed file from an unchanged one. */
  files: ReadonlyMap<string, FileRecord>;
}

/** There is no article in the corpus; `rejected` says why not. */
export class EmptyCorpus extends UserError {
  constructor(
    path: string,
    readonly rejected: readonly Rejection[],
  ) {
    const some = rejected.slice(0, 5).map(({ file, line, reason }) => `${file}${line === null ? '' : ` line ${line}`} (${reason})`);
    const refused = rejected.length > 0 ? ` Refused: ${some.join('; ')}${rejected.length > some.length ? '; …' : ''}` : '';
    super('corpus_empty', `There is no article in ${path} (${EXTENSIONS.join(', ')}).${refused}`, { path });
  }
}

/**
 * Reads a folder of articles (with its subfolders), or one file. Files are read in the order of their names, so that
 * the same folder gives the same corpus. A file that can't be read is listed in `rejected`; the others go on. Other work
 * of the event loop is let in all the while.
 *
 * @param known the files of an earlier reading: those that have not changed keep their articles, the very same objects
 * @throws {UserError} `corpus_unavailable` where the path can't be opened.
 * @throws {EmptyCorpus} where it holds no article.
 */
export async function readCorpus(root: string, known: Corpus['files'] = new Map()): Promise<Corpus> {
  const breather = new Breather();
  const { files: names, rejected, base, within } = await findFiles(root);
  const files = new Map<string, FileRecord>();
  const articles: Article[] = [];
  const byId = new Map<string, Article>();
  for (const file of names) {
    const read = await readArticles(path.join(base, file), file, known.get(file), breather, within);
    if ('reason' in read) {
      rejected.push({ file, line: null, ...read });
      continue;
    }
    files.set(file, read);
    for (const parsed of read.parsed) {
      if ('reason' in parsed) {
        rejected.push(parsed);
        continue;
      }
      const bearer = byId.get(parsed.id);
      if (bearer) rejected.push({ file, line: kindOf(file)?.many ? parsed.line : null, ...idTaken(bearer) });
      else {
        byId.set(parsed.id, parsed);
        articles.push(parsed);
      }
      await breather.pause();
    }
    await breather.pause();
  }
  if (articles.length === 0) throw new EmptyCorpus(root, rejected);
  return { articles, rejected, files };
}

function idTaken({ id, file, line }: Article): Refusal {
  return kindOf(file)?.many ? refusal('id-taken-line', { id, file, line }) : refusal('id-taken', { id, file });
}
