import path from 'node:path';
import { Breather } from '../../steps/breather.ts';
import { UserError } from '../../user-error.ts';
import type { Article } from '../article.ts';
import { findFiles, type FoundFiles } from './find-files.ts';
import { inOrder } from '../../steps/in-order.ts';
import { EXTENSIONS, isOfRows, kindOf } from '../formats/kinds.ts';
import { type FileRecord, isKnown, NO_HELPERS, readArticles, type ReadHelpers } from './read-file.ts';
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

/** So many files are begun before they are asked for: enough for each of some threads to have its next at hand. */
const FILES_AHEAD = 128;

/**
 * Reads a folder of articles (with its subfolders), or one file. Files are read in the order of their names, so that
 * the same folder gives the same corpus. A file that can't be read is listed in `rejected`; the others go on. Other work
 * of the event loop is let in all the while.
 *
 * @param known the files of an earlier reading: those that have not changed keep their articles, the very same objects
 * @param helpers other threads that read along; the corpus is the same with them and without
 * @throws {UserError} `corpus_unavailable` where the path can't be opened.
 * @throws {EmptyCorpus} where it holds no article.
 */
export async function readCorpus(root: string, known: Corpus['files'] = new Map(), helpers = NO_HELPERS): Promise<Corpus> {
  const breather = new Breather();
  const found = await findFiles(root);
  const { rejected } = found;
  const files = new Map<string, FileRecord>();
  const articles: Article[] = [];
  const byId = new Map<string, Article>();
  for await (const { file, read } of readingAll(found, known, helpers, breather)) {
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
      if (bearer) rejected.push(idTaken(parsed, bearer));
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

/** The files in the order of their names, each as it was read, here or by a helper. */
function readingAll(
  { files, base, within }: FoundFiles,
  known: Corpus['files'],
  helpers: ReadHelpers,
  breather: Breather,
): AsyncGenerator<{ file: string; read: FileRecord | Refusal }> {
  interface Task {
    file: string;
    /** As it was read before, where it is unchanged. */
    unchanged: FileRecord | null;
  }
  async function* tasks(): AsyncGenerator<Task> {
    for (const file of files) {
      const before = known.get(file);
      // What cannot be looked at is told by whoever reads it.
      const unchanged = before && (await isKnown(path.join(base, file), before).catch(() => false)) ? before : null;
      await breather.pause();
      yield { file, unchanged };
    }
  }
  const here = async ({ file, unchanged }: Task) => {
    const read = unchanged ?? (await readArticles(path.join(base, file), file, known.get(file), breather, within, helpers));
    return { file, read };
  };
  const offer = ({ file, unchanged }: Task) => {
    // The rows of a file are shared out from here.
    if (unchanged || isOfRows(file)) return null;
    const before = known.get(file);
    const given = helpers.files.offer({ path: path.join(base, file), file, within, sha256: before?.sha256 ?? null });
    return (
      given?.then((read) => ({
        file,
        read: before && !('reason' in read) && read.sha256 === before.sha256 ? { ...read, parsed: before.parsed } : read,
      })) ?? null
    );
  };
  return inOrder(tasks(), here, { offer }, FILES_AHEAD);
}

/** That an article has the id of one before it, which keeps it. */
export function idTaken(later: Pick<Article, 'file' | 'line'>, { id, file, line }: Pick<Article, 'id' | 'file' | 'line'>): Rejection {
  const why = kindOf(file)?.many ? refusal('id-taken-line', { id, file, line }) : refusal('id-taken', { id, file });
  return { file: later.file, line: kindOf(later.file)?.many ? later.line : null, ...why };
}
