import { lookupsOf, NameIndex } from '../../search/name-index.ts';
import { atOnce } from '../../steps/breather.ts';
import type { NameDoc, CompletionKind } from './documents.ts';
import type { Query } from './queries.ts';

/** Of each kind of fit so many are looked at, the weightiest first. */
const MOST = 100;

/** What brings together all names that may be meant: `NameIndex` then decides among them. Long lists of titles have no wrong letters. */
export function nameSearches(kind: CompletionKind, typed: string, most: number): object[] {
  const of = { term: { kind } };
  const search = (queries: readonly Query[], sort: object[] = [{ weight: 'desc' }, { name: 'asc' }]) => ({
    size: Math.max(MOST, most),
    query: { bool: { filter: [of, ...queries] } },
    sort,
    track_total_hits: false,
    _source: { excludes: ['keys'] },
  });
  const { name, begins, inside, like } = lookupsOf(typed);
  if (name === '') return [search([])];
  const byKeys = [...begins, ...inside].map((keys) => search(keys.map((key) => ({ prefix: { keys: { value: key } } }))));
  return [
    search([{ prefix: { name: { value: name } } }]),
    ...byKeys,
    ...(like === null || kind === 'articles' ? [] : [search([{ fuzzy: { keys: { value: like, fuzziness: 1, prefix_length: 0 } } }])]),
  ];
}

/** The names that fit what is typed, the best first, of those that came. */
export function completed(kind: CompletionKind, typed: string, most: number, docs: Iterable<NameDoc>): NameDoc[] {
  const byPlace = new Map([...docs].map((doc) => [doc.place, doc]));
  const ordered = [...byPlace.values()].sort((a, b) => a.place - b.place);
  const names = ordered.map(({ name, weight, data }) => ({ name, aliases: data.aliases, weight }));
  let spelled = 0;
  // Names are spelled in their order, each once.
  const index = atOnce(NameIndex.building(names, () => ordered[spelled++]!.data.spelling, kind !== 'articles'));
  return index.complete(typed, most).map((at) => ordered[at]!);
}
