import { type Encoding, strictly } from '../files/decode.ts';
import { encodingOf, isWide, SAMPLE } from '../files/encoding-of-lines.ts';
import { type Refusal, refusal } from '../refusal.ts';

/** One line of a file, or why it can't be read; 1-based. */
export type FileLine = { line: number; text: string } | { line: number; refused: Refusal };

/** Longer lines are refused: no article is so long, and reading one would hold up everything else. In bytes. */
const LONGEST_LINE = 2 * 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts a file's bytes, as they come, into lines of text. Each line is decoded on its own, so that one with broken
 * characters is refused and no other; `\n`, `\r\n` and `\r` end a line. The encoding is told from the first bytes.
 *
 * In every encoding that is read, no byte of a longer character is a line feed; in UTF-16 it is two bytes.
 */
export class LineCutter {
  #encoding: Encoding | null = null;
  #rest: Uint8Array = new Uint8Array(0);
  /** Bytes of {@link #rest} that hold no line end. */
  #searched = 0;
  /** Inside a line that is too long: its bytes are dropped until it ends. */
  #dropping = false;
  #line = 0;
  /** Old Macs end lines with carriage returns alone. */
  #lineFeed = LF;

  /** Lines that these bytes complete. @throws {Unreadable} where the encoding can't be told */
  *push(bytes: Uint8Array): Generator<FileLine> {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    if (this.#encoding === null && this.#rest.length < SAMPLE) return;
    yield* this.#cut();
  }

  /** The lines that are left when there are no more bytes. @throws {Unreadable} as `push` */
  *end(): Generator<FileLine> {
    yield* this.#cut();
    if (this.#rest.length > 0 || this.#dropping) yield* this.#lines(this.#rest);
    this.#rest = new Uint8Array(0);
  }

  *#cut(): Generator<FileLine> {
    if (this.#encoding === null && !this.#rest.includes(LF) && this.#rest.includes(CR)) this.#lineFeed = CR;
    const encoding = (this.#encoding ??= encodingOf(this.#rest));
    let start = 0;
    for (let end = this.#lineEnd(encoding, this.#searched); end >= 0; end = this.#lineEnd(encoding, start)) {
      yield* this.#lines(this.#rest.subarray(start, end));
      start = end + (isWide(encoding) ? 2 : 1);
    }
    this.#rest = this.#rest.subarray(start);
    if (this.#rest.length > LONGEST_LINE) this.#dropping = true;
    if (this.#dropping) this.#rest = this.#rest.subarray(this.#rest.length - (isWide(encoding) ? this.#rest.length % 2 : 0));
    this.#searched = isWide(encoding) ? this.#rest.length & ~1 : this.#rest.length;
  }

  /** Where the next line feed stands, -1 where none does. */
  #lineEnd(encoding: Encoding, from: number): number {
    const bytes = this.#rest;
    if (!isWide(encoding)) return bytes.indexOf(this.#lineFeed, from);
    const low = encoding === 'utf-16le' ? 0 : 1;
    for (let at = bytes.indexOf(this.#lineFeed, from); at >= 0; at = bytes.indexOf(this.#lineFeed, at + 1)) {
      const unit = at - low;
      if (unit % 2 === 0 && bytes[unit + 1 - low] === 0) return unit;
    }
    return -1;
  }

  *#lines(bytes: Uint8Array): Generator<FileLine> {
    if (this.#dropping || bytes.length > LONGEST_LINE) {
      this.#dropping = false;
      yield { line: ++this.#line, refused: refusal('line-too-long', { max: LONGEST_LINE / 1048576 }) };
      return;
    }
    const text = strictly(this.#encoding!, bytes);
    if (text === null) {
      yield { line: ++this.#line, refused: refusal('line-broken', { encoding: this.#encoding! }) };
      return;
    }
    // A byte-order mark is dropped by the decoder, at the head of whatever it is given.
    for (const part of text.replace(/\r$/, '').split('\r')) yield { line: ++this.#line, text: part };
  }
}
