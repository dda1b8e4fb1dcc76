/** The largest and the most hostile that the settings, the votes and the collection's files could make a message of. */
import { describe, expect, it } from 'vitest';
import { view } from '../../src/discord/views/index.ts';
import { checkMessage } from '../../src/local/validate.ts';
import type { AnswerReply, ArticlePreview, CorpusFile } from '../../src/reply.ts';
import { LOCALES } from '../../src/text/index.ts';
import { ARTICLE, context, STATUS } from './fakes.ts';

const nasty = '**粗** <@1> @everyone https://x.y/ `码` ||藏||\n# 题\u202e';
const huge = nasty.repeat(40) + '长。'.repeat(400);
const rejected = Array.from({ length: 300 }, (_, at) => ({
  file: `${nasty}${at}.txt`,
  line: at,
  code: 'not-json' as const,
  values: { detail: nasty },
  reason: nasty,
}));
const changes = { added: Array.from({ length: 300 }, (_, at) => `${nasty}${at}`), removed: [huge], changed: [nasty], rejected };
const preview: ArticlePreview = {
  article: { ...ARTICLE, title: huge, title_basis: 'derived', source: huge, date: { ...ARTICLE.date, text: huge } },
  characters: 1e9,
  regions: Array.from({ length: 200 }, () => ({ path: [nasty, huge], relation: 'about' as const })),
  officials: Array.from({ length: 200 }, () => ({ name: nasty, title: huge })),
  remarks: [{ code: 'unused-fields', values: { fields: huge } }],
  left_out: (['title', 'share-bar', 'related-list', 'garbled-summary', 'damage', 'byline'] as const).map((kind) => ({
    kind,
    characters: 1e9,
  })),
};
const file: CorpusFile = { file: huge, sha256: '', articles: 1e6, title: huge, rejected: 1e6 };
/** As many channels as a server may name. */
const MANY = Array.from({ length: 50 }, (_, at) => String(10n ** 19n + BigInt(at)));
const base = { ok: true as const, took_ms: 1 };
const failure = {
  command: 'ask',
  question: huge,
  filters: { region: nasty, official: huge },
  revision: 'r',
  answered: false,
  confidence: 0.1,
  shown: [{ article: huge, start: 0, end: 1 }],
  up: 1e6,
  down: 1e6,
  at: '2026-01-02T03:04:05.000Z',
};

const REPLIES: [string, AnswerReply][] = [
  [
    'settings',
    {
      ...base,
      command: 'settings',
      changed: true,
      lasting: false,
      settings: { language: 'en', private: true, channels: MANY, threads: MANY },
    },
  ],
  [
    'feedback',
    {
      ...base,
      command: 'feedback',
      counts: { up: 1e9, down: 1e9 },
      total: 1e9,
      failures: Array.from({ length: 20 }, () => failure),
      unanswered: { total: 1e9, questions: Array.from({ length: 20 }, () => ({ ...failure, times: 1e9, day: '2026-01-02' })) },
      lines: `${JSON.stringify(failure)}\n`.repeat(20),
      lasting: false,
    },
  ],
  ['list', { ...base, command: 'corpus', action: 'list', query: huge, total: 1e6, files: Array.from({ length: 45 }, () => file) }],
  [
    'log',
    {
      ...base,
      command: 'corpus',
      action: 'log',
      changes: Array.from({ length: 100 }, () => ({
        user: '99999999999999999999',
        server: null,
        action: 'remove' as const,
        file: huge,
        sha256: '',
        at: '2026-01-02T03:04:05.000Z',
      })),
    },
  ],
  [
    'add',
    {
      ...base,
      command: 'corpus',
      action: 'add',
      pending: 'abcdefghijkl',
      file: huge,
      size: 1e9,
      preview: { articles: 1e6, shown: [preview, preview, preview], rejected },
    },
  ],
  ['remove', { ...base, command: 'corpus', action: 'remove', pending: 'abcdefghijkl', file: huge, found: file }],
  [
    'decided',
    {
      ...base,
      command: 'corpus',
      action: 'decided',
      what: 'add',
      file: huge,
      done: true,
      reloaded: { changes, status: STATUS },
      problem: { code: 'corpus_empty', message: huge, wording: 'corpus_empty', params: { path: huge } },
    },
  ],
  ['reload', { ...base, command: 'reload', changes, status: STATUS }],
];

describe.each(REPLIES)('%s', (_, reply) => {
  it.each(LOCALES)('keeps Discord’s limits, in %s', (locale) => {
    for (const page of [0, 1, 99])
      expect(() => checkMessage({ ...view(reply, context({ locale, page })), files: undefined })).not.toThrow();
  });

  it('loses no part to the limits', () => {
    const { embeds, components } = view(reply, context());
    if (reply.command === 'corpus' && reply.action === 'add') expect(embeds).toHaveLength(4);
    else if (reply.command === 'feedback') expect(embeds).toHaveLength(2);
    else expect(embeds.length).toBe(reply.command === 'corpus' && reply.action === 'remove' ? 0 : 1);
    if (reply.command === 'corpus' && (reply.action === 'add' || reply.action === 'remove')) expect(components).toHaveLength(1);
  });

  it('styles and mentions nothing that somebody wrote', () => {
    const { content, embeds } = view(reply, context());
    const markdown = [
      content,
      ...embeds.flatMap((embed) => [embed.title ?? '', embed.description ?? '', ...(embed.fields ?? []).map(({ value }) => value)]),
    ].join('\n');
    // Between backticks nothing is markup; the channels and the moderator are ours.
    const open = markdown
      .replace(/`[^`\n]*`/g, '')
      .replace(/\\./g, '')
      .replace(/<#\d+>|<@9{20}>/g, '');
    expect(open).not.toMatch(/<@|@everyone|https?:|`|\|\||\*\*|^# |\u202e/m);
    expect(markdown).not.toContain('\u202e');
  });
});

it('a long report of a reload is whole in its file', () => {
  const [report] = view({ ...base, command: 'reload', changes, status: STATUS }, context()).files!;
  expect(report!.name).toBe('reload.txt');
  expect(report!.content.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(602);
  expect(
    view({ ...base, command: 'reload', changes: { added: ['a.txt'], removed: [], changed: [], rejected: [] }, status: STATUS }, context())
      .files,
  ).toBeUndefined();
});
