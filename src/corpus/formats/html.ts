/** Web pages as lines of text, a block a line, and what the page's head says of the article. */
import { createRequire } from 'node:module';
import type * as Htmlparser2 from 'htmlparser2';
import { refusal, Unreadable } from '../refusal.ts';
import { HeadReader, headlineOf, type PageHead } from './html-head.ts';

/** A page as text. Offsets are UTF-16, into `text`. */
export interface RenderedPage {
  text: string;
  /** Stretches of menus, footers and lists of links, ascending: no part of the article. */
  markup: { start: number; end: number }[];
  /** The headline that its head tells, null where it tells none. */
  headline: string | null;
  head: PageHead;
}

/** What stands in it is no text for readers, or only another form of it (`rt`: glosses). */
const UNSHOWN = new Set(
  'script style noscript template iframe object svg math select option datalist audio video canvas textarea head rt rp map'.split(' '),
);
/** By what they are for, parts of a page that are not the article. */
const FURNITURE = new Set('nav footer aside form button dialog menu'.split(' '));
const FURNITURE_ROLE = /^(?:navigation|contentinfo|complementary|search|banner|menu|menubar|dialog|alert)$/i;
/** Begin and end a line of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol option p pre section summary table tbody tfoot thead title tr ul'
  ).split(' '),
);
/** What holds a line or a paragraph, and no article: the article's element is looked for among the others. */
const PARAGRAPHS = new Set('address br caption center dd dt figcaption h1 h2 h3 h4 h5 h6 hr li p pre summary title tr'.split(' '));
/** A block of which so much is in links is an entry of a menu or of a list, unless it is a sentence. */
const LINKED_SHARE = 0.8;
/** The part of the page that has so much of its prose is the article's. */
const MAIN_SHARE = 0.85;
/** So much text ends in a sentence's mark, or is as long as one. In UTF-16 units. */
const SHORTEST_SENTENCE = 15;
const LONG_BLOCK = 60;
/**
 * Old pages that never close a tag nest some hundred deep. The parser's own stack costs what it is deep at each tag, so a
 * page without end would be quadratic: it is refused.
 */
const DEEPEST = 2000;

interface Block {
  text: string;
  linked: number;
  /** The element it stands in, by number. */
  element: number;
  heading: boolean;
  furniture: boolean;
}

let library: typeof Htmlparser2 | undefined;
/** Loaded when the first page is met: it is not needed for anything else. */
const htmlparser = (): typeof Htmlparser2 => (library ??= createRequire(import.meta.url)('htmlparser2') as typeof Htmlparser2);

/**
 * Renders HTML, whole or a fragment, as a browser without style sheets would, a block a line. Scripts and styles are
 * passed over, entities are decoded, nothing is loaded. Linear in the page's length.
 *
 * @throws {Unreadable} where tags nest without end
 *
 * @example renderHtml('<p>县长&nbsp;说</p><p>通车了。</p>').text // '县长 说\n通车了。'
 */
export function renderHtml(html: string): RenderedPage {
  const page = new PageReader();
  const parser = new (htmlparser().Parser)(page, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  parser.write(html);
  parser.end();
  return page.rendered();
}

class PageReader {
  readonly #head = new HeadReader();
  readonly #blocks: Block[] = [];
  /** By number of element: its parent. */
  readonly #parents: number[] = [0];
  readonly #open: { name: string; element: number; unshown: boolean; furniture: boolean; link: boolean; heading: boolean }[] = [
    { name: '', element: 0, unshown: false, furniture: false, link: false, heading: false },
  ];
  #parts: string[] = [];
  #linked = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#open.length > DEEPEST) throw new Unreadable(refusal('nested-too-deep'));
    this.#head.open(name, attributes);
    if (BLOCKS.has(name)) this.#flush();
    else if (name === 'td' || name === 'th') this.#parts.push(' ');
    const around = this.#open.at(-1)!;
    let { element } = around;
    if (BLOCKS.has(name) && !PARAGRAPHS.has(name)) {
      element = this.#parents.length;
      this.#parents.push(around.element);
    }
    const hidden = 'hidden' in attributes || attributes['aria-hidden'] === 'true' || /display\s?:\s?none/i.test(attributes['style'] ?? '');
    this.#open.push({
      name,
      element,
      unshown: around.unshown || UNSHOWN.has(name) || hidden,
      furniture: around.furniture || FURNITURE.has(name) || FURNITURE_ROLE.test(attributes['role'] ?? ''),
      link: around.link || name === 'a',
      heading: around.heading || /^h[1-6]$/.test(name),
    });
  }

  onclosetag(name: string): void {
    this.#head.close(name);
    if (BLOCKS.has(name)) this.#flush();
    if (this.#open.length > 1) this.#open.pop();
  }

  ontext(text: string): void {
    this.#head.text(text);
    const around = this.#open.at(-1)!;
    if (around.unshown) return;
    this.#parts.push(text);
    if (around.link) this.#linked += text.replace(/\s+/g, '').length;
  }

  #flush(): void {
    const text = this.#parts
      .join('')
      .replace(/[\s\u00a0\u3000]+/g, ' ')
      .trim();
    const { element, furniture, heading } = this.#open.at(-1)!;
    if (text !== '') this.#blocks.push({ text, linked: this.#linked, element, heading, furniture });
    this.#parts = [];
    this.#linked = 0;
  }

  rendered(): RenderedPage {
    this.#flush();
    const head = this.#head.result();
    const headline = headlineOf(head);
    const begin = headline === null ? -1 : this.#blocks.findIndex(({ text }) => text === headline);
    const end = this.#mainEnd();
    const markup: RenderedPage['markup'] = [];
    let at = 0;
    this.#blocks.forEach((block, i) => {
      const isAround = i < begin || (i > end && !/\d[-/.月]\d/.test(block.text));
      const isLeft = block.furniture || isEntry(block) || (isAround && !isProse(block));
      if (isLeft) markup.push({ start: at, end: at + block.text.length });
      at += block.text.length + 1;
    });
    return { text: this.#blocks.map(({ text }) => text).join('\n'), markup, headline, head };
  }

  /** The number of the last block in the smallest element that holds most of the prose. */
  #mainEnd(): number {
    const prose = new Float64Array(this.#parents.length);
    const last = new Int32Array(this.#parents.length).fill(-1);
    this.#blocks.forEach((block, i) => {
      if (!block.furniture && isProse(block)) prose[block.element]! += block.text.length;
      last[block.element] = i;
    });
    // An element's number is higher than its parent's.
    for (let element = prose.length - 1; element > 0; element--) {
      const parent = this.#parents[element]!;
      prose[parent]! += prose[element]!;
      last[parent] = Math.max(last[parent]!, last[element]!);
    }
    let main = 0;
    for (let element = 1; element < prose.length; element++) if (prose[element]! >= prose[0]! * MAIN_SHARE && prose[0]! > 0) main = element;
    return prose[0] === 0 ? this.#blocks.length : last[main]!;
  }
}

function isEntry({ text, linked, heading }: Block): boolean {
  return !heading && linked >= text.replace(/\s+/g, '').length * LINKED_SHARE && linked > 0 && !/[。！？]/.test(text);
}

function isProse({ text, linked }: Block): boolean {
  return linked < text.length / 2 && (text.length >= LONG_BLOCK || (text.length >= SHORTEST_SENTENCE && /[。！？…”]$/.test(text)));
}
