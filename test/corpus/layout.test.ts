import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanPage } from '../../src/corpus/page/clean.ts';
import { makeArticle } from '../../src/corpus/make-article.ts';
import { parseFile } from '../../src/corpus/parse.ts';
import { BODY, LEAD, page, SCRIPTS, SECOND } from './pages.ts';

const TITLE = '青禾县召开乡村道路建设推进会';
const DATED = '2019-06-13 10:20　来源：青禾日报';
const parse = (text: string, file = 'a.txt') => parseFile(file, new TextEncoder().encode(text));

describe.each(SCRIPTS)('the headline is chosen by evidence, in %s', (_, script) => {
  const cleaned = (...lines: string[]) => cleanPage(script(page(...lines)));

  it.each([
    ['a menu', ['网站首页', '走进青禾', '办事大厅', '互动交流']],
    ['a breadcrumb', ['首页 -> 要闻 -> 本县']],
    ['a breadcrumb a line', ['您的当前位置：', '网站首页', '>', '县区动态', '>']],
    ['a channel', ['青禾新闻']],
    ['an office', ['青禾县融媒体中心']],
    ['a kicker', ['守住一条路 富了一方人']],
    ['an author', ['本报评论员']],
    ['the visitor’s clock', ['2019年7月1日 星期一', '设为首页']],
  ])('below %s', (__, above) => {
    expect(cleaned(...above, TITLE, DATED, BODY)).toMatchObject({
      title: script(TITLE),
      text: script(BODY),
      days: { published: [{ iso: '2019-06-13' }] },
      source: script('青禾日报'),
    });
  });

  it('below the line of its date', () => {
    expect(cleaned('青禾网 > 乡镇', DATED, TITLE, BODY)).toMatchObject({
      title: script(TITLE),
      days: { published: [{ iso: '2019-06-13' }] },
    });
  });

  it('over a subtitle, which stays', () => {
    expect(cleaned(TITLE, '——九个乡镇同时开工', DATED, BODY)).toMatchObject({
      title: script(TITLE),
      text: script(page('——九个乡镇同时开工', BODY)),
    });
  });

  it('or is only stated beside the text', () => {
    const made = makeArticle({ id: 'a', file: 'a.html', line: null }, script(BODY), {
      titles: [{ text: script(`${TITLE}_青禾新闻网`), from: 'metadata' }],
    });
    expect(made).toMatchObject({ title: script(TITLE), titleBasis: 'stated' });
  });

  it('or is not there: an office and a date are no title', () => {
    expect(cleaned('青禾县融媒体中心', '发布时间：2019-06-13', BODY)).toMatchObject({
      title: null,
      days: { published: [{ iso: '2019-06-13' }] },
    });
  });

  it('of a document may be set in two lines, or be no more than 公告', () => {
    expect(cleaned('青禾县人民政府办公室', '关于修好乡村道路的通知', BODY).title).toBe(
      script('青禾县人民政府办公室关于修好乡村道路的通知'),
    );
    expect(cleaned('公　告', BODY).title).toBe(script('公　告'));
  });
});

describe('the text ends with its last line of prose', () => {
  it.each([
    ['links', ['友情链接', '省政府网站', '市政府网站']],
    ['words of no kind', ['新聞稿', '列印此頁', '返回頁首']],
    ['rows with a day', ['· 邻县召开春耕会 2019-06-11', '· 石门镇的桥修好了 2019-06-10']],
    ['a disclaimer', ['特别声明：以上文章内容仅代表作者本人观点，不代表本网立场。', '本网转载请注明出处，侵权请联系我们删除。']],
    ['comments', ['网友评论', '路人甲', '修得好，早该修了。', '2019-06-13 21:02 回复']],
    ['who made it', ['编辑|王一', '摄影：李二', '（责任编辑：张三）']],
  ])('%s below it are the page’s', (_, below) => {
    expect(cleanPage(page(TITLE, DATED, BODY, '', ...below)).text).toBe(BODY);
  });

  it.each([
    ['a signature', ['青禾县交通局', '2019年6月13日']],
    ['a list that it announces', ['获奖名单如下：', '王一', '李二']],
    ['contacts', ['联系人：王老师', '电话：0000-1234567']],
    ['a last line without a full stop', ['县交通局局长王一，副局长李二，各乡镇负责人参加会议']],
    ['enclosures', ['附件：1.路线图', '2.分工表']],
  ])('%s stays', (_, below) => {
    expect(cleanPage(page(TITLE, BODY, ...below)).text).toBe(page(BODY, ...below));
  });

  it('a signature stays though its office is named again and again', () => {
    const office = '青禾县交通局';
    expect(cleanPage(page('发布机构：', office, '信息来源：', office, TITLE, BODY, office, '2019年6月12日')).text).toBe(
      page(BODY, office, '2019年6月12日'),
    );
  });

  it('inside it stay headings, tables, days and questions', () => {
    const text = page(
      LEAD,
      '延伸阅读',
      '石门镇的桥有八十年了。',
      '石门镇 31天',
      '2019年6月1日',
      SECOND,
      '记者：路修到哪里？',
      '王一：修到村口。',
    );
    expect(cleanPage(page(TITLE, DATED, text)).text).toBe(text);
  });

  it.each([
    '【广告】石门驾校报名中',
    '（本报记者 王一 摄）',
    '>>点击阅读更多新闻',
    '投稿邮箱：a@example.com',
    '视频加载失败，请刷新页面再试',
  ])('inside it, %s does not', (line) => {
    expect(cleanPage(page(TITLE, LEAD, line, SECOND)).text).toBe(BODY);
  });

  it('what a site puts into a paragraph in brackets goes, what a writer puts there stays', () => {
    expect(cleanPage(page(TITLE, `${LEAD}【投稿信箱：a@example.com，一经采用稿费从优】`, SECOND)).text).toBe(BODY);
    expect(cleanPage(page(TITLE, `${LEAD}（责任编辑：王一）`, SECOND)).text).toBe(BODY);
    expect(cleanPage(page(TITLE, `${LEAD}（见图一）`, SECOND)).text).toBe(page(`${LEAD}（见图一）`, SECOND));
  });

  it('says how much prose was left out', () => {
    const comments = ['网友评论', ...Array.from({ length: 5 }, (_, i) => `第${i + 1}位说，修得好，早该修了。`)];
    const { articles } = parse(page(TITLE, BODY, ...comments, '2019-06-13 21:02 回复', '第六位说，停车场小。'));
    expect(articles[0]!.notes).toMatchObject([{ code: 'prose-left-out', values: { lines: 6 } }]);
    expect(parse(page(TITLE, BODY, '分享到：')).articles[0]!.notes).toBeUndefined();
  });
});

describe('the day of publication', () => {
  const published = (text: string, file?: string) => parse(text, file).articles[0]!.published;

  it('is the signature’s only where the page states none; a difference is told', () => {
    const signed = [BODY, '青禾县交通局', '2019年6月12日'];
    expect(published(page(TITLE, ...signed))).toMatchObject({ iso: '2019-06-12', basis: 'explicit' });
    expect(published(page(TITLE, '发布日期：2019-06-13', ...signed))).toMatchObject({
      iso: '2019-06-13',
      conflicts: [{ from: 'signature', iso: '2019-06-12' }],
    });
  });

  it('is the file name’s where nothing else says one, and told to be so', () => {
    expect(published(page(TITLE, BODY), '20190613-02.txt')).toMatchObject({
      iso: '2019-06-13',
      basis: 'inferred',
      evidence: { code: 'file-name' },
    });
    expect(published(page(TITLE, DATED, BODY), '20190701.txt')).toMatchObject({ iso: '2019-06-13', basis: 'explicit' });
  });

  it('is not that of a list, an archive or a chronicle', () => {
    expect(published(page(TITLE, BODY, '相关新闻', '· 邻县召开春耕会 2019-06-11'))).toBeNull();
    expect(published(page('归档时间：2020-01-01', TITLE, BODY))).toBeNull();
    expect(published(page('青禾县修路大事记', '2019年4月1日', '第一台机器进村。', '2019年5月1日', '路基完工。'))).toBeNull();
  });

  it('a day of birth and the months of a statistic are no event', () => {
    const event = (text: string) => parse(page(TITLE, text, SECOND)).articles[0]!.event;
    expect(event('王一，1968年12月生，青禾县人，长年在石门镇修路。')).toBeNull();
    expect(event('2019年5月，青禾县货运量同比增长百分之六，主要是建材。')).toBeNull();
    expect(event('2019年5月，青禾县的新路通车，货车不再绕道。')).toMatchObject({ iso: '2019-05' });
  });
});

describe('lines broken at a fixed width', () => {
  const wrapped = (text: string, width: number) => (text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n');

  it('are paragraphs again, and lead back to the file', () => {
    const raw = page(TITLE, wrapped(`　　${LEAD}`, 24), wrapped(`　　${SECOND}`, 24));
    const { text, origin } = cleanPage(raw);
    expect(text).toBe(BODY);
    for (const run of origin) expect(raw.slice(run.file, run.file + run.length)).toBe(text.slice(run.clean, run.clean + run.length));
  });

  it('do not take in the line of the page’s date, though it is as wide', () => {
    const prose = SECOND + SECOND.replace('会议', '会后');
    const raw = page(TITLE, '石门时报 2019 年 6 月 13 日 第 01 版', wrapped(prose, 18));
    expect(parse(raw).articles[0]).toMatchObject({ title: TITLE, text: prose, source: '石门时报', published: { iso: '2019-06-13' } });
  });

  it('are left alone where every line is a sentence', () => {
    const lines = [
      '路基已经完成，等待检查验收合格。',
      '排水已经完成，等待检查验收合格。',
      '路灯已经装好，等待检查验收合格。',
      '桥梁已经加固，等待检查验收合格。',
    ];
    expect(cleanPage(page(TITLE, ...lines)).text).toBe(page(...lines));
  });
});

describe('what is glued into one line', () => {
  it.each([
    ['behind a label', `原标题：${TITLE} 青禾网讯（记者 王一）`],
    ['without a blank', `原标题：${TITLE}石门新闻网青禾6月13日讯（记者 王一）`],
    ['before an agency’s dateline', `${TITLE} 新华社青禾6月13日电 `],
  ])('a headline %s', (_, head) => {
    expect(parse(head + LEAD).articles[0]).toMatchObject({ title: TITLE, titleBasis: 'stated' });
  });

  it('a whole page', () => {
    const line = `您的位置：首页>新闻>正文 ${TITLE} 来源：青禾日报 发布时间：2019-06-13 浏览：88 ${LEAD}`;
    expect(parse(line).articles[0]).toMatchObject({ title: TITLE, source: '青禾日报', published: { iso: '2019-06-13' }, text: LEAD });
  });

  it('a reporter is no headline, nor a sentence before a medium', () => {
    expect(parse(`本报记者 王一 青禾网讯 ${LEAD}`).articles[0]!.titleBasis).toBe('derived');
    expect(parse(`县里的路修好了。据青禾网消息，${LEAD}`).articles[0]!.text).toContain('县里的路修好了。');
  });
});

describe('several articles in one file', () => {
  const SECOND_TITLE = '石门镇卫生院来了新医生';
  const other = '2020年3月4日，石门镇卫生院来了两位新医生，每周坐诊五天，村民不用再进城看病。';

  it('are cut where a headline has a date of its own', () => {
    const raw = page(TITLE, '2019-06-13', BODY, '', SECOND_TITLE, '2020-03-05', other);
    const { articles } = parse(raw);
    expect(articles).toMatchObject([
      { id: 'a', title: TITLE, text: BODY, line: 1 },
      { id: 'a#2', title: SECOND_TITLE, text: other, line: 6, published: { iso: '2020-03-05' } },
    ]);
    for (const { text, origin } of articles)
      for (const run of origin) expect(raw.slice(run.file, run.file + run.length)).toBe(text.slice(run.clean, run.clean + run.length));
  });

  it('are items of a column, with the date above them', () => {
    const { articles } = parse(page('青禾简讯', '2019-06-13', `◆${TITLE}`, LEAD, `◆${SECOND_TITLE}`, other));
    expect(articles.map(({ title, published }) => [title, published?.iso])).toEqual([
      [TITLE, '2019-06-13'],
      [SECOND_TITLE, '2019-06-13'],
    ]);
  });

  it('are tagged records, or lines behind a label', () => {
    expect(
      parse(`<doc><url>http://example.org/1</url><contenttitle>${TITLE}</contenttitle><content>${LEAD}</content></doc>`).articles,
    ).toMatchObject([{ title: TITLE, url: 'http://example.org/1', text: LEAD }]);
    expect(parse(`时政\t${LEAD}\n民生\t${other}`).articles.map(({ text }) => text)).toEqual([LEAD, other]);
  });

  it('are one where a list, a signature or a table only looks so', () => {
    expect(parse(page(TITLE, BODY, '相关新闻', SECOND_TITLE, '2020-03-05', other)).articles).toHaveLength(1);
    expect(parse(page(TITLE, BODY, '青禾县人民政府', '2019年6月13日', '青禾县道路管理办法', other)).articles).toHaveLength(1);
    expect(parse('姓名\t王一在青禾县修了三十年的路，人人都认得他。').articles).toHaveLength(1);
  });

  it('that do not show where they part are told', () => {
    const { articles } = parse(page(TITLE, BODY, '====================', SECOND_TITLE, other));
    expect(articles).toMatchObject([{ notes: [{ code: 'several-articles' }] }]);
  });
});

describe('reading takes steps in proportion to the length of the page', () => {
  afterEach(() => vi.restoreAllMocks());

  // Steps are counted, not timed: look-ups in tables, and expressions begun.
  const stepsOf = (raw: string) => {
    const spies = [vi.spyOn(Map.prototype, 'get'), vi.spyOn(Set.prototype, 'has'), vi.spyOn(RegExp.prototype, 'exec')];
    cleanPage(raw);
    const steps = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    vi.restoreAllMocks();
    return steps;
  };

  it.each([
    ['summaries', '摘要：青禾县修路，村民都来看。\n'],
    ['copies of a headline', `${TITLE}\n`],
    ['buttons', '分享 微信 QQ空间\n'],
    ['counters', '评论(3) | 阅读(7)\n'],
    ['rows with a day', '青禾县修好了道路 2019-06-13\n'],
    ['headings of lists', '相关新闻\n'],
    ['bracketed calls', '【投稿信箱：a@example.com】青禾县修路。'],
    ['glosses and losses', '縣(xiàn)長(zhǎng)會(huì)召開??h委\uFFFD。'],
  ])('of %s', (_, line) => {
    const body = `${BODY}\n`;
    const [once, twice] = [200, 400].map((times) => stepsOf(body + line.repeat(times) + body));
    expect(once).toBeGreaterThan(100);
    expect(twice).toBeLessThan(once! * 2.3);
  });
});
