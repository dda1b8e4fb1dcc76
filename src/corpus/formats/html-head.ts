/** What a page's head says of its article: titles, dates, sources, address, each with where it stands. */

export interface PageHead {
  /** The surest first. */
  titles: { from: 'meta' | 'json-ld' | 'og' | 'h1' | 'title'; text: string }[];
  dates: string[];
  /** Who is named as the source. */
  sources: string[];
  /** Whose site or publication it is. */
  publishers: string[];
  url: string | null;
  /** As `<meta charset>` or `http-equiv` names it. */
  charset: string | null;
}

/**
 * By the names of their `<meta>`: Open Graph, and what Chinese government sites must have (网站建设规范: ArticleTitle, PubDate,
 * ContentSource).
 */
const META_TITLE = /^(?:articletitle|og:title|twitter:title|dc\.title)$/;
const META_DATE =
  /^(?:pubdate|publishdate|article:published_time|og:release_date|dc\.date(?:\.issued)?|datepublished|publication_date|date)$/;
const META_SOURCE = /^(?:contentsource|source|mediaid)$/;
const META_PUBLISHER = /^(?:og:site_name|dc\.publisher|publisher|sitename|og:article:author|article:author)$/;
const META_URL = /^(?:og:url)$/;

/** Longer ones are no titles, and longer scripts no descriptions of an article. In UTF-16 units. */
const LONGEST_TITLE = 300;
const LONGEST_JSON = 500_000;
/** Of lists within lists, so much is looked at. */
const MOST_NODES = 2000;

/** Reads a page's head as its tags come. */
export class HeadReader {
  readonly #head: PageHead = { titles: [], dates: [], sources: [], publishers: [], url: null, charset: null };
  #collecting: { name: string; parts: string[]; length: number } | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'meta') this.#meta(attributes);
    else if (name === 'link' && attributes['rel'] === 'canonical') this.#head.url ??= attributes['href'] ?? null;
    else if (this.#collecting !== null) return;
    else if (name === 'title' || name === 'h1') this.#collecting = { name, parts: [], length: 0 };
    else if (name === 'script' && attributes['type']?.toLowerCase() === 'application/ld+json')
      this.#collecting = { name, parts: [], length: 0 };
  }

  text(text: string): void {
    if (this.#collecting === null) return;
    this.#collecting.length += text.length;
    if (this.#collecting.length <= LONGEST_JSON) this.#collecting.parts.push(text);
  }

  close(name: string): void {
    if (this.#collecting?.name !== name) return;
    const text = this.#collecting.parts.join('');
    if (name === 'script') this.#jsonLd(text);
    else this.#title(name === 'h1' ? 'h1' : 'title', text);
    this.#collecting = null;
  }

  result(): PageHead {
    const order: PageHead['titles'][number]['from'][] = ['meta', 'json-ld', 'og', 'h1', 'title'];
    return { ...this.#head, titles: this.#head.titles.slice().sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from)) };
  }

  #meta({ charset, name, property, content = '', 'http-equiv': equivalent }: Readonly<Record<string, string>>): void {
    if (charset) this.#head.charset ??= charset;
    if (equivalent?.toLowerCase() === 'content-type') this.#head.charset ??= /charset=["']?([\w-]+)/i.exec(content)?.[1] ?? null;
    const key = (name ?? property ?? '').toLowerCase();
    const value = oneLine(content);
    if (value === '' || value.length > LONGEST_TITLE) return;
    if (META_TITLE.test(key)) this.#title(key.startsWith('article') ? 'meta' : 'og', value);
    else if (META_DATE.test(key)) this.#head.dates.push(value);
    else if (META_SOURCE.test(key)) this.#head.sources.push(value);
    else if (META_PUBLISHER.test(key)) this.#head.publishers.push(value);
    else if (META_URL.test(key)) this.#head.url ??= value;
  }

  #title(from: PageHead['titles'][number]['from'], text: string): void {
    const title = oneLine(text);
    if (title !== '' && title.length <= LONGEST_TITLE) this.#head.titles.push({ from, text: title });
  }

  /** Articles as schema.org describes them. */
  #jsonLd(text: string): void {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return;
    }
    const queue: unknown[] = [value];
    for (let looked = 0; queue.length > 0 && looked < MOST_NODES; looked++) {
      const node = queue.shift();
      if (Array.isArray(node)) queue.push(...(node.slice(0, MOST_NODES) as unknown[]));
      if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
      const { headline, datePublished, publisher, '@graph': graph } = node as Record<string, unknown>;
      if (graph !== undefined) queue.push(graph);
      if (typeof headline === 'string') this.#title('json-ld', headline);
      if (typeof datePublished === 'string') this.#head.dates.push(datePublished);
      const name = typeof publisher === 'object' && publisher !== null ? (publisher as Record<string, unknown>)['name'] : publisher;
      if (typeof name === 'string') this.#head.publishers.push(oneLine(name));
    }
  }
}

const oneLine = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();

/** How a site's name is joined to a headline in `<title>`: a bar or a line, a dash between blanks, or one before a short tail. */
const JOINT = /\s?[_|｜]\s?| [-–—]{1,2} |(?<![-–—])[-–](?=[^-–—]{2,12}$)/;

/**
 * The headline that a page's head gives, or null: one that `<title>` repeats as its longest part, else the surest of
 * the others, else that longest part. A lone `<h1>` that `<title>` does not have is as often the site's name.
 */
export function headlineOf({ titles }: PageHead): string | null {
  const whole = titles.find(({ from }) => from === 'title')?.text.replace(/\s+/g, ' ');
  const longest = whole?.split(JOINT).reduce((best, part) => (part.length > best.length ? part : best), '');
  const told = titles.filter(({ from }) => from !== 'title').map((one) => ({ ...one, text: one.text.split(/\s?[_|｜]\s?/)[0]! }));
  const repeated = told.find(({ text }) => longest?.includes(text) && text.length * 2 > longest.length);
  if (repeated) return repeated.text;
  return told.find(({ from }) => from !== 'h1')?.text ?? (longest || (told[0]?.text ?? null));
}
