import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** What decides how articles are read and what is found in them. */
const SOURCES = ['src/corpus', 'src/language', 'src/library', 'src/people', 'src/places', 'src/search'];

/**
 * Names the code that reads articles, its tables and the versions of what it is built on: what another code found is
 * not taken over.
 */
export async function codeKey(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const folder of SOURCES) {
    const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .sort();
    for (const file of files) hash.update(`${path.relative(ROOT, file)}\0`).update(await readFile(file));
  }
  // The lock file pins the segmenter and the script tables.
  hash.update(await readFile(path.join(ROOT, 'package-lock.json')).catch(() => ''));
  return hash.digest('hex');
}
