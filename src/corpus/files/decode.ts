import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { fold } from '../../language/script.ts';
import { refusal, Unreadable } from '../refusal.ts';
import { COMMON_CHARACTERS } from './common-characters.ts';
import { isUtf7 } from './misread.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
export interface DecodedFile {
  text: string;
  encoding: Encoding;
}

const HAN = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud87f][\udc00-\udfff]/g;
/** Of the Han characters, at least this share is in {@link COMMON_CHARACTERS} in running text (measured: 0.35 to 0.65). */
const MIN_COMMON_SHARE = 0.12;
/** The better reading must be this much more plausible, or the file is refused rather than guessed. */
const MIN_LEAD = 1.5;

/**
 * Bytes to text, the encoding told by content: byte-order mark, else valid UTF-8, else UTF-16 by its zero bytes or its
 * Han characters, else GB18030 (and GBK) or Big5 by how common the resulting characters are.
 *
 * @throws {Unreadable} for binary data, and for text whose encoding can't be told: never mojibake.
 */
export function decode(bytes: Uint8Array): DecodedFile {
  const marked = byteOrderMark(bytes);
  if (marked === 'utf-16le' || marked === 'utf-16be')
    return refuseOddities({ text: strictly(marked, bytes) ?? broken('UTF-16'), encoding: marked });
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null && !utf8.includes('\0')) return refuseOddities({ text: utf8, encoding: 'utf-8' });
  return refuseOddities(mostPlausible(candidates(bytes), bytes.includes(0)));
}

/**
 * The one of several readings of the same bytes that is plainly a text.
 *
 * @throws {Unreadable} where none is, or two are
 */
export function mostPlausible(readings: readonly DecodedFile[], hasZeros = false): DecodedFile {
  const [best, second] = readings.map((reading) => ({ ...reading, share: commonShare(reading.text) })).sort((a, b) => b.share - a.share);
  if (!best || best.share < MIN_COMMON_SHARE) throw new Unreadable(refusal(hasZeros ? 'zero-bytes' : 'unknown-encoding'));
  if (second && second.text !== best.text && best.share < second.share * MIN_LEAD) {
    throw new Unreadable(refusal('two-encodings', { one: best.encoding, other: second.encoding }));
  }
  return { text: best.text, encoding: best.encoding };
}

/** The encoding that a file's first bytes name outright; null where they name none. */
export function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

function candidates(bytes: Uint8Array): DecodedFile[] {
  const tables: Encoding[] = bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [];
  if (!bytes.includes(0)) tables.push('gb18030', 'big5');
  return tables.flatMap((encoding) => {
    const text = strictly(encoding, bytes);
    return text === null || text.includes('\0') ? [] : [{ text, encoding }];
  });
}

const decoders = new Map<Encoding, TextDecoder>();

/** Null where the bytes are not legal in that encoding. A leading byte-order mark is dropped. */
export function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  const text = decoded(encoding, bytes);
  // Hong Kong's characters (HKSCS) are no part of the Big5 that Node reads, or stand as private ones.
  if (encoding !== 'big5' || (text !== null && !PRIVATE.test(text))) return text;
  const whole = iconv.decode(Buffer.from(bytes), 'big5hkscs');
  return whole.includes('\uFFFD') || PRIVATE.test(whole) ? text : whole;
}

const PRIVATE = /[\ue000-\uf8ff]/;

function decoded(encoding: Encoding, bytes: Uint8Array): string | null {
  let decoder = decoders.get(encoding);
  if (!decoder) decoders.set(encoding, (decoder = new TextDecoder(encoding, { fatal: true })));
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function commonShare(text: string): number {
  const sample = text.slice(0, 20_000);
  const han = fold(sample).match(HAN) ?? [];
  if (han.length === 0) return 0;
  const common = han.filter((character) => COMMON_CHARACTERS.has(character)).length / han.length;
  // A wrong table also yields symbols, kana and private characters between the Han ones.
  return common * (han.length / Math.max(1, sample.replace(/[\s\x21-\x7e，。、；：！？“”‘’（）《》「」『』—…·]/g, '').length));
}

/**
 * Chinese in seven bits reads as plain ASCII: HZ (`~{<:Ky~}`) and ISO-2022 (`ESC $ ) A`). Nobody writes them any more,
 * so they are named and not read.
 */
const SEVEN_BITS = /~\{(?:[\x21-\x77][\x21-\x7e])+~\}|\x1b\$[()*A@B]/;

function refuseOddities(file: DecodedFile): DecodedFile {
  const controls = file.text.match(/[\0-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  if (file.text.includes('\0') || (controls > 8 && controls > file.text.length / 200)) throw new Unreadable(refusal('control-characters'));
  if (SEVEN_BITS.test(file.text) || isUtf7(file.text)) throw new Unreadable(refusal('seven-bits'));
  return file;
}

function broken(encoding: string): never {
  throw new Unreadable(refusal('broken-encoding', { encoding }));
}
