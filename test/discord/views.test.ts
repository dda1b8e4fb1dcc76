import { describe, expect, it } from 'vitest';
import { errorView } from '../../src/discord/views/error.ts';
import { view } from '../../src/discord/views/index.ts';
import type { Payload } from '../../src/discord/views/payload.ts';
import type { LOCALES } from '../../src/text/index.ts';
import { UserError } from '../../src/user-error.ts';
import { articleReply, context, LINKS, officialReply, regionReply, result, results, searchReply, STATUS, askReply } from './fakes.ts';

const all = (payload: Payload): string => JSON.stringify(payload);

describe('search and ask', () => {
  it('shows only what fits about as well as the best, where the question is answered', () => {
    expect(view(askReply({ answers: 2 }), context()).embeds).toHaveLength(2);
    expect(view(askReply({ answered: false, answers: 0 }), context()).embeds).toHaveLength(5);
  });

  it('shows nothing as nearest where nothing is near enough, and has no votes where nothing is shown', () => {
    const votes = (payload: ReturnType<typeof view>) => JSON.stringify(payload.components).includes('👎');
    const far = view(askReply({ answered: false, answers: 0, nearest: 0 }), context());
    expect(far.embeds).toEqual([]);
    expect(far.content).not.toContain('最接近');
    expect(votes(far)).toBe(false);
    expect(votes(view(askReply({ answered: false, answers: 0, nearest: 2 }), context()))).toBe(true);
    expect(votes(view(searchReply({ total: 0, results: [] }), context()))).toBe(false);
    expect(votes(view(searchReply(), context()))).toBe(true);
  });

  it('show what matched in bold, and where it comes from', () => {
    const [embed] = view(searchReply(), context()).embeds;
    expect(embed!.description).toBe('> 会议指出，要做好\\***旅游**扶贫\\*工作。\n-# 地区 雅安市雨城区 · 人物 高福强（区委书记）');
    expect(embed!.footer!.text).toBe('来源：雨城区<办公室> · 发表：2018年5月25日（年份为推定）');
  });
  it('say that nothing answers, and call what is near so', () => {
    const { content } = view(askReply({ answered: false, suggestions: ['孙咏平'] }), context());
    expect(content).toContain('文章没有回答「谁？」。');
    expect(content).toContain('不是回答');
    expect(content).toContain('是不是要找：孙咏平？');
  });
  it('say why the filters leave nothing, with what was typed escaped', () => {
    const note = { code: 'nothing_within_filters', values: { filters: '*河南*、–2017' } } as const;
    const line = '没有一篇文章符合所选的条件（\\*河南\\*、–2017）。';
    expect(view(searchReply({ total: 0, results: [], note }), context()).content).toContain(line);
    expect(view(askReply({ answered: false, total: 0, results: [], note }), context()).content).toContain(line);
  });
  it('have buttons only where there are pages, the useless one disabled', () => {
    expect(all(view(searchReply({ results: results(5) }), context()))).not.toContain('page-');
    const [previous, next] = view(searchReply(), context({ page: 2 })).components[0]!.components as {
      custom_id: string;
      disabled: boolean;
    }[];
    expect([previous!.custom_id, previous!.disabled, next!.disabled]).toEqual(['page-1', false, true]);
  });
});

describe('region, official', () => {
  it('labels articles about the place and those that only mention it, and lists the places in it with their articles', () => {
    expect(view(regionReply(), context()).embeds.map(({ author, title }) => author?.name ?? title)).toEqual([
      '所辖地区（文章数）',
      '只是提到',
      '专讲此地',
    ]);
  });
  it('names the articles that do not tell which of several places they mean, once, and lets them be read', () => {
    const between = [
      { name: '朝阳区', code: '110105', path: ['北京市', '朝阳区'] },
      { name: '朝阳区', code: '220104', path: ['吉林省', '长春市', '朝阳区'] },
    ];
    const reply = regionReply({ query: '朝阳区', unplaced: [{ ...result(7) }], open_between: between });
    expect(view(reply, context()).content).toContain(
      '另有文章提到「朝阳区」而没说是哪一个（北京市 › 朝阳区 或 吉林省 › 长春市 › 朝阳区），没有算在内：第7篇',
    );
    expect(all(view(reply, context()))).toContain('"value":"article|article-7"');
    expect(view(regionReply({ ...reply, region: null, results: [], total: 0 }), context()).content).toContain('第7篇');
    const open = view(
      { ...articleReply('朝阳区发布通知。'), open_names: [{ text: '朝阳区', start: 0, end: 3, candidates: between }] },
      context(),
    );
    expect(open.embeds[0]!.fields).toContainEqual({ name: '没说是哪一处', value: '朝阳区（北京市 › 朝阳区 或 吉林省 › 长春市 › 朝阳区）' });
  });
  it('says that no article has a name, and which places are called so, with nothing to choose', () => {
    const [region, ...others] = [
      { name: '朝阳区', code: '110105', path: ['北京市', '朝阳区'] },
      { name: '朝阳区', code: '220104', path: ['吉林省', '长春市', '朝阳区'] },
    ];
    const payload = view(regionReply({ query: '朝阳区', region, others, results: [], total: 0, parts: [] }), context());
    expect(payload.content).toBe('没有一篇文章提到「朝阳区」。\n叫这个名字的有：北京市朝阳区、吉林省长春市朝阳区');
    expect(all(payload)).not.toContain('"options"');
  });
  it('asks about a place that nobody is likely to mean, by a button', () => {
    const mars = { name: '火星街道', code: '430102011', path: ['湖南省', '长沙市', '芙蓉区', '火星街道'] };
    const reply = regionReply({ query: '火星', region: null, others: [mars], results: [], total: 0, parts: [] });
    expect(view(reply, context()).content).toContain('是不是要找：火星街道（湖南省长沙市芙蓉区）？');
    expect(view(reply, context({ locale: 'en' })).content).toContain('Did you mean: 火星街道 \\(湖南省长沙市芙蓉区\\)?');
    expect(view(reply, context()).components[0]!.components).toEqual([
      { type: 2, style: 1, label: '火星街道（湖南省长沙市芙蓉区）', custom_id: 'instead|湖南省长沙市芙蓉区火星街道' },
    ]);
    const two = view({ ...reply, others: [mars, { ...mars, path: ['某省', '火星镇'] }] }, context());
    expect(two.components[0]!.components).toMatchObject([
      { custom_id: 'suggest', options: [{ value: mars.path.join('') }, { value: '某省火星镇' }] },
    ]);
    const long = view({ ...reply, others: [{ ...mars, path: ['长'.repeat(90)] }] }, context());
    expect(long.components[0]!.components).toMatchObject([{ custom_id: 'suggest' }]);
  });
  it('shows every title with article and date, what was done, three statements beside them, five on other pages', () => {
    const first = view(officialReply(), context());
    expect(first.embeds).toHaveLength(4);
    expect(first.embeds[0]!.description).toBe('**丹江口市委书记**\n-# 第0篇 · 2018年5月25日（年份为推定）');
    expect(first.embeds[0]!.fields![0]!.value).toContain('**出席** 孙咏平出席会议。');
    expect(first.embeds[1]!.author!.name).toBe('指出 · 转述');
    expect(first.embeds[2]!.author!.name).toBe('指出 · 转述 · 承前文');
    expect(view(officialReply(), context({ page: 1 })).embeds).toHaveLength(4);
  });
  it('says that nobody quotes a person of whom only acts are told', () => {
    const { official } = officialReply();
    const [card] = view(officialReply({ official: { ...official!, statements: [] } }), context()).embeds;
    expect(card!.fields![0]!.value).toMatch(/^出席，无发言记录\n/);
  });
});

it('what was refused is told in the reader’s language', () => {
  const rejected = [
    { file: 'a.jsonl', line: 3, code: 'field-missing' as const, values: { field: 'text' }, reason: 'the field text is missing' },
  ];
  const told = (locale: (typeof LOCALES)[number]) =>
    JSON.stringify(
      view(
        {
          command: 'status',
          ok: true,
          took_ms: 1,
          feedback: { up: 1, down: 2 },
          version: '0.1.0',
          uptime_s: 1,
          status: { ...STATUS, rejected },
        },
        context({ locale }),
      ).embeds,
    ).replaceAll('\\\\', '');
  expect(told('zh-CN')).toContain('第 3 行：缺少字段 text');
  expect(told('en')).toContain('line 3: the field text is missing');
});

it('places have the reader’s script, people that of the article; one of a thing is one', () => {
  const hit = {
    ...result(0, '余勝祥出席會議。'),
    officials: [{ name: '余勝祥', title: '州委常委' }],
    regions: [{ name: '郁南县', code: '445322', path: ['广东省', '云浮市', '郁南县'] }],
  };
  const tw = view(searchReply({ results: [hit], total: 1 }), context({ locale: 'zh-TW' })).embeds[0]!.description;
  expect(tw).toContain('-# 地區 雲浮市郁南縣 · 人物 余勝祥（州委常委）');
  expect(view(searchReply({ results: [hit], total: 1 }), context()).embeds[0]!.description).toContain('云浮市郁南县');
  const article = view({ ...articleReply('區委書記高福強出席會議。'), dates: [] }, context({ locale: 'en' })).embeds[0]!.fields!;
  expect(article.map(({ value }) => value)).toEqual(['四川省 › 雅安市 \\(About this place\\)', '高福強 \\(区委书记\\)']);
  const head = (total: number) => view(searchReply({ total }), context({ locale: 'en' })).content;
  expect([head(1), head(2)]).toEqual([expect.stringMatching(/: 1 passage,/), expect.stringMatching(/: 2 passages,/)]);
});

it('that nothing is kept is told with what to do', () => {
  const told = view(
    {
      command: 'status',
      ok: true,
      took_ms: 1,
      feedback: { up: 0, down: 0 },
      version: '0.1.0',
      uptime_s: 1,
      status: STATUS,
      not_kept: 'damaged',
    },
    context(),
  );
  expect(told.embeds[0]!.fields).toContainEqual({
    name: '设置和评价',
    value: expect.stringContaining('zhaiyin.db 已损坏') as string,
    inline: false,
  });
});

describe('the reader', () => {
  const words = ['第一段讲旅游。', '第二段讲扶贫。', '第三段讲修路。'].map((words) => words.repeat(200));
  const body = words.join('\n');
  const marked = { start: body.indexOf('第二段'), end: body.indexOf('第二段') + 7 };
  const opened = (more = {}) => view(articleReply(body), context({ page: null, mark: marked, ...more }));
  it('opens at the quote, marked, and tells where it is', () => {
    const { content, embeds } = opened();
    expect(embeds[0]!.description).toContain('**第二段讲扶贫。**第二段');
    expect(content).toMatch(/第 [2-9]\/\d+ 页/);
    expect(view(articleReply(body), context({ mark: marked })).embeds[0]!.description).not.toContain('**');
  });
  it('has dates, places and people on its first page, and menus to jump and to look them up', () => {
    const first = view(articleReply(body), context());
    expect(first.embeds[0]!.fields!.map(({ name }) => name)).toEqual(['地区', '人物']);
    expect(opened().embeds[0]!.fields).toEqual([]);
    const menus = first.components.map(({ components: [each] }) => each as { custom_id: string; options?: { value: string }[] });
    expect(menus.map(({ custom_id: id }) => id)).toEqual(['page--1', 'jump', 'open', 'cite']);
    expect(menus[2]!.options!.map(({ value }) => value)).toEqual(['official|高福强', 'region|四川省雅安市']);
  });
  it('offers pages near and far where there are more than a menu takes', () => {
    const long = view(articleReply('一段话。\n'.repeat(20_000)), context({ page: 30 }));
    const jump = long.components
      .map(({ components: [each] }) => each as { custom_id: string; options?: { value: string }[] })
      .find(({ custom_id: id }) => id === 'jump')!;
    const values = jump.options!.map(({ value }) => Number(value));
    expect(values.length).toBeLessThanOrEqual(25);
    expect(values).toEqual(expect.arrayContaining([0, 28, 29, 30, 31, 32]));
    expect(Math.max(...values)).toBeGreaterThan(45);
  });
  it('leads back to the results it was opened from', () => {
    expect(all(opened({ links: { ...LINKS, back: 'to the results' } }))).toContain('to the results');
    expect(all(opened())).not.toContain('返回');
  });
});

describe('the other script', () => {
  const traditional = searchReply({
    results: [{ ...result(), quote: { text: '會議指出，要做好旅游工作。', start: 0, end: 13, highlights: [[8, 10]] } }],
  });
  it('is offered where the quotes are in it, and said where they are converted', () => {
    expect(all(view(traditional, context()))).toContain('"label":"显示简体"');
    expect(all(view(searchReply(), context()))).not.toContain('显示简体');
    expect(all(view(searchReply(), context({ locale: 'zh-TW' })))).toContain('顯示繁體');
    const converted = view(traditional, context({ script: 'simplified' }));
    expect(converted.embeds[0]!.description).toContain('> 会议指出，要做好**旅游**工作。');
    expect(converted.content).toContain('引文已转换为简体显示');
    expect(all(converted)).toContain('"label":"照原文显示"');
    expect(view(traditional, context()).embeds[0]!.description).toContain('會議指出');
  });
});

describe('errors', () => {
  it("are told in the reader's language, what was typed escaped", () => {
    expect(errorView('zh-CN', new UserError('unknown_article', 'x', { id: '<@1>' })).content).toContain('「\\<\\@1\\>」');
    expect(errorView('en', new UserError('something_else', 'It is *so*.')).content).toBe('It is \\*so\\*\\.');
  });
});
