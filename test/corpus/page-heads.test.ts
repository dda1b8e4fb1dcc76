import { describe, expect, it } from 'vitest';
import { cleanPage } from '../../src/corpus/page/clean.ts';
import { isMetaLine, readMetaLine } from '../../src/corpus/page/meta-line.ts';
import { BODY, LEAD, page, SCRIPTS, SECOND } from './pages.ts';

const TITLE = '青禾县召开乡村道路建设推进会';
const DATED = '2019-06-13 10:20　来源：青禾日报';

describe.each(SCRIPTS)('what stands about a headline, in %s', (_, script) => {
  const cleaned = (...lines: string[]) => cleanPage(script(page(...lines)));

  it('a code of several parts is the value of its label', () => {
    const meta = readMetaLine('索引号:000014349/2021-00021')!;
    expect(meta.unknown).toEqual([]);
    expect(isMetaLine('索引号:000014349/2021-00021', meta)).toBe(true);
    expect(readMetaLine('索引号:000014349 通车')!.unknown).toHaveLength(1);
  });

  it('whom a document speaks to stands below its headline', () => {
    const title = '关于做好雨季养护工作的通知';
    expect(cleaned('青禾县要求雨季前修好山路', title, '各乡镇人民政府：', BODY).title).toBe(script(title));
  });

  it('a document’s name may end like a channel’s', () => {
    const text = '为扩大民主，根据有关规定，现将情况公示如下：\n何立群，现任青禾县副县长，拟任县委常委。';
    expect(cleaned('领导干部任前公示公告', text)).toMatchObject({ title: script('领导干部任前公示公告'), text: script(text) });
    expect(cleaned('领导干部任前公示公告', '山路提前修通', DATED, BODY).title).toBe(script('山路提前修通'));
  });

  it('names of those who were there are a line of their own, and no headline', () => {
    const said = '抢在雨季前修好出山的每一条路';
    const lead = '6月12日，乡村道路建设推进会召开，县委书记何立群讲话，县长周敏主持会议，要求抢在雨季前修好出山路。';
    expect(cleaned('在乡村道路建设推进会上强调', '何立群', said, '周敏主持', DATED, lead).title).toBe(script(said));
    expect(cleaned('在全县教育工作会议上的讲话', DATED, lead).title).toBe(script('在全县教育工作会议上的讲话'));
  });

  it.each(['【扫码下载青禾在线客户端，看更多本地新闻】', '长按识别二维码关注青禾发布', '返回青禾，查看更多'])(
    '%s is a button',
    (button) => {
      expect(cleaned(TITLE, DATED, LEAD, button, BODY).text).toBe(script(page(LEAD, BODY)));
    },
  );

  it.each(['请继续往下阅读', '相关文章：【有片】铁皮屋着火 消防员救出两猫'])('%s within a text is the page’s', (line) => {
    expect(cleaned(TITLE, DATED, LEAD, line, SECOND).text).toBe(script(BODY));
  });

  it('a line in brackets or behind a label of subtitles is no headline', () => {
    const list = '青禾县人民代表大会常务委员会任免名单';
    const passed = '（2019年6月12日青禾县第十八届人民代表大会常务委员会第六次会议通过）';
    const text = '何立群为青禾县第十八届人民代表大会常务委员会委员。';
    expect(cleaned(list, passed, DATED, text)).toMatchObject({ title: script(list), text: script(page(passed, text)) });
    const [above, below] = ['（引题）青禾县召开乡村道路建设推进会 听取汇报', '（副题）各乡镇和施工单位的负责人参加会议'];
    expect(cleaned(above, '山路提前修通', below, BODY).title).toBe(script('山路提前修通'));
    expect(cleaned(above, '（主题）山路提前修通', below, BODY).title).toBe(script('山路提前修通'));
  });

  it('a headline may have the line of its date right behind it', () => {
    const dated = '2020-12-21 10:33:00来源：柏岭发布作者：訾文浏览：77次';
    expect(cleaned(`柏岭区首个社区食堂开张${dated}`, LEAD, SECOND, LEAD)).toMatchObject({
      title: script('柏岭区首个社区食堂开张'),
      source: script('柏岭发布'),
      days: { published: [{ iso: '2020-12-21' }] },
      text: script(page(LEAD, SECOND, LEAD)),
    });
    expect(cleaned(TITLE, `青禾县人民政府网 2020-12-21 来源：柏岭发布`, BODY)).toMatchObject({ title: script(TITLE), text: script(BODY) });
  });

  it('a headline may cry out over the line of its date', () => {
    const cried = '青禾的声音：有能吃苦的你们，才有这条出山的路！';
    expect(cleaned(cried, '2020-02-19 20:29:58 来源：半月谈', '关注青禾网', BODY)).toMatchObject({
      title: script(cried),
      text: script(BODY),
    });
  });

  it('a writer of any paper on a line of its own is no headline', () => {
    expect(cleaned('山路提前修通了', '2020-01-02 17:11', '半月谈记者 史卫燕', BODY).title).toBe(script('山路提前修通了'));
  });

  it('the title that a text had elsewhere, told below it, is not the page’s', () => {
    expect(cleaned(TITLE, DATED, BODY, '原标题：山路提前修通了').title).toBe(script(TITLE));
  });

  it('who edited a bulletin is its source', () => {
    expect(cleaned('县府办公室编  2016年4月22日', TITLE, BODY)).toMatchObject({
      source: script('县府办公室'),
      days: { published: [{ iso: '2016-04-22' }] },
    });
  });

  it('以下 before a noun announces no list', () => {
    const last = '毛竹生于海拔八百米以下的山坡。';
    expect(cleaned(TITLE, DATED, BODY, last, '◎ 本文由青禾报原创 ◎', '◎ 如需转载请联系后台 ◎').text).toBe(script(page(BODY, last)));
    expect(cleaned(TITLE, DATED, BODY, '获奖名单公布如下。', '何立群', '周敏').text).toContain(script('何立群'));
  });

  it('an address in a notice is one word of it', () => {
    const notice = '《青禾》APP已推出新版本，请更新浏览更精彩内容：https://app.example.com/qinghe/download?from=article&id=20190613001122';
    expect(cleaned(TITLE, DATED, BODY, notice).text).toBe(script(BODY));
  });

  it('a paper is called after a place that the headline before it names', () => {
    const glued = '原标题：栖岭县给老井装上水表栖岭日报讯（记者 王一）6月8日，栖岭县给城里的四十二口老井装上了水表，井水照旧免费。';
    expect(cleaned(glued).title).toBe(script('栖岭县给老井装上水表'));
  });
});
