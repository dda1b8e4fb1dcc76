/** Feeds: RSS 2.0, RSS 1.0 and Atom, an article an entry. */
import { decode } from '../files/decode.ts';
import { refusal, Unreadable } from '../refusal.ts';
import { dayWritten } from './moments.ts';
import type { RawArticle, RefusedLine } from './raw-article.ts';
import { readXml } from './xml-reader.ts';

/** By role, the elements that give it, the surest first. */
const ELEMENTS = {
  id: ['guid', 'id'],
  title: ['title'],
  text: ['content:encoded', 'content', 'description', 'summary'],
  date: ['pubDate', 'published', 'dc:date', 'updated'],
  source: ['source'],
  author: ['dc:creator', 'author', 'name'],
  url: ['link'],
} as const;
const LONGEST_ID = 200;

/** @throws {Unreadable} where it is no feed */
export function* readFeed(bytes: Uint8Array): Generator<RawArticle | RefusedLine> {
  const entries: Map<string, string>[] = [];
  const site: string[] = [];
  let entry: Map<string, string> | null = null;
  const open: { name: string; parts: string[] }[] = [];
  readXml(decode(bytes).text, {
    open(name, { href, rel }) {
      if (name === 'item' || name === 'entry') entries.push((entry = new Map<string, string>()));
      else if (name === 'link' && href !== undefined && (rel ?? 'alternate') === 'alternate') entry?.set('link', href);
      open.push({ name, parts: [] });
    },
    text(text) {
      // Markup that stands unescaped inside (XHTML) is words of the element around it.
      open.at(-1)?.parts.push(text);
    },
    close(name) {
      const text = open.pop()?.parts.join('').trim() ?? '';
      if (name === 'item' || name === 'entry') entry = null;
      else if (entry === null) {
        if (name === 'title' && text !== '') site.push(text);
      } else if (text !== '') {
        if (isRole(name)) {
          if (!entry.has(name)) entry.set(name, text);
        } else open.at(-1)?.parts.push(`\n${text}\n`);
      }
    },
  });
  if (entries.length === 0) throw new Unreadable(refusal('no-feed'));
  for (const [at, found] of entries.entries()) {
    const of = (role: keyof typeof ELEMENTS): string | undefined =>
      ELEMENTS[role].map((name) => found.get(name)).find((value) => value !== undefined);
    const text = of('text');
    const [id, title, date] = [of('id'), of('title'), of('date')];
    if (text === undefined) yield { line: at + 1, refused: refusal('field-missing', { field: 'description' }) };
    else
      yield {
        id: id !== undefined && id.length <= LONGEST_ID ? id : null,
        line: at + 1,
        text,
        evidence: {
          titles: title === undefined ? [] : [{ text: title, from: 'field' }],
          dates: date === undefined ? [] : [dayWritten(date)],
          source: of('source') ?? site[0],
          author: of('author'),
          url: of('url'),
        },
      };
  }
}

const ROLES: ReadonlySet<string> = new Set(Object.values(ELEMENTS).flat());
const isRole = (name: string): boolean => ROLES.has(name);
