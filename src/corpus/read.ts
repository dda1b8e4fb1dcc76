import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../user-error.ts';
import type { Article } from './article.ts';
import { EXTENSIONS, parseEach } from './parse.ts';
import { refusal, type Refusal, type Rejection } from './refusal.ts';

/** A corpus as read from disk. */
export interface Corpus {
  articles: Article[];
  rejected: Rejection[];
  /** Each file read, and the SHA-256 of its bytes: what tells a changed file from an unchanged one. */
  fingerprints: Map<string, string>;
}

/** Articles between two breaths of the event loop: a bot that reloads goes on answering. */
const BATCH = 20;

/** There is no article in the corpus; `rejected` says why not. */
export class EmptyCorpus extends UserError {
  constructor(path: string, readonly rejected: readonly Rejection[]) {
    const some = rejected.slice(0, 5).map(({ file, line, reason }) => `${file}${line === null ? '' : ` line ${line}`} (${reason})`);
    const refused = rejected.length > 0 ? ` Refused: ${some.join('; ')}${rejected.length > some.length ? '; …' : ''}` : '';
    super('corpus_empty', `There is no article in ${path} (${EXTENSIONS.join(', ')}).${refused}`, { path });
  }
}

/** Larger files are refused: the whole corpus is held in memory. In bytes. */
const LARGEST_FILE = 512 * 1024 * 1024;

/**
 * Reads a folder of articles (with its subfolders), or one file. Files are read in the order of their names, so that
 * the same folder gives the same corpus. A file that can't be read is listed in `rejected`; the others go on.
 *
 * @throws {UserError} `corpus_unavailable` where the path can't be opened.
 * @throws {EmptyCorpus} where it holds no article.
 */
export async function readCorpus(root: string): Promise<Corpus> {
  const { files, rejected, base } = await findFiles(root);
  const corpus: Corpus = { articles: [], rejected, fingerprints: new Map() };
  /** By id, how a second bearer is refused. */
  const places = new Map<string, Refusal>();
  let read = 0;
  for (const file of files) {
    const bytes = await readBytes(path.join(base, file));
    if (!(bytes instanceof Uint8Array)) {
      rejected.push({ file, line: null, ...bytes });
      continue;
    }
    corpus.fingerprints.set(file, createHash('sha256').update(bytes).digest('hex'));
    for (const parsed of parseEach(file, bytes)) {
      if (++read % BATCH === 0) await new Promise((resolve) => setImmediate(resolve));
      if ('reason' in parsed) {
        rejected.push(parsed);
        continue;
      }
      const place = places.get(parsed.id);
      if (place !== undefined) {
        rejected.push({ file, line: file.endsWith('.jsonl') ? parsed.line : null, ...place });
        continue;
      }
      const { id, line } = parsed;
      places.set(id, file.endsWith('.jsonl') ? refusal('id-taken-line', { id, file, line }) : refusal('id-taken', { id, file }));
      corpus.articles.push(parsed);
    }
  }
  if (corpus.articles.length === 0) throw new EmptyCorpus(root, rejected);
  return corpus;
}

async function findFiles(root: string): Promise<{ files: string[]; rejected: Rejection[]; base: string }> {
  try {
    const info = await stat(root);
    if (info.isFile()) return { files: [path.basename(root)], rejected: [], base: path.dirname(root) };
    const rejected: Rejection[] = [];
    const files = await walk(await realpath(root), '', rejected);
    return { files, rejected, base: root };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const why = code === 'ENOENT' ? refusal('not-there') : whyUnreadable(code);
    throw new UserError('corpus_unavailable', `The corpus ${root} cannot be opened: ${why.reason}. Set CORPUS_DIR, or give --corpus PATH.`, { path: root, why: why.code, ...why.values });
  }
}

/** Hidden files are passed over in silence, other kinds of file are refused by name, links may not leave the folder. */
async function walk(root: string, folder: string, rejected: Rejection[]): Promise<string[]> {
  const entries = (await readdir(path.join(root, folder), { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const refused = await refusalOf(root, file, entry);
    if (refused !== null) rejected.push({ file, line: null, ...refused });
    else if (entry.isDirectory()) files.push(...await walk(root, file, rejected));
    else files.push(file);
  }
  return files;
}

async function refusalOf(root: string, file: string, entry: Dirent): Promise<Refusal | null> {
  if (entry.isSymbolicLink()) {
    const target = await realpath(path.join(root, file)).catch(() => null);
    if (target === null) return refusal('dead-link');
    if (!target.startsWith(root + path.sep)) return refusal('link-outside');
    if ((await stat(target)).isDirectory()) return refusal('link-to-folder');
  } else if (entry.isDirectory()) {
    return null;
  } else if (!entry.isFile()) {
    return refusal('not-a-file');
  }
  return EXTENSIONS.some((extension) => file.endsWith(extension)) ? null : refusal('wrong-kind', { kinds: EXTENSIONS.join(', ') });
}

/** The bytes, or why there are none. */
async function readBytes(file: string): Promise<Uint8Array | Refusal> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return refusal('too-large', { size: Math.round(size / 1048576), max: LARGEST_FILE / 1048576 });
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? refusal('went-away') : whyUnreadable(code);
  }
}

function whyUnreadable(code: string): Refusal {
  return code === 'EACCES' ? refusal('no-permission') : refusal('unreadable', { code });
}
