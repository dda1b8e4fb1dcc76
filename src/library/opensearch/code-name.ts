import { createHash } from 'node:crypto';
import { hashSources } from '../source-hash.ts';

/** What decides which places and people are found in an article. */
const SOURCES = ['src/language', 'src/people', 'src/places'];

/** Names the code that finds places and people, with its tables: what another code found is not taken over. */
export async function codeName(): Promise<string> {
  const hash = createHash('sha256');
  await hashSources(hash, SOURCES);
  return hash.digest('hex');
}
