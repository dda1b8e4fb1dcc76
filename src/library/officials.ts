import type { Person } from '../people/merge-officials.ts';
import type { Statement, Title } from '../people/official.ts';
import type { OfficialRef, OfficialReply, StatementRef, TitleRef } from '../reply.ts';
import type { Collection } from './collection.ts';
import { checkedQuery, DEFAULT_LIMIT, timed } from './queries.ts';
import { quoteOf, sentenceAround } from './quotes.ts';
import { articleRef, dayOf } from './refs.ts';

export function titleRef({ text, start, end, organisation }: Title, article: string): TitleRef {
  return { text, article, start, end, organisation };
}

export function statementRef({ verb, text, start, end, speaker }: Statement, article: string): StatementRef {
  return { verb, text, article, start, end, speaker };
}

/** Whom a name or a title means; `person` is null where nobody fits, and then `suggestions` has near names. */
export function findOfficial(collection: Collection, query: string): { person: Person | null; others: Person[]; suggestions: string[] } {
  const found = collection.directory.find(query);
  return { person: found.people[0] ?? null, others: found.people.slice(1), suggestions: found.suggestions };
}

export function official(collection: Collection, query: string, options: { limit?: number | undefined }): OfficialReply {
  return timed(() => {
    const checked = checkedQuery(query);
    const { person, others, suggestions } = findOfficial(collection, checked);
    if (!person) return { command: 'official', ok: true, query: checked, total: 0, results: [], official: null, others: [], suggestions };
    const newest = person.articles
      .map((id) => collection.numbers.get(id)!)
      .sort((a, b) => (dayOf(collection.articles[b]!) ?? '').localeCompare(dayOf(collection.articles[a]!) ?? '') || a - b);
    return {
      command: 'official', ok: true, query: checked,
      total: newest.length,
      results: newest.slice(0, options.limit ?? DEFAULT_LIMIT).map((number) => appearance(collection, number, person)),
      official: officialRef(person),
      others: others.map(officialRef),
    };
  });
}

function officialRef(person: Person): OfficialRef {
  return {
    name: person.name,
    titles: person.titles.map((title) => titleRef(title, title.article)),
    statements: person.statements.map((statement) => statementRef(statement, statement.article)),
  };
}

/** The sentence of the article that names the person first, with the title where one stands beside the name. */
function appearance(collection: Collection, number: number, person: Person) {
  const article = collection.articles[number]!;
  const here = collection.officials[number]!.find((official) => official.name === person.name);
  const span = sentenceAround(article, here?.titles[0]?.start ?? here?.mentions[0]?.start ?? 0);
  const marks = (here?.mentions ?? [])
    .filter((mention) => mention.start >= span.start && mention.end <= span.end)
    .map(({ start, end }): [number, number] => [start - span.start, end - span.start]);
  return { article: articleRef(article), quote: quoteOf(article, span, marks), score: here?.mentions.length ?? 0 };
}
