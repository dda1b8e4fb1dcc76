/** Texts that were read with the wrong table before they were saved: what is valid now and was never written so. */
import iconv from 'iconv-lite';
import { toTraditional } from '../../language/script.ts';
import { COMMON_CHARACTERS } from './common-characters.ts';

/**
 * Tables that text is misread with, as iconv names them: those of Windows and the Mac where Chinese, Japanese, Korean, Russian
 * or Latin is set.
 */
const MISREAD_WITH = ['gb18030', 'big5hkscs', 'shiftjis', 'eucjp', 'euckr', 'win1251', 'win1252', 'macintosh'] as const;
const MEANT_IN = ['utf8', 'gb18030', 'big5hkscs'] as const;

/** So many letters beyond ASCII are looked at together: half a page may be garbled and the other half not. */
const WINDOW = 120;
/** With fewer letters than this there is nothing to tell by. */
const TELLING = 12;
/** A text in which so many letters are common Chinese ones is read right (running text has 0.35 to 0.65). */
const PLAIN_SHARE = 0.2;
/** Bytes that are no UTF-8 by intention form a Han character by chance once in some fifty. */
const UTF8_SHARE = 0.4;
/** What the wrong table had no character for is lost, and with it the rest of its UTF-8: of letters so rare, less will do. */
const LOSSY_UTF8_SHARE = 0.25;
const RARE_SHARE = 0.06;
/** One character over and over is no text, whatever it becomes. */
const DISTINCT = 4;
/** Nearly every pair of bytes is a character in tables of two: there it is common ones that tell. */
const MEANT_SHARE = 0.3;
const MEANT_LEAD = 3;
/** Of a text that is odd all over, so many windows are tested. */
const MOST_TESTED = 40;
/** U+FFFD twice in UTF-8, read as GB 18030. */
const REPLACED = /锟斤拷/g;
const REPLACED_SHARE = 0.05;

/** What a UTF-16 unit tells: nothing, a letter beyond ASCII, a Han character, a common one. */
const [NOTHING, LETTER, HAN, COMMON_HAN] = [0, 1, 2, 3];

/** For each UTF-16 unit what it tells; of a surrogate pair the first unit does. */
function kindsOfUnits(common: Iterable<string>): Uint8Array {
  const kinds = new Uint8Array(0x10000).fill(LETTER);
  // General and CJK punctuation and full-width forms stand in any text.
  for (const [from, to] of [
    [0, 0x80],
    [0x2000, 0x2070],
    [0x3000, 0x3020],
    [0xff00, 0xfff0],
    [0xdc00, 0xe000],
  ] as const)
    kinds.fill(NOTHING, from, to);
  // The second pair begins the characters from U+20000 to U+31FFF.
  for (const [from, to] of [
    [0x3400, 0xa000],
    [0xd840, 0xd888],
  ] as const)
    kinds.fill(HAN, from, to);
  for (const character of common) kinds[character.charCodeAt(0)] = COMMON_HAN;
  return kinds;
}

const SIMPLIFIED = kindsOfUnits(COMMON_CHARACTERS);
/** Both scripts: the table to Traditional takes a third of a second to load, and Simplified pages do without. */
let bothScripts: Uint8Array | undefined;
const inBothScripts = () => (bothScripts ??= kindsOfUnits([...COMMON_CHARACTERS, ...toTraditional([...COMMON_CHARACTERS].join(''))]));

/** What tells of a reading: letters beyond ASCII and CJK punctuation, Han ones among them, and common ones among those. */
interface Counts {
  letters: number;
  han: number;
  common: number;
  /** Different common ones, counted up to {@link DISTINCT}. */
  distinct: number;
}

function countsOf(text: string, kinds = inBothScripts()): Counts {
  let [letters, han, common] = [0, 0, 0];
  const found = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit]!;
    if (kind >= LETTER) letters++;
    if (kind >= HAN) han++;
    if (kind < COMMON_HAN) continue;
    common++;
    if (found.size < DISTINCT) found.add(unit);
  }
  return { letters, han, common, distinct: found.size };
}

/** Whether so many of the letters are common Chinese ones that the text was read right. */
function isPlain(text: string, kinds?: Uint8Array): boolean {
  const { letters, common } = countsOf(text, kinds);
  return letters < TELLING || common >= letters * PLAIN_SHARE;
}

/**
 * Whether a text, or a stretch of it, becomes a Chinese text when it is written back with another table and read as UTF-8,
 * GB 18030 or Big5: then it was misread before it was saved. Linear in the text's length.
 *
 * @example isMisread('鏂囩珷鐨勬爣棰樺湪杩欓噷') // true: UTF-8 read as GB 18030
 */
export function isMisread(text: string): boolean {
  const replaced = (text.match(REPLACED)?.length ?? 0) * 3;
  if (replaced > 0 && replaced >= countsOf(text).letters * REPLACED_SHARE) return true;
  let tested = 0;
  for (const window of windowsOf(text)) {
    if (isPlain(window, SIMPLIFIED) || isPlain(window)) continue;
    if (tested++ === MOST_TESTED) return false;
    const { letters, common } = countsOf(window);
    if (wasMisread(window, common / letters)) return true;
  }
  return false;
}

function wasMisread(window: string, share: number): boolean {
  return MISREAD_WITH.some((table) => {
    const bytes = table === 'win1252' ? latinBytes(window) : iconv.encode(window, table);
    return MEANT_IN.some((meant) => {
      if (meant === table) return false;
      const { letters, han, common, distinct } = countsOf(iconv.decode(bytes, meant));
      if (han < TELLING / 3 || distinct < DISTINCT) return false;
      if (meant === 'utf8' && han >= letters * (share < RARE_SHARE ? LOSSY_UTF8_SHARE : UTF8_SHARE)) return true;
      return meant !== 'utf8' && letters >= TELLING && common >= letters * MEANT_SHARE && common / letters >= share * MEANT_LEAD;
    });
  });
}

/** Stretches of the text with about {@link WINDOW} characters beyond ASCII each. */
function* windowsOf(text: string): Generator<string> {
  let start = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x80 && ++letters >= WINDOW) {
      yield text.slice(start, at + 1);
      start = at + 1;
      letters = 0;
    }
  }
  if (start < text.length) yield text.slice(start);
}

/** A base64 run of UTF-7, `+ZbB-`. */
const RUN = /\+([A-Za-z0-9+/]{3,4000})-?/g;

/** Whether a text of ASCII alone is Chinese in UTF-7. */
export function isUtf7(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (/[^\0-\x7f]/.test(sample)) return false;
  const said = Array.from(sample.matchAll(RUN), ([, run]) => bigEndian(Buffer.from(run!, 'base64'))).join('');
  const { letters, common } = countsOf(said);
  return letters >= TELLING && common >= letters * PLAIN_SHARE;
}

function bigEndian(bytes: Buffer): string {
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
}

/** The bytes of Windows-1252; those that it leaves out are kept as control characters by some, and as Latin-1 by others. */
const LATIN: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    [String.fromCharCode(byte), byte] as const,
    // Node reads Windows-1252 as Latin-1.
    [iconv.decode(Buffer.from([byte]), 'win1252'), byte] as const,
  ])
    .flat()
    .filter(([character]) => character !== '\uFFFD'),
);

function latinBytes(text: string): Buffer {
  return Buffer.from(Array.from(text, (character) => LATIN.get(character) ?? 0x3f));
}
