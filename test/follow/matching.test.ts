import { describe, expect, it } from 'vitest';
import { FollowIndex, quoteFor, wordsOf } from '../../src/follow/matching.ts';
import { openLibrary } from '../../src/library.ts';
import type { Follow, FollowKind } from '../../src/store/follows.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

let number = 0;
const follow = (kind: FollowKind, what: string): Follow => ({
  id: ++number,
  server: null,
  channel: null,
  user: '1',
  kind,
  what,
  name: what,
  locale: 'zh-CN',
  created: '2020-01-01T00:00:00.000Z',
});
async function stored(text: string) {
  const library = await openLibrary(await tempFolder({ 'a.txt': text }));
  const state = library.feed!.current();
  return state.articlesOf(new Set(state.files.keys()))[0]!;
}
const TEXT =
  '石门镇修桥记\n2019年7月3日，四川省雅安市雨城区修好了索桥。区委书记高福强指出，要办好旅游和扶贫。GDP增长百分之八，IGDPX不算。高福强还看望了村民。';

describe('words', () => {
  it.each([
    ['旅游扶贫', ['旅游', '扶贫']],
    ['旅遊 扶貧 旅游', ['旅游', '扶贫']],
    ['“旅游扶贫”的', ['旅游扶贫']],
    ['「索桥 通车」GDP', ['索桥 通车', 'gdp']],
    ['石门镇 的 桥', ['石门镇']],
    ['桥', ['桥']],
    ['的，！', []],
  ])('of %s', (what, expected) => expect(wordsOf(what)).toEqual(expected));
});

describe('an article', () => {
  it.each<[FollowKind, string, string | null]>([
    ['region', '51', '雅安市雨城区修好了索桥'],
    ['region', '5118', '雅安市雨城区修好了索桥'],
    ['region', '5101', null],
    ['official', '高福强', '区委书记高福强指出'],
    ['official', '高福', null],
    ['official', '福强', null],
    ['words', '旅游扶贫', '要办好旅游和扶贫'],
    ['words', '“旅游扶贫”', null],
    ['words', '索桥 旅游 扶贫', '要办好旅游和扶贫'],
    ['words', 'gdp', 'GDP增长百分之八'],
    ['words', 'igdp', null],
    ['words', '石门镇 修桥记', '2019年7月3日'],
    ['words', '火星', null],
  ])('fits %s %s or not, and has a quote for it', async (kind, what, quote) => {
    const [article, one] = [await stored(TEXT), follow(kind, what)];
    const index = new FollowIndex([follow('region', '44'), one, follow('words', '没有的词')]);
    expect(index.fitting(article)).toEqual(quote === null ? [] : [one]);
    const result = quoteFor(one, article);
    if (quote === null) return expect(result).toBeNull();
    expect(result!.quote.text).toContain(quote);
    expect(article.article.text.slice(result!.quote.start, result!.quote.end)).toBe(result!.quote.text);
  });

  it('marks what it is quoted for', async () => {
    const { quote } = quoteFor(follow('words', '旅游扶贫'), await stored(TEXT))!;
    expect(quote.highlights.map(([from, to]) => quote.text.slice(from, to))).toEqual(['旅游', '扶贫']);
  });

  it('is found for a follow that shares the beginning of its word with another, and for each once', async () => {
    const all = [follow('words', '旅游'), follow('words', '旅游业'), follow('official', '高福强')];
    expect(
      new FollowIndex(all)
        .fitting(await stored(TEXT))
        .map(({ what }) => what)
        .sort(),
    ).toEqual(['旅游', '高福强']);
  });
});
