import { createHash } from 'node:crypto';
import { datesInText } from '../corpus/dates/text-dates.ts';
import { shownName } from '../people/official.ts';
import type { ArticleReply } from '../reply.ts';
import { UserError } from '../user-error.ts';
import type { Collection } from './collection.ts';
import { actRef, statementRef, titleRef, uniqueTitles } from './officials.ts';
import { timed } from './queries.ts';
import { openNamesOf } from './open-regions.ts';
import { sentenceAround } from './quotes.ts';
import { regionRef, textDateRef } from './refs.ts';
import { resultOf } from './results.ts';

/** Longer ids have a short name beside them: what Discord sends back with a button has 100 characters. */
const LONGEST_KEY = 60;

/** The id, or a digest of it where it is long. */
export function articleKey(id: string): string {
  return id.length <= LONGEST_KEY ? id : `~${createHash('sha256').update(id).digest('base64url').slice(0, 16)}`;
}

/** Articles by their digests, made when one is first asked for. */
const keyed = new WeakMap<Collection, Map<string, number>>();

function byKey(collection: Collection, key: string): number | undefined {
  if (!key.startsWith('~')) return undefined;
  const keys =
    keyed.get(collection) ??
    new Map([...collection.numbers].filter(([id]) => id.length > LONGEST_KEY).map(([id, number]) => [articleKey(id), number]));
  keyed.set(collection, keys);
  return keys.get(key);
}

/** An article whole, with the regions and officials that it names. */
export function article(collection: Collection, id: string): ArticleReply {
  return timed(() => {
    const number = collection.numbers.get(id.trim()) ?? byKey(collection, id.trim());
    if (number === undefined) throw new UserError('unknown_article', `There is no article with the id “${id}”.`, { id });
    const found = collection.articles[number]!;
    return {
      command: 'article',
      ok: true,
      total: 1,
      results: [resultOf(collection, number, sentenceAround(found, 0), [], 1)],
      text: found.text,
      regions: collection.regions[number]!.map(({ region, relation, mentions }) => ({
        ...regionRef(region),
        relation,
        start: mentions[0]?.start ?? 0,
        end: mentions[0]?.end ?? 0,
      })),
      ...openNamesOf(collection, number),
      officials: collection.officials[number]!.map((official) => ({
        name: shownName(official),
        titles: uniqueTitles(official.titles).map((title) => titleRef(title, found.id)),
        statements: official.statements.map((statement) => statementRef(statement, found.id)),
        acts: official.acts.map((act) => actRef(act, found.id)),
      })),
      dates: datesInText(found).map(textDateRef),
    };
  });
}
