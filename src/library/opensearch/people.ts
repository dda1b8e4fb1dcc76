import { blurred, syllablesOfPerson } from '../../language/pinyin.ts';
import { askedOf, OfficialDirectory } from '../../people/directory.ts';
import type { Person } from '../../people/merge-officials.ts';
import type { StoredPeople, StoredPerson } from '../collection.ts';
import { pairsIn } from './digest.ts';
import type { PersonData, PersonDoc } from './documents.ts';
import { reversed } from './gather-people.ts';
import type { Query } from './queries.ts';

/** Of each kind of likeness so many are looked at, the most mentioned first: replies show far fewer. */
const MOST = 200;
/** A name has so many characters at most; a form that only the end of the query repeats, so many at least. */
const LONGEST_NAME = 12;
const LEAST_FORM = 6;

/** What brings together all who may matter for a query: see `OfficialDirectory.find`, which then decides among them. */
export function peopleSearches(query: string): object[] {
  const { asked, name } = askedOf(query);
  if (asked === '') return [];
  const parts: string[] = [];
  for (let start = 0; start < asked.length; start++)
    for (let length = 2; length <= LONGEST_NAME && start + length <= asked.length; length++) parts.push(asked.slice(start, start + length));
  const ends = [...asked].map((_, at) => asked.slice(at)).filter((end) => end.length >= LEAST_FORM);
  const spelled = syllablesOfPerson(asked);
  const near: Query[] =
    asked.length > LONGEST_NAME
      ? []
      : [
          { bool: { should: [{ term: { sound: spelled.join('') } }, { term: { blur: blurred(spelled) } }] } },
          { fuzzy: { name: { value: asked, fuzziness: 1, prefix_length: 0, transpositions: true } } },
        ];
  const queries: Query[] = [
    { terms: { name_key: [name, asked, ...parts] } },
    ...(asked.length < 2
      ? []
      : [
          { term: { forms: asked } },
          { prefix: { forms_reversed: { value: reversed(asked) } } },
          { bool: { filter: pairsIn(asked).map((pair) => ({ term: { form_pairs: pair } })) } },
        ]),
    ...(ends.length === 0 ? [] : [{ terms: { forms: ends } }]),
    ...near,
  ];
  return queries.map((one) => ({
    size: MOST,
    query: { bool: { filter: [one] } },
    sort: [{ rank: 'asc' }],
    track_total_hits: false,
    _source: ['rank', 'data'],
  }));
}

/** Whom the query means, of those that came. */
export function decide(query: string, docs: Iterable<Pick<PersonDoc, 'rank' | 'data'>>): StoredPeople {
  const byRank = new Map([...docs].map((doc) => [doc.rank, doc.data]));
  const ordered = [...byRank].sort(([a], [b]) => a - b).map(([, data]) => data);
  const stored = new Map<Person, PersonData>();
  const entries = ordered.map((data) => {
    const { name, variants, titles, mentions, forms } = data;
    const person: Person = { name, variants: [...variants], titles: [...titles], statements: [], acts: [], articles: [], mentions };
    stored.set(person, data);
    return { person, forms };
  });
  const found = OfficialDirectory.gathered(entries).find(query);
  return { ...found, people: found.people.map((person) => storedPerson(stored.get(person)!)) };
}

export function storedPerson({ key, name, variants, titles, articles, mentions }: PersonData): StoredPerson {
  return { key, name, variants, titles, articles, mentions };
}
