import { describe, expect, it } from 'vitest';
import { embedLength } from '../../src/discord/limits.ts';
import { followPostView } from '../../src/discord/views/follow.ts';
import { view } from '../../src/discord/views/index.ts';
import type { AnswerReply } from '../../src/reply.ts';
import { checkMessage } from '../../src/local/validate.ts';
import { LOCALES } from '../../src/text/index.ts';
import {
  articleReply,
  ARTICLE,
  context,
  officialReply,
  regionReply,
  result,
  results,
  searchReply,
  STATUS,
  timelineReply,
  askReply,
} from './fakes.ts';

const nasty = '**粗** <@1> https://x.y/ `码` ||藏||\n# 题\u202e';
const huge = '长。'.repeat(5000) + nasty.repeat(300);
const rejections = Array.from({ length: 200 }, (_, at) => ({
  file: `${nasty}${at}.txt`,
  line: at % 2 ? at : null,
  code: 'not-json' as const,
  values: { detail: nasty },
  reason: nasty,
}));
const hugeHit = (at: number) => ({
  ...result(at, huge),
  article: { ...ARTICLE, id: `a${at}`, title: huge, title_basis: 'derived' as const, source: huge, url: `https://x.y/${'a'.repeat(3000)}` },
});

const hugeFollow = (id: number) => ({
  id,
  server: null,
  channel: null,
  user: '300000000000000001',
  kind: 'words' as const,
  what: nasty,
  name: `${nasty}${huge}`,
  locale: 'zh-CN' as const,
  created: '2020-01-01T00:00:00.000Z',
});

/** Replies from the smallest to the largest that any command could give. */
const REPLIES: [string, AnswerReply][] = [
  ['search', searchReply()],
  ['search, nothing', searchReply({ results: [], total: 0, suggestions: ['旅游', nasty, huge] })],
  [
    'search, huge',
    searchReply({
      query: huge,
      results: Array.from({ length: 25 }, (_, at) => hugeHit(at)),
      suggestions: Array.from({ length: 60 }, (_, at) => `${nasty}${at}`),
    }),
  ],
  ['ask', askReply()],
  ['ask, no answer', askReply({ answered: false, suggestions: ['孙咏平'] })],
  ['ask, nothing', askReply({ answered: false, results: [], total: 0 })],
  ['region', regionReply()],
  ['region, unknown', regionReply({ region: null, results: [], total: 0, suggestions: ['雅安市'] })],
  [
    'region, huge',
    regionReply({
      results: Array.from({ length: 25 }, (_, at) => ({ ...hugeHit(at), relation: 'about' as const })),
      others: Array.from({ length: 60 }, (_, at) => ({ name: nasty, code: '1', path: [nasty, String(at)] })),
      unplaced: Array.from({ length: 25 }, (_, at) => hugeHit(at)),
      open_between: Array.from({ length: 60 }, () => ({ name: nasty, code: '1', path: [nasty, nasty] })),
    }),
  ],
  ['official', officialReply()],
  ['official, unknown', officialReply({ official: null, suggestions: ['孙咏平'] })],
  [
    'official, never quoted',
    officialReply({
      results: Array.from({ length: 9 }, (_, at) => hugeHit(at)),
      official: {
        name: nasty,
        titles: Array.from({ length: 90 }, (_, at) => ({ text: `${at}${huge}`, article: 'a', start: 0, end: 1, organisation: null })),
        offices: Array.from({ length: 90 }, (_, at) => ({ text: `${at}${huge}`, articles: at, newest: 'a', oldest: 'a' })),
        statements: [],
        acts: [],
      },
    }),
  ],
  [
    'official, huge',
    officialReply({
      official: {
        name: huge,
        titles: Array.from({ length: 90 }, (_, at) => ({
          text: `${nasty}${at}${huge}`,
          article: 'article-0',
          start: 0,
          end: 1,
          organisation: null,
        })),
        offices: Array.from({ length: 90 }, (_, at) => ({
          text: `${nasty}${at}${huge}`,
          articles: 1 + (at % 3),
          newest: 'article-0',
          oldest: 'article-0',
        })),
        statements: Array.from({ length: 40 }, () => ({
          verb: huge,
          text: huge,
          article: 'article-0',
          start: 0,
          end: 1,
          speaker: 'continued' as const,
        })),
        acts: Array.from({ length: 40 }, () => ({ verb: huge, text: huge, article: 'article-0', start: 0, end: 1 })),
      },
      others: Array.from({ length: 40 }, (_, at) => ({ name: `${nasty}${at}`, titles: [], offices: [], statements: [], acts: [] })),
    }),
  ],
  ['article', articleReply('一段。\n'.repeat(10))],
  ['article, empty', articleReply('')],
  [
    'article, huge',
    {
      ...articleReply(huge),
      results: [hugeHit(0)],
      regions: Array.from({ length: 99 }, (_, at) => ({
        name: nasty,
        code: '1',
        path: [nasty, String(at)],
        relation: 'about' as const,
        start: 0,
        end: 1,
      })),
      open_names: Array.from({ length: 30 }, () => ({
        text: nasty,
        start: 0,
        end: 1,
        candidates: Array.from({ length: 30 }, () => ({ name: nasty, code: '1', path: [nasty] })),
      })),
    },
  ],
  ['latest', { command: 'latest', ok: true, took_ms: 1, total: 12, results: results(12) }],
  ['latest, nothing', { command: 'latest', ok: true, took_ms: 1, total: 0, results: [] }],
  ['timeline', timelineReply()],
  ['timeline, unknown', timelineReply({ region: null, results: [], total: 0, undated: 0, suggestions: ['雅安市'] })],
  [
    'timeline, huge',
    timelineReply({
      query: huge,
      others: [huge, nasty],
      results: Array.from({ length: 25 }, (_, at) => ({ ...hugeHit(at), when: { ...ARTICLE.date, text: huge }, dated: at < 20 })),
    }),
  ],
  ['status', { command: 'status', ok: true, took_ms: 1, feedback: { up: 1, down: 2 }, version: '0.1.0', uptime_s: 90_061, status: STATUS }],
  [
    'status, huge',
    {
      command: 'status',
      ok: true,
      took_ms: 1,
      feedback: { up: 1, down: 2 },
      version: '0.1.0',
      uptime_s: 1,
      status: { ...STATUS, rejected: rejections },
    },
  ],
  ['reload', { command: 'reload', ok: true, took_ms: 1, changes: { added: [], removed: [], changed: [], rejected: [] }, status: STATUS }],
  [
    'reload, huge',
    {
      command: 'reload',
      ok: true,
      took_ms: 1,
      changes: { added: rejections.map(({ file }) => file), removed: [huge], changed: ['b'], rejected: rejections },
      status: STATUS,
    },
  ],
  ['follow, added', { command: 'follow', ok: true, took_ms: 1, action: 'add', follow: hugeFollow(1), per_day: 10, lasting: false }],
  ['follow, none', { command: 'follow', ok: true, took_ms: 1, action: 'list', total: 0, follows: [] }],
  [
    'follow, huge',
    {
      command: 'follow',
      ok: true,
      took_ms: 1,
      action: 'list',
      total: 60,
      follows: Array.from({ length: 60 }, (_, at) => hugeFollow(at + 1)),
    },
  ],
  ['follow, stopped', { command: 'follow', ok: true, took_ms: 1, action: 'stop', follow: hugeFollow(1) }],
  [
    'help',
    {
      command: 'help',
      ok: true,
      took_ms: 1,
      entries: [
        {
          name: 'ask',
          names: { 'zh-CN': '提问', 'zh-TW': '提問', 'en': 'ask' },
          description: { 'zh-CN': '问', 'zh-TW': '問', 'en': 'ask' },
          example: '/ask 谁',
          examples: { 'zh-CN': '/提问 谁', 'zh-TW': '/提問 誰', 'en': '/ask 谁' },
          subcommands: [],
          access: 'operators',
        },
      ],
      keeps_unanswered: true,
      lessons: [{ topic: 'filters', examples: { 'zh-CN': '/最新 地区:雅安', 'zh-TW': '/最新 地區:雅安', 'en': '/latest region:雅安' } }],
    },
  ],
];

describe('every view', () => {
  it.each(REPLIES)("%s: keeps Discord's limits on every page in every language", (_name, reply) => {
    for (const locale of LOCALES) {
      for (const page of [0, 1, 4, 99]) {
        const payload = view(reply, context({ locale, page }));
        expect(() => checkMessage(payload)).not.toThrow();
        expect(payload.embeds.reduce((sum, embed) => sum + embedLength(embed), 0)).toBeLessThanOrEqual(6000);
      }
    }
  });
  it.each(REPLIES)('%s: loses no embed of a page to the limit', (_name, reply) => {
    const payload = view(reply, context());
    if (reply.command === 'search' || reply.command === 'latest' || reply.command === 'timeline')
      expect(payload.embeds).toHaveLength(Math.min(5, reply.results.length));
    if (reply.command === 'region')
      expect(payload.embeds).toHaveLength((reply.parts.length > 0 ? 1 : 0) + Math.min(5, reply.results.length));
    if (reply.command === 'official' && reply.official)
      expect(payload.embeds).toHaveLength(1 + Math.min(3, reply.official.statements.length || reply.results.length));
  });
  it.each(REPLIES.filter(([name]) => name.includes('huge')))('%s: styles and mentions nothing that was quoted', (_name, reply) => {
    const payload = view(reply, context());
    const markdown = [
      payload.content,
      ...payload.embeds.flatMap((embed) => [embed.title ?? '', embed.description ?? '', ...(embed.fields ?? []).map(({ value }) => value)]),
    ].join('\n');
    expect(markdown.replace(/\\./g, '')).not.toMatch(/<@|https?:|`|\|\||^# |\u202e/m);
  });

  it('what is posted for a follow keeps them, and all of its quotes', () => {
    for (const locale of LOCALES) {
      const results = Array.from({ length: 5 }, (_, at) => hugeHit(at));
      const { content, embeds, components } = followPostView(
        { follow: { ...hugeFollow(9), locale }, results, more: 1_000_000 },
        '2n|follow|9',
      );
      expect(() => checkMessage({ content, embeds, components, nonce: 'x'.repeat(25), enforce_nonce: true })).not.toThrow();
      expect(embeds).toHaveLength(5);
      expect(content.replace(/\\./g, '')).not.toMatch(/<@|https?:|`|\|\||^# |\u202e/m);
    }
  });
});
