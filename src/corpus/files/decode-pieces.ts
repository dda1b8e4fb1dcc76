import { TextDecoder } from 'node:util';
import { refusal, Unreadable } from '../refusal.ts';
import { decode } from './decode.ts';
import { encodingOf, SAMPLE } from './encoding-of-lines.ts';

/**
 * A file's bytes as text, a piece at a time. The encoding is told from the first bytes.
 *
 * @throws {Unreadable} where it cannot be told, or the file is not in it to its end
 */
export async function* decodePieces(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  const held: Uint8Array[] = [];
  let length = 0;
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    if (decoder !== null) {
      yield strictly(decoder, piece);
      continue;
    }
    held.push(piece);
    length += piece.length;
    if (length <= SAMPLE) continue;
    const beginning = Buffer.concat(held);
    decoder = new TextDecoder(encodingOf(beginning), { fatal: true });
    yield strictly(decoder, beginning);
  }
  yield decoder === null ? decode(Buffer.concat(held)).text : strictly(decoder, undefined);
}

function strictly(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new Unreadable(refusal('broken-encoding', { encoding: decoder.encoding }));
  }
}
