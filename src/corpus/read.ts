import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../user-error.ts';
import type { Article } from './article.ts';
import { EXTENSIONS, parseEach, type Rejection } from './parse.ts';

/** A corpus as read from disk. */
export interface Corpus {
  articles: Article[];
  rejected: Rejection[];
  /** Each file read, and the SHA-256 of its bytes: what tells a changed file from an unchanged one. */
  fingerprints: Map<string, string>;
}

/** Articles between two breaths of the event loop: a bot that reloads goes on answering. */
const BATCH = 20;

/** Larger files are refused: the whole corpus is held in memory. In bytes. */
const LARGEST_FILE = 512 * 1024 * 1024;

/**
 * Reads a folder of articles (with its subfolders), or one file. Files are read in the order of their names, so that
 * the same folder gives the same corpus. A file that can't be read is listed in `rejected`; the others go on.
 *
 * @throws {UserError} `corpus_unavailable` where the path can't be opened, `corpus_empty` where it holds no article.
 */
export async function readCorpus(root: string): Promise<Corpus> {
  const { files, rejected, base } = await findFiles(root);
  const corpus: Corpus = { articles: [], rejected, fingerprints: new Map() };
  const places = new Map<string, string>();
  let read = 0;
  for (const file of files) {
    const bytes = await readBytes(path.join(base, file));
    if (typeof bytes === 'string') {
      rejected.push({ file, line: null, reason: bytes });
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
        rejected.push({ file, line: file.endsWith('.jsonl') ? parsed.line : null, reason: `its id “${parsed.id}” is already that of ${place}` });
        continue;
      }
      places.set(parsed.id, file.endsWith('.jsonl') ? `${file} line ${parsed.line}` : file);
      corpus.articles.push(parsed);
    }
  }
  if (corpus.articles.length === 0) {
    const why = rejected.length > 0
      ? ` Refused: ${rejected.slice(0, 5).map((r) => `${r.file}${r.line ? ` line ${r.line}` : ''} (${r.reason})`).join('; ')}${rejected.length > 5 ? '; …' : ''}`
      : '';
    throw new UserError('corpus_empty', `There is no article in ${root} (${EXTENSIONS.join(', ')}).${why}`, { path: root });
  }
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
    const reason = code === 'ENOENT' ? 'there is no such file or folder' : code === 'EACCES' ? 'it may not be read' : code;
    throw new UserError('corpus_unavailable', `The corpus ${root} cannot be opened: ${reason}. Set CORPUS_DIR, or give --corpus PATH.`, { path: root });
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
    const reason = await refusal(root, file, entry);
    if (reason !== null) rejected.push({ file, line: null, reason });
    else if (entry.isDirectory()) files.push(...await walk(root, file, rejected));
    else files.push(file);
  }
  return files;
}

async function refusal(root: string, file: string, entry: Dirent): Promise<string | null> {
  if (entry.isSymbolicLink()) {
    const target = await realpath(path.join(root, file)).catch(() => null);
    if (target === null) return 'it is a link to nothing';
    if (!target.startsWith(root + path.sep)) return 'it is a link that leads out of the corpus folder';
    if ((await stat(target)).isDirectory()) return 'it is a link to a folder';
  } else if (entry.isDirectory()) {
    return null;
  } else if (!entry.isFile()) {
    return 'it is not a file';
  }
  return EXTENSIONS.some((extension) => file.endsWith(extension)) ? null : `not a kind of file that is read (${EXTENSIONS.join(', ')})`;
}

/** The bytes, or in words why there are none. */
async function readBytes(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE) return `it is too large (${Math.round(size / 1048576)} MB; at most ${LARGEST_FILE / 1048576} MB)`;
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return code === 'EACCES' ? 'it may not be read (no permission)' : code === 'ENOENT' ? 'it went away while the folder was read' : `it cannot be read (${code})`;
  }
}
