import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../src/language/script.ts';
import { SearchEngine } from '../../src/search/engine.ts';

const ALL = () => true;
const SENTENCES = [
  '6月12日,青禾县召开乡村道路建设推进会。',
  '会议要求各乡镇在雨季到来之前完成路基工程。',
  '县交通局局长王一出席会议并讲话。',
  '全县今年计划修路一百二十公里,投资三千万元!',
  '石门镇的桥为什么还没有修好?',
  '“要想富,先修路。”村民李二说。',
  '旅游扶贫协作座谈会在北京召开。',
  '村里的合作社种了五十亩冬桃;',
  '的',
  '2019年GDP增长3.5%。',
  '𠮷村和氿滨村通了公路。',
  '人力、〔原文残缺〕力和精力都要到位。',
  '\n',
];
const sentence = fc.constantFrom(...SENTENCES, ...SENTENCES.map(toTraditional));
const article = fc.record({
  titleBasis: fc.constantFrom('stated' as const, 'derived' as const),
  title: fc.constantFrom('道路建设推进会', '旅遊扶貧座談會', ''),
  text: fc
    .array(fc.oneof({ weight: 9, arbitrary: sentence }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
});
const query = fc.oneof(
  fc.constantFrom(
    '旅游扶贫',
    '旅遊扶貧',
    '谁是县交通局局长?',
    '什么时候召开推进会',
    '的',
    '什么',
    '多少公里',
    'GDP',
    '3.5',
    '𠮷',
    '。',
    '',
    '原文残缺',
    '不存在的词语',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  sentence.map((text) => text.slice(1, 9)),
);

describe('search and ask over any articles with any query', () => {
  const check = (ask: (engine: SearchEngine, text: string, limit: number) => ReturnType<SearchEngine['search']>) => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 5 }), query, fc.integer({ min: 1, max: 5 }), (articles, text, limit) => {
        const engine = SearchEngine.build(articles);
        const found = ask(engine, text, limit);
        expect(found.hits.length).toBeLessThanOrEqual(limit);
        expect(found.total).toBeGreaterThanOrEqual(found.hits.length);
        for (const { article: number, excerpt } of found.hits) {
          const whole = articles[number]!.text;
          expect(excerpt.start).toBeGreaterThanOrEqual(0);
          expect(excerpt.end).toBeGreaterThan(excerpt.start);
          expect(excerpt.end).toBeLessThanOrEqual(whole.length);
          expect(whole.slice(excerpt.start, excerpt.end).trim()).toBe(whole.slice(excerpt.start, excerpt.end));
        }
        expect(ask(engine, text, limit)).toEqual(found);
        expect(ask(SearchEngine.build(articles), text, limit).hits).toEqual(found.hits);
      }),
      { numRuns: 120 },
    );
  };

  it('search finds places in the articles, as many as are asked for, and the same each time', () => {
    check((engine, text, limit) => engine.search(text, limit, ALL));
  });

  it('so does ask', () => {
    check((engine, text, limit) => engine.ask(text, limit, ALL));
  });

  it('ask gives each article once, and a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 5 }), query, (articles, text) => {
        const { hits, confidence } = SearchEngine.build(articles).ask(text, 10, ALL);
        expect(new Set(hits.map((hit) => hit.article)).size).toBe(hits.length);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 80 },
    );
  });

  it('a filter is never passed by', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 5 }), query, fc.integer({ min: 0, max: 4 }), (articles, text, only) => {
        const engine = SearchEngine.build(articles);
        const keep = (number: number) => number === only;
        for (const hit of [...engine.search(text, 10, keep).hits, ...engine.ask(text, 10, keep).hits]) expect(hit.article).toBe(only);
      }),
      { numRuns: 80 },
    );
  });
});

describe('both scripts', () => {
  const simplified = { title: '修路', titleBasis: 'stated' as const, text: '县交通局局长王一说,乡村道路要在雨季前修好。' };
  const traditional = { title: '修橋', titleBasis: 'stated' as const, text: toTraditional('石门镇的乡村桥梁由县里投资修建。') };
  const engine = SearchEngine.build([simplified, traditional]);

  it.each(['乡村道路', '石门镇桥梁', '县里投资修建', '交通局局长'])('find the same with %s', (text) => {
    expect(engine.search(toTraditional(text), 10, ALL).hits).toEqual(engine.search(text, 10, ALL).hits);
    expect(engine.search(text, 10, ALL).total).toBeGreaterThan(0);
  });
});

describe('numbers', () => {
  const text = '第五十届博览会在二〇一八年五月开幕，共有三百二十户参加。别的届次没有这样的规模。';
  const engine = SearchEngine.build([{ title: '博览会', titleBasis: 'stated', text }]);

  it.each(['第50届', '2018年', '320户'])('are found in characters when asked in figures: %s', (asked) => {
    const [hit] = engine.search(asked, 1, ALL).hits;
    expect(hit).toBeDefined();
    expect(hit!.excerpt.features.terms).toBe(1);
  });
});

it('a quote does not end with a question, whose answer stands elsewhere', () => {
  const filler = '当天还有别的消息传来。'.repeat(14);
  const text = `连日来许多人都在问，石门镇的桥究竟修好了吗？\n${filler}\n石门镇方面昨天答复，桥的工程在上月全部收尾，车辆通行。`;
  const [hit] = SearchEngine.build([{ title: '', titleBasis: 'derived', text }]).ask('石门镇的桥收尾了没有', 1, ALL).hits;
  expect(text.slice(hit!.excerpt.start, hit!.excerpt.end)).toContain('上月全部收尾');
  const [asked] = SearchEngine.build([{ title: '', titleBasis: 'derived', text }]).ask('石门镇的桥究竟修好了吗', 1, ALL).hits;
  expect(text.slice(asked!.excerpt.start, asked!.excerpt.end)).not.toMatch(/？$/);
});

it('an empty collection answers that there is nothing', () => {
  const engine = SearchEngine.build([]);
  expect(engine.search('修路', 10, ALL)).toMatchObject({ total: 0, hits: [] });
  expect(engine.ask('谁修路?', 10, ALL)).toMatchObject({ total: 0, hits: [], answered: false, confidence: 0 });
});
