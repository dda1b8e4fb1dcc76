import type { Gazetteer } from './gazetteer.ts';
import type { Located } from './scan.ts';

/** 市委, 县政府, 全市, 我省: a place that goes unnamed because the reader knows which. */
const UNNAMED = /(?<=[全我该本])[省市县区州旗镇乡]|[省市县区州旗镇乡](?=委|政府|人大|政协|纪委|监委|法院|检察院|公安局)/g;

/**
 * How often `folded` means a place without naming it, by code: 市委 is that of the city named last before it. `located`
 * (ascending) is what it names. Counted for what the article is about, no mentions of their own: they name no place.
 */
export function unnamedPlaces(folded: string, located: readonly Located[], gazetteer: Gazetteer): Map<string, number> {
  const counts = new Map<string, number>();
  if (located.length === 0) return counts;
  const lastOfKind = new Map<string, string>();
  let next = 0;
  for (const { 0: kind, index } of folded.matchAll(UNNAMED)) {
    while (next < located.length && located[next]!.start <= index) {
      const { code } = located[next++]!;
      const name = gazetteer.byCode(code)!.name;
      lastOfKind.set(name.endsWith('街道') ? '' : name.at(-1)!, code);
    }
    const inName = next > 0 && located[next - 1]!.end >= index && located[next - 1]!.start <= index;
    const code = lastOfKind.get(kind);
    if (code !== undefined && !inName) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
