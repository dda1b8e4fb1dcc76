/** Bytes read once more: how much of them is Chinese in an encoding, although some may be lost. */
import iconv from 'iconv-lite';
import { toTraditional } from '../../language/script.ts';
import { COMMON_CHARACTERS } from './common-characters.ts';

/**
 * Tables that text is misread with, as iconv names them: those of Windows, DOS, Unix and the Mac where Chinese, Japanese, Korean,
 * Russian or Latin is set.
 */
export const MISREAD_WITH = [
  ...(['gb18030', 'big5hkscs', 'shiftjis', 'eucjp', 'euckr', 'win1252', 'win1251', 'macintosh'] as const),
  ...(['win1250', 'koi8r', 'cp437', 'cp850', 'cp866', 'utf16le', 'utf16be', 'utf8'] as const),
];
type Table = (typeof MISREAD_WITH)[number];

/** Encodings that Chinese is written in, as iconv names them. */
export const MEANT_IN = ['utf8', 'gb18030', 'big5hkscs', 'utf16le', 'utf16be'] as const;
export type Meant = (typeof MEANT_IN)[number];

/** What bytes are in an encoding. */
export interface Rereading {
  /** Common characters, of the characters that so many bytes are. */
  share: number;
  /** Different ones. */
  distinct: number;
}

/** What a table lacks is written as a question mark. */
export const ASKED = 0x3f;

/** The bytes that a table would have made this text of; what it lacks becomes a question mark. */
export function writtenBack(text: string, table: Table): Buffer {
  if (table !== 'win1252') return iconv.encode(text, table);
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = LATIN[text.charCodeAt(at)]!;
  return bytes;
}

/** The bytes of Windows-1252; those that it leaves out are kept as control characters by some, and as Latin-1 by others. */
const LATIN = new Uint8Array(0x10000).fill(ASKED);
for (let byte = 0; byte < 256; byte++) LATIN[iconv.decode(Buffer.from([byte]), 'win1252').charCodeAt(0)] = byte;
LATIN[0xfffd] = ASKED;
for (let byte = 0; byte < 256; byte++) LATIN[byte] = byte;

/** Bytes beyond ASCII that a character has on average: of Big5, four trailing bytes in ten are ASCII; UTF-16 counts all. */
const BYTES = { utf8: 3, gb18030: 1.9, big5hkscs: 1.6, utf16le: 2, utf16be: 2 };

/** Both scripts: the table to Traditional takes a third of a second to load, and pages that are read right do without. */
let bothScripts: readonly string[] | undefined;
export const commonInBothScripts = (): readonly string[] =>
  (bothScripts ??= [...new Set([...COMMON_CHARACTERS, ...toTraditional([...COMMON_CHARACTERS].join(''))])]);

/** Pairs of bytes that are a common character in an encoding of pairs, or in UTF-8 its code unit. */
const tables = new Map<Meant, Uint8Array>();
function tableOf(meant: Meant): Uint8Array {
  let table = tables.get(meant);
  if (table) return table;
  tables.set(meant, (table = new Uint8Array(0x10000)));
  for (const character of commonInBothScripts()) {
    if (meant === 'utf8') {
      table[character.charCodeAt(0)] = 1;
      continue;
    }
    const bytes = iconv.encode(character, meant);
    // What a table lacks comes as one question mark.
    if (bytes.length === 2) table[bytes.readUInt16BE(0)] = 1;
  }
  return table;
}

/**
 * How much of the bytes is common Chinese in an encoding. Bytes may be missing anywhere: characters are taken where they begin, so
 * that there are as many common ones as can be. Linear in the bytes' number.
 *
 * @example reread(Buffer.from('会议要求'), 'utf8').share // 1
 */
export function reread(bytes: Uint8Array, meant: Meant): Rereading {
  const table = tableOf(meant);
  const width = meant === 'utf8' ? 3 : 2;
  const unitAt =
    meant === 'utf8'
      ? (at: number) => ((bytes[at]! & 0xf0) === 0xe0 && isInner(bytes[at + 1]) && isInner(bytes[at + 2]) ? utf8Unit(bytes, at) : 0)
      : (at: number) => (at + 1 < bytes.length ? bytes[at]! * 256 + bytes[at + 1]! : 0);
  const most = new Uint32Array(bytes.length + width + 1);
  for (let at = bytes.length - 1; at >= 0; at--) most[at] = Math.max(most[at + 1]!, table[unitAt(at)] === 1 ? most[at + width]! + 1 : 0);
  const distinct = new Set<number>();
  for (let at = 0; at < bytes.length;) {
    if (most[at] === most[at + 1]) {
      at++;
      continue;
    }
    distinct.add(unitAt(at));
    at += width;
  }
  let counted = bytes.length;
  if (meant !== 'utf16le' && meant !== 'utf16be') counted = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return { share: counted === 0 ? 0 : (most[0]! * BYTES[meant]) / counted, distinct: distinct.size };
}

const utf8Unit = (bytes: Uint8Array, at: number) => ((bytes[at]! & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
const isInner = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** Characters of UTF-8 by their first byte: how long, 0 where none begins. */
const lengthFrom = (byte: number) => (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0);

/**
 * How the bytes beyond ASCII are built as UTF-8, whatever they say: how many there are and how many
 * different ones, how many stand in whole characters, and how many
 * could stand in Han ones and their punctuation.
 */
export function builtAsUtf8(bytes: Uint8Array): { beyond: number; whole: number; firsts: number; fitting: number; distinct: number } {
  const seen = new Set<number>();
  let [beyond, whole, firsts, fitting] = [0, 0, 0, 0];
  for (let at = 0, until = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    beyond++;
    seen.add(byte);
    if ((byte >= 0xe2 && byte <= 0xe9) || byte === 0xef) firsts++;
    if (byte < 0xc0 || (byte >= 0xe2 && byte <= 0xe9) || byte === 0xef) fitting++;
    if (at < until) continue;
    const length = lengthFrom(byte);
    if (length === 0 || !bytes.subarray(at + 1, at + length).every(isInner) || at + length > bytes.length) continue;
    whole += length;
    until = at + length;
  }
  return { beyond, whole, firsts, fitting, distinct: seen.size };
}
