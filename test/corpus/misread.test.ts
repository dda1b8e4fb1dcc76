import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/corpus/files/decode.ts';
import { isMisread } from '../../src/corpus/files/misread.ts';
import { parseFile } from '../../src/corpus/parse.ts';
import { toTraditional } from '../../src/language/script.ts';
import { BODY, LEAD, SECOND } from './pages.ts';

const TABLES = [
  'gb18030',
  'big5',
  'shiftjis',
  'eucjp',
  'euckr',
  'win1250',
  'win1251',
  'win1252',
  'latin1',
  'macintosh',
  'koi8r',
  'cp437',
  'cp866',
];
/** What programs do with what a table lacks. */
const LOSSES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[\uFFFD\u0080-\u009f]/g, ''),
  (text) => text.replace(/[\uFFFD\u0080-\u009f]/g, '?'),
];
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a text that was misread before it was saved', () => {
  it.each(TABLES)('is known where UTF-8 was read with %s', (table) => {
    for (const text of [BODY, toTraditional(BODY), LEAD]) {
      for (const lose of LOSSES) expect(isMisread(lose(iconv.decode(Buffer.from(text), table)))).toBe(true);
    }
  });
  it.each(TABLES.filter((table) => table !== 'gb18030'))('is known where GBK was read with %s', (table) => {
    for (const lose of LOSSES) expect(isMisread(lose(iconv.decode(iconv.encode(BODY, 'gbk'), table)))).toBe(true);
  });
  it.each(TABLES.filter((table) => table !== 'big5'))('is known where Big5 was read with %s', (table) => {
    for (const lose of LOSSES) expect(isMisread(lose(iconv.decode(iconv.encode(toTraditional(BODY), 'big5'), table)))).toBe(true);
  });
  it.each(['gbk', 'big5'])('is known where %s was read as UTF-8, and little is left', (meant) => {
    const garbled = iconv.decode(iconv.encode(toTraditional(BODY), meant), 'utf8');
    expect(isMisread(garbled)).toBe(true);
    expect(isMisread(garbled.replace(/\uFFFD/g, '?'))).toBe(true);
  });
  it.each(['gb18030', 'shiftjis', 'win1252', 'latin1', 'macintosh', 'win1251'])('is known where that was done twice, with %s', (table) => {
    const once = (text: string) => iconv.decode(Buffer.from(text), table);
    expect(isMisread(once(once(BODY)))).toBe(true);
  });
  it.each(['gb18030', 'shiftjis', 'win1252', 'macintosh', 'win1251'])('is known by a title of a dozen characters, with %s', (table) => {
    expect(isMisread(iconv.decode(Buffer.from('青禾县召开道路建设会议'), table))).toBe(true);
    if (table.startsWith('win') || table === 'macintosh')
      expect(isMisread(iconv.decode(iconv.encode('青禾县召开道路建设工作会议', 'gbk'), table))).toBe(true);
  });
  it('is known where half of it is, and where U+FFFD was', () => {
    expect(isMisread(`${BODY}\n${iconv.decode(Buffer.from(BODY), 'gb18030')}`)).toBe(true);
    const sentence = iconv.decode(Buffer.from('县交通局每周派人到工地检查一次'), 'gb18030');
    expect(isMisread(`${LEAD}${sentence}。${SECOND}`)).toBe(true);
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
  it('is refused wherever an article has it: title, source, entities, a page that names its encoding', () => {
    const garbled = iconv.decode(Buffer.from(LEAD), 'gb18030');
    const refused = (file: string, content: string) => parseFile(file, utf8(content)).rejected.map(({ code }) => code);
    expect(refused('a.jsonl', JSON.stringify({ id: 1, title: garbled, text: BODY }))).toEqual(['misread-before']);
    expect(refused('a.jsonl', JSON.stringify({ id: 1, source: garbled, text: BODY }))).toEqual(['misread-before']);
    expect(refused('a.json', JSON.stringify([{ text: BODY }, { text: garbled }]))).toEqual(['misread-before']);
    const page = (body: string) => `<meta charset="utf-8"><title>道路</title><p>${body}</p>`;
    expect(refused('a.html', page(garbled))).toEqual(['misread-before']);
    const entities = Array.from(Buffer.from(LEAD), (byte) => `&#${byte};`).join('');
    expect(refused('a.html', page(entities))).toEqual(['misread-before']);
    expect(refused('a.html', page(BODY))).toEqual([]);
    expect(refused('a.md', `---\ntitle: 道路\n---\n${garbled}`)).toEqual(['misread-before']);
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
      'Chủ tịch nước đã đến thăm tỉnh Quảng Ninh, cùng dự có các đồng chí lãnh đạo.'.repeat(5),
      'Η συνεδρίαση του δήμου για την ανάπτυξη του αγροτικού τουρισμού.'.repeat(5),
      'zhōng guó rén mín gòng hé guó wàn suì, běi jīng shì hǎi diàn qū'.repeat(5),
      '┌─┬─┐│├─┼─┤└─┴─┘'.repeat(20),
      '℃℉㎡㎥㎏㎜㎝㎞㏄‰°′″§№☎♂♀¥€£'.repeat(10),
      '号邮局承担了沱沱',
      '育工委委员谭秀芝',
      '短期石油消费旺季',
      '颍上 邛崃 蠡园 慕容珺',
    ])
      expect(isMisread(text), text.slice(0, 10)).toBe(false);
  });
});

describe('a text that was misread, and all of whose bytes are known', () => {
  const read = (file: string, content: string) => {
    const { articles, rejected } = parseFile(file, utf8(content));
    expect(rejected).toEqual([]);
    return articles[0]!;
  };
  it.each([
    ['utf8', 'latin1', 'UTF-8', 'Windows-1252'],
    ['utf8', 'win1251', 'UTF-8', 'Windows-1251'],
    ['utf8', 'macintosh', 'UTF-8', 'Mac Roman'],
    ['gbk', 'latin1', 'GB 18030', 'Windows-1252'],
    ['gbk', 'macintosh', 'GB 18030', 'Mac Roman'],
  ])('is read as it was meant, and that is said: %s as %s', (meant, table, meantName, tableName) => {
    const garble = (text: string) => iconv.decode(iconv.encode(text, meant), table);
    const mending = [{ code: 'mended', values: { meant: meantName, read: tableName } }];
    expect(read('a.txt', garble(BODY))).toMatchObject({ text: BODY, notes: mending });
    expect(read('a.jsonl', JSON.stringify({ id: 1, text: garble(BODY) }))).toMatchObject({ text: BODY, notes: mending });
    const title = '青禾县召开道路建设推进会议';
    expect(read('b.jsonl', JSON.stringify({ id: 1, title: garble(title), text: BODY }))).toMatchObject({
      title,
      text: BODY,
      notes: mending,
    });
    const page = read('a.html', garble(`<html><title>${title}</title><p>${LEAD}</p><p>${SECOND}</p></html>`));
    expect(page).toMatchObject({ title, notes: mending });
    expect(page.text).toContain(LEAD);
  });
  it('with one character lost is refused', () => {
    const garbled = iconv.decode(Buffer.from(BODY), 'latin1');
    expect(parseFile('a.txt', utf8(garbled.replace(garbled[40]!, ''))).rejected).toMatchObject([{ code: 'misread-before' }]);
  });
  it('is read at the greatest length, too', () => {
    const garbled = iconv.decode(Buffer.from(BODY.repeat(400)), 'latin1').slice(0, 199_998);
    const { articles } = parseFile('a.txt', utf8(garbled));
    expect(articles.map(({ text }) => text.startsWith(LEAD))).toEqual([true]);
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
