import { datesInText } from '../corpus/dates/text-dates.ts';
import { shownName } from '../people/official.ts';
import type { ArticleReply, Unmeasured } from '../reply.ts';
import { UserError } from '../user-error.ts';
import type { Collection } from './collection.ts';
import { officialRef } from './officials.ts';
import { openNamesOf } from './open-regions.ts';
import { regionRef, textDateRef } from './refs.ts';
import { resultOf, sentenceAround } from './results.ts';

/** An article whole, with the regions and officials that it names. @throws {UserError} `unknown_article` */
export async function article(collection: Collection, id: string): Promise<Unmeasured<ArticleReply>> {
  const [stored] = await collection.articles([id.trim()]);
  if (!stored) throw new UserError('unknown_article', `There is no article with the id “${id}”.`, { id });
  const found = stored.article;
  return {
    command: 'article',
    ok: true,
    total: 1,
    results: [resultOf(stored, sentenceAround(found, 0), [], 1)],
    text: found.text,
    regions: stored.regions.map(({ region, relation, mentions }) => ({
      ...regionRef(region),
      relation,
      start: mentions[0]?.start ?? 0,
      end: mentions[0]?.end ?? 0,
    })),
    ...openNamesOf(stored),
    officials: stored.officials.map((official) => officialRef(shownName(official), [{ ...official, article: found.id }])),
    dates: datesInText(found).map(textDateRef),
  };
}
