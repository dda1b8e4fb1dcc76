import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { parseFile } from '../../src/corpus/parse.ts';
import { toTraditional } from '../../src/language/script.ts';
import { article } from '../../src/library/articles.ts';
import { load } from '../../src/library/embedded/build.ts';
import { EmbeddedCollection } from '../../src/library/embedded/embedded.ts';
import { ask, search } from '../../src/library/search.ts';
import { official } from '../../src/library/officials.ts';
import { region } from '../../src/library/regions.ts';
import { Gazetteer } from '../../src/places/gazetteer.ts';
import type { Result } from '../../src/reply.ts';

const PARTS = [
  '6月12日,四川省雅安市召开乡村道路建设推进会。',
  '雅安市市长王建国指出,要在雨季到来之前完成路基工程。',
  '他强调,村民出行安全最要紧!',
  '会议要求,各乡镇抓紧施工;',
  '市交通局局长李明辉陪同调研。',
  '縣(xiàn)長(zhǎng)到會(huì)講話。',
  '人力、?cái)力要到位。',
  '\n',
  '分享到:\n',
  '相关文章:\n- 天全县修桥 2019/6/12 16:52:11\n',
  '𠮷村通了公路。',
  '全县修路\uFFFD公里,',
  '一'.repeat(200),
  '|\n',
];
const page = fc
  .array(fc.constantFrom(...PARTS, ...PARTS.map(toTraditional)), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join(''));
const query = fc.oneof(
  fc.constantFrom(
    '雨季路基工程',
    '誰出席會議?',
    '雅安',
    '四川省',
    '王建国',
    '李明辉',
    '市长',
    '的',
    '𠮷村',
    '残缺',
    '什么时候',
    '道路 乡镇',
  ),
  fc.constantFrom(...PARTS).map((part) => `问${part.slice(2, 9)}`),
);

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = Gazetteer.load();
});

it('every quote of every command is a slice of its article, with its marks inside, ascending and apart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), query, async (pages, asked) => {
      const articles = pages.flatMap((text, i) => parseFile(`${i}.txt`, new TextEncoder().encode(text)).articles);
      const collection = new EmbeddedCollection(await load({ articles, rejected: [], files: new Map() }, gazetteer, 0));
      const texts = new Map(articles.map(({ id, text }) => [id, text]));
      const slice = (id: string, { start, end }: { start: number; end: number }) => texts.get(id)!.slice(start, end);

      const people = await official(collection, asked, {});
      const results: Result[] = [
        ...(await search(collection, asked, {})).results,
        ...(await ask(collection, asked, {})).results,
        ...(await region(collection, asked, {})).results,
        ...people.results,
      ];
      for (const { id } of articles) {
        const whole = await article(collection, id);
        results.push(...whole.results);
        for (const { titles, statements } of whole.officials)
          for (const said of [...titles, ...statements]) expect(slice(id, said)).toBe(said.text);
        for (const place of whole.regions) expect(place.end).toBeGreaterThan(place.start);
      }
      for (const said of people.official ? [...people.official.titles, ...people.official.statements] : [])
        expect(slice(said.article, said)).toBe(said.text);
      for (const {
        article: { id },
        quote,
      } of results) {
        expect(quote.text).not.toBe('');
        expect(slice(id, quote)).toBe(quote.text);
        let at = 0;
        for (const [start, end] of quote.highlights) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(quote.text.length);
      }
    }),
    { numRuns: 80 },
  );
});
