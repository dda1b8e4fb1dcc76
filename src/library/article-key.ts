import { createHash } from 'node:crypto';

/** Longer ids have a short name beside them: what Discord sends back with a button has 100 characters. */
const LONGEST_KEY = 60;

/** The id, or a digest of it where it is long. */
export function articleKey(id: string): string {
  return id.length <= LONGEST_KEY ? id : `~${createHash('sha256').update(id).digest('base64url').slice(0, 16)}`;
}
