/** Whatever an article, a name or a question is, no message breaks a limit of Discord's, loses what it should show, or styles quotes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTarget } from '../../src/discord/custom-id/custom-id.ts';
import * as limits from '../../src/discord/limits.ts';
import { citeView } from '../../src/discord/views/cite.ts';
import { view } from '../../src/discord/views/index.ts';
import type { Payload, ViewContext } from '../../src/discord/views/payload.ts';
import { checkMessage } from '../../src/local/validate.ts';
import type { AnswerReply, ArticleRef, DateRef, PersonRef, RegionRef, Result } from '../../src/reply.ts';
import { LOCALES } from '../../src/text/index.ts';
import { articleReply, context, LINKS, READ, searchReply } from './fakes.ts';

/** Each case draws whole messages out of up to a million characters; a busy machine takes its time. */
const PATIENCE_MS = 300_000;

const HOSTILE = [
  '**粗**',
  '__线__',
  '~~删~~',
  '||藏||',
  '`码`',
  '```\n块\n```',
  '> 引',
  '# 题',
  '-# 小',
  '- 项',
  '1. 项',
  '[链](https://x.y)',
  'https://x.y/z',
  '<@123>',
  '<@&123>',
  '<#123>',
  '@everyone',
  '@here',
  '<t:0:R>',
  ':smile:',
  '<a:x:1>',
  '\u202e反\u202c',
  '\u2066隔\u2069',
  '\u200b\u200d\u2060\ufeff',
  '\u0000\u0007',
  'Z\u0351\u036b\u0343a\u0361l\u034ag\u0310o\u0300\u0301\u0302\u0303',
  '\ud800',
  '👨‍👩‍👧‍👦',
  '\n\n\n',
  '\t',
  '。',
  '字',
];
const hostile = (maxLength: number) =>
  fc
    .tuple(fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: maxLength }))
    .map(([parts, length]) =>
      parts
        .join('')
        .repeat(Math.ceil(length / Math.max(1, parts.join('').length)))
        .slice(0, length),
    );
const title = hostile(300),
  name = hostile(4000),
  quoted = hostile(2000),
  word = hostile(60);

const dates: fc.Arbitrary<DateRef> = fc.record({
  text: word,
  iso: fc.constantFrom('2018-05-25', '2018', null),
  basis: fc.constantFrom('explicit' as const, 'inferred' as const, 'unknown' as const),
  evidence: fc.constant(null),
  evidence_code: fc.constantFrom(
    null,
    { code: 'related-stamps' as const, values: { count: 3, stamp: HOSTILE.join('') } },
    { code: 'no-year' as const, values: {} },
  ),
});
const articles: fc.Arbitrary<ArticleRef> = fc.record({
  id: hostile(200),
  title,
  title_basis: fc.constantFrom('stated' as const, 'derived' as const),
  file: title,
  source: fc.option(title),
  url: fc.constantFrom(null, 'https://x.y/z', `https://x.y/${'a'.repeat(3000)}`, 'javascript:alert(1)'),
  published: fc.option(dates),
  event: fc.option(dates),
  date: dates,
});
const regions: fc.Arbitrary<RegionRef> = fc.record({
  name,
  code: fc.constant('5118'),
  path: fc.array(name, { minLength: 1, maxLength: 5 }),
});
const results: fc.Arbitrary<Result> = fc.record({
  article: articles,
  quote: quoted.chain((text) =>
    fc.array(fc.nat(text.length), { maxLength: 6 }).map((at) => ({
      text,
      start: 0,
      end: text.length,
      highlights: at.sort((a, b) => a - b).map((from): [number, number] => [from, Math.min(text.length, from + 3)]),
    })),
  ),
  score: fc.constant(1),
  regions: fc.array(regions, { maxLength: 3 }),
  officials: fc.array(fc.record({ name, title: fc.option(title) }), { maxLength: 3 }),
});
const statement = fc.record({
  verb: word,
  text: quoted,
  article: word,
  start: fc.constant(0),
  end: fc.constant(1),
  speaker: fc.constantFrom('named' as const, 'continued' as const),
});
const officials: fc.Arbitrary<PersonRef> = fc.record({
  name,
  titles: fc.array(fc.record({ text: title, article: word, start: fc.constant(0), end: fc.constant(1), organisation: fc.constant(null) }), {
    maxLength: 50,
  }),
  offices: fc.array(fc.record({ text: title, articles: fc.integer({ min: 1, max: 9999 }), newest: word, oldest: word }), { maxLength: 50 }),
  statements: fc.array(statement, { maxLength: 12 }),
  acts: fc.array(statement, { maxLength: 12 }),
});
const many = fc.array(results, { maxLength: 7 });
const names = fc.option(fc.array(name, { maxLength: 30 }), { nil: undefined });
const told = <T extends object>(reply: T, suggestions: string[] | undefined) => ({
  ok: true as const,
  took_ms: 1,
  ...reply,
  ...(suggestions ? { suggestions } : {}),
});

const replies: fc.Arbitrary<AnswerReply> = fc.oneof(
  fc
    .record({ query: name, results: many, near: names, marked: fc.array(name) })
    .map((all) => told(searchReply({ ...all, read: { words: all.query, phrases: all.marked, excluded: all.marked } }), all.near)),
  fc.record({ question: name, results: many, answered: fc.boolean(), near: names }).map(({ question, results: found, answered, near }) =>
    told(
      {
        command: 'ask' as const,
        question,
        read: READ,
        ...{ total: found.length, results: found, answered, confidence: 1 },
        answers: answered ? found.length : 0,
        nearest: answered ? 0 : found.length,
      },
      near,
    ),
  ),
  fc
    .record({ query: name, results: many, region: fc.option(regions), others: fc.array(regions, { maxLength: 50 }) })
    .map(({ query, results: found, region, others }) =>
      told(
        {
          command: 'region' as const,
          query,
          total: found.length,
          about: found.length,
          region,
          others,
          parts: others.map((other) => ({ ...other, articles: 3 })),
          results: found.map((each) => ({ ...each, relation: 'about' as const })),
        },
        undefined,
      ),
    ),
  fc
    .record({ query: name, results: many, official: fc.option(officials), others: fc.array(officials, { maxLength: 50 }) })
    .map(({ query, results: found, official, others }) =>
      told(
        {
          command: 'official' as const,
          query,
          total: found.length,
          results: found,
          official,
          others,
          articles: found.map(({ article }) => article),
        },
        undefined,
      ),
    ),
  fc
    .record({ query: name, results: many, when: dates, others: fc.array(name, { maxLength: 50 }) })
    .map(({ query, results: found, when, others }) =>
      told(
        {
          command: 'timeline' as const,
          query,
          total: found.length,
          undated: 1,
          region: null,
          official: { name: query },
          others,
          results: found.map((each) => ({ ...each, when, dated: when.iso !== null })),
        },
        undefined,
      ),
    ),
  many.map((found) => told({ command: 'latest' as const, total: found.length, results: found }, undefined)),
  fc
    .record({
      text: hostile(40_000),
      article: results,
      regions: fc.array(regions, { maxLength: 50 }),
      officials: fc.array(officials, { maxLength: 50 }),
      dates: fc.array(dates, { maxLength: 50 }),
    })
    .map((parts) => ({
      ...articleReply(parts.text),
      results: [parts.article] as [Result],
      officials: parts.officials,
      regions: parts.regions.map((region) => ({ ...region, relation: 'about' as const, start: 0, end: 0 })),
      dates: parts.dates.map((date) => ({ ...date, start: 0, end: 1 })),
    })),
);

/** Values as they are really packed: what does not fit is left out, what does not travel is encoded. */
const REAL: Pick<ViewContext['links'], 'article' | 'lookUp'> = {
  article: ({ id }) => packTarget({ command: 'article', value: id, mark: { start: 1, end: 99 }, check: 'abcd' }),
  lookUp: (command, value) => packTarget({ command, value, mark: null, check: '' }),
};

const contexts: fc.Arbitrary<ViewContext> = fc
  .record({
    locale: fc.constantFrom(...LOCALES),
    page: fc.constantFrom(null, 0, 1, 2, 99),
    script: fc.constantFrom(null, 'simplified' as const, 'traditional' as const),
    mark: fc.option(fc.record({ start: fc.nat(5000), end: fc.nat(9000) })),
    spelled: fc.constantFrom(
      null,
      `query: ${'长'.repeat(500)}\nregion: ${'省'.repeat(100)}\nofficial: ${'名'.repeat(100)}\nfrom: 2018-01-01\nto: 2019-01-01`,
    ),
    conditions: fc.array(hostile(100), { maxLength: 3 }),
    back: fc.constantFrom(null, 'back'),
  })
  .map(({ back, ...more }) => context({ ...more, links: { ...LINKS, ...REAL, back } }));

const markdownOf = ({ content, embeds }: Payload): string =>
  [
    content,
    ...embeds.flatMap((embed) => [
      embed.title ?? '',
      embed.description ?? '',
      ...(embed.fields ?? []).flatMap(({ name: label, value }) => [label, value]),
    ]),
  ].join('\n');

describe('every message at its largest', () => {
  it(
    'is one that Discord takes, whole',
    () => {
      fc.assert(
        fc.property(replies, contexts, (reply, where) => {
          const payload = view(reply, where);
          for (const each of [payload, citeView(where.locale, payload.quoted ?? [], '2026-01-02')])
            expect(() => checkMessage(each)).not.toThrow();
          expect(payload.embeds.reduce((sum, embed) => sum + limits.embedLength(embed), 0)).toBeLessThanOrEqual(limits.MAX_EMBEDS_TEXT);
          for (const { components } of payload.components) expect(components.length).toBeLessThanOrEqual(5);
          if (where.spelled !== null) expect(payload.embeds[0]!.footer!.text).toBe(where.spelled);
        }),
        { numRuns: 120 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'shows every passage of its page',
    () => {
      fc.assert(
        fc.property(fc.array(results, { minLength: 5, maxLength: 5 }), contexts, (found, where) => {
          const payload = view(searchReply({ query: 'x', total: 5, results: found }), { ...where, page: 0 });
          expect(payload.embeds).toHaveLength(5 + (where.spelled === null ? 0 : 1));
        }),
        { numRuns: 50 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'styles, links and mentions nothing that is quoted, and hides nothing',
    () => {
      fc.assert(
        fc.property(replies, contexts, (reply, where) => {
          const payload = view(reply, where);
          // Without what is escaped, only marks of our own are left: bold, a quotation, small print.
          const markdown = markdownOf(payload).replace(/\\./g, '');
          expect(markdown).not.toMatch(/<[@#:at]|@everyone|@here|https?:|`|\|\||__|~~|\]\(/);
          expect(markdown).not.toMatch(/^(?:#{1,3} |[-+] |\d+\. )/m);
          expect(JSON.stringify({ ...payload, quoted: [] })).not.toMatch(/\u202e|\u2066|\u200b|\ufeff|\\u0000|\\u0007|\\ud800/);
        }),
        { numRuns: 80 },
      );
    },
    PATIENCE_MS,
  );
});
