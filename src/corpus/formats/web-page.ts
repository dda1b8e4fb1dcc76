/** Saved web pages, and markup inside other formats' texts. */
import { decode, strictly, type Encoding } from '../files/decode.ts';
import type { PageEvidence } from '../page/evidence.ts';
import { Unreadable } from '../refusal.ts';
import { renderHtml, type RenderedPage } from './html.ts';
import { dayWritten } from './moments.ts';
import type { RawArticle } from './raw-article.ts';

/** HTML names its encoding within its first bytes (the standard says 1,024; saved pages put comments before it). */
const CHARSET_WITHIN = 4096;
/** As the encoding standard maps the labels that Chinese pages use; GB 18030 has all of GBK and GB 2312. */
const LABELS: Readonly<Record<string, Encoding>> = {
  'gb2312': 'gb18030',
  'gbk': 'gb18030',
  'gb18030': 'gb18030',
  'x-gbk': 'gb18030',
  'big5': 'big5',
  'big5-hkscs': 'big5',
  'utf-8': 'utf-8',
  'utf8': 'utf-8',
};

/** What a page may say better; seven bits and control characters stay what they are. */
const UNTOLD: ReadonlySet<string> = new Set(['unknown-encoding', 'two-encodings', 'zero-bytes']);

/** A page's source as text: the encoding by its content, and where that cannot be told, as the page says. @throws {Unreadable} */
export function decodeHtml(bytes: Uint8Array): string {
  try {
    return decode(bytes).text;
  } catch (error) {
    if (!(error instanceof Unreadable) || !UNTOLD.has(error.refusal.code)) throw error;
    const head = Buffer.from(bytes.subarray(0, CHARSET_WITHIN)).toString('latin1');
    const label = /charset\s{0,9}=\s{0,9}["']?([\w-]{1,20})/i.exec(head)?.[1]?.toLowerCase();
    const encoding = label === undefined ? undefined : LABELS[label];
    const text = encoding === undefined ? null : strictly(encoding, bytes);
    if (text === null || text.includes('\0')) throw error;
    return text;
  }
}

/** The article of a page's source. */
export function webPage(html: string): RawArticle {
  const page = renderHtml(html);
  return { id: null, line: null, text: page.text, evidence: evidenceOf(page) };
}

function evidenceOf({ headline, head, markup }: RenderedPage): PageEvidence {
  const titles = head.titles.map(({ text, from }) => ({ text, from: from === 'h1' ? ('heading' as const) : ('metadata' as const) }));
  return {
    titles: headline === null ? titles : [{ text: headline, from: 'metadata' }, ...titles.filter(({ text }) => text !== headline)],
    dates: head.dates.map(dayWritten),
    source: head.sources[0],
    author: head.publishers[0],
    url: head.url ?? undefined,
    markup,
  };
}

/** Tags that texts are copied with, opening or closing, and entities: what no article prints. */
const MARKUP = new RegExp(
  String.raw`</?(?:p|br|div|span|a|img|strong|b|em|i|u|font|h[1-6]|ul|ol|li|table|tr|td|section|html|body|center|` +
    String.raw`blockquote|figure|script|style)(?=[\s/>])[^<>]{0,2000}>|&(?:nbsp|ensp|emsp|quot|ldquo|rdquo|lsquo|rsquo|` +
    String.raw`hellip|mdash|middot|amp|lt|gt|#\d{2,6}|#x[\da-f]{2,5});`,
  'i',
);

/** Whether a text that should be plain is a page's source, or has pieces of one. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** A tag that ends a line; without any, the text's own line ends are meant. */
const LINE_TAG = /<\/?(?:p|br|div|li|tr|table|html|body|h[1-6])(?=[\s/>])/i;

/** The same article with the markup in its text and title read as markup. What the data states outright stays stated. */
export function withoutMarkup(raw: RawArticle): RawArticle {
  const page = renderHtml(LINE_TAG.test(raw.text) ? raw.text : raw.text.replace(/\r\n?|\n/g, '<br>'));
  const found = evidenceOf(page);
  const titles = [
    ...(raw.evidence.titles ?? []).map((title) => ({ ...title, text: nameWithoutMarkup(title.text) })),
    ...(found.titles ?? []),
  ];
  const stated = Object.fromEntries(Object.entries(raw.evidence).filter(([, value]) => value !== undefined)) as PageEvidence;
  return {
    ...raw,
    text: page.text,
    evidence: { ...found, ...stated, titles, dates: [...(raw.evidence.dates ?? []), ...(found.dates ?? [])], markup: page.markup },
  };
}

/** A name without markup: `A&amp;B`, `<b>通车</b>`. */
export function nameWithoutMarkup(name: string): string {
  return hasMarkup(name) ? renderHtml(name).text.replace(/\n/g, ' ') : name;
}
