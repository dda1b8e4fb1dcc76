import { GrowingBytes, GrowingNumbers } from './growing.ts';

/** Entries between two yields of {@link SparseRows.transposed}: some milliseconds of work. */
const SLICE = 100_000;

/**
 * A sparse matrix by rows (compressed sparse row): row `r` has the columns `columns[firsts[r]]` to
 * `columns[firsts[r + 1] - 1]`, each with a value of one byte. The forward index (passages × terms) while building,
 * the inverted index (terms × passages: posting lists) when searching.
 */
export class SparseRows {
  constructor(
    readonly firsts: Uint32Array,
    readonly columns: Uint32Array,
    readonly values: Uint8Array,
  ) {}

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

  /**
   * The transpose, its columns ascending in each row, in time linear in the entries. Yields between slices of work.
   */
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
  readonly #values = new GrowingBytes();

  /** How many entries there are by now: where the next one will stand. */
  get length(): number {
    return this.#columns.length;
  }

  beginRow(): void {
    this.#firsts.push(this.#columns.length);
  }

  /** Adds an entry to the row that was begun last; returns its place. */
  push(column: number, value: number): number {
    this.#columns.push(column);
    this.#values.push(value);
    return this.#columns.length - 1;
  }

  value(place: number): number {
    return this.#values.at(place);
  }

  setValue(place: number, value: number): void {
    this.#values.set(place, value);
  }

  /** The finished matrix; the writer cannot be used afterwards. Yields between slices of work. */
  *finishing(): Generator<void, SparseRows> {
    this.beginRow();
    return new SparseRows(yield* this.#firsts.taking(), yield* this.#columns.taking(), yield* this.#values.taking());
  }
}
