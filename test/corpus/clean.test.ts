import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../src/corpus/page/clean.ts';
import { BODY, LEAD, page, SCRIPTS, SECOND } from './pages.ts';

const TITLE = '青禾县召开乡村道路建设推进会';

describe.each(SCRIPTS)('furniture of a page in %s is not the article', (_, script) => {
  const cleaned = (...lines: string[]) => cleanPage(script(page(...lines)));
  const body = script(BODY);

  it.each([
    ['分享到:'],
    ['分享到：微信 新浪微博 QQ空间'],
    ['分享 | 收藏 | 打印'],
    ['分享至 豆瓣 知乎 人人网'],
    ['转发到朋友圈'],
    ['复制链接'],
  ])('share bar: %s', (bar) => {
    expect(cleaned(BODY, bar).text).toBe(body);
    expect(cleaned(bar, BODY).text).toBe(body);
  });

  it.each([['浏览:'], ['浏览次数：1024'], ['阅读(365)'], ['评论() | 分享06月12号 09:30'], ['点击量: 88 次']])('counter: %s', (counter) => {
    expect(cleaned(LEAD, counter, SECOND).text).toBe(body);
  });

  it.each([
    ['字体:大 中 小'],
    ['字号：'],
    ['当前位置：首页 > 要闻 > 正文'],
    ['首页 > 要闻 > 正文'],
    ['上一篇：县里开了另一个会'],
    ['下一页'],
    ['返回顶部'],
    ['共3页 1 2 3'],
    ['打印本页'],
    ['扫一扫手机阅读'],
    ['版权所有 青禾县人民政府'],
    ['联系我们 | 网站地图'],
    ['某ICP备05000000号'],
  ])('page control: %s', (control) => {
    expect(cleaned(control, BODY, control).text).toBe(body);
  });

  it.each([['责任编辑:王一'], ['【编辑：李二】'], ['来源:青禾日报'], ['审核：张三 校对：李四']])('byline: %s', (byline) => {
    expect(cleaned(BODY, byline).text).toBe(body);
  });

  it.each([['相关文章:'], ['猜你喜欢'], ['【延伸阅读】'], ['热门推荐 >>'], ['更多新闻']])(
    'list under the heading %s, to the end of the page',
    (heading) => {
      expect(cleaned(BODY, heading, '- 邻县召开春耕会', '石门镇的桥修好了', '· 全县旅游收入上升').text).toBe(body);
    },
  );

  it('list under a heading ends where prose begins again', () => {
    expect(cleaned(LEAD, '相关新闻', '- 邻县召开春耕会', SECOND).text).toBe(body);
  });

  it('list without a heading, of two or more items with times of day', () => {
    expect(cleaned(BODY, '- 邻县召开春耕会 2019/6/12 16:52:11', '- 石门镇的桥修好了 2019/6/11 08:10:00').text).toBe(body);
    expect(cleaned(BODY, '邻县召开春耕会 [06-12 16:52]', '石门镇的桥修好了 [06-11 08:10]').text).toBe(body);
  });

  it('title that the page prints first, and again as a header between the paragraphs', () => {
    const result = cleaned(TITLE, LEAD, TITLE, SECOND, TITLE);
    expect(result).toMatchObject({ title: script(TITLE), text: body });
  });

  it('header printed three times and more, wherever it stands', () => {
    expect(cleaned(LEAD, '青禾要闻', SECOND, '青禾要闻', LEAD, '青禾要闻').text).toBe(script(page(LEAD, SECOND, LEAD)));
  });

  it('title stuffed with search words: the real one is what stands behind them', () => {
    expect(cleaned(`青禾县道路 ${TITLE}`, BODY)).toMatchObject({ title: script(TITLE), text: body });
  });

  it('title stated in a line of its own outranks the headline', () => {
    expect(cleaned('青禾县道路建设', BODY, `标题:【${TITLE}】`)).toMatchObject({ title: script(TITLE), text: body });
  });

  it('column label and name of the site around a title', () => {
    expect(cleaned(`要闻|${TITLE}_青禾新闻网`, BODY).title).toBe(script(TITLE));
  });

  it('date line: it dates the page and is not quoted', () => {
    expect(cleaned(TITLE, '发布时间：2019-06-13 10:20', BODY)).toMatchObject({
      days: { published: [{ text: '2019-06-13', iso: '2019-06-13' }] },
      text: body,
    });
  });

  it('summary of the site that is the article’s beginning in worse shape', () => {
    const garbled = `文章简介:${LEAD.replaceAll(',', '.').replaceAll('、', '.')}会议要求.各乡镇要在雨`;
    expect(cleaned(TITLE, garbled, BODY).text).toBe(body);
  });

  it('bar at the end of a line', () => {
    expect(cleaned(`${LEAD} |`, SECOND).text).toBe(body);
  });
});

describe('what a writer wrote stays', () => {
  it.each([
    ['a bulleted list at the end', page(BODY, '- 路基工程在6月底完成', '- 排水工程在7月中旬完成', '- 路灯在8月装好')],
    ['a numbered list at the end', page(BODY, '1. 路基工程', '2. 排水工程', '3. 路灯')],
    ['a list with one time of day', page(BODY, '- 开工仪式', '- 第一次检查 6月20日 09:30')],
    [
      'a summary that says new things',
      page('核心提示:全县今年投入三千万元修路,惠及八万多名村民,比去年多修一百二十公里,并首次请村民代表监督质量。', BODY),
    ],
    [
      'a summary that repeats the lead’s first words and goes on to new things',
      page('摘要:青禾县召开乡村道路建设推进会。全县今年投入三千万元修路,惠及八万多名村民,比去年多修一百二十公里。', BODY),
    ],
    ['a paragraph that begins with 分享', page('分享经济正在改变青禾县的旅游业。', BODY)],
    ['a paragraph that begins with 来源', page('来源于民间的竹编手艺,如今成了村民增收的门路。', BODY)],
    ['a paragraph that begins with 阅读', page('阅读是山区孩子了解外面世界的窗口,县图书馆每周送书下乡。', BODY)],
    ['a paragraph that begins with 声明 or 评论', page('评论员认为,修路只是第一步。', BODY)],
    ['a paragraph that begins with 联系我们', page('联系我们村的是县交通局,干部每月来两次。', BODY)],
    ['a paragraph that begins with 下一条', page('下一条路修到村口,要等到明年五月。', BODY)],
    ['a paragraph that begins with 扫一扫', page('扫一扫二维码,村民就能看到账目。', BODY)],
    ['a paragraph that begins with a count of pages', page('12页的方案经过三轮讨论。', BODY)],
    ['a refrain printed twice', page(LEAD, '要想富 先修路', SECOND, '要想富 先修路')],
    ['a bar inside a sentence', page('栏目分为要闻|民生|旅游三类。', BODY)],
  ])('%s', (_, text) => {
    expect(cleanPage(text).text).toBe(text);
  });

  it.each(['分享到:微信', '字体:大 中 小', '相关文章', TITLE, '责任编辑:王一'])(
    'a text of one line, though it looks like furniture: %s',
    (line) => {
      expect(cleanPage(line)).toMatchObject({ text: line, leftOut: [] });
    },
  );

  it('a headline, where metadata gives another title', () => {
    expect(cleanPage(page('会议指出', BODY), { titles: [{ text: TITLE, from: 'field' }] }).text).toBe(page('会议指出', BODY));
    expect(cleanPage(page(TITLE, BODY, TITLE), { titles: [{ text: TITLE, from: 'field' }] })).toMatchObject({ text: BODY });
  });
});

describe('a page taken apart', () => {
  it('names the source that the page prints, without its label', () => {
    expect(cleanPage(page(BODY, '来源:青禾日报')).source).toBe('青禾日报');
    expect(cleanPage(page(BODY, '【信息来源：县人民政府】')).source).toBe('县人民政府');
    expect(cleanPage(BODY).source).toBeNull();
  });

  it('keeps the stamps of listed articles as evidence for dates', () => {
    const { stamps } = cleanPage(page(BODY, '相关文章:', '邻县召开春耕会 2019/6/12 16:52:11', '评论() | 分享06月11号 08:10'));
    expect(stamps).toMatchObject([
      { year: 2019, month: 6, day: 12 },
      { year: null, month: 6, day: 11 },
    ]);
  });

  it('does not take blank lines, line ends of any kind or blanks around lines into the text', () => {
    expect(cleanPage(`\uFEFF　　${LEAD}\r\n\r\n \u200b${SECOND}\r　\n`).text).toBe(BODY);
  });
});

describe('a line that says when the page came out', () => {
  it.each([
    ['发布时间：2017-12-24 来源：青禾日报', '青禾日报'],
    ['2017-12-24 10:20 来源：青禾日报', '青禾日报'],
    ['来源：青禾日报 发布时间：2017-12-24', '青禾日报'],
    ['发布日期：2017-12-24 浏览次数：120 来源：青禾日报', '青禾日报'],
    ['2017-12-24 10:20:11 | 來源: 青禾日報 | 作者: 王一 | 字體:[大 中 小]', '青禾日報'],
    ['时间：2017-12-24　记者：王一', null],
    ['2017-12-24', null],
  ])('and from where: %s', (line, source) => {
    const found = cleanPage(page('青禾县召开乡村道路建设推进会', line, BODY));
    expect(found).toMatchObject({ days: { published: [{ text: '2017-12-24' }] }, source, text: page(BODY) });
  });

  it.each(['2017-12-24 来源：青禾日报记者在现场看到，道路已经修通。', '2017-12-24 青禾县修路'])(
    'but not one that says more: %s',
    (line) => {
      expect(cleanPage(page('青禾县召开乡村道路建设推进会', line, BODY))).toMatchObject({
        days: { published: [] },
        text: page(line, BODY),
      });
    },
  );
});
