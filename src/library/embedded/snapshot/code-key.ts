import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hashSources, ROOT } from '../../source-hash.ts';

/** What decides how articles are read and what is found in them. */
const SOURCES = ['src/corpus', 'src/language', 'src/library', 'src/people', 'src/places', 'src/search'];

/**
 * Names the code that reads articles, its tables and the versions of what it is built on: what another code found is
 * not taken over.
 */
export async function codeKey(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.v8);
  await hashSources(hash, SOURCES);
  // The lock file pins the segmenter and the script tables.
  hash.update(await readFile(path.join(ROOT, 'package-lock.json')).catch(() => ''));
  return hash.digest('hex');
}
