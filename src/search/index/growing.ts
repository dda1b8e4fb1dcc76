/** A growing list is kept in pieces of so many: a longer one is never copied to make room. */
const SHIFT = 16;
const PIECE = 1 << SHIFT;
/** Pieces that are copied in one go. */
const STEP = 16;

/** A typed array that grows. */
abstract class Growing<A extends Uint32Array | Uint8Array> {
  readonly #pieces: A[] = [];
  length = 0;

  protected abstract room(length: number): A;

  push(value: number): void {
    const inside = this.length & (PIECE - 1);
    if (inside === 0) this.#pieces.push(this.room(PIECE));
    this.#pieces[this.length++ >>> SHIFT]![inside] = value;
  }

  at(place: number): number {
    return this.#pieces[place >>> SHIFT]![place & (PIECE - 1)]!;
  }

  set(place: number, value: number): void {
    this.#pieces[place >>> SHIFT]![place & (PIECE - 1)] = value;
  }

  /** Moves all values into one array and empties the list; yields between slices of work. */
  *taking(): Generator<void, A> {
    const all = this.room(this.length);
    for (let i = 0; i < this.#pieces.length; i++) {
      all.set(this.#pieces[i]!.subarray(0, this.length - i * PIECE), i * PIECE);
      if (i % STEP === STEP - 1) yield;
    }
    this.#pieces.length = this.length = 0;
    return all;
  }
}

export class GrowingNumbers extends Growing<Uint32Array> {
  protected room(length: number): Uint32Array {
    return new Uint32Array(length);
  }
}

export class GrowingBytes extends Growing<Uint8Array> {
  protected room(length: number): Uint8Array {
    return new Uint8Array(length);
  }
}
