import { fold } from '../language/script.ts';
import { suggest } from '../places/suggest.ts';
import type { Collection } from './collection.ts';
import { articlesIn } from './region-articles.ts';

/** One line of an autocomplete list: what is shown, and what is sent. */
export interface Suggestion { name: string; value: string }

/** Discord takes no more. */
const MOST = 25;

/** Titles that hold what was typed, in either script; all, in order, where nothing was. */
export function suggestArticles(collection: Collection, typed: string): Suggestion[] {
  const wanted = fold(typed).trim();
  const found: Suggestion[] = [];
  for (const [number, article] of collection.articles.entries()) {
    if (wanted === '' || collection.foldedTitles[number]!.includes(wanted) || article.id.includes(wanted)) found.push({ name: article.title, value: article.id });
    if (found.length === MOST) break;
  }
  return found;
}

/** Regions that the articles name, most often named first. */
export function suggestRegions(collection: Collection, typed: string): Suggestion[] {
  const wanted = fold(typed).trim();
  const counts = new Map<string, { name: string; value: string; count: number }>();
  for (const findings of collection.regions) {
    for (const { region } of findings) {
      const path = region.path.join('');
      if (wanted !== '' && !path.includes(wanted)) continue;
      const known = counts.get(region.code) ?? { name: region.path.join(' › '), value: path, count: 0 };
      known.count++;
      counts.set(region.code, known);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST).map(({ name, value }) => ({ name, value }));
}

/** Officials that the articles name; see `OfficialDirectory.suggest`. */
export function suggestOfficials(collection: Collection, typed: string): Suggestion[] {
  return collection.directory.suggest(typed, MOST).map(({ name, title }) => ({ name: title === null ? name : `${name}　${title}`, value: name }));
}

/** Regions with a name close to what was typed, of which the articles speak; then any. */
export function nearRegions(collection: Collection, typed: string): string[] {
  const near = suggest(typed, collection.gazetteer);
  const spoken = near.filter((region) => articlesIn(collection, region.code).size > 0);
  return (spoken.length > 0 ? spoken : near).slice(0, 5).map((region) => region.name);
}
