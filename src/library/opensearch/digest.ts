import { createHash } from 'node:crypto';

/** A name for anything, of 32 characters: ids of articles may be longer than the 512 bytes that an `_id` has. */
export function keyOfTexts(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}

/** The pairs of neighbouring characters of texts, each once; a text of one character is a pair of its own. */
export function pairsIn(...texts: readonly string[]): string[] {
  const pairs = new Set<string>();
  for (const text of texts) {
    for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
    if (text.length === 1) pairs.add(text);
  }
  return [...pairs];
}
