import type { RegionFinding } from '../places/find-regions.ts';
import { isWithin } from '../places/region.ts';
import type { Collection } from './collection.ts';

/** Numbers of the articles that name the region or a place in it, ascending. */
export function articlesIn({ catalogue }: Collection, code: string): readonly number[] {
  return catalogue.within.get(code) ?? [];
}

/** What in an article says so. */
export function findingsIn({ regions }: Collection, number: number, code: string): RegionFinding[] {
  return regions[number]!.filter((finding) => isWithin(finding.region.code, code));
}
