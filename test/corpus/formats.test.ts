import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { parsePieces } from '../../src/corpus/parse.ts';
import type { Rejection } from '../../src/corpus/refusal.ts';
import { toTraditional } from '../../src/language/script.ts';
import { encoders } from '../../bench/encodings/encode.ts';
import { BODY, LEAD, page, SECOND } from './pages.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const TITLE = '青禾县召开道路建设推进会';

/** What is read of a file that comes in pieces of so many bytes. */
async function read(file: string, content: string | Uint8Array, size = Infinity) {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length || at === 0; at += size) pieces.push(bytes.subarray(at, at + size));
  const articles: Article[] = [];
  const rejected: Rejection[] = [];
  for await (const one of parsePieces(file, pieces)) {
    if ('reason' in one) rejected.push(one);
    else articles.push(one);
  }
  return { articles, rejected };
}
const only = async (file: string, content: string | Uint8Array) => {
  const { articles, rejected } = await read(file, content);
  expect(rejected).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0]!;
};

describe('an ending', () => {
  it.each(['a.TXT', 'a.Markdown', 'a.MD'])('is known in any case: %s', async (file) => {
    expect(await only(file, BODY)).toMatchObject({ id: 'a', text: BODY });
  });
});

describe('records', () => {
  it.each([
    { title: TITLE, content: BODY, publish_time: '2019-06-13 08:00:00', media: '青禾日报', link: 'https://example.org/a' },
    {
      headline: TITLE,
      articleBody: BODY,
      datePublished: '2019-06-13T08:00:00+08:00',
      publisher: { name: '青禾日报' },
      url: 'https://example.org/a',
    },
    { 标题: TITLE, 正文: BODY, 发布时间: '2019年6月13日', 来源: '青禾日报', 网址: 'https://example.org/a' },
    { 標題: TITLE, 內文: BODY, 發布日期: '2019/6/13', 媒體: '青禾日报', 連結: 'https://example.org/a' },
    { Title: TITLE, body: BODY.split('\n'), pubDate: 'Thu, 13 Jun 2019 08:00:00 +0800', source: '青禾日报', URL: 'https://example.org/a' },
    { news_title: TITLE, news_content: BODY, ctime: 1560384000, news_src: '青禾日报', url: 'https://example.org/a' },
    { title: TITLE, text: BODY, time: '1560384000123', source: '青禾日报', url: 'https://example.org/a' },
    {
      _id: { $oid: '5c' },
      _source: { title: TITLE, content: BODY, timestamp: 1560384000000, source: '青禾日报', url: 'https://example.org/a' },
    },
    {
      _id: { $oid: '5c' },
      title: TITLE,
      content: BODY,
      date: { $date: { $numberLong: '1560384000000' } },
      source: '青禾日报',
      url: 'https://example.org/a',
    },
  ])('have fields by many names: %j', async (record) => {
    expect(await only('a.jsonl', JSON.stringify(record))).toMatchObject({
      title: TITLE,
      titleBasis: 'stated',
      text: BODY,
      published: { iso: '2019-06-13' },
      source: '青禾日报',
      url: 'https://example.org/a',
    });
  });

  it('name the fields that were not used, each once', async () => {
    const rows = [
      { id: 'x', text: BODY, clicks: 3, keywords: '' },
      { id: 'y', text: SECOND, clicks: 4, keywords: '道路' },
      { id: 'z', text: LEAD, clicks: 5, keywords: '雨季' },
    ];
    const { articles } = await read('a.ndjson', rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(articles.map(({ notes }) => notes)).toEqual([
      [{ code: 'unused-fields', values: { fields: 'clicks' } }],
      [{ code: 'unused-fields', values: { fields: 'keywords' } }],
      undefined,
    ]);
  });

  it('without a field that is called text have the longest prose, and say so', async () => {
    const article = await only('a.jsonl', JSON.stringify({ id: 'x', title: TITLE, summary: '推进会。', xinwen: BODY }));
    expect(article).toMatchObject({
      text: BODY,
      notes: [{ code: 'text-field', values: { field: 'xinwen' } }, { code: 'unused-fields' }],
    });
  });

  it('without an id are called after what they say, wherever they stand', async () => {
    const [one, two] = [LEAD, SECOND].map((text) => JSON.stringify({ text }));
    const before = await read('sub/a.jsonl', page(one!, two!));
    const after = await read('sub/a.jsonl', page(two!, one!));
    expect(before.articles.map(({ id }) => id)).toEqual(after.articles.map(({ id }) => id).reverse());
    expect(before.articles[0]!.id).toMatch(/^sub\/a-[\da-f]{10}$/);
  });

  it('may hold markup, which is none of their words', async () => {
    const text = `<p>${LEAD.replace(',', '&#44;')}</p><p>&nbsp;&nbsp;${SECOND}<script>alert(1)</script></p>`;
    expect(await only('a.jsonl', JSON.stringify({ id: 'x', title: '雨季前&quot;完工&quot;', text }))).toMatchObject({
      title: '雨季前"完工"',
      text: BODY,
    });
    expect((await only('a.txt', `${LEAD}<br/>\n${SECOND}`)).text).toBe(BODY);
    expect((await only('a.txt', `${LEAD}\n<新闻>1<2,3>2。`)).text).toBe(`${LEAD}\n<新闻>1<2,3>2。`);
  });
});

describe('a JSON file', () => {
  const [a, b] = [
    { id: 'x', title: TITLE, text: BODY, images: [{ src: 'a.png' }] },
    { id: 'y', text: SECOND },
  ];
  it.each([
    ['one record', a, ['x']],
    ['a list', [a, b], ['x', 'y']],
    ['a list under a key', { code: 0, data: [a, b] }, ['x', 'y']],
    ['a list under two keys', { data: { total: 2, list: [a, b] } }, ['x', 'y']],
  ])('holds %s', async (_, value, ids) => {
    for (const printed of [JSON.stringify(value), JSON.stringify(value, null, 2)])
      expect((await read('a.json', printed)).articles.map(({ id }) => id)).toEqual(ids);
  });

  it('may be one of JSON lines by another name', async () => {
    const { articles } = await read('a.json', page(JSON.stringify(a), JSON.stringify(b)));
    expect(articles.map(({ id, line }) => [id, line])).toEqual([
      ['x', 1],
      ['y', 2],
    ]);
  });

  it('loses only the records that are damaged, each with its line', async () => {
    const { articles, rejected } = await read(
      'a.json',
      page('[', `${JSON.stringify(a)},`, '{"id": "q" "text": 1},', JSON.stringify(b), ', {"id": "z'),
    );
    expect(articles.map(({ id, line }) => [id, line])).toEqual([
      ['x', 2],
      ['y', 4],
    ]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [3, 'not-json'],
      [5, 'not-json'],
    ]);
  });

  it.each([
    ['', 'empty'],
    ['[]', 'not-an-object'],
    ['"新闻"', 'not-an-object'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'not-an-object'],
    [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'field-missing'],
    ['{"__proto__": {"text": 7}}', 'field-not-text'],
  ])('with no record in it is refused: %#', async (text, code) => {
    expect((await read('a.json', text)).rejected.map((one) => one.code)).toContain(code);
  });
});

describe('a table', () => {
  const rows = `title,content,pub_time,source\n${TITLE},"${BODY}",2019-06-13,青禾日报\n修桥,"他说:""桥""修好了。${SECOND}",,`;
  it('has an article in each row, with the line where it begins', async () => {
    for (const size of [Infinity, 7]) {
      const { articles, rejected } = await read('a.csv', rows, size);
      expect(rejected).toEqual([]);
      expect(articles).toMatchObject([
        { title: TITLE, text: BODY, published: { iso: '2019-06-13' }, source: '青禾日报', line: 2 },
        { title: '修桥', text: `他说:"桥"修好了。${SECOND}`, published: null, line: 4 },
      ]);
    }
  });
  it.each([
    ['a.tsv', '\t'],
    ['a.csv', ';'],
    ['A.CSV', '\t'],
  ])('%s is divided by %j', async (file, delimiter) => {
    expect(await only(file, ['title', 'text'].join(delimiter) + '\r\n' + [TITLE, LEAD].join(delimiter))).toMatchObject({
      title: TITLE,
      text: LEAD,
    });
  });
  it('is read in every encoding', async () => {
    for (const [name, encode] of Object.entries(encoders())) {
      const bytes = encode(name === 'Big5' ? toTraditional(rows) : rows);
      if (bytes === null) continue;
      expect((await read('a.csv', bytes, 1000)).articles, name).toHaveLength(2);
    }
  });
  it('with a quote that is not closed ends there, and says where', async () => {
    const { articles, rejected } = await read('a.csv', `${rows}\n修路,"${LEAD}`);
    expect(articles).toHaveLength(2);
    expect(rejected).toMatchObject([{ line: 5, code: 'not-a-table' }]);
  });
  it('with formulas holds them as words', async () => {
    expect((await only('a.csv', `title,text\n=HYPERLINK("http://x"),${LEAD}`)).title).toContain('=HYPERLINK');
  });
  it.each([
    [`${'列,'.repeat(10_000)}\n${'1,'.repeat(10_000)}`, 'too-many-columns'],
    [`${TITLE},${LEAD}\n修桥,${SECOND}`, 'no-heading'],
    ['', 'empty'],
    [`title,text\n修桥,"${'长'.repeat(2_100_000)}"`, 'row-too-long'],
    ['title,clicks\n修桥,3', 'field-missing'],
  ])('that is none is refused: %#', async (text, code) => {
    const { articles, rejected } = await read('a.csv', text, 65_536);
    expect(articles).toEqual([]);
    expect(rejected.map((one) => one.code)).toContain(code);
  });
});

describe('a saved web page', () => {
  const html = (head: string, body: string) =>
    `<!DOCTYPE html><html><head>${head}</head><body><div class="top"><a href="/">首页</a> <a ` +
    `href="/">要闻</a></div>${body}<div>主办:青禾县融媒体中心</div></body></html>`;
  const article = `<div id="c"><h1>${TITLE}</h1><div>2019-06-13 08:00 来源:青禾日报</div><p>${LEAD}</p><p>&emsp;${SECOND}</p></div>`;

  it('is its article alone', async () => {
    expect(await only('a.html', html(`<title>${TITLE}_青禾网</title>`, article))).toMatchObject({
      id: 'a',
      title: TITLE,
      text: BODY,
      source: '青禾日报',
      published: { iso: '2019-06-13' },
    });
  });
  it('is dated by its head where it prints no day', async () => {
    const head = '<meta name="PubDate" content="2019-06-13 08:00"><meta name="ContentSource" content="青禾日报">';
    expect(await only('a.htm', html(head, `<h1>${TITLE}</h1><p>${LEAD}</p><p>${SECOND}</p>`))).toMatchObject({
      published: { iso: '2019-06-13' },
      source: '青禾日报',
    });
  });
  it('may be in any encoding, of which its head tells where its words do not', async () => {
    for (const [name, encode] of Object.entries(encoders())) {
      const bytes = encode(html(`<meta charset="${name}"><title>${TITLE}</title>`, article));
      if (bytes !== null) expect((await only('a.html', bytes)).text, name).toBe(BODY);
    }
  });
  it('gives no words of scripts, styles, hidden parts or glosses', async () => {
    const hostile = [
      `<script>document.write('坏')</script><style>p{}</style><p hidden>坏</p><p style="display: none">坏</p><template>坏</template>`,
      `<svg><text>坏</text></svg><iframe src="javascript:alert(1)">坏</iframe><p>${LEAD}</p>`,
      `<p><ruby>会<rt>坏</rt></ruby>${SECOND.slice(1)}</p><!--坏-->`,
    ].join('\n');
    expect((await only('a.html', html('', `<div>${hostile}</div>`))).text).toBe(BODY);
  });
  it('that nests without end, or breaks off, harms nobody', async () => {
    expect((await only('a.html', `${'<div>'.repeat(1000)}${LEAD}`)).text).toBe(LEAD);
    expect((await read('a.html', `${'<b>'.repeat(1_000_000)}${LEAD}`)).rejected).toMatchObject([{ code: 'nested-too-deep' }]);
    expect((await only('a.html', `<html><body><p>${LEAD}</p><p>${SECOND.slice(0, 30)}<a href="`)).text).toContain(LEAD);
  });
  it('without an article is refused', async () => {
    expect((await read('a.html', '<html><script>1</script></html>')).rejected).toMatchObject([{ code: 'empty', line: null }]);
  });
  it('keeps every quote a slice, whatever the page holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('<p>', '</div>', '<a href=1>', '&lt;', '<', LEAD, '\n', '<table><td>', '</ul', '首页')),
        async (parts) => {
          const { articles } = await read('a.html', parts.join(''));
          for (const { text, origin } of articles) expect(origin.every(({ clean, length }) => clean + length <= text.length)).toBe(true);
        },
      ),
    );
  });
});
