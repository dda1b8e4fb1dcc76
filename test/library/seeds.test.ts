import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../src/library.ts';
import { DANJIANGKOU, JINGMENG, SHANGRILA, XINXIANG, YUCHENG } from './seed-ids.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary('seeds/');
});

const whole = (id: string) => library.article(id);
const ref = async (id: string) => (await whole(id)).results[0].article;
const ids = ({ results }: { results: { article: { id: string } }[] }) => results.map(({ article }) => article.id);

describe('titles', () => {
  it.each([
    [XINXIANG, '新鄉市外事僑務旅游局召開全市旅游扶貧工作推進會', 'derived'],
    [JINGMENG, '京蒙旅游扶贫协作座谈会在北京市召开', 'stated'],
    [YUCHENG, '雅安市雨城區召開2020年脫貧攻堅領導小組第一次會議', 'stated'],
    [DANJIANGKOU, '丹江口市市委书记孙咏平逐镇调研精准扶贫工作', 'stated'],
    [SHANGRILA, '香格里拉市脫貧攻堅第一個“百日會戰”現場推進會在三壩鄉安南村召開', 'derived'],
  ])('of %s', async (id, title, basis) => {
    expect(await ref(id)).toMatchObject({ title, title_basis: basis });
  });
});

describe('dates', () => {
  it('新乡: inferred from the articles listed on the page', async () => {
    expect(await ref(XINXIANG)).toMatchObject({
      published: null,
      event: { text: '5月25日下午', iso: '2018-05-25', basis: 'inferred', evidence_code: { code: 'related-stamps' } },
    });
  });

  it('京蒙: the year is only known to be after 2017', async () => {
    expect(await ref(JINGMENG)).toMatchObject({
      published: null,
      event: { text: '7月4日', iso: null, basis: 'unknown', evidence_code: { code: 'after-year', values: { year: 2017 } } },
    });
  });

  it('雨城: printed', async () => {
    expect(await ref(YUCHENG)).toMatchObject({
      published: null,
      event: { text: '2020年2月24日', iso: '2020-02-24', basis: 'explicit', evidence: null },
    });
  });

  it('丹江口: published as the page says, the event months before', async () => {
    const article = await ref(DANJIANGKOU);
    expect(article).toMatchObject({
      published: { text: '2017-12-24', basis: 'explicit' },
      event: { text: '3月29日', iso: '2017-03-29', basis: 'inferred', evidence_code: { code: 'this-year' } },
    });
    expect(article.date).toEqual(article.published);
  });

  it('香格里拉: no year anywhere', async () => {
    expect(await ref(SHANGRILA)).toMatchObject({
      published: null,
      event: { text: '3月31日', iso: null, basis: 'unknown', evidence_code: { code: 'no-year' } },
    });
  });

  it('that are not printed are told with their evidence, those printed need none', async () => {
    for (const id of [XINXIANG, JINGMENG, YUCHENG, DANJIANGKOU, SHANGRILA]) {
      for (const date of [(await ref(id)).published, (await ref(id)).event])
        if (date) expect(date.evidence === null).toBe(date.basis === 'explicit');
    }
  });
});

describe('the article and nothing else', () => {
  it.each([
    [XINXIANG, ['2018/5/25', '星評員', '(xiāng)'], ['各縣(市、區)旅游局局長']],
    [JINGMENG, ['分享到', '相關文章', '头条|'], ['8省(区)18个对口地区']],
    [YUCHENG, ['猜你喜歡', '天全縣', '蘆山縣', '評論()'], ['會議指出', '辦公室供稿)']],
    [DANJIANGKOU, ['文章简介', '浏览', '字体', '标题:', '政委孙咏平深入官山镇调研督导精准扶贫精准脱贫工作.'], ['18个镇(办、处、区)']],
    [SHANGRILA, ['|', '?', '動悠', '(zhàn)'], ['(記者 石顯堯)', '全市各級各部門都要〔原文残缺〕,把人力、物力、〔原文残缺〕力和精力']],
  ])('of %s', async (id, without, withThese) => {
    const { text } = await whole(id);
    for (const words of without) expect(text).not.toContain(words);
    for (const words of withThese) expect(text).toContain(words);
  });
});

describe('officials', () => {
  const people = async (id: string) =>
    Object.fromEntries((await whole(id)).officials.map(({ name, titles }) => [name, [...new Set(titles.map(({ text }) => text))]]));

  it.each([
    [XINXIANG, { 崔红: ['市外事僑務旅游局局長'] }],
    [
      JINGMENG,
      {
        宋宇: ['北京市旅发委主任'],
        汪兆龙: ['北京市扶贫协作与支援合作工作领导小组办公室副主任'],
        邹伟南: ['北京市旅发委委员'],
        郑宜平: ['内蒙古旅发委主任'],
        张玉军: ['副主任'],
      },
    ],
    [YUCHENG, { 高福强: ['雨城區委書記', '區脫貧攻堅領導小組組長'], 陈建伟: ['區委副書記', '代理區長', '區脫貧攻堅領導小組組長'] }],
    [
      DANJIANGKOU,
      {
        孙咏平: ['十堰市委常委', '丹江口市委书记', '市扶贫攻坚指挥部政委', '丹江口市市委书记'],
        周进宇: ['市人大常委会副主任'],
        范仁江: ['副市长'],
        纪道清: ['市政协副主席', '白杨坪林区书记'],
      },
    ],
    [SHANGRILA, { 余胜祥: ['州委常委', '香格里拉市委書記'] }],
  ])('of %s, with their titles as printed', async (id, expected) => {
    expect(await people(id)).toEqual(expected);
  });

  it('are found by a title', async () => {
    expect(await library.official('丹江口市委书记')).toMatchObject({ official: { name: '孙咏平' }, total: 1 });
    expect(await library.official('香格里拉市委書記')).toMatchObject({ official: { name: '余胜祥' } });
  });

  it('are found by a title whose place only the article tells', async () => {
    expect(await library.official('丹江口市副市长')).toMatchObject({ official: { name: '范仁江' } });
  });

  it.each(['汪兆龙', '孙咏平'])('have each title of an article once: %s', async (name) => {
    const titles = (await library.official(name)).official!.titles.map(({ article, text }) => `${article} ${text}`);
    expect(titles).toEqual([...new Set(titles)]);
    expect(titles.length).toBeGreaterThan(0);
  });

  it('are found by their name in either script', async () => {
    expect((await library.official('余勝祥')).official).toEqual((await library.official('余胜祥')).official);
    expect((await library.official('余勝祥')).official?.name).toBe('余胜祥');
  });

  it.each(['孙', '孫', '孙咏', 'syp', 'SunYong'])('whose name begins with %s are suggested, not given', async (query) => {
    expect(await library.official(query)).toMatchObject({ official: null, total: 0, results: [], suggestions: ['孙咏平'] });
  });

  it('are not suggested for what stands inside their names', async () => {
    expect(await library.official('平')).toMatchObject({ official: null, suggestions: [] });
  });

  it('whose name is nearly that are suggested, not given', async () => {
    expect(await library.official('孙永平')).toMatchObject({ official: null, total: 0, results: [], suggestions: ['孙咏平'] });
  });

  it.each(['石显尧', '石顯堯', '记者', '会议', '毛泽东'])('do not include %s', async (name) => {
    expect(await library.official(name)).toMatchObject({ official: null, total: 0, results: [] });
  });

  it('said what their names stand before; what a meeting says is nobody’s', async () => {
    const said = async (id: string) =>
      (await whole(id)).officials.flatMap(({ name, statements }) => statements.map(({ verb, text }) => ({ name, verb, text })));
    expect(await said(XINXIANG)).toMatchObject([{ name: '崔红', verb: '指出' }]);
    expect(await said(YUCHENG)).toEqual([]);
    expect((await said(DANJIANGKOU)).map(({ name, verb }) => `${name}${verb}`)).toEqual(['孙咏平指出', '孙咏平强调', '孙咏平要求']);
    for (const id of [XINXIANG, JINGMENG, DANJIANGKOU, SHANGRILA])
      for (const { text } of await said(id)) expect(text).not.toMatch(/^[会會][议議](?:[强強][调調]|要求|指出)/);
  });
});

describe('regions', () => {
  const about = async (id: string) => (await whole(id)).regions.filter(({ relation }) => relation === 'about').map(({ code }) => code);

  it.each([
    [XINXIANG, ['4107']],
    [JINGMENG, ['11', '15']],
    [YUCHENG, ['511802']],
    [DANJIANGKOU, ['420381', '420381110']],
    [SHANGRILA, ['533401', '533401202202']],
  ])('that %s is about', async (id, codes) => {
    expect((await about(id)).sort()).toEqual(codes);
  });

  it.each(['四川', '四川省', '雅安', '雅安市', '雨城區', '雨城区'])('%s has the article of 雨城区 and no other', async (name) => {
    const reply = await library.region(name);
    expect(ids(reply)).toEqual([YUCHENG]);
    expect(reply.results[0]!.relation).toBe('about');
  });

  it.each(['天全县', '芦山县', '蘆山縣'])('%s stands only in a list of other articles, and is not found', async (name) => {
    expect(await library.region(name)).toMatchObject({ region: { name: expect.any(String) as string }, total: 0, results: [] });
    expect((await library.search(name)).results.map(({ quote }) => quote.text).join()).not.toMatch(/天全|[芦蘆]山/);
  });

  it.each(['安南村', '安南村民委员会', '三壩鄉安南村'])('a village that an article names is found by its own name: %s', async (name) => {
    expect(await library.region(name)).toMatchObject({
      region: { code: '533401202202' },
      total: 1,
      results: [{ relation: 'about', article: { id: SHANGRILA } }],
    });
  });

  it('新乡 is the city and not 新乡县', async () => {
    expect((await library.region('新乡')).region?.code).toBe('4107');
    expect(ids(await library.region('新乡县'))).toEqual([]);
  });

  it('that nobody knows are no region', async () => {
    expect(await library.region('不存在之地')).toMatchObject({ region: null, total: 0, results: [] });
  });
});

describe('search and ask', () => {
  it('find the same in both scripts', async () => {
    const results = async (query: string) => (await library.search(query)).results;
    expect(await results('旅遊扶貧')).toEqual(await results('旅游扶贫'));
    expect((await results('旅游扶贫')).length).toBeGreaterThan(0);
  });

  it('give as many as asked for, and tell how many there are', async () => {
    const reply = await library.search('脱贫攻坚', { limit: 2 });
    expect(reply.results).toHaveLength(2);
    expect(reply.total).toBeGreaterThan(2);
  });

  it('look only in articles of a region, an official or a time', async () => {
    expect(new Set(ids(await library.search('扶贫', { region: '湖北' })))).toEqual(new Set([DANJIANGKOU]));
    expect(new Set(ids(await library.search('扶贫', { official: '崔紅' })))).toEqual(new Set([XINXIANG]));
    expect(new Set(ids(await library.search('会议', { from: '2020' })))).toEqual(new Set([YUCHENG]));
    expect(new Set(ids(await library.search('扶贫', { from: '2018-05', to: '2018/5/25' })))).toEqual(new Set([XINXIANG]));
    expect(ids(await library.search('扶贫', { from: '2018-05-26', to: '2019' }))).toEqual([]);
    expect(ids(await library.ask('谁出席了座谈会?', { region: '河南', to: '2017' }))).toEqual([]);
  });

  it('say why the filters leave nothing', async () => {
    const note = async (query: string, filters: Parameters<typeof library.search>[1]) => (await library.search(query, filters)).note;
    expect(await note('扶贫', { region: '天全县' })).toEqual({ code: 'no_articles_in_region', values: { region: '四川省雅安市天全县' } });
    expect(await note('扶贫', { region: '河南', to: '2017' })).toEqual({
      code: 'nothing_within_filters',
      values: { filters: '河南、–2017', named: '河南', from: '', to: '2017' },
    });
    expect(await note('百日会战', { official: '崔红' })).toMatchObject({ code: 'found_without_filters', values: { filters: '崔红' } });
    expect((await library.ask('谁出席了座谈会?', { region: '河南', to: '2017' })).note?.code).toBe('nothing_within_filters');
    expect(await note('扶贫', { region: '河南' })).toBeUndefined();
    expect(await note('霍格沃茨', {})).toBeUndefined();
  });

  it('do not put an article of unknown year into any time', async () => {
    expect(ids(await library.search('百日会战'))).toContain(SHANGRILA);
    expect(ids(await library.search('百日会战', { from: '1900', to: '2100' }))).not.toContain(SHANGRILA);
  });

  it.each([
    ['bad_date', { from: '去年' }],
    ['bad_date', { to: '2018-13' }],
    ['unknown_region', { region: '不存在之地' }],
    ['unknown_official', { official: '孙永平' }],
  ])('refuse with %s the filter %j', async (code, filters) => {
    await expect(library.search('扶贫', filters)).rejects.toThrow(expect.objectContaining({ name: 'UserError', code }) as Error);
  });

  it.each([
    ['empty_query', '  。?'],
    ['query_too_long', '修'.repeat(501)],
  ])('refuse with %s', async (code, query) => {
    for (const call of [
      () => library.search(query),
      () => library.ask(query),
      () => library.region(query),
      () => library.official(query),
    ]) {
      await expect(call()).rejects.toThrow(expect.objectContaining({ code }) as Error);
    }
  });

  it.each(['的', '什么', '是不是', '谁'])('do not fail on a query of function words alone: %s', async (query) => {
    expect((await library.search(query)).ok).toBe(true);
    expect((await library.ask(query)).ok).toBe(true);
  });

  it('give the lost characters as a mark, and no others', async () => {
    const quotes = (await library.search('人力物力和精力')).results.map(({ quote }) => quote.text);
    expect(quotes.some((quote) => quote.includes('〔原文残缺〕'))).toBe(true);
  });
});

describe('an article', () => {
  it('that is not there is an error', async () => {
    await expect(library.article('nobody')).rejects.toThrow(expect.objectContaining({ code: 'unknown_article' }) as Error);
  });

  it('gives its places where the text names them', async () => {
    const { text, regions } = await whole(SHANGRILA);
    expect(regions.map(({ start, end }) => text.slice(start, end))).toContain('安南村');
  });
});
