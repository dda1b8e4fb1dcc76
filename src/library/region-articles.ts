import type { RegionFinding } from '../places/find-regions.ts';
import { isWithin } from '../places/region.ts';
import type { Collection } from './collection.ts';

/** Articles that name the region or a place in it, with the findings that say so. */
export function articlesIn(collection: Collection, code: string): Map<number, RegionFinding[]> {
  const inside = new Map<number, RegionFinding[]>();
  collection.regions.forEach((findings, article) => {
    const here = findings.filter((finding) => isWithin(finding.region.code, code));
    if (here.length > 0) inside.set(article, here);
  });
  return inside;
}
