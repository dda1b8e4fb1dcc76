import type { Library } from '../../src/library.ts';
import type {
  ArticleRef,
  ArticleReply,
  CorpusStatus,
  OfficialReply,
  ReadRef,
  RegionReply,
  Result,
  SearchReply,
  TimelineReply,
} from '../../src/reply.ts';
import type { Links, ViewContext } from '../../src/discord/views/payload.ts';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/discord/lifecycle/log.ts';
import { openStore } from '../../src/store/store.ts';
import { UserError } from '../../src/user-error.ts';

/** A question as it may be read. */
export const READ: ReadRef = {
  matter: ['旅游'],
  demand: { kind: 'other', of: null, about: null, time: null, unit: null },
  conditions: { places: [], people: [], days: [], stretches: [], figures: [], negated: false },
  newest: false,
  wordings: ['旅游'],
};

export const ARTICLE: ArticleRef = {
  id: '002_77c31bd8ea54c989',
  title: '雅安市*雨城区*召开会议',
  title_basis: 'stated',
  file: '002_77c31bd8ea54c989.txt',
  source: '雨城区<办公室>',
  url: null,
  published: null,
  event: null,
  date: { text: '5月25日', iso: '2018-05-25', basis: 'inferred', evidence: '旁边的文章', evidence_code: null },
};

export function result(at = 0, words = '会议指出，要做好*旅游扶贫*工作。'): Result {
  const from = words.indexOf('旅游');
  return {
    article: { ...ARTICLE, id: `article-${at}`, title: `第${at}篇` },
    quote: { text: words, start: 0, end: words.length, highlights: from < 0 ? [] : [[from, from + 2]] },
    score: 10 - at,
    regions: [{ name: '雨城区', code: '511802', path: ['四川省', '雅安市', '雨城区'] }],
    officials: [{ name: '高福强', title: '区委书记' }],
  };
}

export const results = (count: number): Result[] => Array.from({ length: count }, (_, at) => result(at));

export const STATUS: CorpusStatus = {
  articles: 5,
  passages: 16,
  rejected: [],
  loaded_at: '2026-01-02T03:04:05.000Z',
  build_ms: 120,
  rss_mb: 200,
  no_region: 1,
  no_official: 2,
  no_year: 3,
  date_conflicts: 4,
  remarked: 0,
  remarks: [],
  conflicting: ['a*b'],
};

export const searchReply = (more: Partial<SearchReply> = {}): SearchReply => ({
  command: 'search',
  ok: true,
  took_ms: 1,
  query: '旅游扶贫',
  total: 12,
  results: results(12),
  ...more,
});
export const regionReply = (more: Partial<RegionReply> = {}): RegionReply => ({
  command: 'region',
  ok: true,
  took_ms: 1,
  query: '雅安',
  total: 2,
  about: 1,
  parts: [{ name: '雨城区', code: '511802', path: ['四川省', '雅安市', '雨城区'], articles: 2 }],
  region: { name: '雅安市', code: '5118', path: ['四川省', '雅安市'] },
  others: [],
  results: [
    { ...result(0), relation: 'mentioned' },
    { ...result(1), relation: 'about' },
  ],
  ...more,
});
export const officialReply = (more: Partial<OfficialReply> = {}): OfficialReply => ({
  command: 'official',
  ok: true,
  took_ms: 1,
  query: '孙咏平',
  total: 1,
  others: [],
  results: [result(0)],
  articles: [result(0).article],
  official: {
    name: '孙咏平',
    titles: [{ text: '丹江口市委书记', article: 'article-0', start: 0, end: 7, organisation: '丹江口市委' }],
    offices: [{ text: '丹江口市委书记', articles: 1, newest: 'article-0', oldest: 'article-0' }],
    statements: Array.from({ length: 7 }, (_, at) => ({
      verb: '指出',
      text: `要做好第${at}件事。`,
      article: 'article-0',
      start: 0,
      end: 9,
      speaker: at === 1 ? ('continued' as const) : ('named' as const),
    })),
    acts: [{ verb: '出席', text: '孙咏平出席会议。', article: 'article-0', start: 0, end: 8 }],
  },
  ...more,
});
export const timelineReply = (more: Partial<TimelineReply> = {}): TimelineReply => ({
  command: 'timeline',
  ok: true,
  took_ms: 1,
  query: '雅安',
  total: 3,
  undated: 1,
  others: [],
  region: { name: '雅安市', code: '5118', path: ['四川省', '雅安市'] },
  official: null,
  results: [0, 1, 2].map((at) => ({
    ...result(at),
    when: at < 2 ? ARTICLE.date : { ...ARTICLE.date, iso: null, basis: 'unknown' as const },
    dated: at < 2,
  })),
  ...more,
});
export const articleReply = (text: string, id = ARTICLE.id): ArticleReply => ({
  command: 'article',
  ok: true,
  took_ms: 1,
  total: 1,
  text,
  results: [{ article: { ...ARTICLE, id }, quote: { text: '', start: 0, end: 0, highlights: [] }, score: 0, regions: [], officials: [] }],
  regions: [{ name: '雅安市', code: '5118', path: ['四川省', '雅安市'], relation: 'about', start: 0, end: 3 }],
  officials: [
    { name: '高福强', titles: [{ text: '区委书记', article: ARTICLE.id, start: 0, end: 4, organisation: null }], statements: [], acts: [] },
  ],
  dates: [],
});

export const LINKS: Links = {
  page: (page) => `page-${page}`,
  script: (script) => `script-${script}`,
  jump: 'jump',
  open: 'open',
  suggest: 'suggest',
  article: ({ id }) => (id.length > 90 ? null : `article|${id}`),
  lookUp: (command, value) => (value.length > 80 ? null : `${command}|${value}`),
  decide: (pending, yes) => `${yes ? 'y' : 'n'}-${pending}`,
  vote: (good) => (good ? 'good' : 'bad'),
  back: null,
};
export const context = (more: Partial<ViewContext> = {}): ViewContext => ({
  locale: 'zh-CN',
  page: 0,
  mark: null,
  script: null,
  spelled: null,
  conditions: [],
  links: LINKS,
  ...more,
});

export interface FakeLibrary extends Library {
  asked: { method: string; args: unknown[] }[];
  version: string;
  slow: number;
}

/** The same as a promise; what is thrown rejects it. */
const answering =
  <A extends unknown[], R>(answer: (...args: A) => R) =>
  (...args: A): Promise<R> =>
    new Promise((resolve) => {
      resolve(answer(...args));
    });

/** A library that always finds the same, remembers what it was asked, and fails on 「出错」 and 「空」. */
export function fakeLibrary(): FakeLibrary {
  const asked: FakeLibrary['asked'] = [];
  const note = (method: string, ...args: unknown[]) => {
    asked.push({ method, args });
  };
  const limited = (limit: number | undefined) => results(12).slice(0, limit ?? 10);
  const library: FakeLibrary = {
    asked,
    version: 'one',
    slow: 0,
    search: answering((query, options) => {
      note('search', query, options);
      if (query === '出错') throw new TypeError('a bug in the search');
      if (query === '空') throw new UserError('empty_query', 'write something');
      return searchReply({
        query,
        results: query === '没有' ? [] : limited(options?.limit),
        total: query === '没有' ? 0 : 12,
        ...(query === '没有' ? { suggestions: ['旅游', '扶贫'] } : {}),
      });
    }),
    ask: answering((question, options) => {
      note('ask', question, options);
      return {
        command: 'ask',
        ok: true,
        took_ms: 1,
        question,
        read: READ,
        answered: !question.includes('火星'),
        confidence: 0.5,
        answers: question.includes('火星') ? 0 : 12,
        total: 12,
        results: limited(options?.limit),
      };
    }),
    region: answering((query, options) => {
      note('region', query, options);
      return regionReply({ query });
    }),
    latest: answering((options) => {
      note('latest', options);
      return { command: 'latest', ok: true, took_ms: 1, total: 12, results: limited(options?.limit) };
    }),
    timeline: answering((query, options) => {
      note('timeline', query, options);
      return timelineReply({ query });
    }),
    official: answering((query, options) => {
      note('official', query, options);
      return officialReply({ query });
    }),
    article: answering((id) => {
      note('article', id);
      if (!id.startsWith('article-')) throw new UserError('unknown_article', 'no such article', { id });
      return articleReply('一段话。\n'.repeat(2000), id);
    }),
    articleKey: (id) => id,
    suggestRegions: (typed) =>
      typed === '出错'
        ? Promise.reject(new Error('bug'))
        : Promise.resolve(Array.from({ length: 40 }, (_, at) => ({ name: `${typed}${at}`, value: `${typed}${at}` }))),
    suggestOfficials: () => Promise.resolve([]),
    suggestArticles: () => Promise.resolve([]),
    async reload() {
      note('reload');
      await new Promise((resolve) => setTimeout(resolve, library.slow));
      library.version = 'two';
      return {
        changes: {
          added: ['新.txt'],
          removed: [],
          changed: [],
          rejected: [{ file: '坏.txt', line: null, code: 'unknown-encoding' as const, values: {}, reason: 'unknown' }],
        },
        status: STATUS,
      };
    },
    status: () => Promise.resolve(STATUS),
    files: () => Promise.resolve([]),
    preview: () => Promise.reject(new Error('the fake library reads no files')),
    revision: () => Promise.resolve(library.version),
  };
  return library;
}

export const config = (more: Partial<Config> = {}): Config => ({
  token: 'a.b.c',
  guildIds: [],
  operatorGuildIds: [],
  reloadRoleIds: [],
  reloadUserIds: [],
  apiUrl: null,
  corpusDir: 'seeds/',
  corpusWatch: false,
  cluster: null,
  cacheDir: null,
  dataDir: 'data/',
  logLevel: 'silent',
  logQueries: false,
  metricsPort: null,
  cooldown: { uses: 0, seconds: 10 },
  shutdownMs: 2000,
  localPort: 0,
  ...more,
});

/** A store that is gone with the process. */
export const memoryStore = () => openStore('/nowhere', { create: false });

/** A log whose lines can be looked at. */
export function memoryLog() {
  const lines: string[] = [];
  return {
    lines,
    log: createLog('debug', {
      write: (line: string) => {
        lines.push(line);
      },
    }),
  };
}
