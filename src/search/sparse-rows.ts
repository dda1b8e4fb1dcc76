/** Entries between two pauses of {@link SparseRows.transposed}: some milliseconds of work. */
const SLICE = 200_000;

/**
 * A sparse matrix by rows (compressed sparse row): row `r` has the columns `columns[firsts[r]]` to
 * `columns[firsts[r + 1] - 1]`, each with a value of one byte. Passages × terms while an index is built,
 * terms × passages (the postings) when it is asked.
 */
export class SparseRows {
  constructor(readonly firsts: Uint32Array, readonly columns: Uint32Array, readonly values: Uint8Array) {}

  /** How many rows there are. */
  get size(): number {
    return this.firsts.length - 1;
  }

  /** How many entries a row has; 0 for a row that there is not. */
  lengthOf(row: number): number {
    return row < this.size ? this.firsts[row + 1]! - this.firsts[row]! : 0;
  }

  /** The value at a row and a column, or 0 where nothing stands: by binary search, so the columns must ascend. */
  at(row: number, column: number): number {
    if (row >= this.size) return 0;
    let low = this.firsts[row]!;
    let high = this.firsts[row + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.columns[middle]! < column) low = middle + 1;
      else high = middle;
    }
    return low < this.firsts[row + 1]! && this.columns[low] === column ? this.values[low]! : 0;
  }

  /** Rows become columns, ascending in each row, in time linear in the entries. Pauses now and then, for those who have other work to do. */
  *transposed(width: number): Generator<void, SparseRows> {
    const firsts = new Uint32Array(width + 1);
    for (let start = 0; start < this.columns.length; start += SLICE) {
      for (const column of this.columns.subarray(start, start + SLICE)) firsts[column + 1]!++;
      yield;
    }
    for (let column = 0; column < width; column++) firsts[column + 1]! += firsts[column]!;
    const next = firsts.slice(0, width);
    const columns = new Uint32Array(this.columns.length);
    const values = new Uint8Array(this.columns.length);
    yield;
    let pause = SLICE;
    for (let row = 0; row < this.size; row++) {
      for (let i = this.firsts[row]!; i < this.firsts[row + 1]!; i++) {
        const place = next[this.columns[i]!]!++;
        columns[place] = row;
        values[place] = this.values[i]!;
      }
      if (this.firsts[row + 1]! >= pause) {
        pause += SLICE;
        yield;
      }
    }
    return new SparseRows(firsts, columns, values);
  }
}

/** Rows that are still being written, one after the other; a row's columns in any order, each once. */
export class SparseRowsWriter {
  readonly #firsts = new GrowingNumbers();
  readonly #columns = new GrowingNumbers();
  #values = new Uint8Array(1 << 14);

  /** How many entries there are by now: where the next one will stand. */
  get length(): number {
    return this.#columns.length;
  }

  beginRow(): void {
    this.#firsts.push(this.#columns.length);
  }

  /** Adds an entry to the row that was begun last; returns its place. */
  push(column: number, value: number): number {
    const place = this.#columns.length;
    this.#columns.push(column);
    if (place === this.#values.length) this.#values = larger(this.#values, new Uint8Array(this.#values.length * 2));
    this.#values[place] = value;
    return place;
  }

  value(place: number): number {
    return this.#values[place]!;
  }

  setValue(place: number, value: number): void {
    this.#values[place] = value;
  }

  /** What was written; the writer ends with it. */
  finish(): SparseRows {
    this.beginRow();
    return new SparseRows(this.#firsts.all(), this.#columns.all(), this.#values.slice(0, this.length));
  }
}

/** A `Uint32Array` that grows. */
export class GrowingNumbers {
  #values = new Uint32Array(1 << 10);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = larger(this.#values, new Uint32Array(this.#values.length * 2));
    this.#values[this.length++] = value;
  }

  /** A copy without the room that growth left over. */
  all(): Uint32Array {
    return this.#values.slice(0, this.length);
  }
}

/** The values in a larger room. */
export function larger<T extends Uint8Array | Uint32Array>(values: T, room: T): T {
  room.set(values);
  return room;
}
