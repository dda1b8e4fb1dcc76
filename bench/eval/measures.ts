import { fold } from '../../src/language/script.ts';

/** As answers are compared: NFKC, Simplified, without punctuation and blanks. */
export function comparable(text: string): string {
  return fold(text.normalize('NFKC'))
    .replaceAll('著', '着')
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** 1 over the place of the first relevant one among the first ten; 0 where none is. */
export function reciprocalRank(found: readonly string[], relevant: readonly string[]): number {
  const place = found.slice(0, 10).findIndex((id) => relevant.includes(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Area under the ROC curve: how often a positive scores above a negative, ties counting half. */
export function auc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [...positives.map((score) => ({ score, positive: true })), ...negatives.map((score) => ({ score, positive: false }))].sort(
    (a, b) => a.score - b.score,
  );
  let rankSum = 0;
  for (let i = 0; i < all.length;) {
    let j = i;
    while (j < all.length && all[j]!.score === all[i]!.score) j++;
    const rank = (i + j + 1) / 2;
    for (; i < j; i++) if (all[i]!.positive) rankSum += rank;
  }
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that a share of all lies below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Values grouped by key, in the order of first sight. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
