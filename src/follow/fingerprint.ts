/** Whether an article says something else than it did: by its words alone, not by its bytes, its layout or its script. */
import { createHash } from 'node:crypto';

/** What is kept of an article's words: their digest, and a sketch to tell how much of them has changed. */
export interface Fingerprint {
  hash: string;
  sketch: string;
}

/** Characters that are hashed together, and how many of the smallest hashes make a sketch. */
const SHINGLE = 5;
const SKETCH = 32;
/** Of the words, how much has to be the same for an edit to be no news: corrections and added captions stay above it. */
const SAME_SHARE = 0.8;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * @param folded the article's text, as `fold` makes it: both scripts are one
 * @example fingerprintOf('甲 乙。').hash === fingerprintOf('甲乙').hash // true
 */
export function fingerprintOf(folded: string): Fingerprint {
  const words = folded.replace(/[^\p{L}\p{N}]/gu, '');
  return { hash: createHash('sha256').update(words).digest('base64url').slice(0, 22), sketch: sketchOf(words) };
}

/**
 * Whether one of two texts is another article, or the same one with much that is new in it: by the share of what both have among the
 * smallest hashes of either (Broder 1997, "On the resemblance and containment of documents").
 */
export function isSubstantial(before: Fingerprint, after: Fingerprint): boolean {
  if (before.hash === after.hash) return false;
  const [old, now] = [hashesIn(before.sketch), hashesIn(after.sketch)];
  const either = [...new Set([...old, ...now])].sort((a, b) => a - b).slice(0, SKETCH);
  const [inOld, inNow] = [new Set(old), new Set(now)];
  const both = either.filter((hash) => inOld.has(hash) && inNow.has(hash)).length;
  return both < SAME_SHARE * either.length;
}

/** The smallest hashes of all runs of five characters, ascending, each once. */
function sketchOf(words: string): string {
  const smallest: number[] = [];
  for (let at = 0; at === 0 || at + SHINGLE <= words.length; at++) {
    const hash = hashOf(words, at);
    if (smallest.length === SKETCH && hash >= smallest[SKETCH - 1]!) continue;
    const place = smallest.findIndex((each) => each >= hash);
    if (smallest[place] === hash) continue;
    smallest.splice(place < 0 ? smallest.length : place, 0, hash);
    if (smallest.length > SKETCH) smallest.pop();
  }
  return smallest.map((hash) => hash.toString(36)).join(' ');
}

const hashesIn = (sketch: string): number[] => sketch.split(' ').map((hash) => parseInt(hash, 36));

/** FNV-1a of one run, mixed once more: its low values alone are not evenly spread. */
function hashOf(words: string, from: number): number {
  let hash = OFFSET;
  for (let at = from; at < from + SHINGLE && at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
