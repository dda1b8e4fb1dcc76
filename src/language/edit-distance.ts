/**
 * How many edits make `a` into `b`: a character put in, left out or replaced by another, or two neighbours swapped (restricted
 * Damerau–Levenshtein distance, by dynamic programming over three rows), counted in UTF-16 units.
 *
 * @param most answers greater than this are all `most + 1`, and are known early
 * @example editDistance('香格拉里', '香格里拉') // 1
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      let least = Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1));
      if (i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j]) least = Math.min(least, before[j - 1]! + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(row.at(-1)!, most + 1);
}
