import { setTimeout as sleep } from 'node:timers/promises';
import { fold } from '../../language/script.ts';
import type { Person } from '../../people/merge-officials.ts';
import type { Region } from '../../places/region.ts';
import type { Loaded } from './build.ts';
import { articleNames, officialNames, regionNames } from './names.ts';

/** A third of what Discord waits for an autocompletion. In ms. */
const PATIENCE_MS = 1000;

/** What a name may be that is being typed: see `Collection.complete`. */
export const complete = {
  async regions(loaded: Loaded, typed: string, most: number): Promise<Region[]> {
    const { things, index } = await regionNames(loaded);
    return index.complete(typed, most).map((place) => things[place]!);
  },

  async people(loaded: Loaded, typed: string, most: number): Promise<Person[]> {
    const { things, index } = await officialNames(loaded);
    return index.complete(typed, most).map((place) => things[place]!);
  },

  /** By their titles, then by what their ids hold. */
  async articles(loaded: Loaded, typed: string, most: number): Promise<{ id: string; title: string }[]> {
    // While the titles are being indexed, which takes long where they are many, whoever types is not kept waiting.
    const names = await Promise.race([articleNames(loaded), sleep(PATIENCE_MS, null, { ref: false })]);
    const numbers = new Set(names ? names.index.complete(typed, most) : titled(loaded, typed, most));
    const wanted = typed.trim();
    for (let number = 0; number < loaded.articles.length && numbers.size < most && wanted !== ''; number++) {
      if (loaded.articles[number]!.id.includes(wanted)) numbers.add(number);
    }
    return [...numbers].map((number) => loaded.articles[number]!);
  },
};

/** Articles that have what was typed in their titles, the newest first: what can be told without an index. */
function titled({ catalogue, foldedTitles }: Loaded, typed: string, most: number): number[] {
  const asked = fold(typed).trim();
  const found: number[] = [];
  for (let i = 0; i < catalogue.newest.length && found.length < most; i++)
    if (foldedTitles[catalogue.newest[i]!]!.includes(asked)) found.push(catalogue.newest[i]!);
  return found;
}
