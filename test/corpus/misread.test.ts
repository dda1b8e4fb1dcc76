import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/corpus/files/decode.ts';
import { isMisread } from '../../src/corpus/files/misread.ts';
import { parseFile } from '../../src/corpus/parse.ts';
import { toTraditional } from '../../src/language/script.ts';
import { BODY, LEAD, SECOND } from './pages.ts';

const TABLES = ['gb18030', 'big5', 'shiftjis', 'eucjp', 'euckr', 'win1251', 'win1252', 'macintosh'];
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a text that was misread before it was saved', () => {
  it.each(TABLES)('is known where UTF-8 was read with %s', (table) => {
    for (const text of [BODY, toTraditional(BODY), LEAD]) {
      const garbled = iconv.decode(Buffer.from(text), table);
      expect(isMisread(garbled)).toBe(true);
      // A program may have dropped what it could not read.
      expect(isMisread(garbled.replace(/[\uFFFD\u0080-\u009f]/g, ''))).toBe(true);
    }
  });
  it.each(TABLES.filter((table) => table !== 'gb18030'))('is known where GBK was read with %s', (table) => {
    expect(isMisread(iconv.decode(iconv.encode(BODY, 'gbk'), table))).toBe(true);
  });
  it.each(TABLES.filter((table) => table !== 'big5'))('is known where Big5 was read with %s', (table) => {
    expect(isMisread(iconv.decode(iconv.encode(toTraditional(BODY), 'big5'), table))).toBe(true);
  });
  it('is known where half of it is, and where U+FFFD was', () => {
    expect(isMisread(`${BODY}\n${iconv.decode(Buffer.from(BODY), 'gb18030')}`)).toBe(true);
    expect(isMisread('锟斤拷锟斤拷'.repeat(20))).toBe(true);
    expect(isMisread(`${BODY}${SECOND}网页上的“锟斤拷”是怎么来的?`)).toBe(false);
  });
  it('is refused as a file, and as a row that leaves the others alone', () => {
    const garbled = iconv.decode(Buffer.from(BODY), 'gb18030');
    expect(parseFile('a.txt', utf8(garbled)).rejected).toMatchObject([{ code: 'misread-before', line: null }]);
    const { articles, rejected } = parseFile('a.jsonl', utf8([BODY, garbled].map((text, id) => JSON.stringify({ id, text })).join('\n')));
    expect(articles.map(({ id }) => id)).toEqual(['0']);
    expect(rejected).toMatchObject([{ code: 'misread-before', line: 2 }]);
  });
  it('is not what other languages, symbols, names and rare words are', () => {
    for (const text of [
      'Сегодня в уезде прошло совещание по строительству дорог, приняли участие представители.'.repeat(3),
      '今日、青禾県で道路建設推進会議が開かれ、県交通局や各町村の担当者が参加しました。'.repeat(3),
      '오늘 칭허현에서 도로 건설 회의가 열려 여러 기관의 담당자가 참석하였다.'.repeat(3),
      'L’été, où naît l’hôtel de ville à Orléans: «ça va», dit-il, très étonné du résultat.'.repeat(5),
      '丁彦琛、冯骁骐、龚珏琳、翟璐瑶、阎睿哲、邱梓涵、尉迟翊、欧阳钰、司徒霏、皇甫嵩、令狐冲、慕容珺、澹台婧、濮阳煜。'.repeat(3),
      '■◆○●☆★→←↑↓①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ'.repeat(10),
      '关关雎鸠,在河之洲。窈窕淑女,君子好逑。参差荇菜,左右流之。窈窕淑女,寤寐求之。'.repeat(3),
      '列'.repeat(500),
    ])
      expect(isMisread(text), text.slice(0, 10)).toBe(false);
  });
});

it('UTF-7 is named, and plain ASCII is not taken for it', () => {
  const encoded = Array.from(
    BODY.match(/[^,]+/g)!,
    (part) => `+${Buffer.from(part, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`,
  );
  expect(parseFile('a.txt', utf8(encoded.join(','))).rejected).toMatchObject([{ code: 'seven-bits' }]);
  expect(decode(utf8('a+b=c, https://example.org/?q=1+2+abcd+efgh')).encoding).toBe('utf-8');
});

it('Hong Kong\u2019s characters are read, not private ones', () => {
  const text = `${toTraditional(BODY)}\n佢哋嚟咗之後,嘅確冇嘢講,啲人喺度等咗好耐。`;
  expect(decode(iconv.encode(text, 'big5hkscs')).text).toBe(text);
});
