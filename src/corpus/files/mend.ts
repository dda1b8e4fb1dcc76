/** Texts that were misread before they were saved, read right where every character's bytes are known. */
import iconv from 'iconv-lite';
import { refusal, Unreadable } from '../refusal.ts';
import { isChinese, isMisread } from './misread.ts';
import { ASKED, MEANT_IN, MISREAD_WITH, writtenBack } from './rereading.ts';

/** What was mended is told with the encoding that it had been read with, and the one that it was in; as people call them. */
export interface Mending {
  read: string;
  meant: string;
}

/** From so much of its beginning it is told which ways lead to a Chinese text; in UTF-16 units. */
const HEAD = 1000;

/** As people call what iconv names otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  gb18030: 'GB 18030',
  big5hkscs: 'Big5',
  utf8: 'UTF-8',
  utf16le: 'UTF-16',
  utf16be: 'UTF-16',
  shiftjis: 'Shift-JIS',
  eucjp: 'EUC-JP',
  euckr: 'EUC-KR',
  win1252: 'Windows-1252',
  win1251: 'Windows-1251',
  win1250: 'Windows-1250',
  macintosh: 'Mac Roman',
  koi8r: 'KOI8-R',
};

/**
 * A text as it was meant: the same, or where it had been misread and no byte was lost by it, read right. Linear in its length.
 *
 * @throws {Unreadable} where it was misread and bytes are lost
 * @example righted('鏂囩珷鐨勬爣棰樺湪杩欓噷') // { text: '文章的标题在这里', mending: { read: 'GB 18030', meant: 'UTF-8' } }
 */
export function righted(text: string): { text: string; mending: Mending | null } {
  if (!isMisread(text)) return { text, mending: null };
  const head = text.slice(0, HEAD);
  for (const read of MISREAD_WITH) {
    const headBytes = writtenBack(head, read);
    const meantIn = MEANT_IN.filter((meant) => meant !== read && isChinese(iconv.decode(headBytes, meant)));
    if (meantIn.length === 0) continue;
    const bytes = writtenBack(text, read);
    // What had been lost shows: the way there and back ends elsewhere.
    if (read === 'win1252' ? lacks(text, bytes) : iconv.decode(bytes, read) !== text) continue;
    for (const meant of meantIn) {
      const mended = iconv.decode(bytes, meant);
      if (UNMENDED.test(mended) || !iconv.encode(mended, meant).equals(bytes) || !isChinese(mended) || isMisread(mended)) continue;
      return { text: mended, mending: { read: NAMES[read] ?? read.toUpperCase(), meant: NAMES[meant]! } };
    }
  }
  throw new Unreadable(refusal('misread-before'));
}

/** Whether a table had no bytes for some characters: there are two ways of reading Windows-1252, and either may be the way back. */
const lacks = (text: string, bytes: Buffer) => bytes.filter((byte) => byte === ASKED).length !== text.split('?').length - 1;

/** What no text has that was read right: signs of loss, control characters, private ones. */
const UNMENDED = /[\uFFFD\ue000-\uf8ff\0-\u0008\u000e-\u001f\u007f-\u009f]/;
