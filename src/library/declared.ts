import type { Article } from '../corpus/article.ts';
import { fold } from '../language/script.ts';
import type { Official } from '../people/official.ts';
import type { RegionFinding } from '../places/find-regions.ts';
import type { Gazetteer } from '../places/gazetteer.ts';

/** What front matter says outranks what is read: the regions it names are what the article is about. */
export function withDeclaredRegions(article: Article, found: RegionFinding[], gazetteer: Gazetteer): RegionFinding[] {
  const declared = article.declared.regions.flatMap((name) => gazetteer.find(name)[0] ?? []);
  if (declared.length === 0) return found;
  const codes = new Set(declared.map((region) => region.code));
  const mentions = (code: string) => found.find((finding) => finding.region.code === code)?.mentions ?? [];
  return [
    ...declared.map((region): RegionFinding => ({ region, relation: 'about', mentions: mentions(region.code), inTitle: false })),
    ...found.filter((finding) => !codes.has(finding.region.code)).map((finding): RegionFinding => ({ ...finding, relation: 'mentioned' })),
  ];
}

/** Officials that front matter names come first, with what was read of them; those that it leaves out stay as read. */
export function withDeclaredOfficials(article: Article, found: Official[]): Official[] {
  const missing = article.declared.officials.filter((name) => !found.some((official) => official.name === fold(name)));
  return [
    ...missing.map((name): Official => ({ name: fold(name), variants: [name], titles: [], statements: [], acts: [], mentions: [] })),
    ...found,
  ];
}
