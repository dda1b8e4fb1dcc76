import type { Library } from '../../src/library.ts';
import type { Links, ViewContext } from '../../src/discord/views/payload.ts';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/discord/lifecycle/log.ts';
import { openStore } from '../../src/store/store.ts';
import { UserError } from '../../src/user-error.ts';
import { articleReply, officialReply, READ, regionReply, results, searchReply, STATUS, timelineReply } from './fake-replies.ts';

export * from './fake-replies.ts';

export const LINKS: Links = {
  page: (page) => `page-${page}`,
  script: (script) => `script-${script}`,
  jump: 'jump',
  open: 'open',
  suggest: 'suggest',
  instead: (value) => (value.length > 80 ? null : `instead|${value}`),
  article: ({ id }) => (id.length > 90 ? null : `article|${id}`),
  lookUp: (command, value) => (value.length > 80 ? null : `${command}|${value}`),
  decide: (pending, yes) => `${yes ? 'y' : 'n'}-${pending}`,
  vote: (good) => (good ? 'good' : 'bad'),
  cite: 'cite',
  remove: 'remove',
  post: 'post',
  back: null,
  command: () => null,
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
  /** Whether it finds the same in another order. */
  findsOthers: boolean;
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
  const limited = (limit: number | undefined) => (library.findsOthers ? results(12).reverse() : results(12)).slice(0, limit ?? 10);
  const library: FakeLibrary = {
    asked,
    version: 'one',
    findsOthers: false,
    slow: 0,
    search: answering((query, options) => {
      note('search', query, options);
      if (query === '出错') throw new TypeError('a bug in the search');
      if (query === '空') throw new UserError('empty_query', 'write something');
      return searchReply({
        query,
        results: query === '没有' ? [] : limited(options?.limit),
        total: query === '没有' ? 0 : 12,
        ...(query === '没有一条' ? { suggestions: ['扶贫'] } : {}),
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
        nearest: question.includes('火星') ? 12 : 0,
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
    exampleQuestion: () => Promise.resolve(null),
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
  databaseUrl: null,
  cacheDir: null,
  dataDir: 'data/',
  logLevel: 'silent',
  logQueries: false,
  keepUnanswered: false,
  metricsPort: null,
  cooldown: { uses: 0, seconds: 10 },
  followDaily: 10,
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
