import type { Gazetteer } from './gazetteer.ts';
import type { Located } from './scan.ts';

/** 市委, 县政府, 全市, 我省: a place that goes unnamed because the reader knows which. */
const UNNAMED = /(?<=[全我该本])[省市县区州旗镇乡]|[省市县区州旗镇乡](?=委|政府|人大|政协|纪委|监委|法院|检察院|公安局)/g;

/**
 * How often `folded` means a place without naming it, by code: 市委 is that of the city that the article names most
 * often, or else first. `byCode` has what it names, in the order of the text. Counted for what the article is about,
 * no mentions of their own: they name no place.
 */
export function unnamedPlaces(folded: string, byCode: ReadonlyMap<string, Located[]>, gazetteer: Gazetteer): Map<string, number> {
  const home = new Map<string, string>();
  for (const [code, named] of byCode) {
    const name = gazetteer.byCode(code)!.name;
    const known = home.get(name.at(-1)!);
    if (!name.endsWith('街道') && (known === undefined || named.length > byCode.get(known)!.length)) home.set(name.at(-1)!, code);
  }
  const ends = new Set([...byCode.values()].flat().map(({ end }) => end));
  const counts = new Map<string, number>();
  for (const { 0: kind, index } of folded.matchAll(UNNAMED)) {
    const code = home.get(kind);
    // 雅安|市委 and 雅安市|委 have their name before them.
    if (code !== undefined && !ends.has(index) && !ends.has(index + 1)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
