/** Rows for those who count: as CSV for a spreadsheet, as JSON Lines for a program. */

/** By its columns, in their order; all rows have the same. */
export type TableRow = Readonly<Record<string, string>>;

/**
 * CSV by RFC 4180, every cell in quotation marks, with a line of the columns' names.
 *
 * A cell that a spreadsheet would take for a formula is kept from it by an apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection): full-width signs are formulas to some as well.
 *
 * @example toCsv([{ quote: '=1+1' }]) // '"quote"\r\n"\'=1+1"\r\n'
 */
export function toCsv(rows: readonly TableRow[]): string {
  const lines = rows.length === 0 ? [] : [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row).map(harmless))];
  return lines.map((cells) => `${cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
}

const harmless = (cell: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell);

/** One object a line, each cell to the letter. */
export function toJsonLines(rows: readonly TableRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/**
 * The first rows, as many as make a file of at most `maxBytes` of UTF-8 in either form.
 *
 * @param maxRows in whatever size
 */
export function fitRows(rows: readonly TableRow[], maxRows: number, maxBytes: number): TableRow[] {
  const fitting: TableRow[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, maxRows)) {
    // The names of the columns stand in each line of JSON: it is the larger form but for quotation marks and apostrophes.
    bytes += Math.max(Buffer.byteLength(toJsonLines([row])), Buffer.byteLength(toCsv([row])));
    if (bytes > maxBytes) break;
    fitting.push(row);
  }
  return fitting;
}
