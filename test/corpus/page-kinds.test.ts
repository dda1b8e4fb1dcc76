import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../src/corpus/page/clean.ts';
import { parseFile } from '../../src/corpus/parse.ts';
import { BODY, LEAD, page, SCRIPTS, SECOND } from './pages.ts';

const TITLE = '青禾县召开乡村道路建设推进会';
const DATED = '2019-06-13 10:20　来源：青禾日报';
const parse = (text: string, file: string) => parseFile(file, new TextEncoder().encode(text));

describe.each(SCRIPTS)('pages as they are built, in %s', (_, script) => {
  const cleaned = (...lines: string[]) => cleanPage(script(page(...lines)));

  it('over the headline stands who said it, and that is none', () => {
    const said = '抢在雨季前 修好出山路';
    expect(cleaned('何立群在茅坪镇检查工地时强调', said, DATED, BODY)).toMatchObject({ title: script(said), text: script(BODY) });
    expect(cleaned('县长强调雨季前要修好出山路', DATED, BODY).title).toBe(script('县长强调雨季前要修好出山路'));
  });

  it('a printed paper has its name, its day and the page above the headline', () => {
    expect(cleaned('青禾日报数字报', '2019年6月13日 星期四', '第03版：县区新闻', '山路提前修通', '本报记者 王一', BODY)).toMatchObject({
      title: script('山路提前修通'),
      source: script('青禾日报'),
      days: { published: [{ iso: '2019-06-13' }] },
      text: script(BODY),
    });
  });

  it('a title set in two lines is one', () => {
    const [office, about] = ['青禾县人民政府办公室关于印发', '乡村道路养护办法的通知'];
    expect(cleaned('文　　号：青政办〔2019〕9号', '发布日期：2019-06-13', office, about, BODY)).toMatchObject({
      title: script(office + about),
      text: script(BODY),
    });
    expect(cleaned('云泽县教育局', '关于做好招生工作的通知', DATED, BODY).title).toBe(script('云泽县教育局关于做好招生工作的通知'));
  });

  it('a document may be called by its kind alone', () => {
    expect(cleaned('任前公示', BODY, '中共青禾县委组织部', '2019年6月13日').title).toBe(script('任前公示'));
  });

  it('albums and tags of a post are its buttons', () => {
    expect(cleaned('青禾发布 2019-06-13 19:30', '收录于合集', '#乡村道路 12个', '#青禾 40个', BODY)).toMatchObject({
      title: null,
      text: script(BODY),
    });
  });

  it('the label of the text is no part of it', () => {
    expect(cleaned(`标题：${TITLE}`, '发布时间：2019年6月13日', '正文：', BODY)).toMatchObject({
      title: script(TITLE),
      text: script(BODY),
    });
  });

  it('what stands above the signature is the document’s, and so are the enclosures below it', () => {
    const rest = ['三、联系方式', '联系人：陈先生', '地址：燕泉路1号', '青禾县人民检察院', '2019年6月12日', '附件：报名表.doc'];
    expect(cleaned('青禾县人民检察院招聘公告', DATED, BODY, ...rest, '扫一扫在手机打开当前页').text).toBe(script(page(BODY, ...rest)));
  });

  it('the number of a document or of a telephone is no headline', () => {
    const about = '关于何立群等同志职务任免的通知';
    expect(cleaned(about, '青任〔2019〕7号', '发布日期：2019-06-13', BODY).title).toBe(script(about));
    expect(cleaned('责编 邵平', '电话:0000-3212345', '丰收节里话丰收', '□ 通讯员 冯雨', BODY).title).toBe(script('丰收节里话丰收'));
  });

  it.each([
    ['主题：', '发稿单位：县交通局'],
    ['标 题: ', '来 源: 县交通局'],
    ['title: ', '来源：县交通局'],
  ])('a form’s own label states the title: %s', (label, source) => {
    expect(cleaned(source, '发布日期：2019-06-13', label + TITLE, BODY)).toMatchObject({
      title: script(TITLE),
      source: script('县交通局'),
      text: script(BODY),
    });
  });

  it.each(['title: ---', '标题：————'])('a label over signs alone states no title: %s', (line) => {
    expect(parse(script(page(line, BODY)), 'a.txt').articles[0]).toMatchObject({ titleBasis: 'derived', text: script(BODY) });
  });

  it('a paper’s day stands beside its number, its lunar day or its links', () => {
    for (const line of ['2019年6月13日 第1382期 农历己亥年五月十一', '上一篇  下一篇  2019年6月13日  A8：社会', '第三版 2019年6月13日'])
      expect(cleaned(line, TITLE, '本报记者 王一', BODY)).toMatchObject({
        title: script(TITLE),
        days: { published: [{ iso: '2019-06-13' }] },
      });
  });

  it('a label’s value may be a list, or stand on the next line', () => {
    expect(cleaned(TITLE, '主题分类：农业、林业、水利', '索引号：', '6107/2019-001005', DATED, BODY)).toMatchObject({
      title: script(TITLE),
      text: script(BODY),
    });
    expect(cleaned(TITLE, '2019-06-13 来源：县水利局、县林业局', BODY).source).toBe(script('县水利局、县林业局'));
  });

  it('a label without a name is no source, and a dateline tells which number is the day', () => {
    expect(cleaned('发布: 8:30pm 12/06/2019', TITLE, `（青禾12日讯）${BODY}`)).toMatchObject({
      source: null,
      days: { published: [{ iso: '2019-06-12' }] },
    });
  });

  it('who wrote and edited stands below the text', () => {
    expect(cleaned(TITLE, DATED, BODY, '全媒体记者：王勃 陶然', '编辑：付波', '上一篇文章：青禾县开展禁毒宣传').text).toBe(script(BODY));
  });

  it('several offices may sign one day', () => {
    const signed = ['青禾县公安局交通警察大队', '青禾县交通运输局', '2019年6月12日'];
    expect(cleaned('关于封闭施工的公告', DATED, BODY, '', ...signed).text).toBe(script(page(BODY, ...signed)));
  });

  it('a caption with its sign is left out, a note in brackets at the end is not', () => {
    const note = '（应受访者要求，文中人物为化名）';
    expect(cleaned(TITLE, DATED, LEAD, '▲工人昨日在工地作业', SECOND, '', note).text).toBe(script(page(BODY, note)));
  });
});

it('marks what was lost behind a glossed character', () => {
  const { text } = cleanPage('县长張(zhāng)國華(huá)說(shuō)，收入增長(zhǎng)??成，群眾滿意。');
  expect(text).toBe('县长張國華說，收入增長〔原文残缺〕成，群眾滿意。');
});

it.each([
  ['【青禾网讯】县长何立群表示，山路年底通车。', '县长何立群表示，山路年底通车'],
  ['【青禾日報訊】記者方學明報道：縣長何立群昨日表示，山路年底通車。', '縣長何立群昨日表示，山路年底通車'],
  ['青禾网6月13日消息，山路年底通车，耗资三百万元。', '山路年底通车，耗资三百万元'],
])('a derived title begins behind the dateline, brackets and all: %s', (text, title) => {
  expect(parse(text, 'a.txt').articles[0]!.title).toBe(title);
});

describe('a page of a paper with several articles', () => {
  const second = '三十年扫坏两百把扫帚';
  const writers = ['□ 通讯员 冯雨', '□ 本报记者 钟灵'];

  it('is cut where each headline has its writer, and the paper’s day is each one’s', () => {
    const { articles } = parse(page('第三版 2019年6月13日', TITLE, writers[0]!, BODY, second, writers[1]!, BODY), 'a.txt');
    expect(articles.map(({ title, published }) => [title, published?.iso])).toEqual([
      [TITLE, '2019-06-13'],
      [second, '2019-06-13'],
    ]);
    expect(articles.map(({ text }) => text)).toEqual([BODY, BODY]);
  });

  it('is one article where only a later heading has a writer', () => {
    expect(parse(page(TITLE, DATED, BODY, second, writers[1]!, BODY), 'a.txt').articles).toHaveLength(1);
  });
});

describe('formats', () => {
  it('keeps a short last paragraph of a fragment of HTML', () => {
    const text = `<p>${LEAD}</p><p>县长致辞。</p>`;
    expect(parse(JSON.stringify({ id: 'x', text }), 'a.jsonl').articles[0]!.text).toBe(page(LEAD, '县长致辞。'));
  });

  it('reads fields whose names say whose or what sort they are', () => {
    const row = {
      doc_id: 'x',
      doc_title: TITLE,
      doc_content: BODY,
      doc_pubtime: 1560384000,
      来源网站: '青禾网',
      链接地址: 'http://a.example/1',
    };
    const [article] = parse(JSON.stringify(row), 'a.jsonl').articles;
    expect(article).toMatchObject({ id: 'x', title: TITLE, source: '青禾网', url: 'http://a.example/1', published: { iso: '2019-06-13' } });
    expect(article).not.toHaveProperty('notes');
  });

  it('reads a field named for its markup, in the envelope of an answer of a server', () => {
    const data = { articleId: 7, headline: TITLE, pubTime: '2019-06-13 10:20', contentHtml: `<p>${LEAD}</p><p>${SECOND}</p>` };
    const [article] = parse(JSON.stringify({ code: 0, msg: 'ok', data }), 'a.json').articles;
    expect(article).toMatchObject({ title: TITLE, text: BODY, published: { iso: '2019-06-13' } });
  });

  it('takes the field that was the text of one record for that of the next, however short', () => {
    const rows = [BODY, '县长致辞。'].map((xinwen, n) => JSON.stringify({ id: String(n), title: TITLE, xinwen }));
    expect(parse(page(...rows), 'a.jsonl').articles.map(({ text }) => text)).toEqual([BODY, '县长致辞。']);
  });

  it('reads tags inside Markdown as markup', () => {
    const { articles } = parse(
      page(`# ${TITLE}`, '', `${LEAD}<br>`, '<div align="center"><img src="a.jpg"></div>', `<p>${SECOND}</p>`),
      'a.md',
    );
    expect(articles[0]).toMatchObject({ title: TITLE, text: BODY });
    expect(parse(page(`# ${TITLE}`, '', LEAD, '产量<3万斤，价格>5元。'), 'a.md').articles[0]!.text).toBe(
      page(LEAD, '产量<3万斤，价格>5元。'),
    );
  });
});
