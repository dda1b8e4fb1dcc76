/** Tables of articles: `.csv` and `.tsv`, the first line naming the columns. */
import type { Parser } from 'csv-parse';
import { decodePieces } from '../files/decode-pieces.ts';
import { refusal, Unreadable } from '../refusal.ts';
import type { RawArticle, RefusedLine } from './raw-article.ts';
import { RecordReader } from './record.ts';

/** A table of articles has a dozen columns; what has more is something else. */
const MOST_COLUMNS = 500;
/** In UTF-16 units; as for a line of JSON. */
const LONGEST_ROW = 2 * 1024 * 1024;
/** A column's name is short and no sentence. */
const LONGEST_HEADING = 60;

/**
 * The articles of a table, a row each, as its bytes come. A quote that is opened and never closed ends the reading, with
 * the line.
 *
 * @throws {Unreadable} where the table has no heading, or the encoding cannot be told
 */
export async function* readTable(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  isTabbed: boolean,
): AsyncGenerator<RawArticle | RefusedLine> {
  const { parse } = await import('csv-parse');
  const records = new RecordReader();
  const rows: { cells: string[]; line: number }[] = [];
  let parser: Parser | null = null;
  let heading: string[] | null = null;
  let line = 1;
  function* taken(): Generator<RawArticle | RefusedLine> {
    for (const { cells, line: begin } of rows.splice(0)) {
      if (cells.length > MOST_COLUMNS) throw new Unreadable(refusal('too-many-columns', { count: cells.length, max: MOST_COLUMNS }), begin);
      if (heading === null) heading = headingOf(cells);
      else if (cells.some((cell) => cell.trim() !== '')) {
        const article = records.read(Object.fromEntries(cells.map((cell, i) => [heading![i] ?? `column ${i + 1}`, cell])), begin);
        yield 'reason' in article ? { line: begin, refused: article } : article;
      }
    }
  }
  try {
    for await (const text of decodePieces(pieces)) {
      parser ??= parse({
        delimiter: isTabbed ? '\t' : delimiterOf(text),
        max_record_size: LONGEST_ROW,
        relax_column_count: true,
        relax_quotes: true,
        // Rows are taken as they are found: those before an error are whole.
        on_record: (cells: string[], { lines }) => {
          rows.push({ cells, line });
          line = lines + 1;
          return null;
        },
      }).on('error', () => undefined);
      const error = await new Promise<Error | null | undefined>((resolve) => parser!.write(text, resolve));
      yield* taken();
      if (error) throw error;
    }
    const error = await new Promise<Error | null | undefined>((resolve) => parser?.end(resolve) ?? resolve(null));
    yield* taken();
    if (error) throw error;
  } catch (error) {
    if (!isCsvError(error)) throw error;
    yield { line, refused: refusal(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'not-a-table', { max: LONGEST_ROW / 1048576 }) };
  }
  if (heading === null) throw new Unreadable(refusal('empty'));
}

/** @throws {Unreadable} where the first row is data, not names */
function headingOf(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  if (names.some((name) => name.length > LONGEST_HEADING || /[。！？\n]/.test(name)) || names.every((name) => name === ''))
    throw new Unreadable(refusal('no-heading'), 1);
  return names;
}

/** What stands most often in the first line. */
function delimiterOf(beginning: string): string {
  const line = /^[^\r\n]*/.exec(beginning)![0];
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function isCsvError(error: unknown): error is { code: string } {
  return typeof error === 'object' && error !== null && String((error as { code?: unknown }).code).startsWith('CSV_');
}
