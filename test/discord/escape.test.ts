import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, plain } from '../../src/discord/escape.ts';

/** What Discord shows of escaped text: a backslash before a sign goes, the sign stays. */
const rendered = (markdown: string) => markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
/** What is left to be read as markup: escaped signs are none. */
const unescaped = (markdown: string) => markdown.replace(/\\[^0-9A-Za-z\s]/g, '');

const SAMPLES: [string, string][] = [
  ['heading', '# 标题'],
  ['small text', '-# 小字'],
  ['list', '- 一\n* 二\n+ 三\n1. 四'],
  ['quotation', '> 引\n>>> 引'],
  ['emphasis', '*a* **b** _c_ __d__ ~~e~~ ***f***'],
  ['spoiler', '||剧透||'],
  ['code', '`a` ``b`` ```js\nc\n```'],
  ['masked link', '[百度](https://example.org "x")'],
  ['autolink', '见 https://example.org/a_b 和 <http://example.org>'],
  ['mentions', '@everyone @here <@1> <@!1> <@&2> <#3> </ask:4> <id:customize>'],
  ['timestamp', '<t:1527206400:D>'],
  ['emoji', ':smile: <:a:123456789012345678> <a:b:123456789012345678>'],
  ['backslash', '\\*已有\\*'],
  ['shrug', '¯\\_(ツ)_/¯'],
];

describe('escapeMarkdown', () => {
  it.each(SAMPLES)('renders %s as its own characters', (_name, text) => {
    expect(rendered(escapeMarkdown(text))).toBe(text);
    expect(unescaped(escapeMarkdown(text))).not.toMatch(/[\\`*_~|<>[\]()#+\-.:@]/);
  });

  it('leaves Chinese and its punctuation alone', () => {
    const text = '会议指出：“要实。”《决定》（2018年）——好！';
    expect(escapeMarkdown(text)).toBe(text);
  });

  it('holds for any text, and pieces may be joined', () => {
    const signs = fc.constantFrom(...'\\`*_~|<>[]()#+-.:@!/&1a字 \n', '@everyone', '<@1>', 'https://', '-# ', '1. ', '\u202e', '\u200b');
    const texts = fc.array(signs, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(rendered(escapeMarkdown(a))).toBe(plain(a));
        expect(unescaped(escapeMarkdown(a))).not.toMatch(/[\\`*_~|<>[\]()#+\-.:@]/);
        expect(escapeMarkdown(a) + escapeMarkdown(b)).toBe(escapeMarkdown(a + b));
      }),
    );
  });
});

describe('plain', () => {
  it('drops what cannot be seen', () => {
    expect(plain('\u202e反\u202c\u2066a\u2069\u200b\u200d\ufeff\u00ad\u0000b\u061c\u2028')).toBe('反ab');
  });
  it('keeps line breaks, variants of characters, and emoji joined together', () => {
    expect(plain('一\r\n二\r三\t四')).toBe('一\n二\n三\t四');
    expect(plain('葛\u{e0100}城 ❤️ 👨‍👩‍👧 👩🏽‍🚀')).toBe('葛\u{e0100}城 ❤️ 👨‍👩‍👧 👩🏽‍🚀');
  });
  it('is well-formed whatever the input', () => {
    expect(plain('a\ud800b')).toBe('a\ufffdb');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text)).not.toMatch(/\p{Cs}/u);
        expect(plain(plain(text))).toBe(plain(text));
      }),
    );
  });
});
