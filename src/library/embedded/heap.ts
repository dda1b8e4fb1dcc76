import { stat } from 'node:fs/promises';
import path from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { findFiles } from '../../corpus/files/find-files.ts';
import { isPacked, kindOf } from '../../corpus/formats/kinds.ts';
import { UserError } from '../../user-error.ts';

const MB = 1024 * 1024;
/** V8's limit is what `--max-old-space-size` says and room for what is young: 56 to 58 MB were measured (Node 20, 64 bits). */
const YOUNG = 56 * MB;
/** The program and its tables: what a collection without articles takes. */
const PROGRAM = 80 * MB;
/**
 * An article of n bytes is kept with its folded text, its findings and, while it is read, what they are made of.
 * Measured over 10,000 news articles.
 */
const A_BYTE = 8;
/** What a byte of a file is worth in bytes of text: packed rows are a third to a fifth; pages, documents and pictures hold little text. */
const TEXT_IN = { packed: 4, text: 1, other: 0.1 } as const;
const TEXTS: readonly string[] = ['text', 'markdown', 'json-lines', 'json', 'table', 'feed'];
/** Files that are looked at together. */
const TOGETHER = 64;

/** The heap that articles need, in MB as `--max-old-space-size` takes them. @example heapFor(40e6) // 386: 20,000 news articles */
export function heapFor(bytes: number): number {
  return Math.ceil((PROGRAM + A_BYTE * bytes) / MB);
}

/**
 * Says before articles are read that they will not fit: the engine would end the process in the middle, in its own words.
 *
 * @param limit what the heap may grow to, in bytes, as V8 tells it
 * @throws {UserError} `too_little_memory`, `corpus_unavailable`
 */
export async function requireHeap(corpus: string, limit = getHeapStatistics().heap_size_limit): Promise<void> {
  const needs = heapFor(await bytesOf(corpus));
  const has = Math.floor((limit - YOUNG) / MB);
  if (needs <= has) return;
  throw new UserError(
    'too_little_memory',
    `The articles in ${corpus} need about ${needs} MB of heap, and Node may use ${has} MB: start with ` +
      `NODE_OPTIONS=--max-old-space-size=${needs}, on a machine that has as much free, or give fewer articles.`,
    { path: corpus, needs, has },
  );
}

/** Bytes of text in the files of a corpus, about. */
async function bytesOf(corpus: string): Promise<number> {
  const { files, base } = await findFiles(corpus);
  let bytes = 0;
  for (let start = 0; start < files.length; start += TOGETHER) {
    const some = files.slice(start, start + TOGETHER);
    const sizes = await Promise.all(
      some.map((file) =>
        stat(path.join(base, file)).then(
          ({ size }) => size * textIn(file),
          () => 0,
        ),
      ),
    );
    for (const size of sizes) bytes += size;
  }
  return bytes;
}

function textIn(file: string): number {
  if (isPacked(file)) return TEXT_IN.packed;
  return TEXTS.includes(kindOf(file)?.name ?? '') ? TEXT_IN.text : TEXT_IN.other;
}
