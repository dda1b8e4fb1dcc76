import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { readCorpus } from '../../src/corpus/files/read.ts';
import { parsePieces } from '../../src/corpus/parse.ts';
import type { Rejection } from '../../src/corpus/refusal.ts';
import { docx, pdf, zip } from './made-files.ts';
import { BODY, LEAD, SECOND } from './pages.ts';
import { tempFolder } from './temp-folder.ts';

const TITLE = '青禾县召开道路建设推进会';

async function read(file: string, content: string | Uint8Array) {
  const articles: Article[] = [];
  const rejected: Rejection[] = [];
  for await (const one of parsePieces(file, [Buffer.from(content)])) {
    if ('reason' in one) rejected.push(one);
    else articles.push(one);
  }
  return { articles, rejected };
}
const codes = async (file: string, content: string | Uint8Array) => (await read(file, content)).rejected.map(({ code }) => code);

describe('a packed file of rows', () => {
  it.each([
    ['a.jsonl.gz', JSON.stringify({ text: BODY })],
    ['A.CSV.GZ', `title,text\n${TITLE},"${BODY}"`],
  ])('%s is read as what is in it', async (file, rows) => {
    const { articles } = await read(file, gzipSync(rows));
    expect(articles).toMatchObject([{ text: BODY, id: expect.stringMatching(/^a-[\da-f]{10}$/i) as string }]);
  });
  it('that is damaged, or unpacks without end, is refused', async () => {
    const packed = gzipSync(JSON.stringify({ text: BODY }));
    expect(await codes('a.jsonl.gz', packed.subarray(0, packed.length - 12))).toContain('broken-gzip');
    expect(await codes('a.jsonl.gz', 'no gzip')).toEqual(['broken-gzip']);
    expect(await codes('a.jsonl.gz', gzipSync(Buffer.alloc(100 * 1024 * 1024)))).toContain('unpacks-too-large');
  });
});

describe('a Word document', () => {
  it('is its paragraphs, without what was deleted', async () => {
    expect((await read('a.docx', docx([TITLE, LEAD, SECOND]))).articles).toMatchObject([{ id: 'a', title: TITLE, text: BODY }]);
  });
  it('that is damaged, none, or unpacks without end, is refused', async () => {
    const whole = docx([TITLE, LEAD, SECOND]);
    expect(await codes('a.docx', whole.subarray(0, whole.length - 40))).toEqual(['no-document']);
    expect(await codes('a.docx', zip({ 'a.txt': BODY }))).toEqual(['no-document']);
    const bomb = Buffer.alloc(40 * 1024 * 1024, ' ');
    expect(await codes('a.docx', zip({ 'word/document.xml': bomb }))).toEqual(['unpacks-too-large']);
    // It says that it is small.
    expect(await codes('a.docx', zip({ 'word/document.xml': bomb }, 1000))).toEqual(['no-document']);
  });
});

describe('a PDF', () => {
  it('with text is its text', async () => {
    const { articles, rejected } = await read('a.pdf', pdf([TITLE, LEAD, SECOND]));
    expect(rejected).toEqual([]);
    expect(articles[0]!.text.replace(/\s/g, '')).toContain(BODY.replace(/\s/g, ''));
  });
  it('of pictures, or damaged, is refused with what to do', async () => {
    expect(await codes('a.pdf', pdf([]))).toEqual(['scanned-pdf']);
    expect(await codes('a.pdf', '%PDF-1.4\nno more')).toEqual(['no-pdf']);
    expect(await codes('a.pdf', Buffer.concat([pdf([LEAD]).subarray(0, 300), Buffer.alloc(3000, 7)]))).toHaveLength(1);
  });
});

describe('a web archive', () => {
  const html = `<html><head><title>${TITLE}_青禾网</title></head><body><h1>${TITLE}</h1><p>${LEAD}</p><p>${SECOND}</p></body></html>`;
  const archive = (encoding: string, body: string) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nMIME-Version: 1.0\r\nContent-Type: ` +
    `multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; ` +
    `charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b\r\nContent-Type: ` +
    `image/png\r\nContent-Transfer-Encoding: base64\r\n\r\naaaa\r\n--b--\r\n`;
  it.each([
    ['base64', Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')],
    [
      'quoted-printable',
      Array.from(Buffer.from(html), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('')
        .replace(/.{72}/g, '$&=\r\n'),
    ],
  ])('in %s is its page', async (encoding, body) => {
    expect((await read('a.mhtml', archive(encoding, body))).articles).toMatchObject([
      { title: TITLE, text: BODY, url: 'https://example.org/a' },
    ]);
  });
  it('without a page is refused', async () => {
    expect(await codes('a.mht', 'no archive')).toEqual(['no-web-archive']);
  });
});

describe('a feed', () => {
  const rss = (description: string) =>
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "坏"><!ENTITY b "&a;&a;&a;&a;` +
    `">]><rss><channel><title>青禾日报</title><item><title>${TITLE}</title><link>https://example.org/a</link><guid>g1</guid` +
    `><pubDate>Wed, 12 Jun 2019 23:00:00 GMT</pubDate><description>${description}</description></item></channel></rss>`;
  it.each([
    ['escaped', `&lt;p&gt;${LEAD}&lt;/p&gt;&lt;p&gt;${SECOND}&lt;/p&gt;`],
    ['in CDATA', `<![CDATA[<p>${LEAD}</p><p>${SECOND}</p><script>alert(1)</script>]]>`],
  ])('has an article in each item, %s', async (_, description) => {
    expect((await read('a.xml', rss(description))).articles).toMatchObject([
      { id: 'g1', title: TITLE, text: BODY, published: { iso: '2019-06-13' }, source: '青禾日报', url: 'https://example.org/a' },
    ]);
  });
  it('may be Atom', async () => {
    const atom =
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>青禾网</title><entry><id>e</id><title>${TITLE}</title><link ` +
      `href="https://example.org/a"/><updated>2019-06-13T08:00:00+08:00</updated><content ` +
      `type="xhtml"><div><p>${LEAD}</p><p>${SECOND}</p></div></content></entry></feed>`;
    expect((await read('a.atom', atom)).articles).toMatchObject([{ id: 'e', text: BODY, url: 'https://example.org/a' }]);
  });
  it('never expands what it declares, and without items is refused', async () => {
    const { articles } = await read('a.xml', rss(`${LEAD}&b;`));
    expect(articles[0]?.text).not.toContain('坏');
    expect(await codes('a.xml', '<a/>')).toEqual(['no-feed']);
    expect(await codes('a.xml', '<a>'.repeat(100_000))).toEqual(['nested-too-deep']);
  });
});

it('what is not read is refused by its kind, with what to do', async () => {
  const folder = await tempFolder({
    'a.txt': BODY,
    'b.ZIP': 'x',
    'c.parquet': 'x',
    'd.doc': 'x',
    'e.jpg': 'x',
    'f.txt.gz': 'x',
    'g.xyz': 'x',
  });
  const { rejected } = await readCorpus(folder);
  expect(rejected.map(({ code }) => code)).toEqual(['archive', 'binary-table', 'office-file', 'picture', 'archive', 'wrong-kind']);
});
