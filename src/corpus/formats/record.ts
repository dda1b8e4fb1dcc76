/** Records of data files (rows of JSON or of a table) as articles: which field is what. */
import { fold } from '../../language/script.ts';
import type { PageNote } from '../article.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { dayWritten } from './moments.ts';
import type { RawArticle } from './raw-article.ts';

type Role = 'id' | 'title' | 'text' | 'date' | 'source' | 'author' | 'url';

/**
 * What a field may be called, the surest first; folded, without blanks, `_`, `-` and `.`. Names as they are usual in
 * schema.org, RSS, search engines' mappings and published collections of Chinese news.
 */
const NAMES: Readonly<Record<Role, string>> = {
  id: 'id newsid articleid docid docno uuid guid 编号',
  title: 'title headline newstitle articletitle doctitle subject 标题 题目 新闻标题 文章标题',
  text:
    'text content body articlebody maintext fulltext newscontent articlecontent contenttext article passage document ' +
    '正文 内容 内文 全文 文本 新闻内容 文章内容 正文内容',
  date:
    'date published publishtime publishedtime publishedat publishdate publisheddate datepublished pubtime pubdate publicationdate ' +
    'releasetime releasedate posttime postdate postedon postedat publishedon ' +
    'newstime newsdate datetime time timestamp ctime createdat createtime ' +
    '发布时间 发布日期 发表时间 发表日期 发文日期 出版日期 日期 时间',
  source:
    'source media sourcename medianame newssource publisher sitename site website newspaper channelname outlet src ' +
    '来源 媒体 新闻来源 文章来源 信息来源 来源媒体 媒体名称 报纸 网站',
  author: 'author authors byline creator writer reporter 作者 记者',
  url: 'url link href sourceurl newsurl articleurl originalurl permalink 链接 连结 网址 原文链接 地址',
};
const RANKS: ReadonlyMap<string, { role: Role; rank: number }> = new Map(
  (Object.keys(NAMES) as Role[]).flatMap((role) => NAMES[role].split(' ').map((name, rank) => [name, { role, rank }] as const)),
);

/**
 * What stands before or behind such a name and tells nothing more: whose field it is (`doc_title`, 新闻标题), or that it is a name, an
 * address (来源网站, 链接地址) or markup (`contentHtml`).
 */
const OF_RECORD = /^(?:news|article|art|doc|document|post|page|item|story|info|web|main|新闻|文章|信息|稿件|资讯|网页|原文|本文)(?=..)/;
const AS_VALUE = /(?<=..)(?:str|string|html|txt|md|markdown|raw|name|名称|名|信息|地址|网站|网址|机构|单位)$/;
/** Such a name is less sure than any that is known whole. */
const GUESSED = 100;

/** Without a name that tells it, the text is the longest field of at least so much prose. In UTF-16 units. */
const SHORTEST_PROSE = 40;
const LONGEST_ID = 200;
const LONGEST_NAME = 40;

/** Reads records of one file: remarks are made once for each field, whatever the number of records. */
export class RecordReader {
  readonly #told = new Set<string>();
  /** The field that was the text where no name told it. */
  #prose = '';
  readonly #keys = new Map<string, { role: Role; rank: number } | null>();

  /** @param value what a row holds, as JSON gives it; an object around the record is opened */
  read(value: unknown, line: number): RawArticle | Refusal {
    if (!isObject(value)) return refusal('not-an-object');
    const record = value;
    const used = new Map<Role, { name: string; rank: number }>();
    for (const name of Object.keys(record)) {
      const known = this.#roleOf(name);
      if (known === null || isNothing(record[name])) continue;
      const before = used.get(known.role);
      if (before === undefined || known.rank < before.rank) used.set(known.role, { name, rank: known.rank });
    }
    const wrapped = used.has('text') ? undefined : Object.values(record).find((inner) => this.#hasText(inner));
    if (wrapped !== undefined) return this.read(wrapped, line);
    const notes: PageNote[] = [];
    // What was the text of one record is that of the next, however short.
    const again = typeof record[this.#prose] === 'string' && !isNothing(record[this.#prose]) ? this.#prose : undefined;
    const prose = used.has('text') ? undefined : (again ?? longestProse(record, new Set([...used.values()].map(({ name }) => name))));
    if (prose !== undefined) {
      this.#prose = prose;
      used.set('text', { name: prose, rank: 0 });
      if (this.#isNew(`text ${prose}`)) notes.push({ code: 'text-field', values: { field: shownName(prose) } });
    }
    const given = (role: Role): unknown => (used.has(role) ? record[used.get(role)!.name] : undefined);
    const text = textOf(given('text'));
    if (text === undefined) return wrongField(record, used.get('text')?.name);
    const id = idOf(unwrapped(given('id')), record);
    if (typeof id === 'object' && id !== null) return id;
    const printed: Partial<Record<Role, string | undefined>> = {};
    for (const role of ['title', 'source', 'author', 'url'] as const) {
      const field = used.get(role);
      if (field === undefined) continue;
      const value = nameIn(record[field.name]);
      if (value === undefined && field.name === role && role !== 'author') return refusal('field-not-text', { field: field.name });
      printed[role] = value;
      if (value === undefined) used.delete(role);
    }
    const date = given('date');
    const moment = unwrapped(date);
    const unused = Object.keys(record).filter(
      (name) => !isNothing(record[name]) && ![...used.values()].some((field) => field.name === name) && this.#isNew(name),
    );
    if (unused.length > 0) notes.push({ code: 'unused-fields', values: { fields: shownNames(unused) } });
    return {
      id,
      line,
      text,
      evidence: {
        titles: printed.title === undefined ? [] : [{ text: printed.title, from: 'field' }],
        dates: typeof moment === 'string' || typeof moment === 'number' ? [dayWritten(moment)] : [],
        source: printed.source,
        author: printed.author,
        url: printed.url,
      },
      ...(notes.length > 0 ? { notes } : {}),
    };
  }

  /** Whether it is the record proper, which another object wraps (`_source`, `article`). */
  #hasText(inner: unknown): boolean {
    return isObject(inner) && Object.keys(inner).some((name) => this.#roleOf(name)?.role === 'text');
  }

  #roleOf(name: string): { role: Role; rank: number } | null {
    let known = this.#keys.get(name);
    if (known === undefined) {
      known = name.length > LONGEST_NAME ? null : roleNamed(fold(name).replace(/[\s_.-]+/g, ''));
      if (this.#keys.size < MOST_KEYS) this.#keys.set(name, known);
    }
    return known;
  }

  #isNew(name: string): boolean {
    if (this.#told.has(name) || this.#told.size >= MOST_KEYS) return false;
    this.#told.add(name);
    return true;
  }
}

function roleNamed(name: string): { role: Role; rank: number } | null {
  const known = RANKS.get(name);
  if (known !== undefined) return known;
  const own = name.replace(OF_RECORD, '');
  const found = [own, name.replace(AS_VALUE, ''), own.replace(AS_VALUE, '')]
    .map((part) => RANKS.get(part))
    .find((one) => one !== undefined);
  return found === undefined ? null : { role: found.role, rank: found.rank + GUESSED };
}

/** A file in which every row has other fields does not fill the memory with their names. */
const MOST_KEYS = 1000;
/** So many unused fields are named. */
const MOST_NAMED = 12;

function shownNames(names: readonly string[]): string {
  return [...names.slice(0, MOST_NAMED).map(shownName), ...(names.length > MOST_NAMED ? ['…'] : [])].join(', ');
}

/** A field's name without what would not show, or would show as something else. */
function shownName(name: string): string {
  const plain = name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** A text, or paragraphs in a list. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join('\n') : undefined;
}

/** A name, names in a list, or an object that has one, as JSON-LD gives authors and publishers. */
function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.flatMap((each) => nameIn(each) ?? []).join('、') || undefined;
  return isObject(value) && typeof value['name'] === 'string' ? value['name'] : undefined;
}

/** MongoDB's exports name the type of a value: {"$oid": …}, {"$date": {"$numberLong": …}}. */
function unwrapped(value: unknown, depth = 0): unknown {
  if (!isObject(value) || depth > 1) return value;
  const [name, ...others] = Object.keys(value);
  return name?.startsWith('$') && others.length === 0 ? unwrapped(value[name], depth + 1) : value;
}

function idOf(value: unknown, record: Readonly<Record<string, unknown>>): string | null | Refusal {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return value.length <= LONGEST_ID ? value : refusal('field-id');
  return value === undefined && (record['id'] ?? null) === null ? null : refusal('field-id');
}

function longestProse(record: Readonly<Record<string, unknown>>, used: ReadonlySet<string>): string | undefined {
  let longest: string | undefined;
  let length = SHORTEST_PROSE - 1;
  for (const [name, value] of Object.entries(record)) {
    if (used.has(name) || typeof value !== 'string' || value.length <= length || !/[。！？]/.test(value)) continue;
    longest = name;
    length = value.length;
  }
  return longest;
}

/** Why a record has no text: the field is not there, or is none. */
function wrongField(record: Readonly<Record<string, unknown>>, name: string | undefined): Refusal {
  if (name !== undefined) return refusal('field-not-text', { field: shownName(name) });
  return typeof record['text'] === 'string' ? refusal('empty') : refusal('field-missing', { field: 'text' });
}
