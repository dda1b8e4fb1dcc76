import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refusal, Unreadable } from '../refusal.ts';

/** Text packs to a fifth or a tenth; what unpacks to so many times its size, and beyond so many bytes, was made to fill a disk. */
const MOST_TIMES = 100;
const HARMLESS = 64 * 1024 * 1024;

/** The bytes of a gzip file, a piece at a time. @throws {Unreadable} where it is damaged, or unpacks without end */
export async function* unpacked(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let length = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      packed += piece.length;
      yield piece;
    }
  }
  const source = Readable.from(counted());
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    for await (const piece of gunzip) {
      length += (piece as Buffer).length;
      if (length > HARMLESS && length > packed * MOST_TIMES)
        throw new Unreadable(refusal('unpacks-too-large', { max: HARMLESS / 1048576 }));
      yield piece as Buffer;
    }
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code.startsWith('Z_') || code.startsWith('ERR_')) throw new Unreadable(refusal('broken-gzip'));
    throw error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
