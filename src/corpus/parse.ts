import { z } from 'zod';
import type { Article } from './article.ts';
import { decode } from './files/decode.ts';
import { type Line, LineCutter } from './formats/json-lines.ts';
import { makeArticle, makeArticles } from './make-article.ts';
import type { PageEvidence } from './page/evidence.ts';
import { frontMatter, markupIn } from './page/markdown.ts';
import { refusal, type Refusal, type Rejection, Unreadable } from './refusal.ts';

export interface ParsedFile {
  articles: Article[];
  rejected: Rejection[];
}

/** The kinds of file that hold articles. */
export const EXTENSIONS = ['.txt', '.md', '.jsonl'] as const;

const id = z.union([z.string().min(1).max(200), z.number().transform(String)]);
const optional = z
  .string()
  .nullish()
  .transform((value) => value || undefined);
const row = z.looseObject({ id, text: z.string(), title: optional, date: optional, source: optional, url: optional });

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
    if (file.endsWith('.md')) yield parseMarkdown(file, text);
    else yield* makeArticles({ id: idOf(file), file, line: null }, text);
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
  const { title, date, source, url, region: regions, officials } = data;
  return makeArticle({ id: idOf(file), file, line: null }, text, {
    ...evidenceOf({ title, date, source, url }),
    regions,
    officials,
    markup: bodyStart > 0 ? [{ start: 0, end: bodyStart }, ...markup] : markup,
  });
}

interface Fields {
  title?: string | undefined;
  date?: string | undefined;
  source?: string | undefined;
  url?: string | undefined;
}

function evidenceOf({ title, date, source, url }: Fields): PageEvidence {
  return {
    titles: title === undefined ? [] : [{ text: title, from: 'field' }],
    dates: date === undefined ? [] : [date],
    source,
    url,
  };
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
  return makeArticle({ id: checked.data.id, file, line }, checked.data.text, evidenceOf(checked.data));
}

/** What is wrong with the field of a row that zod stopped at; no field where the row is none. */
function rowRefusal(value: unknown, field: PropertyKey | undefined): Refusal {
  if (field === undefined) return refusal('not-an-object');
  const given = (value as Record<PropertyKey, unknown>)[field] ?? null;
  if (given === null) return refusal('field-missing', { field: String(field) });
  return field === 'id' ? refusal('field-id') : refusal('field-not-text', { field: String(field) });
}
