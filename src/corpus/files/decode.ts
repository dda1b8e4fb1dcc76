import { TextDecoder } from 'node:util';
import { fold } from '../../language/script.ts';
import { refusal, Unreadable } from '../refusal.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
export interface DecodedFile {
  text: string;
  encoding: Encoding;
}

/**
 * Characters that make up about a third of any Chinese page, Simplified forms. Bytes read with the wrong table give
 * rare characters instead, which is how GB18030 and Big5, nearly every string of which is legal in the other, are told
 * apart.
 */
const COMMON = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运村县镇乡扶贫会议旅游工作脱',
);
const HAN = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud87f][\udc00-\udfff]/g;
/** Of the Han characters, at least this share is in {@link COMMON} in running text (measured: 0.35 to 0.65). */
const MIN_COMMON_SHARE = 0.12;
/** A text that is meant has this share, others don't by chance. */
const PLAIN_SHARE = 0.3;
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
  const common = han.filter((character) => COMMON.has(character)).length / han.length;
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
  if (SEVEN_BITS.test(file.text)) throw new Unreadable(refusal('seven-bits'));
  if (isMisread(file.text)) throw new Unreadable(refusal('misread-before'));
  return file;
}

/** From so many characters on, a text tells whether it is one. */
const TELLING = 40;

/**
 * Whether a text was read with the wrong table before it was saved: UTF-8 taken for Windows-1252 (`ä¸\u00adå›½`) is
 * nearly all Latin letters with accents and signs, and those are a Chinese text again.
 */
function isMisread(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const foreign = sample.match(/[^\0-\x7f]/g) ?? [];
  if (foreign.length < TELLING) return false;
  const latin = foreign.filter((character) => LATIN_1.has(character));
  if (latin.length < foreign.length * 0.9) return false;
  const bytes = new Uint8Array(latin.map((character) => LATIN_1.get(character)!));
  return (['utf-8', 'gb18030', 'big5'] as const).some((encoding) => commonShare(new TextDecoder(encoding).decode(bytes)) > PLAIN_SHARE);
}

/** The bytes of Windows-1252, and those that it leaves out as themselves. */
const LATIN_1: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i) => [
    [new TextDecoder('windows-1252').decode(new Uint8Array([i + 128])), i + 128] as const,
    [String.fromCharCode(i + 128), i + 128] as const,
  ]).flat(),
);

function broken(encoding: string): never {
  throw new Unreadable(refusal('broken-encoding', { encoding }));
}
