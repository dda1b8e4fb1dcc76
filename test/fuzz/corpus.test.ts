import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoders } from '../../bench/encodings/encode.ts';
import type { Article } from '../../src/corpus/article.ts';
import { decode } from '../../src/corpus/files/decode.ts';
import { parseFile } from '../../src/corpus/parse.ts';
import { Unreadable } from '../../src/corpus/refusal.ts';
import { originOf } from '../../src/corpus/page/traced-text.ts';
import { BODY } from '../corpus/pages.ts';
import { LONG, share, text } from './texts.ts';

const encode = encoders();
const utf8 = (value: string) => new TextEncoder().encode(value);
/** Bytes of a text in some encoding, some of them changed, cut off, or none of all that. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(
      text,
      fc.constantFrom(...Object.keys(encode)),
      fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { maxLength: 3 }),
      fc.nat({ max: 3 }),
    )
    .map(([value, name, changes, cut]) => {
      const whole = encode[name]!(value) ?? utf8(value);
      for (const [at, byte] of changes) if (at < whole.length) whole[at] = byte;
      return whole.subarray(0, whole.length - Math.min(cut, whole.length));
    }),
);

/** What holds of every article, whatever it was made of. */
function check(article: Article): void {
  expect(article.text).not.toMatch(/[\0-\u0008\u000e-\u001f\u007f\uFFFD\uD800-\uDFFF]/u);
  expect(article.title.length).toBeGreaterThan(0);
  for (const [i, run] of article.origin.entries()) {
    expect(run.length).toBeGreaterThan(0);
    if (i > 0) expect(run.clean).toBeGreaterThanOrEqual(article.origin[i - 1]!.clean + article.origin[i - 1]!.length);
  }
  expect(originOf(article.origin, article.text.length)).toBeGreaterThanOrEqual(0);
}

function checkFile(file: string, content: Uint8Array): void {
  const { articles, rejected } = parseFile(file, content);
  articles.forEach(check);
  for (const one of rejected) expect(one).toMatchObject({ file, reason: expect.any(String) as string });
}

describe('found so, and mended', () => {
  it.each([
    ['an alias that names nothing', '*a'],
    ['an alias bomb', '[&a [x,x,x,x,x,x,x,x,x], &b [*a,*a,*a,*a,*a,*a,*a,*a,*a], &c [*b,*b,*b,*b,*b,*b,*b,*b,*b], [*c,*c,*c,*c,*c,*c]]'],
  ])('%s in front matter is refused, and breaks nothing', (_, value) => {
    expect(parseFile('a.md', utf8(`---\ntitle: ${value}\n---\n${BODY}`))).toMatchObject({
      articles: [],
      rejected: [{ file: 'a.md', code: 'front-matter-not-yaml' }],
    });
  });

  it.each([
    ['a.md', `---\ntitle: >\n---\n${BODY}`],
    ['a.jsonl', JSON.stringify({ id: 'a', title: ' \u0000 ', text: BODY })],
  ])('a title without a letter in %s is none', (file, content) => {
    const { articles } = parseFile(file, utf8(content));
    expect(articles).toHaveLength(1);
    expect(articles[0]!.title).toMatch(/\p{L}/u);
  });
});

describe('nothing breaks by', () => {
  it('the bytes of a file', LONG, () => {
    fc.assert(
      fc.property(bytes, (content) => {
        try {
          expect(decode(content).text).not.toContain('\0');
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
        checkFile('a.txt', content);
      }),
      share(0.25),
    );
  });

  it('rows', LONG, () => {
    const value = fc.oneof(text, fc.jsonValue({ maxDepth: 2 }));
    const row = fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .record(
            { id: fc.oneof(text, fc.double()), text, title: value, date: value, source: value, url: value, more: value },
            { requiredKeys: ['text'] },
          )
          .map((one) => JSON.stringify(one)),
      },
      fc.json({ maxDepth: 3 }),
      text,
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
        fc.constantFrom('UTF-8', 'UTF-16LE', 'GB18030'),
        (rows, end, name) => {
          checkFile('a.jsonl', encode[name]!(rows.join(end)) ?? utf8(rows.join(end)));
        },
      ),
      share(0.2),
    );
    fc.assert(
      fc.property(bytes, (content) => checkFile('a.jsonl', content)),
      share(0.05),
    );
  });

  it('front matter', LONG, () => {
    const key = fc.constantFrom('title', 'date', 'source', 'url', 'region', 'officials', 'more', '? ', '<<', 'a b');
    const value = fc.oneof(
      text,
      fc.constantFrom(
        '2018-05-25',
        '2018',
        '[一, 二]',
        '*a',
        '&a b',
        '!!binary x',
        '|',
        '>',
        '~',
        'null',
        '{a: b}',
        '"',
        "'",
        '- 一\n- 二',
        '2018-05-25T00:00:00Z',
        '0x1F',
        '.nan',
      ),
      fc.json({ maxDepth: 1 }),
    );
    const matter = fc
      .array(fc.tuple(key, value), { maxLength: 5 })
      .map((pairs) => pairs.map(([name, one]) => `${name}: ${one}`).join('\n'));
    fc.assert(
      fc.property(matter, text, fc.constantFrom('\n', '\r\n'), (yaml, body, end) =>
        checkFile('a.md', utf8(`---\n${yaml}\n---\n${body}`.replaceAll('\n', end))),
      ),
      share(0.15),
    );
  });
});
