/**
 * The `most` numbers with the highest scores, best first; of equal scores the lower number. A heap of the best so far,
 * its worst at the root (Knuth, vol. 3, 5.2.3): most numbers are passed over by one comparison.
 *
 * @param scores by number
 */
export function bestOf(numbers: Iterable<number>, scores: Float64Array, most: number): number[] {
  const heap: number[] = [];
  const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  for (const number of numbers) {
    if (heap.length < most) {
      heap.push(number);
      rise(heap, worse);
    } else if (worse(heap[0]!, number)) {
      heap[0] = number;
      sink(heap, worse);
    }
  }
  return heap.sort((a, b) => (worse(b, a) ? -1 : 1));
}

type Worse = (a: number, b: number) => boolean;

/** Moves the last one up until its parent is worse. */
function rise(heap: number[], worse: Worse): void {
  for (let at = heap.length - 1; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

/** Moves the first one down until its children are better. */
function sink(heap: number[], worse: Worse): void {
  for (let at = 0; ;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && worse(heap[child]!, heap[worst]!)) worst = child;
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}
