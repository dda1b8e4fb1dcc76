import { createHash } from 'node:crypto';
import type { Article, PageNote } from './article.ts';
import { decode } from './files/decode.ts';
import { unpacked } from './files/unpack.ts';
import { readFeed } from './formats/feed.ts';
import { readJson } from './formats/json.ts';
import { JsonRows } from './formats/json-rows.ts';
import { isPacked, type FileKind, kindOf, stemOf } from './formats/kinds.ts';
import type { RawArticle, RefusedLine } from './formats/raw-article.ts';
import { decodeHtml, hasMarkup, webPage, withoutMarkup } from './formats/web-page.ts';
import { makeArticle, makeArticles } from './make-article.ts';
import { fromSource, mendedRaw } from './mended-raw.ts';
import type { PageEvidence } from './page/evidence.ts';
import { frontMatter, markupIn } from './page/markdown.ts';
import { refusal, type Rejection, Unreadable } from './refusal.ts';

export interface ParsedFile {
  articles: Article[];
  rejected: Rejection[];
}

/** What a format gives, one at a time: plain data, which may be handed to another thread. */
export type Raw = RawArticle | RefusedLine;

/**
 * Reads one file's bytes as articles, by its extension: the kinds that are read without waiting, which are text, Markdown,
 * JSON, feeds and web pages. What can't be read comes back as rejections; nothing is thrown for bad content.
 *
 * @param file path relative to the corpus, with `/`; it becomes the id of an article that is a file of its own, less its extension.
 */
export function parseFile(file: string, bytes: Uint8Array): ParsedFile {
  const parsed: ParsedFile = { articles: [], rejected: [] };
  const finish = new Finisher(file);
  const take = (some: Iterable<Article | Rejection>) => {
    for (const one of some) {
      if ('reason' in one) parsed.rejected.push(one);
      else parsed.articles.push(one);
    }
  };
  try {
    const maker = new Maker(file);
    for (const raw of readAtOnce(kindOf(file), bytes)) take(finish.counted(maker.make(raw)));
  } catch (error) {
    take(finish.broken(error));
  }
  take(finish.end());
  return parsed;
}

/**
 * The same for every kind of file, one article or rejection at a time, as its bytes come: so that other work can be done
 * between the lines of a long file.
 */
export async function* parsePieces(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Article | Rejection> {
  async function* made(raws: AsyncIterable<Raw>) {
    const maker = new Maker(file);
    for await (const raw of raws) yield maker.make(raw);
  }
  yield* parseRaws(file, pieces, made);
}

/**
 * The same, where somebody else makes articles of what the format gives: `make` passes on what it makes, in order, for
 * instance by {@link articlesOf} on other threads.
 */
export async function* parseRaws(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  make: (raws: AsyncIterable<Raw>) => AsyncIterable<Iterable<Article | Rejection>>,
): AsyncGenerator<Article | Rejection> {
  const finish = new Finisher(file);
  let broken: { error: unknown } | null = null;
  async function* raws(): AsyncGenerator<Raw> {
    try {
      yield* readPieces(kindOf(file), file, isPacked(file) ? unpacked(pieces) : pieces);
    } catch (error) {
      broken = { error };
    }
  }
  try {
    for await (const some of make(raws())) yield* finish.counted(some);
    if (broken !== null) throw (broken as { error: unknown }).error;
  } catch (error) {
    yield* finish.broken(error);
  }
  yield* finish.end();
}

/** Articles of what the format of `file` gave: all at once, for a thread that has nothing else to do. */
export function articlesOf(file: string, raws: readonly Raw[]): (Article | Rejection)[] {
  const maker = new Maker(file);
  return raws.flatMap((raw) => [...maker.make(raw)]);
}

async function* readPieces(
  kind: FileKind | null,
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Raw> {
  if (kind?.name === 'json-lines') {
    const rows = new JsonRows();
    for await (const piece of pieces) yield* rows.push(piece);
    yield* rows.end();
  } else if (kind?.name === 'table') {
    const { readTable } = await import('./formats/table.ts');
    yield* readTable(pieces, file.toLowerCase().endsWith('.tsv'));
  } else {
    const read: Uint8Array[] = [];
    for await (const piece of pieces) read.push(piece);
    const bytes = Buffer.concat(read);
    if (kind?.name === 'document') yield (await import('./formats/document.ts')).readDocument(bytes);
    else if (kind?.name === 'pdf') yield (await import('./formats/pdf.ts')).readPdf(bytes);
    else if (kind?.name === 'web-archive') yield (await import('./formats/web-archive.ts')).readWebArchive(bytes);
    else yield* readAtOnce(kind, bytes);
  }
}

/** @throws {Unreadable} for the whole file, or for what is left of it */
function* readAtOnce(kind: FileKind | null, bytes: Uint8Array): Generator<Raw> {
  switch (kind?.name) {
    case 'json-lines': {
      const rows = new JsonRows();
      yield* rows.push(bytes);
      yield* rows.end();
      return;
    }
    case 'json':
      yield* readJson(bytes);
      return;
    case 'feed':
      yield* readFeed(bytes);
      return;
    case 'html':
      yield fromSource(decodeHtml(bytes), webPage);
      return;
    case 'markdown':
      yield fromSource(decode(bytes).text, markdown);
      return;
    case 'text':
      yield { id: null, line: null, text: decode(bytes).text, evidence: {} };
      return;
    default:
      throw new Error('no kind of file that is read at once');
  }
}

function markdown(text: string): RawArticle {
  const { data, bodyStart } = frontMatter(text);
  // The front matter counts as markup, so that offsets stay those of the whole file.
  const markup = markupIn(text.slice(bodyStart)).map((mark) => ({ start: mark.start + bodyStart, end: mark.end + bodyStart }));
  const { title, date, source, url, region: regions, officials } = data;
  return {
    id: null,
    line: null,
    text,
    evidence: {
      titles: title === undefined ? [] : [{ text: title, from: 'field' }],
      dates: date === undefined ? [] : [date],
      source,
      url,
      regions,
      officials,
      markup: bodyStart > 0 ? [{ start: 0, end: bodyStart }, ...markup] : markup,
    },
  };
}

/** A file can be wrong line by line; of one with more wrong lines than this, the rest are counted. */
const MOST_REJECTED_LINES = 1000;

/** Counts what could not be read of a file. */
class Finisher {
  #rejected = 0;

  constructor(readonly file: string) {}

  *counted(some: Iterable<Article | Rejection>): Generator<Article | Rejection> {
    for (const one of some) if (!('reason' in one) || ++this.#rejected <= MOST_REJECTED_LINES) yield one;
  }

  /** @throws what is no matter of the file's content */
  *broken(error: unknown): Generator<Rejection> {
    yield rejection(this.file, error, null);
  }

  *end(): Generator<Rejection> {
    const left = this.#rejected - MOST_REJECTED_LINES;
    if (left > 0) yield { file: this.file, line: null, ...refusal('more-lines', { left }) };
  }
}

function rejection(file: string, error: unknown, line: number | null): Rejection {
  if (!(error instanceof Unreadable)) throw error;
  return { file, line: error.line ?? line, ...error.refusal };
}

/** Makes articles of what a format gives. */
class Maker {
  readonly #isPlain: boolean;
  readonly #mayHoldSeveral: boolean;

  constructor(readonly file: string) {
    const kind = kindOf(file)?.name;
    this.#mayHoldSeveral = kind === 'text';
    this.#isPlain = kind === 'text' || kind === 'json-lines' || kind === 'json' || kind === 'table' || kind === 'feed';
  }

  make(raw: Raw): Iterable<Article | Rejection> {
    return 'refused' in raw ? [{ file: this.file, line: raw.line, ...raw.refused }] : this.#articles(raw);
  }

  *#articles(given: RawArticle): Generator<Article | Rejection> {
    let raw = given;
    try {
      raw = mendedRaw(given);
      if (this.#isPlain && hasMarkup(raw.text)) raw = mendedRaw(withoutMarkup(raw));
    } catch (error) {
      yield rejection(this.file, error, given.line);
      return;
    }
    const id = given.id === null ? null : shown(given.id);
    if (id === '') {
      yield { file: this.file, line: given.line, ...refusal('field-id') };
      return;
    }
    raw = { ...raw, evidence: shownEvidence(raw.evidence) };
    const place = { id: id ?? this.#idOf(given), file: this.file, line: given.line };
    if (this.#mayHoldSeveral) {
      for (const article of makeArticles(place, raw.text, raw.evidence)) yield withNotes(article, raw.notes);
      return;
    }
    yield withNotes(makeArticle(place, raw.text, raw.evidence), raw.notes);
  }

  /** The id of a record that brings none is made of what it says: it stays when others come or go before it. */
  #idOf({ line, text, evidence }: RawArticle): string {
    const stem = stemOf(this.file);
    if (line === null) return stem;
    const said = JSON.stringify([evidence.titles?.[0]?.text ?? null, evidence.dates?.[0] ?? null, text]);
    return `${stem}-${createHash('sha256').update(said).digest('hex').slice(0, ID_DIGITS)}`;
  }
}

function withNotes(article: Article | Rejection, notes: readonly PageNote[] = []): Article | Rejection {
  return notes.length === 0 || 'reason' in article ? article : { ...article, notes: [...(article.notes ?? []), ...notes] };
}

/** Of 100,000 records of one file, two share forty bits once in two hundred files. */
const ID_DIGITS = 10;

/** What a terminal would obey, and not show: control characters and marks of direction. */
const UNSHOWN = /[\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** A name on one line, of characters that show; empty where none does. */
function shown(name: string): string {
  return name.replace(UNSHOWN, ' ').trim();
}

function shownEvidence(evidence: PageEvidence): PageEvidence {
  const { titles, source, author, url } = evidence;
  return {
    ...evidence,
    ...(titles && { titles: titles.map((title) => ({ ...title, text: shown(title.text) })) }),
    source: source && shown(source),
    author: author && shown(author),
    url: url && shown(url),
  };
}
