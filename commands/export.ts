import { defineCommand, exampleOf } from '../src/command/command.ts';
import { filterOptions, namedRegions } from '../src/command/options.ts';
import { fitRows, type TableRow, toCsv, toJsonLines } from '../src/command/table.ts';
import type { Filters, Library } from '../src/library.ts';
import type { ArticleRef } from '../src/reply.ts';
import { UserError } from '../src/user-error.ts';

/** What fits into a message's files with room to spare, and into a spreadsheet that one looks through. */
const MOST_ROWS = 1000;
const MOST_BYTES = 2_000_000;

const { region, official, from, to } = filterOptions;

/** What is exported, before it is a table. */
interface Found {
  total: number;
  quotes: { article: ArticleRef; text: string }[];
  suggestions?: string[] | undefined;
}

export default defineCommand({
  name: 'export',
  names: { 'zh-CN': '导出', 'zh-TW': '匯出', 'en': 'export' },
  description: {
    'zh-CN': '导出查到的引文：CSV 和 JSON Lines',
    'zh-TW': '匯出查到的引文：CSV 和 JSON Lines',
    'en': 'Quotes of a search, a place or a person as CSV and JSON Lines',
  },
  options: {
    query: {
      kind: 'text',
      maxLength: 500,
      names: { 'zh-CN': '词语', 'zh-TW': '詞語', 'en': 'query' },
      description: {
        'zh-CN': '要找的词语；不填则导出某地或某人的',
        'zh-TW': '要找的詞語；不填則匯出某地或某人的',
        'en': 'Words to look for; without them, all of a place or a person',
      },
    },
    region,
    official,
    from,
    to,
  },
  access: 'everyone',
  visibility: 'private',
  example: '/export region:雅安',
  exampleFrom: async (library) => exampleOf('/export region:', await namedRegions(library)),
  async run({ library }, { query, ...filters }) {
    const { total, quotes, suggestions } = await found(library, query, filters);
    const rows = fitRows(quotes.map(rowOf), MOST_ROWS, MOST_BYTES);
    const asked = [query, filters.region, filters.official, filters.from, filters.to].filter((each) => each !== undefined).join(' ');
    return {
      command: 'export',
      ok: true,
      query: asked,
      total,
      exported: rows.length,
      csv: toCsv(rows),
      jsonl: toJsonLines(rows),
      ...(suggestions ? { suggestions } : {}),
    };
  },
});

/** Passages of a search; of a person what they said, and a sentence of each other article; of a place its articles. */
async function found(library: Library, query: string | undefined, filters: Filters): Promise<Found> {
  const options = { ...filters, limit: MOST_ROWS };
  if (query !== undefined) return quotesOf(await library.search(query, options));
  const given = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given.length === 0) throw new UserError('missing_option', 'Give words to look for, or a place or an official.', {}, 'export_what');
  if (given.length > 1) return quotesOf(await library.latest(options));
  if (filters.region !== undefined) return quotesOf(await library.region(filters.region, { limit: MOST_ROWS }));
  return filters.official === undefined ? quotesOf(await library.latest(options)) : person(library, filters.official);
}

interface Answered {
  total: number;
  results: readonly { article: ArticleRef; quote: { text: string } }[];
  suggestions?: string[];
}
const quotesOf = ({ total, results, suggestions }: Answered): Found => ({
  total,
  quotes: results.map(({ article, quote }) => ({ article, text: quote.text })),
  suggestions,
});

async function person(library: Library, name: string): Promise<Found> {
  const reply = await library.official(name, { limit: MOST_ROWS });
  const articles = new Map(reply.articles.map((article) => [article.id, article]));
  const said = (reply.official?.statements ?? []).flatMap(({ article: id, text }) => {
    const article = articles.get(id);
    return article ? [{ article, text }] : [];
  });
  const spoken = new Set(said.map(({ article }) => article.id));
  const silent = quotesOf(reply).quotes.filter(({ article }) => !spoken.has(article.id));
  return { total: said.length + articles.size - spoken.size, quotes: [...said, ...silent], suggestions: reply.suggestions };
}

/** The day as far as it is known, as it is printed, and how its year is known; an event's day where no other is. */
function rowOf({ article: { id, title, source, url, published, event, date }, text }: Found['quotes'][number]): TableRow {
  return {
    quote: text,
    title,
    source: source ?? '',
    date: date.iso ?? '',
    date_printed: date.text,
    date_basis: date.basis,
    date_of: published ? 'publication' : event ? 'event' : '',
    article: id,
    link: url ?? '',
  };
}
