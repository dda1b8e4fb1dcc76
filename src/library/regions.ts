import { fold } from '../language/script.ts';
import { isWithin, type Region } from '../places/region.ts';
import type { RegionPart, RegionReply, Relation } from '../reply.ts';
import type { Collection } from './collection.ts';
import { checkedQuery, DEFAULT_LIMIT, timed } from './queries.ts';
import { sentenceAround } from './quotes.ts';
import { regionRef } from './refs.ts';
import { articlesIn, findingsIn } from './region-articles.ts';
import { unplacedOf } from './open-regions.ts';
import { resultOf } from './results.ts';
import { nearRegions } from './suggestions.ts';

/**
 * The region that a query means, by its code or its name: of all that bear the name, the first of which the articles speak. `region` is null
 * where no region bears it.
 */
export function findRegion(collection: Collection, query: string): { region: Region | null; others: Region[] } {
  const byCode = /^\d+$/.test(query.trim()) ? collection.gazetteer.byCode(query.trim()) : undefined;
  const inBook = byCode ? [byCode] : collection.gazetteer.find(query);
  const candidates = inBook.length > 0 ? inBook : spokenVillages(collection, query);
  const region = candidates.find((candidate) => articlesIn(collection, candidate.code).length > 0) ?? candidates[0] ?? null;
  return { region, others: candidates.filter((candidate) => candidate !== region && articlesIn(collection, candidate.code).length > 0) };
}

/** Villages are in the book only under their town or county; those that the articles name answer to their own name too. */
function spokenVillages({ catalogue }: Collection, query: string): readonly Region[] {
  return catalogue.villages.get(fold(query).replace(/[^\p{L}\p{N}]/gu, '')) ?? [];
}

export function region(collection: Collection, query: string, options: { limit?: number | undefined }): RegionReply {
  return timed(() => {
    const checked = checkedQuery(query);
    const { region: found, others } = findRegion(collection, checked);
    if (!found) {
      return {
        command: 'region',
        ok: true,
        query: checked,
        total: 0,
        about: 0,
        results: [],
        region: null,
        parts: [],
        others: [],
        suggestions: nearRegions(collection, checked),
      };
    }
    const articles = articlesIn(collection, found.code).map((number) => ({ number, ...relationOf(collection, number, found.code) }));
    const { dayPlaces } = collection.catalogue;
    const rank = (relation: Relation) => (relation === 'about' ? 0 : 1);
    articles.sort((a, b) => rank(a.relation) - rank(b.relation) || dayPlaces[a.number]! - dayPlaces[b.number]! || b.mentions - a.mentions);
    return {
      command: 'region',
      ok: true,
      query: checked,
      total: articles.length,
      about: articles.filter(({ relation }) => relation === 'about').length,
      results: articles
        .slice(0, options.limit ?? DEFAULT_LIMIT)
        .map(({ number, relation }) => entry(collection, number, found.code, relation)),
      region: regionRef(found),
      parts: partsOf(collection, found),
      others: others.map(regionRef),
      ...unplacedOf(collection, checked, options.limit ?? DEFAULT_LIMIT),
    };
  });
}

/** The divisions right below a region that articles name or name a place in, those of most articles first. */
function partsOf({ catalogue, gazetteer }: Collection, { code, path }: Region): RegionPart[] {
  const parts: RegionPart[] = [];
  for (const [inner, articles] of catalogue.within) {
    const part = inner.length > code.length && isWithin(inner, code) ? gazetteer.byCode(inner) : undefined;
    if (part?.path.length === path.length + 1) parts.push({ ...regionRef(part), articles: articles.length });
  }
  return parts.sort((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1));
}

/** How an article relates to a region, and how often it names what makes it so. */
function relationOf(collection: Collection, number: number, code: string): { relation: Relation; mentions: number } {
  const counts = { about: 0, mentioned: 0 };
  let relation: Relation = 'mentioned';
  for (const finding of collection.regions[number]!) {
    if (!isWithin(finding.region.code, code)) continue;
    if (finding.relation === 'about') relation = 'about';
    counts[finding.relation] += finding.mentions.length;
  }
  return { relation, mentions: counts[relation] };
}

function entry(collection: Collection, number: number, code: string, relation: Relation) {
  const article = collection.articles[number]!;
  const mentions = findingsIn(collection, number, code)
    .filter((finding) => finding.relation === relation)
    .flatMap((finding) => finding.mentions)
    .sort((a, b) => a.start - b.start);
  const first = mentions[0];
  const span = sentenceAround(article, first?.start ?? 0);
  const marks = mentions
    .filter((mention) => mention.start >= span.start && mention.end <= span.end)
    .map(({ start, end }): [number, number] => [start - span.start, end - span.start])
    .filter(([start], i, all) => i === 0 || start >= all[i - 1]![1]);
  return { ...resultOf(collection, number, span, marks, mentions.length), relation };
}
