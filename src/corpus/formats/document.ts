/** Word documents (`.docx`): a zip file, of which the text's part alone is unpacked. */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { refusal, Unreadable } from '../refusal.ts';
import type { RawArticle } from './raw-article.ts';
import { readXml } from './xml-reader.ts';

const TEXT_PART = 'word/document.xml';
/** Of the text with its marks, unpacked: a book of 1,000 pages has some 20 MB. In bytes. */
const LARGEST_PART = 32 * 1024 * 1024;

/** @throws {Unreadable} where it is no such document, or unpacks to more than a document has */
export async function readDocument(bytes: Uint8Array): Promise<RawArticle> {
  const lines: string[] = [];
  const titles: string[] = [];
  let parts: string[] = [];
  let isText = false;
  let isTitle = false;
  let deleted = 0;
  readXml(await textPart(Buffer.from(bytes)), {
    open(name, attributes) {
      if (name === 'w:t') isText = deleted === 0;
      else if (name === 'w:tab') parts.push(' ');
      else if (name === 'w:br' || name === 'w:cr') parts.push('\n');
      else if (name === 'w:del' || name === 'w:moveFrom') deleted++;
      // 1 and 标题 are what Word in Chinese calls them.
      else if (name === 'w:pStyle') isTitle = /^(?:title|heading ?1|1|标题1?|a3)$/i.test(attributes['w:val'] ?? '');
    },
    text(text) {
      if (isText) parts.push(text);
    },
    close(name) {
      if (name === 'w:t') isText = false;
      else if (name === 'w:del' || name === 'w:moveFrom') deleted--;
      else if (name === 'w:p') {
        const line = parts.join('').trim();
        if (line !== '') lines.push(line);
        if (isTitle && line !== '') titles.push(line);
        parts = [];
        isTitle = false;
      }
    },
  });
  return {
    id: null,
    line: null,
    text: lines.join('\n'),
    evidence: { titles: titles.slice(0, 1).map((text) => ({ text, from: 'heading' })) },
  };
}

async function textPart(bytes: Buffer): Promise<string> {
  try {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.on('entry', (each: Entry) => (each.fileName === TEXT_PART ? resolve(each) : zip.readEntry()));
      zip.on('end', () => resolve(null));
      zip.on('error', reject);
      zip.readEntry();
    });
    if (entry === null) throw new Unreadable(refusal('no-document'));
    if (entry.uncompressedSize > LARGEST_PART) throw new Unreadable(refusal('unpacks-too-large', { max: LARGEST_PART / 1048576 }));
    // What is told of the size is checked as it is unpacked.
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    const read: Buffer[] = [];
    for await (const piece of stream) read.push(piece as Buffer);
    return Buffer.concat(read).toString('utf8');
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(refusal('no-document'));
  }
}
