import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Breather } from '../../steps/breather.ts';
import type { Article } from '../article.ts';
import { whyUnreadable } from './find-files.ts';
import { isRows, parseEach, RowParser } from '../parse.ts';
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

/** A `.txt` or `.md` file is one article, and one that is larger is none. In bytes. */
const LARGEST_TEXT = 2 * 1024 * 1024;
/** Larger files are refused: the whole corpus is held in memory. In bytes. */
const LARGEST_ROWS = 4 * 1024 * 1024 * 1024;
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
 */
export async function readArticles(
  path: string,
  file: string,
  known: FileRecord | undefined,
  breather: Breather,
): Promise<FileRecord | Refusal> {
  let handle: FileHandle | undefined;
  try {
    if (known?.settled && known.stamp === stampOf(await stat(path, { bigint: true }))) return known;
    handle = await open(path);
    const before = await handle.stat({ bigint: true });
    const stamp = stampOf(before);
    const rows = isRows(file);
    const max = rows ? LARGEST_ROWS : LARGEST_TEXT;
    if (before.size > max) return refusal('too-large', { size: Math.round(Number(before.size) / 1048576), max: max / 1048576 });
    const settled = Date.now() - Number(before.ctimeMs > before.mtimeMs ? before.ctimeMs : before.mtimeMs) > TICK_MS;
    if (known) {
      const sha256 = await hashOf(handle, breather);
      if (sha256 === known.sha256) return { ...known, stamp, settled };
    }
    return { stamp, settled, ...(rows ? await readRows(handle, file, breather) : await readText(handle, file)) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return whyUnreadable(code);
  } finally {
    await handle?.close();
  }
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

async function readText(handle: FileHandle, file: string): Promise<Pick<FileRecord, 'sha256' | 'parsed'>> {
  const hash = createHash('sha256');
  const read: Uint8Array[] = [];
  for await (const piece of pieces(handle)) {
    hash.update(piece);
    read.push(piece);
  }
  return { sha256: hash.digest('hex'), parsed: [...parseEach(file, Buffer.concat(read))] };
}

async function readRows(handle: FileHandle, file: string, breather: Breather): Promise<Pick<FileRecord, 'sha256' | 'parsed'>> {
  const hash = createHash('sha256');
  const rows = new RowParser(file);
  const parsed: (Article | Rejection)[] = [];
  const take = async (some: Iterable<Article | Rejection>) => {
    for (const one of some) {
      parsed.push(one);
      await breather.pause();
    }
  };
  for await (const piece of pieces(handle)) {
    hash.update(piece);
    await take(rows.push(piece));
    await breather.pause();
  }
  await take(rows.end());
  return { sha256: hash.digest('hex'), parsed };
}
