import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What decides which places and people are found in an article. */
const SOURCES = ['src/language', 'src/people', 'src/places'];

/** Names the code that finds places and people, with its tables: what another code found is not taken over. */
export async function codeName(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .sort();
    for (const file of files) hash.update(`${path.relative(ROOT, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}
