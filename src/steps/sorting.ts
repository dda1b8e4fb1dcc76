/** Items per sorted run, and per slice of a merge: a few milliseconds of work. */
const RUN = 4000;

/**
 * A stable merge sort as a generator: the same result as `toSorted`, but it yields between slices of work, so that a long list does
 * not block the event loop.
 */
export function* sorting<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += RUN) {
    runs.push(items.slice(start, start + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) longer.push(i + 1 < runs.length ? yield* merged(runs[i]!, runs[i + 1]!, compare) : runs[i]!);
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  const all: T[] = [];
  for (let i = 0, j = 0; i < one.length || j < other.length;) {
    all.push(j === other.length || (i < one.length && compare(one[i]!, other[j]!) <= 0) ? one[i++]! : other[j++]!);
    if (all.length % RUN === 0) yield;
  }
  return all;
}
