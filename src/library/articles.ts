import { shownName } from '../people/official.ts';
import type { ArticleReply } from '../reply.ts';
import { UserError } from '../user-error.ts';
import type { Collection } from './collection.ts';
import { statementRef, titleRef, uniqueTitles } from './officials.ts';
import { timed } from './queries.ts';
import { quoteOf, sentenceAround } from './quotes.ts';
import { articleRef } from './refs.ts';
import { regionRef } from './regions.ts';

/** An article whole, with the regions and officials that it names. */
export function article(collection: Collection, id: string): ArticleReply {
  return timed(() => {
    const number = collection.numbers.get(id.trim());
    if (number === undefined) throw new UserError('unknown_article', `There is no article with the id “${id}”.`, { id });
    const found = collection.articles[number]!;
    return {
      command: 'article', ok: true, total: 1,
      results: [{ article: articleRef(found), quote: quoteOf(found, sentenceAround(found, 0)), score: 1 }],
      text: found.text,
      regions: collection.regions[number]!.map(({ region, relation, mentions }) => ({ ...regionRef(region), relation, start: mentions[0]?.start ?? 0, end: mentions[0]?.end ?? 0 })),
      officials: collection.officials[number]!.map((official) => ({
        name: shownName(official),
        titles: uniqueTitles(official.titles).map((title) => titleRef(title, found.id)),
        statements: official.statements.map((statement) => statementRef(statement, found.id)),
      })),
    };
  });
}
