import { z } from 'zod';
import { fold } from '../language/script.ts';
import type { Article } from './article.ts';
import { cleanPage, type PageFacts } from './page/clean.ts';
import { articleDates } from './dates/article-dates.ts';
import { decode } from './files/decode.ts';
import { type Line, LineCutter } from './formats/json-lines.ts';
import { frontMatter, markupIn } from './page/markdown.ts';
import { refusal, type Refusal, type Rejection, Unreadable } from './refusal.ts';
import { derivedTitle } from './page/title.ts';

export interface ParsedFile {
  articles: Article[];
  rejected: Rejection[];
}

/** The kinds of file that hold articles. */
export const EXTENSIONS = ['.txt', '.md', '.jsonl'] as const;

const SHORTEST_TEXT = 2;
/** What is longer is a book: finding its words would hold up everything else. In UTF-16 units, about 400 pages of print. */
const LONGEST_TEXT = 200_000;
const id = z.union([z.string().min(1).max(200), z.number().transform(String)]);
const optional = z
  .string()
  .nullish()
  .transform((value) => value || undefined);
const row = z.looseObject({ id, text: z.string(), title: optional, date: optional, source: optional, url: optional });

/** What a format says of an article beside its text. */
interface Metadata {
  title?: string | undefined;
  date?: string | undefined;
  source?: string | undefined;
  url?: string | undefined;
  region?: string[] | undefined;
  officials?: string[] | undefined;
}

/**
 * Reads one file's bytes as articles, by its extension. What can't be read comes back as rejections; nothing is
 * thrown for bad content.
 *
 * @param file path relative to the corpus, with `/`; it becomes the id of `.txt` and `.md` articles, less its extension.
 */
export function parseFile(file: string, bytes: Uint8Array): ParsedFile {
  const parsed: ParsedFile = { articles: [], rejected: [] };
  for (const one of parseEach(file, bytes)) {
    if ('reason' in one) parsed.rejected.push(one);
    else parsed.articles.push(one);
  }
  return parsed;
}

/** The same, one article or rejection at a time, so that other work can be done between the lines of a long file. */
export function* parseEach(file: string, bytes: Uint8Array): Generator<Article | Rejection> {
  if (isRows(file)) {
    const rows = new RowParser(file);
    yield* rows.push(bytes);
    yield* rows.end();
    return;
  }
  try {
    const { text } = decode(bytes);
    yield file.endsWith('.md') ? parseMarkdown(file, text) : makeArticle(file, 1, idOf(file), text, {});
  } catch (error) {
    yield rejectionOf(file, error);
  }
}

/** Whether the file holds an article a line, so that it can be read in pieces, by a {@link RowParser}. */
export function isRows(file: string): boolean {
  return file.endsWith('.jsonl');
}

/** A file can be wrong line by line; of one with more wrong lines than this, the rest are counted. */
const MOST_REJECTED_LINES = 1000;

/** Reads a `.jsonl` file's bytes as they come. */
export class RowParser {
  readonly #lines = new LineCutter();
  #rejected = 0;
  /** Why there is no use in reading on. */
  #unreadable = false;

  constructor(readonly file: string) {}

  *push(bytes: Uint8Array): Generator<Article | Rejection> {
    if (!this.#unreadable) yield* this.#parse(this.#lines.push(bytes));
  }

  *end(): Generator<Article | Rejection> {
    if (!this.#unreadable) yield* this.#parse(this.#lines.end());
    const left = this.#rejected - MOST_REJECTED_LINES;
    if (left > 0) yield { file: this.file, line: null, ...refusal('more-lines', { left }) };
  }

  *#parse(lines: Iterable<Line>): Generator<Article | Rejection> {
    try {
      for (const line of lines) {
        if ('text' in line && line.text.trim() === '') continue;
        const parsed = 'text' in line ? parseRow(this.file, line.line, line.text) : { file: this.file, line: line.line, ...line.refused };
        if (!('reason' in parsed) || ++this.#rejected <= MOST_REJECTED_LINES) yield parsed;
      }
    } catch (error) {
      this.#unreadable = true;
      yield rejectionOf(this.file, error);
    }
  }
}

/** @throws what is no matter of the file's content */
function rejectionOf(file: string, error: unknown): Rejection {
  if (!(error instanceof Unreadable)) throw error;
  return { file, line: error.line, ...error.refusal };
}

function idOf(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}

function parseMarkdown(file: string, text: string): Article | Rejection {
  const { data, bodyStart } = frontMatter(text);
  // The front matter counts as markup, so that offsets stay those of the whole file.
  const markup = markupIn(text.slice(bodyStart)).map((mark) => ({ start: mark.start + bodyStart, end: mark.end + bodyStart }));
  return makeArticle(file, 1, idOf(file), text, data, bodyStart > 0 ? [{ start: 0, end: bodyStart }, ...markup] : markup);
}

function parseRow(file: string, line: number, printed: string): Article | Rejection {
  let value: unknown;
  try {
    value = JSON.parse(printed);
  } catch (error) {
    return { file, line, ...refusal('not-json', { detail: (error as Error).message.slice(0, 160) }) };
  }
  const checked = row.safeParse(value);
  if (!checked.success) return { file, line, ...rowRefusal(value, checked.error.issues[0]!.path[0]) };
  return makeArticle(file, line, checked.data.id, checked.data.text, checked.data);
}

/** What is wrong with the field of a row that zod stopped at; no field where the row is none. */
function rowRefusal(value: unknown, field: PropertyKey | undefined): Refusal {
  if (field === undefined) return refusal('not-an-object');
  const given = (value as Record<PropertyKey, unknown>)[field] ?? null;
  if (given === null) return refusal('field-missing', { field: String(field) });
  return field === 'id' ? refusal('field-id') : refusal('field-not-text', { field: String(field) });
}

function makeArticle(
  file: string,
  line: number,
  articleId: string,
  raw: string,
  given: Metadata,
  markup: NonNullable<PageFacts['markup']> = [],
): Article | Rejection {
  if (raw.length > LONGEST_TEXT)
    return { file, line: isRows(file) ? line : null, ...refusal('too-long', { length: raw.length, max: LONGEST_TEXT }) };
  // A title of blanks and control characters is none.
  const title = given.title !== undefined && /[^\s\p{C}]/u.test(given.title) ? given.title : undefined;
  const page = cleanPage(raw, { title, markup });
  const length = page.text.replace(/[\s\p{P}]/gu, '').length;
  if (length < SHORTEST_TEXT) {
    const why = page.leftOut.length > 0 ? 'nothing-left' : length > 0 ? 'too-short' : 'empty';
    return { file, line: isRows(file) ? line : null, ...refusal(why) };
  }
  const stated = title ?? page.title;
  return {
    id: articleId,
    title: stated ?? derivedTitle(page.text),
    titleBasis: stated === null || stated === undefined ? 'derived' : 'stated',
    file,
    line,
    source: given.source ?? page.source ?? sourceInText(page.text),
    url: given.url ?? null,
    ...articleDates(page.text, { metadata: given.date ?? null, pageDates: page.pageDates, stamps: page.stamps }),
    text: page.text,
    origin: page.origin,
    leftOut: page.leftOut,
    declared: { regions: given.region ?? [], officials: given.officials ?? [] },
  };
}

/** `香格里拉网讯`, `新华社北京5月1日电`, `(…办公室供稿)`: who the article says wrote it. */
function sourceInText(text: string): string | null {
  const dateline = /^[(【]?(\p{Script=Han}{1,10}?(?:网|社|报|台|客户端))[^。，,\n]{0,14}?[讯电]/u.exec(fold(text.slice(0, 60)));
  if (dateline && !/^本[网报台]/.test(dateline[1]!))
    return text.slice(dateline[0].indexOf(dateline[1]!), dateline[0].indexOf(dateline[1]!) + dateline[1]!.length);
  const contributed = /[(（]([^()（）\n]{3,30})供稿[)）]\s*$/.exec(text);
  return contributed?.[1] ?? null;
}
