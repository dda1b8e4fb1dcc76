import { namesOf, type Person } from '../../people/merge-officials.ts';
import { fold } from '../../language/script.ts';
import { blurred, syllablesOfPerson } from '../../language/pinyin.ts';
import { type DirectoryEntry, nameKey } from '../../people/directory.ts';
import type { Title } from '../../people/official.ts';
import { keysOf } from '../../search/name-index.ts';
import { keyOfPerson } from '../persons.ts';
import { spelledPerson } from '../spellings.ts';
import { keyOfTexts, pairsIn } from './digest.ts';
import type { NameDoc, PersonData, PersonDoc } from './documents.ts';

/** A person as documents: to be looked up, and to be completed. `rank`: place in the order of people. */
export function personDocs({ person, forms }: DirectoryEntry, rank: number): { person: PersonDoc; name: NameDoc } {
  const { name, variants, articles, mentions } = person;
  const spelled = syllablesOfPerson(name);
  const data: PersonData = {
    key: keyOfPerson(person),
    name,
    variants,
    titles: eachOnce(person.titles),
    articles: articles.length,
    mentions,
    forms,
  };
  const aliases = [...new Set(data.titles.map(({ text }) => fold(text)))];
  const named = { name, aliases, weight: mentions };
  const spelling = spelledPerson(name);
  return {
    person: {
      rank,
      name,
      name_key: [...namesOf(person)].map(nameKey),
      forms,
      forms_reversed: forms.map(reversed),
      form_pairs: pairsIn(...forms),
      sound: spelled.join(''),
      blur: blurred(spelled),
      articles: articles.map((id) => keyOfTexts(id)),
      data,
    },
    name: {
      kind: 'people',
      place: rank,
      weight: mentions,
      name,
      keys: [...keysOf({ named, spelling })],
      data: { thing: data, aliases, spelling },
    },
  };
}

export function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** Each title text once for each organisation: a head of state has the same one a hundred thousand times. */
function eachOnce(titles: Person['titles']): Person['titles'] {
  const seen = new Map<string, Title & { article: string }>();
  for (const title of titles) {
    const key = `${title.text}\0${title.organisation ?? ''}`;
    if (!seen.has(key)) seen.set(key, title);
  }
  return [...seen.values()];
}
