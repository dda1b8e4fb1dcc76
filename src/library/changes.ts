import { createHash } from 'node:crypto';
import type { Rejection } from '../corpus/refusal.ts';
import type { CorpusChanges } from '../reply.ts';

/** Files between two pauses. */
const STEP = 1000;

/** The files of a corpus by their names, with the SHA-256 of what is in them. */
type Files = ReadonlyMap<string, { sha256: string | null }>;

/** What is different in the files of a corpus, in their order. Pauses now and then. */
export function* changesBetween(before: Files, after: Files, rejected: readonly Rejection[]): Generator<void, CorpusChanges> {
  const changes: CorpusChanges = { added: [], removed: [], changed: [], rejected: [...rejected] };
  let looked = 0;
  for (const [file, { sha256 }] of after) {
    const old = before.get(file);
    if (!old) changes.added.push(file);
    else if (old.sha256 !== sha256) changes.changed.push(file);
    if (++looked % STEP === 0) yield;
  }
  for (const file of before.keys()) {
    if (!after.has(file)) changes.removed.push(file);
    if (++looked % STEP === 0) yield;
  }
  return changes;
}

/** A short name of a state of the files: another where any of them is. Pauses now and then. */
export function* revisionOf(files: Files): Generator<void, string> {
  const hash = createHash('sha256');
  for (const [file, { sha256 }] of files) {
    hash.update(`${file}\0${sha256}\0`);
    yield;
  }
  return hash.digest('hex').slice(0, 8);
}
