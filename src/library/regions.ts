import type { RegionFinding } from '../places/find-regions.ts';
import { bookKey } from '../places/names.ts';
import { isWithin, type Region } from '../places/region.ts';
import { suggest } from '../places/suggest.ts';
import type { RegionPart, RegionReply, Relation, Unmeasured } from '../reply.ts';
import type { Collection, StoredArticle } from './collection.ts';
import { unplacedOf } from './open-regions.ts';
import { checkedQuery, DEFAULT_LIMIT } from './queries.ts';
import { regionRef } from './refs.ts';
import { marksIn, resultOf, sentenceAround } from './results.ts';

/** So many of one name that no article names are listed; 城关镇 are hundreds. */
const MOST_UNNAMED = 10;

/** What a query for a region means. */
interface MeantRegion {
  /** Of all that bear the name, the first of which the articles speak, or else the first; null where none bears it. */
  region: Region | null;
  /** The others of which they speak, or where they speak of none, the others. */
  others: Region[];
  /** Whether they name one of these, or a place in it. */
  spoken: boolean;
}

/** The region that a query means, by its code or its name. */
export async function findRegion(collection: Collection, query: string): Promise<MeantRegion> {
  const byCode = /^\d+$/.test(query.trim()) ? collection.gazetteer.byCode(query.trim()) : undefined;
  const inBook = byCode ? [byCode] : collection.gazetteer.find(query);
  // Villages are in the book only under their town or county; those that the articles name answer to their own name too.
  const candidates = inBook.length > 0 ? inBook : await collection.villages(bookKey(query));
  const spoken = await spokenOf(collection, candidates);
  const [region = null, ...others] = spoken.length > 0 ? spoken : candidates.slice(0, MOST_UNNAMED);
  return { region, others, spoken: spoken.length > 0 };
}

/**
 * Whether the name, bare, is only that of a town which no article names, as 火星 may be for 火星街道: hardly anybody means it.
 */
function isFarFetched({ gazetteer }: Collection, typed: string, { region, spoken }: MeantRegion): boolean {
  const towns = spoken ? [] : gazetteer.townsNamed(bookKey(typed));
  return towns.some(({ code, kind }) => kind === 'stem' && code === region?.code);
}

/** Those of the regions that articles name, or name a place in. */
async function spokenOf(collection: Collection, regions: readonly Region[]): Promise<Region[]> {
  const counts = await collection.count(regions.map(({ code }) => ({ within: code })));
  return regions.filter((_, i) => counts[i]!.value > 0);
}

/** Regions with a name close to what was typed, of which the articles speak; then any. */
export async function nearRegions(collection: Collection, typed: string): Promise<string[]> {
  const near = suggest(typed, collection.gazetteer);
  const spoken = await spokenOf(collection, near);
  return (spoken.length > 0 ? spoken : near).slice(0, 5).map((region) => region.name);
}

/** The articles that name a region or a place in it: those that are about it first, then the newest. */
export async function region(
  collection: Collection,
  query: string,
  options: { limit?: number | undefined },
): Promise<Unmeasured<RegionReply>> {
  const checked = checkedQuery(query);
  const meant = await findRegion(collection, checked);
  const { region: found, others } = meant;
  const far = isFarFetched(collection, checked, meant);
  if (!found || far) {
    return {
      command: 'region',
      ok: true,
      query: checked,
      total: 0,
      about: 0,
      results: [],
      region: null,
      parts: [],
      others: (found ? [found, ...others] : []).map(regionRef),
      suggestions: far ? [] : await nearRegions(collection, checked),
    };
  }
  const limit = options.limit ?? DEFAULT_LIMIT;
  const within = found.code;
  const { ids, total } = await collection.page({ within }, 'about', 0, limit);
  const [about] = await collection.count([{ within, about: true }]);
  return {
    command: 'region',
    ok: true,
    query: checked,
    total: total.value,
    about: about!.value,
    results: (await collection.articles(ids)).map((stored) => entry(stored, within)),
    region: regionRef(found),
    parts: await partsOf(collection, found),
    others: others.map(regionRef),
    ...(await unplacedOf(collection, checked, limit)),
  };
}

/** The divisions right below a region that articles name or name a place in, those of most articles first. */
async function partsOf(collection: Collection, { code, path }: Region): Promise<RegionPart[]> {
  const parts: RegionPart[] = [];
  for (const { code: inner, articles } of await collection.parts(code)) {
    const part = collection.gazetteer.byCode(inner);
    if (part?.path.length === path.length + 1) parts.push({ ...regionRef(part), articles });
  }
  return parts.sort((a, b) => b.articles - a.articles || (a.code < b.code ? -1 : 1));
}

/** What in an article names a region or a place in it. */
export function findingsIn({ regions }: StoredArticle, code: string): RegionFinding[] {
  return regions.filter((finding) => isWithin(finding.region.code, code));
}

/** The first sentence that names what relates the article to the region. */
function entry(stored: StoredArticle, code: string) {
  const inside = findingsIn(stored, code);
  const relation: Relation = inside.some((finding) => finding.relation === 'about') ? 'about' : 'mentioned';
  const mentions = mentionsOf(inside.filter((finding) => finding.relation === relation));
  const span = sentenceAround(stored.article, mentions[0]?.start ?? 0);
  return { ...resultOf(stored, span, marksIn(span, mentions), mentions.length), relation };
}

/** Where the findings stand, in the order of the text. */
export function mentionsOf(findings: readonly RegionFinding[]) {
  return findings.flatMap((finding) => finding.mentions).sort((a, b) => a.start - b.start);
}
