/**
 * What every adapter of `Collection` has to keep, as tests. An adapter runs them over a collection that it makes of the
 * articles here: `collectionContract('embedded', open)`.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { articleKey } from '../../src/library/article-key.ts';
import type { Collection, Filter, ListOrder, StoredPerson } from '../../src/library/collection.ts';
import { readQuestion } from '../../src/question/reading.ts';
import { bestAnswers, bestPassages } from '../../src/search/answers.ts';
import { understood } from '../../src/search/engine.ts';
import { NO_FACTS } from '../../src/search/question/facts.ts';

const LONG_ID = 'sehr-lange-kennung-'.repeat(6);

/** One JSON line an article; places, people and days are chosen so that every filter parts them. */
export const CONTRACT_LINES: readonly object[] = [
  {
    id: 'bridge',
    title: '石门镇索桥修好',
    date: '2019-03-02',
    text: '雅安市雨城区的索桥修好了。雅安市市长林建业指出，这座桥方便了群众出行。',
  },
  { id: 'road', title: '成都公路通车', date: '2020-07-15', text: '成都市的公路通车了。成都市副市长高一鸣要求加强养护。' },
  { id: 'tea', title: '雅安茶叶丰收', date: '2021-05-01', text: '雅安市的茶叶今年丰收，茶农增收。雅安市市长林建业表示，茶园还要扩大。' },
  { id: 'undated', title: '索桥的故事', text: '这座索桥有很多故事，老人们常常讲起。' },
  { id: LONG_ID, title: '南京地铁开通', date: '2021-05-01', text: '南京市的地铁新线开通。南京市市长林建业表示，地铁方便了市民。' },
  { id: 'open', title: '城里的新公园', date: '2018', text: '鼓楼区的公园开门迎客，市民纷纷前来。' },
  { id: 'traditional', title: '雅安索橋通行', date: '2019-03-02', text: '雅安市的索橋可以通行了，當地居民十分高興。' },
];

const ALL = CONTRACT_LINES.map((line) => (line as { id: string }).id);

export function collectionContract(name: string, open: (lines: readonly object[]) => Promise<Collection>): void {
  describe(`the ${name} collection`, () => {
    let collection: Collection;
    let empty: Collection | null = null;
    beforeAll(async () => {
      collection = await open(CONTRACT_LINES);
    });

    const idsOf = async (filter: Filter, order: ListOrder = 'corpus', from = 0, size = 100) =>
      (await collection.page(filter, order, from, size)).ids;
    const named = async (query: string): Promise<StoredPerson> => (await collection.people(query)).people[0]!;
    const codeOf = (place: string) => collection.gazetteer.find(place)[0]!.code;

    describe('articles', () => {
      it('come in the order asked for, those that are not there left out', async () => {
        const found = await collection.articles(['tea', 'nobody', 'bridge']);
        expect(found.map(({ article }) => article.id)).toEqual(['tea', 'bridge']);
        expect(await collection.articles([])).toEqual([]);
      });

      it('answer to their short keys too', async () => {
        const [found] = await collection.articles([articleKey(LONG_ID)]);
        expect(found?.article.id).toBe(LONG_ID);
        expect(await collection.articles(['~nothing'])).toEqual([]);
      });

      it('bring along what was found in them, with offsets that hold in both texts', async () => {
        const [bridge, traditional] = await collection.articles(['bridge', 'traditional']);
        expect(bridge!.regions.map(({ region }) => region.name)).toContain('雨城区');
        const [mayor] = bridge!.officials;
        expect(mayor?.name).toBe('林建业');
        for (const { text, start, end } of mayor!.titles) expect(bridge!.article.text.slice(start, end)).toBe(text);
        expect(traditional!.folded).toHaveLength(traditional!.article.text.length);
        expect(traditional!.folded).toContain('索桥可以通行');
      });
    });

    describe('lists', () => {
      it('hold all articles where nothing is filtered, in the order of the corpus', async () => {
        expect(await idsOf({})).toEqual(ALL);
        expect((await collection.page({}, 'corpus', 0, 0)).total).toEqual({ value: ALL.length, atLeast: false });
      });

      it('come the newest first, the undated last, ties as in the corpus', async () => {
        expect(await idsOf({}, 'newest')).toEqual(['tea', LONG_ID, 'road', 'bridge', 'traditional', 'open', 'undated']);
      });

      it('come in the order of what happened, the undated last, ties as in the corpus', async () => {
        expect(await idsOf({}, 'happened')).toEqual(['open', 'bridge', 'traditional', 'road', 'tea', LONG_ID, 'undated']);
      });

      it('come about a region first, then the newest', async () => {
        expect(await idsOf({ within: codeOf('雅安市') }, 'about')).toEqual(['tea', 'bridge', 'traditional']);
      });

      it('come in pages that together are the whole list', async () => {
        for (const order of ['corpus', 'newest', 'happened'] as const) {
          const pages = [];
          for (let from = 0; from < ALL.length; from += 3) pages.push(...(await idsOf({}, order, from, 3)));
          expect(pages).toEqual(await idsOf({}, order));
        }
        expect(await idsOf({}, 'newest', 100, 3)).toEqual([]);
      });

      it('hold what names a region or a place in it', async () => {
        expect(await idsOf({ within: codeOf('四川省') })).toEqual(['bridge', 'road', 'tea', 'traditional']);
        expect(await idsOf({ within: codeOf('雨城区') })).toEqual(['bridge']);
        expect(await idsOf({ within: codeOf('黑龙江省') })).toEqual([]);
        expect(await idsOf({ names: [{ name: '雨城', codes: [codeOf('雨城区')] }] })).toEqual(['bridge']);
        expect(await idsOf({ names: [{ name: '索桥', codes: [codeOf('成都市')] }] })).toEqual(['bridge', 'road', 'undated', 'traditional']);
      });

      it('hold what names a person, and no namesake', async () => {
        const { people } = await collection.people('林建业');
        expect(people).toHaveLength(2);
        const lists = await Promise.all(people.map(({ key }) => idsOf({ person: key })));
        expect(lists.map((ids) => [...ids].sort())).toContainEqual(['bridge', 'tea']);
        expect(lists).toContainEqual([LONG_ID]);
        expect(await idsOf({ person: 'nobody' })).toEqual([]);
      });

      it('hold what lies within days, both included, and nothing undated', async () => {
        expect(await idsOf({ days: { from: '2019', to: '2020' } })).toEqual(['bridge', 'road', 'traditional']);
        expect(await idsOf({ days: { from: '2021-05-01', to: undefined } })).toEqual(['tea', LONG_ID]);
        expect(await idsOf({ days: { from: undefined, to: '2018-06' } })).toEqual(['open']);
        expect(await idsOf({ happened: { from: '2020-07-15', to: '2020-07-15' } })).toEqual(['road']);
        expect(await idsOf({ happened: 'unknown' })).toEqual(['undated']);
      });

      it('hold what prints a name that stayed open', async () => {
        const codes = collection.gazetteer.names.get('鼓楼区')!.map(({ code }) => code);
        expect(await idsOf({ open: { name: '鼓楼区', codes } })).toEqual(['open']);
        expect(await idsOf({ open: { name: '鼓楼街', codes } })).toEqual([]);
      });

      it('hold what passes all filters at once', async () => {
        const { key } = await named('雅安市市长');
        expect(await idsOf({ person: key, within: codeOf('雅安市'), days: { from: '2020', to: undefined } })).toEqual(['tea']);
        expect(await idsOf({ person: key, within: codeOf('南京市') })).toEqual([]);
        expect(await idsOf({ within: codeOf('雅安市'), about: true }, 'about')).toEqual(await idsOf({ within: codeOf('雅安市') }, 'about'));
      });

      it('are counted as they are listed', async () => {
        const { key } = await named('成都市副市长');
        const filters: Filter[] = [
          {},
          { within: codeOf('四川省') },
          { within: codeOf('四川省'), about: true },
          { person: key },
          { person: key, within: codeOf('雅安市') },
          { days: { from: '2019', to: '2020' } },
          { happened: 'unknown' },
        ];
        const counts = await collection.count(filters);
        for (const [i, filter] of filters.entries()) expect(counts[i]!.value).toBe((await idsOf(filter)).length);
        expect(await collection.count([])).toEqual([]);
      });
    });

    describe('places and people', () => {
      it('has the parts of a region with the articles that name each', async () => {
        const parts = new Map((await collection.parts(codeOf('四川省'))).map(({ code, articles }) => [code, articles]));
        expect(parts.get(codeOf('雅安市'))).toBe(3);
        expect(parts.get(codeOf('成都市'))).toBe(1);
        expect(parts.has(codeOf('四川省'))).toBe(false);
        expect(parts.has(codeOf('南京市'))).toBe(false);
      });

      it('finds people by name and by title, and suggests who is near', async () => {
        expect(await collection.people('高一鸣')).toMatchObject({ by: 'name', people: [{ name: '高一鸣', articles: 1 }] });
        expect(await collection.people('成都市副市长')).toMatchObject({ by: 'title', people: [{ name: '高一鸣' }] });
        expect(await collection.people('高一名')).toMatchObject({ by: null, people: [], suggestions: ['高一鸣'] });
      });

      it('tells what articles say of a person, also of one without a title there', async () => {
        const { key } = await named('高一鸣');
        const found = await collection.appearances(key, ['tea', 'road']);
        expect(found).toMatchObject([{ article: 'road', titles: [{ text: '成都市副市长' }], statements: [{ verb: '要求' }] }]);
        expect(found[0]!.mentions).toHaveLength(1);
        expect(await collection.appearances('nobody', ['road'])).toEqual([]);
      });

      it('gives everybody a key of their own', async () => {
        const people = await collection.complete('people', '', 100);
        expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
        expect(people.length).toBeGreaterThanOrEqual(3);
      });
    });

    describe('a question', () => {
      const ask = async (text: string, filter: Filter = {}) => {
        const question = understood(collection.statistics, readQuestion(text));
        const candidates = await collection.candidates(question, filter);
        const { hits: passages } = bestPassages(question, candidates, 10);
        return { candidates, ...bestAnswers(question, candidates, 10, () => NO_FACTS), passages };
      };

      it('finds its passages with their texts', async () => {
        const { candidates, hits } = await ask('索桥修好了吗');
        expect(candidates.total.value).toBe(3);
        expect(candidates.idOf(hits[0]!.article)).toBe('bridge');
        expect(candidates.textOf(hits[0]!.article)).toContain('索桥修好');
      });

      it('finds the same in either script', async () => {
        const of = async (text: string) => {
          const { candidates, passages } = await ask(text);
          return passages.map(({ article, score }) => [candidates.idOf(article), score]);
        };
        expect(await of('索橋通行')).toEqual(await of('索桥通行'));
      });

      it('finds nothing outside its filter', async () => {
        const { candidates, hits } = await ask('索桥', { days: { from: '2019', to: '2019' } });
        expect(hits.map(({ article }) => candidates.idOf(article)).sort()).toEqual(['bridge', 'traditional']);
        expect(candidates.total.value).toBe(2);
        expect((await ask('索桥', { within: codeOf('南京市') })).hits).toEqual([]);
      });

      it('of words that no article has finds nothing', async () => {
        expect((await ask('航天飞机')).candidates.total).toEqual({ value: 0, atLeast: false });
      });

      it('of 500 characters is put up with', async () => {
        expect((await ask('索桥修好以后老人们常常讲起这座桥的故事'.repeat(27).slice(0, 500))).hits.length).toBeGreaterThan(0);
      });

      it('that was mistyped has near ones', async () => {
        expect(await collection.nearQueries('suoqiao')).toContain('索桥');
      });

      it('is weighed by the statistics of all passages', () => {
        expect(collection.statistics.passages).toBe(ALL.length);
        expect(collection.statistics.frequencyOf('索桥')).toBe(3);
      });
    });

    describe('what is being typed', () => {
      it('is completed to regions, people and articles, as many as are asked for', async () => {
        expect((await collection.complete('regions', 'yaan', 25)).map(({ code }) => code)).toContain(codeOf('雅安市'));
        expect((await collection.complete('people', 'gaoyi', 25)).map((person) => person.name)).toEqual(['高一鸣']);
        expect((await collection.complete('articles', '茶叶', 25)).map(({ id }) => id)).toEqual(['tea']);
        expect(await collection.complete('articles', '', 2)).toHaveLength(2);
      });

      it('may be a part of an id', async () => {
        expect((await collection.complete('articles', 'undat', 25)).map(({ id }) => id)).toEqual(['undated']);
      });
    });

    describe('the whole', () => {
      it('tells its files and its size', async () => {
        const status = await collection.status();
        expect(status).toMatchObject({ articles: ALL.length, passages: ALL.length, no_year: 1 });
        const files = await collection.files();
        expect(files.reduce((sum, { articles }) => sum + articles, 0)).toBe(ALL.length);
        expect(collection.revision).not.toBe('');
      });

      it('may be one article that says nothing of all this', async () => {
        empty ??= await open([{ id: 'only', text: '天气很好，大家都很高兴。' }]);
        expect(empty.revision).not.toBe(collection.revision);
        expect(await empty.page({}, 'newest', 0, 10)).toEqual({ ids: ['only'], total: { value: 1, atLeast: false } });
        expect(await empty.people('林建业')).toEqual({ by: null, people: [], suggestions: [] });
        expect(await empty.complete('people', '', 10)).toEqual([]);
        expect(await empty.parts('51')).toEqual([]);
      });
    });
  });
}
