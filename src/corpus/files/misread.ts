/** Texts that were read with the wrong table before they were saved: what is valid now and was never written so. */
import { COMMON_CHARACTERS } from './common-characters.ts';
import { ASKED, builtAsUtf8, commonInBothScripts, MEANT_IN, MISREAD_WITH, reread, writtenBack } from './rereading.ts';

/** So many letters beyond ASCII are looked at together: half a page may be garbled and the other half not. */
const WINDOW = 120;
const STRETCH = 24;
/** With fewer letters than this there is nothing to tell by. */
const TELLING = 8;
/** A text in which so many letters are common Chinese ones is read right (running text has 0.35 to 0.65). */
const PLAIN_SHARE = 0.3;
/** Read right, so many of a text's letters are common ones, and so many times as many as before. */
const MEANT_SHARE = 0.3;
/** Of so few letters more, for chance has more to say. */
const FEW = 24;
const FEW_SHARE = 0.45;
const MEANT_LEAD = 3;
/** Other bytes hardly ever form a character of UTF-8, and never a common Chinese one: where many are lost, few will do. */
const UTF8_SHARE = 0.1;
/** One character over and over is no text, whatever it becomes. */
const DISTINCT = 4;
const UTF8_DISTINCT = 3;
/** Of characters, so many may not be in the table that they came from. */
const MOST_FOREIGN = 0.1;
/** Of bytes beyond ASCII that are no UTF-8 by intention, hardly two in a row form a character. */
const WHOLE_SHARE = 0.9;
const WHOLE_BYTES = 18;
const DISTINCT_BYTES = 6;
/** Where characters are torn by loss, all that is left can still stand in UTF-8, and their first bytes are a third of it or more. */
const FITTING_SHARE = 0.97;
const FITTING_BYTES = 24;
const FIRSTS = [0.2, 0.7] as const;
/** Of a text that is odd all over, so many windows are tested. */
const MOST_TESTED = 40;
/** U+FFFD twice in UTF-8, read as GB 18030. */
const REPLACED = /锟斤拷/g;
const REPLACED_SHARE = 0.05;

/** What a UTF-16 unit tells: nothing, a letter beyond ASCII, a common Chinese one. */
const [NOTHING, LETTER, COMMON] = [0, 1, 2];

/** For each UTF-16 unit what it tells; of a surrogate pair the first unit does. */
function kindsOfUnits(common: Iterable<string>): Uint8Array {
  const kinds = new Uint8Array(0x10000).fill(LETTER);
  // General and CJK punctuation and full-width forms stand in any text.
  for (const [from, to] of [
    [0, 0x80],
    [0x2000, 0x2070],
    [0x3000, 0x3020],
    [0xff00, 0xff61],
    [0xdc00, 0xe000],
  ] as const)
    kinds.fill(NOTHING, from, to);
  for (const character of common) kinds[character.charCodeAt(0)] = COMMON;
  return kinds;
}

const SIMPLIFIED = kindsOfUnits(COMMON_CHARACTERS);
let bothScripts: Uint8Array | undefined;
const inBothScripts = () => (bothScripts ??= kindsOfUnits(commonInBothScripts()));

/** What tells of a reading: letters beyond ASCII and CJK punctuation, and common Chinese ones among them. */
interface Counts {
  letters: number;
  common: number;
}

function countsOf(text: string, kinds = inBothScripts()): Counts {
  let [letters, common] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)]!;
    if (kind >= LETTER) letters++;
    if (kind === COMMON) common++;
  }
  return { letters, common };
}

/** Whether so many of the letters are common Chinese ones that the text was read right. */
function isPlain(text: string, kinds?: Uint8Array): boolean {
  const { letters, common } = countsOf(text, kinds);
  return letters < TELLING || common >= letters * PLAIN_SHARE;
}

/** Whether a text is Chinese as it stands: letters beyond ASCII enough to tell by, and common ones among them as in running text. */
export function isChinese(text: string): boolean {
  return countsOf(text).letters >= TELLING && isPlain(text);
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
  const letters = window.replace(LOST, '');
  if (window.length - letters.length > window.length * LOST_SHARE) return true;
  return MISREAD_WITH.some((table) => {
    const all = writtenBack(letters, table);
    const bytes = all.filter((byte) => byte !== ASKED);
    // What a table gave it can take back.
    if (all.length - bytes.length > letters.length * MOST_FOREIGN) return false;
    if (table !== 'utf8' && isUtf8(bytes)) return true;
    return MEANT_IN.some((meant) => {
      if (meant === table) return false;
      const found = reread(bytes, meant);
      if (meant === 'utf8') return found.distinct >= UTF8_DISTINCT && found.share >= UTF8_SHARE;
      return found.distinct >= DISTINCT && found.share >= Math.max(letters.length < FEW ? FEW_SHARE : MEANT_SHARE, share * MEANT_LEAD);
    });
  });
}

/** Where a program had lost something, before or after; where so much is lost, nothing that is left can be trusted. */
const LOST_SHARE = 0.4;
const LOST = /[?\uFFFD]+/g;
/** Whether the bytes are UTF-8, whole or with losses, whatever they say: a text that was misread twice says nothing. */
function isUtf8(bytes: Uint8Array): boolean {
  const { beyond, whole, firsts, fitting, distinct } = builtAsUtf8(bytes);
  if (distinct < DISTINCT_BYTES) return false;
  if (beyond >= WHOLE_BYTES && whole >= beyond * WHOLE_SHARE) return true;
  return beyond >= FITTING_BYTES && fitting >= beyond * FITTING_SHARE && firsts >= beyond * FIRSTS[0] && firsts <= beyond * FIRSTS[1];
}

/**
 * Stretches of the text, each to the end of a line or a sentence with {@link STRETCH} letters beyond ASCII, or to its {@link WINDOW}th.
 */
function* windowsOf(text: string): Generator<string> {
  let start = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) letters++;
    if (letters < STRETCH || (letters < WINDOW && unit !== LINE_FEED && unit !== FULL_STOP)) continue;
    yield text.slice(start, at + 1);
    start = at + 1;
    letters = 0;
  }
  if (start < text.length) yield text.slice(start);
}
const LINE_FEED = 0x0a;
const FULL_STOP = 0x3002;

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
