/** SQL that SQLite and PostgreSQL both take, as generators: what runs a statement, at once or over a network, is not theirs to know. */

export type Value = string | number | null;

/** Values stand where `?` does. `reads`: whether rows come back. */
export interface SqlStatement {
  sql: string;
  values: readonly Value[];
  reads: boolean;
}

/** `changes`: how many rows a statement without rows has touched. */
export interface SqlOutcome {
  rows: unknown[];
  changes: number;
}

/** Statements one after the other, each given its outcome, with something in the end. */
export type Steps<T> = Generator<SqlStatement, T, SqlOutcome>;

/** So many rows are written or asked for in one statement: both engines limit the values that one may have. */
const MOST_ROWS = 1000;

export function* rows<R>(sql: string, ...values: readonly Value[]): Steps<R[]> {
  return (yield { sql, values, reads: true }).rows as R[];
}

export function* row<R>(sql: string, ...values: readonly Value[]): Steps<R | undefined> {
  return (yield* rows<R>(sql, ...values))[0];
}

/** Changes something. @returns how many rows */
export function* change(sql: string, ...values: readonly Value[]): Steps<number> {
  return (yield { sql, values, reads: false }).changes;
}

/** A list in pieces that one statement can take. */
export function pieces<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / MOST_ROWS) }, (_, at) => list.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS));
}

/** @example places(2) // '(?, ?)' */
export const places = (count: number): string => `(${Array<string>(count).fill('?').join(', ')})`;

/** @example placesOf(2, 3) // '(?, ?, ?), (?, ?, ?)' */
export const placesOf = (rowCount: number, columns: number): string => Array<string>(rowCount).fill(places(columns)).join(', ');
