import { fold } from '../language/script.ts';
import { villageName } from '../places/names.ts';
import type { Region } from '../places/region.ts';
import type { RegionFinding } from '../places/find-regions.ts';
import type { RegionPart, RegionReply, Relation } from '../reply.ts';
import type { Collection } from './collection.ts';
import { checkedQuery, DEFAULT_LIMIT, timed } from './queries.ts';
import { sentenceAround } from './quotes.ts';
import { regionRef } from './refs.ts';
import { articlesIn } from './region-articles.ts';
import { unplacedOf } from './open-regions.ts';
import { newestFirst, resultOf } from './results.ts';
import { nearRegions } from './suggestions.ts';

/**
 * The region that a query means, by its code or its name: of all that bear the name, the first of which the articles speak. `region` is null
 * where no region bears it.
 */
export function findRegion(collection: Collection, query: string): { region: Region | null; others: Region[] } {
  const byCode = /^\d+$/.test(query.trim()) ? collection.gazetteer.byCode(query.trim()) : undefined;
  const inBook = byCode ? [byCode] : collection.gazetteer.find(query);
  const candidates = inBook.length > 0 ? inBook : spokenVillages(collection, query);
  const region = candidates.find((candidate) => articlesIn(collection, candidate.code).size > 0) ?? candidates[0] ?? null;
  return { region, others: candidates.filter((candidate) => candidate !== region && articlesIn(collection, candidate.code).size > 0) };
}

/** Villages are in the book only under their town or county; those that the articles name answer to their own name too. */
function spokenVillages(collection: Collection, query: string): Region[] {
  const wanted = fold(query).replace(/[^\p{L}\p{N}]/gu, '');
  const found = new Map<string, Region>();
  for (const { region } of collection.regions.flat()) {
    if (region.level === 'village' && [region.name, villageName(region.name), region.path.join('')].some((name) => fold(name) === wanted)) found.set(region.code, region);
  }
  return [...found.values()];
}

export function region(collection: Collection, query: string, options: { limit?: number | undefined }): RegionReply {
  return timed(() => {
    const checked = checkedQuery(query);
    const { region: found, others } = findRegion(collection, checked);
    if (!found) {
      return { command: 'region', ok: true, query: checked, total: 0, about: 0, results: [], region: null, parts: [], others: [], suggestions: nearRegions(collection, checked) };
    }
    const inside = articlesIn(collection, found.code);
    const articles = [...inside].map(([number, findings]) => entry(collection, number, findings));
    const rank = (relation: Relation) => (relation === 'about' ? 0 : 1);
    articles.sort((a, b) => rank(a.relation) - rank(b.relation) || newestFirst(a, b) || b.score - a.score);
    return {
      command: 'region', ok: true, query: checked,
      total: articles.length,
      about: articles.filter(({ relation }) => relation === 'about').length,
      results: articles.slice(0, options.limit ?? DEFAULT_LIMIT),
      region: regionRef(found),
      parts: partsOf(collection, found, inside),
      others: others.map(regionRef),
      ...unplacedOf(collection, checked, options.limit ?? DEFAULT_LIMIT),
    };
  });
}

const CODE_LENGTHS = [4, 6, 9, 12];

/** The divisions right below a region that articles name or name a place in, those of most articles first. */
function partsOf(collection: Collection, { code, path }: Region, inside: ReadonlyMap<number, readonly RegionFinding[]>): RegionPart[] {
  const parts = new Map<string, RegionPart>();
  for (const findings of inside.values()) {
    const here = new Set(findings.flatMap(({ region }) => {
      const ancestors = CODE_LENGTHS.filter((length) => length > code.length && length <= region.code.length).map((length) => collection.gazetteer.byCode(region.code.slice(0, length)));
      return ancestors.find((each) => each?.path.length === path.length + 1) ?? [];
    }));
    for (const part of here) parts.set(part.code, { ...regionRef(part), articles: (parts.get(part.code)?.articles ?? 0) + 1 });
  }
  return [...parts.values()].sort((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1));
}

function entry(collection: Collection, number: number, findings: readonly RegionFinding[]) {
  const article = collection.articles[number]!;
  const relation: Relation = findings.some((finding) => finding.relation === 'about') ? 'about' : 'mentioned';
  const mentions = findings.filter((finding) => finding.relation === relation).flatMap((finding) => finding.mentions).sort((a, b) => a.start - b.start);
  const first = mentions[0];
  const span = sentenceAround(article, first?.start ?? 0);
  const marks = mentions
    .filter((mention) => mention.start >= span.start && mention.end <= span.end)
    .map(({ start, end }): [number, number] => [start - span.start, end - span.start])
    .filter(([start], i, all) => i === 0 || start >= all[i - 1]![1]);
  return { ...resultOf(collection, number, span, marks, mentions.length), relation };
}
