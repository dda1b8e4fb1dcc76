import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { type FileHandle, stat } from 'node:fs/promises';
import type { Breather } from '../../steps/breather.ts';
import { type Helpers, inOrder } from '../../steps/in-order.ts';
import type { Article } from '../article.ts';
import { whyUnreadable } from './find-files.ts';
import { openInside } from './open-inside.ts';
import { isOfRows, kindOf } from '../formats/kinds.ts';
import { articlesOf, parsePieces, parseRaws, type Raw } from '../parse.ts';
import { refusal, type Refusal, type Rejection } from '../refusal.ts';

/** A file as it was read, with what tells whether it is still the same. */
export interface FileRecord {
  /** Size, times of change, and inode, as text. */
  stamp: string;
  /** Whether the file had been left alone for long enough when it was read that a later change must show in its stamp. */
  settled: boolean;
  /** Of its bytes, in hex. */
  sha256: string;
  parsed: readonly (Article | Rejection)[];
}

/** Rows of a file, as its format gives them, to make articles of. */
export interface RowsTask {
  file: string;
  raws: readonly Raw[];
}

/** A file to read, and the SHA-256 of its bytes when it was last read. */
export interface FileTask {
  path: string;
  file: string;
  within: string | null;
  sha256: string | null;
}

/** Other threads that read. */
export interface ReadHelpers {
  rows: Helpers<RowsTask, (Article | Rejection)[]>;
  files: Helpers<FileTask, FileRecord | Refusal>;
}

/** Nobody: all is read here. */
export const NO_HELPERS: ReadHelpers = { rows: { offer: () => null }, files: { offer: () => null } };

/** So many UTF-16 units of rows are made into articles at once: some tens of ms of work. */
const ROWS = 32_768;
/** Rows can be short, or refused. */
const MOST_ROWS = 200;

/** So much is read and hashed in one go. In bytes. */
const PIECE = 256 * 1024;
/**
 * File systems count time in ticks of up to two seconds (FAT): a file that was written so shortly before it was read
 * may change once more and keep its times. Git calls such files racy, and does as is done here: their bytes are asked.
 */
const TICK_MS = 2000;

/**
 * A file's articles; those of `known` where the file has not changed since.
 *
 * Unchanged is what has the same size, times of change (content's and inode's, in nanoseconds) and inode, and was not
 * written just before it was read; of every other file the bytes are read, and where their SHA-256 is the same nothing
 * is parsed again.
 *
 * @param within see {@link openInside}
 */
export async function readArticles(
  path: string,
  file: string,
  known: FileRecord | undefined,
  breather: Breather,
  within: string | null = null,
  helpers = NO_HELPERS,
): Promise<FileRecord | Refusal> {
  let handle: FileHandle | undefined;
  try {
    if (await isKnown(path, known)) return known!;
    const opened = await openInside(path, within);
    if ('reason' in opened) return opened;
    handle = opened;
    const before = await handle.stat({ bigint: true });
    const stamp = stampOf(before);
    const max = kindOf(file)?.largest ?? 0;
    if (before.size > max) return refusal('too-large', { size: Math.round(Number(before.size) / 1048576), max: max / 1048576 });
    const settled = Date.now() - Number(before.ctimeMs > before.mtimeMs ? before.ctimeMs : before.mtimeMs) > TICK_MS;
    if (known) {
      const sha256 = await hashOf(handle, breather);
      if (sha256 === known.sha256) return { ...known, stamp, settled };
    }
    return { stamp, settled, ...(await parsed(handle, file, breather, helpers)) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return whyUnreadable(code);
  } finally {
    await handle?.close();
  }
}

/** Whether a file is as it was when it was last read, for all that the file system tells. */
export async function isKnown(path: string, known: FileRecord | undefined): Promise<boolean> {
  return known?.settled === true && known.stamp === stampOf(await stat(path, { bigint: true }));
}

/** Does on this thread what another has given it. */
export async function readFileTask({ path, file, within, sha256 }: FileTask, breather: Breather): Promise<FileRecord | Refusal> {
  const known: FileRecord | undefined = sha256 === null ? undefined : { stamp: '', settled: false, sha256, parsed: [] };
  return readArticles(path, file, known, breather, within);
}

function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(' ');
}

/** The file's bytes from its beginning, a piece at a time. */
async function* pieces(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function hashOf(handle: FileHandle, breather: Breather): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces(handle)) {
    hash.update(piece);
    await breather.pause();
  }
  return hash.digest('hex');
}

async function parsed(
  handle: FileHandle,
  file: string,
  breather: Breather,
  helpers: ReadHelpers,
): Promise<Pick<FileRecord, 'sha256' | 'parsed'>> {
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces(handle)) {
      hash.update(piece);
      await breather.pause();
      yield piece;
    }
  }
  const read = hashed();
  // A reader that stops before the end does not end this: the whole file is hashed.
  const shared = { [Symbol.asyncIterator]: () => ({ next: () => read.next() }) };
  const parsed: (Article | Rejection)[] = [];
  for await (const one of isOfRows(file) ? parseRaws(file, shared, madeOf(file, breather, helpers)) : parsePieces(file, shared)) {
    parsed.push(one);
    await breather.pause();
  }
  while (!(await read.next()).done);
  return { sha256: hash.digest('hex'), parsed };
}

/** Makes articles of rows, together with the helpers. */
function madeOf(file: string, breather: Breather, helpers: ReadHelpers) {
  const here = async ({ raws }: RowsTask) => {
    const made: (Article | Rejection)[] = [];
    for (const raw of raws) {
      made.push(...articlesOf(file, [raw]));
      await breather.pause();
    }
    return made;
  };
  return (raws: AsyncIterable<Raw>) => inOrder(rowTasks(file, raws), here, helpers.rows);
}

async function* rowTasks(file: string, raws: AsyncIterable<Raw>): AsyncGenerator<RowsTask> {
  let rows: Raw[] = [];
  let length = 0;
  for await (const raw of raws) {
    rows.push(raw);
    length += 'refused' in raw ? 0 : raw.text.length;
    if (length < ROWS && rows.length < MOST_ROWS) continue;
    yield { file, raws: rows };
    [rows, length] = [[], 0];
  }
  if (rows.length > 0) yield { file, raws: rows };
}
