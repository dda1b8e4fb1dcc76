import { describe, expect, it } from 'vitest';
import { parseFile } from '../../src/corpus/parse.ts';
import { BODY, LEAD, page, SECOND } from './pages.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const only = (file: string, text: string) => {
  const { articles, rejected } = parseFile(file, bytes(text));
  expect(rejected).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0]!;
};

describe('a text file', () => {
  it('is one article, named after its path', () => {
    expect(only('2019/a.b.txt', BODY)).toMatchObject({ id: '2019/a.b', file: '2019/a.b.txt', line: 1, text: BODY, url: null });
  });

  it('has the title that it prints, or one from its first sentence', () => {
    expect(only('a.txt', page('青禾县召开道路建设推进会', BODY))).toMatchObject({
      title: '青禾县召开道路建设推进会',
      titleBasis: 'stated',
      text: BODY,
    });
    expect(only('a.txt', BODY)).toMatchObject({ title: '青禾县召开乡村道路建设推进会', titleBasis: 'derived' });
  });

  it('is dated by its own page', () => {
    expect(only('a.txt', page(BODY, '- 邻县召开春耕会 2019/6/14 16:52:11', '- 石门镇的桥修好了 2019/6/11 08:10:00'))).toMatchObject({
      event: { text: '6月12日', iso: '2019-06-12', basis: 'inferred', evidence: { code: 'related-stamps' } },
      published: null,
    });
    expect(only('a.txt', page('青禾县召开道路建设推进会', '2019-06-13', BODY))).toMatchObject({
      published: { iso: '2019-06-13' },
      event: { iso: '2019-06-12' },
    });
  });

  it.each([
    ['来源 line', page(BODY, '来源:青禾日报'), '青禾日报'],
    ['dateline', `青禾网讯 ${BODY}`, '青禾网'],
    ['dateline of an agency', `新华社北京6月12日电 ${BODY}`, '新华社'],
    ['contributor', `${BODY}\n(青禾县交通局供稿)`, '青禾县交通局'],
    ['nothing', BODY, null],
    ['本报讯, which names nobody', `本报讯 ${BODY}`, null],
  ])('has the source of its %s', (_, text, source) => {
    expect(only('a.txt', text).source).toBe(source);
  });

  it.each([
    ['', 'it is empty'],
    ['\uFEFF \n　\n', 'it is empty'],
    ['分享到:\n相关文章:\n- 邻县召开春耕会', 'nothing is left of it'],
  ])('without an article in it is refused: %j', (text, reason) => {
    const { articles, rejected } = parseFile('a.txt', bytes(text));
    expect(articles).toEqual([]);
    expect(rejected).toMatchObject([{ file: 'a.txt', line: null }]);
    expect(rejected[0]!.reason).toContain(reason);
  });

  it('of one character is not called empty, in any encoding', () => {
    for (const file of [bytes('中'), new Uint8Array([0xd6, 0xd0])])
      expect(parseFile('a.txt', file).rejected).toMatchObject([{ code: 'too-short', reason: 'it has only one character' }]);
  });

  it('that is no text is refused with the reason', () => {
    const { rejected } = parseFile('a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    expect(rejected[0]!.reason).toMatch(/not text/);
  });
});

describe('a Markdown file', () => {
  const FRONT = page(
    '---',
    'title: 石门镇修路记',
    'date: 2019-07-01',
    'source: 青禾晚报',
    'url: https://example.org/a',
    'region: 河南省',
    'officials: [王一, 李二]',
    '---',
  );

  it('is what its front matter says, before what its text says', () => {
    expect(only('a.md', page(FRONT, '青禾县召开道路建设推进会', BODY, '来源:青禾日报'))).toMatchObject({
      title: '石门镇修路记',
      titleBasis: 'stated',
      source: '青禾晚报',
      url: 'https://example.org/a',
      published: { text: '2019-07-01', iso: '2019-07-01', basis: 'explicit' },
      declared: { regions: ['河南省'], officials: ['王一', '李二'] },
    });
  });

  it('keeps the title of its front matter where the text prints it in the other script', () => {
    expect(only('a.md', page(FRONT, '石門鎮修路記', BODY))).toMatchObject({ title: '石门镇修路记', text: BODY });
  });

  it('does not have its front matter, its marks or its comments in the text', () => {
    const text = page(
      FRONT,
      '',
      '# 石门镇修路记',
      '',
      `> ${LEAD}`,
      '',
      '<!-- 待',
      '核实 -->',
      '',
      '---',
      SECOND.replace('会议要求', '[会议](https://example.org/b)**要求**'),
    );
    expect(only('a.md', text).text).toBe(BODY);
  });

  it('without front matter has the title of its first heading', () => {
    expect(only('a.md', page('# 石门镇修路记', '', BODY))).toMatchObject({
      title: '石门镇修路记',
      titleBasis: 'stated',
      text: BODY,
      published: null,
    });
  });

  it('keeps fields that nobody knows to itself', () => {
    expect(only('a.md', page('---', 'tags: [路]', '---', BODY)).text).toBe(BODY);
  });

  it.each([
    ['that is not YAML', page('---', 'title: 修路', 'source: 青禾: 日报', '---', BODY), 3, /not YAML/],
    ['that does not end', page('---', 'title: 修路', BODY), 1, /no --- ends it/],
    ['with a field of the wrong kind', page('---', 'title: [修, 路]', '---', BODY), 1, /title/],
  ])('with front matter %s is refused with the line', (_, text, line, reason) => {
    const { articles, rejected } = parseFile('a.md', bytes(text));
    expect(articles).toEqual([]);
    expect(rejected).toMatchObject([{ file: 'a.md' }]);
    expect(rejected[0]!.reason).toMatch(reason);
    expect(rejected[0]!.line).toBe(line);
  });
});

describe('a file of JSON lines', () => {
  const row = (value: object) => JSON.stringify(value);

  it('is one article a line, with what the line says of it', () => {
    const { articles, rejected } = parseFile(
      'a.jsonl',
      bytes(
        page(
          row({ id: 'x', title: '修路', date: '2019年7月', source: '青禾晚报', url: 'https://example.org/a', text: BODY }),
          '',
          row({ id: 7, text: SECOND }),
        ),
      ),
    );
    expect(rejected).toEqual([]);
    expect(articles).toMatchObject([
      {
        id: 'x',
        line: 1,
        title: '修路',
        titleBasis: 'stated',
        source: '青禾晚报',
        url: 'https://example.org/a',
        published: { text: '2019年7月', iso: '2019-07' },
        text: BODY,
      },
      { id: '7', line: 3, titleBasis: 'derived', source: null, published: null },
    ]);
  });

  it('keeps a text of one line whole, though it begins like furniture', () => {
    expect(only('a.jsonl', row({ id: 'x', text: '分享到:微信朋友圈' })).text).toBe('分享到:微信朋友圈');
  });

  it('takes null and the empty string for a field that is not there', () => {
    expect(only('a.jsonl', row({ id: 'x', title: '', date: null, source: '', text: BODY }))).toMatchObject({
      titleBasis: 'derived',
      published: null,
      source: null,
    });
  });

  it('ends its lines as any system does', () => {
    expect(
      parseFile('a.jsonl', bytes(`\uFEFF${row({ id: 'x', text: BODY })}\r\n${row({ id: 'y', text: BODY })}\r\n`)).articles.map(
        ({ id }) => id,
      ),
    ).toEqual(['x', 'y']);
  });

  it('loses only its bad lines, each named with its number and the reason', () => {
    const { articles, rejected } = parseFile(
      'a.jsonl',
      bytes(
        page(
          row({ id: 'x', text: BODY }),
          '{"id":"y","text":',
          row({ id: 'z' }),
          row({ text: BODY }),
          '[]',
          row({ id: 'e', text: '' }),
          row({ id: 'w', text: SECOND }),
        ),
      ),
    );
    // A record that brings no id is called after what it says.
    expect(articles.map(({ id }) => id)).toEqual(['x', expect.stringMatching(/^a-[\da-f]{10}$/), 'w']);
    expect(rejected.map(({ line }) => line)).toEqual([2, 3, 5, 6]);
    expect(rejected[0]!.reason).toMatch(/not JSON/);
    expect(rejected.slice(1).map(({ code, reason }) => [code, reason])).toEqual([
      ['field-missing', 'the field text is missing'],
      ['not-an-object', 'the line is not a JSON object'],
      ['empty', 'it is empty'],
    ]);
  });

  it.each([
    [{ id: true, text: BODY }, 'field-id'],
    [{ id: '', text: BODY }, 'field-id'],
    [{ id: 'x', text: 7 }, 'field-not-text'],
    [{ id: 'x', text: BODY, title: 7 }, 'field-not-text'],
    [{ id: 'x', text: null }, 'field-missing'],
  ])('says of %j in its own words what is wrong', (value, code) => {
    expect(parseFile('a.jsonl', bytes(row(value))).rejected).toMatchObject([{ line: 1, code }]);
  });
});
