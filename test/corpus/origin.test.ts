import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAMAGE_MARK } from '../../src/corpus/article.ts';
import { cleanPage } from '../../src/corpus/page/clean.ts';
import { frontMatter, markupIn } from '../../src/corpus/page/markdown.ts';
import { originOf } from '../../src/corpus/page/traced-text.ts';
import { BODY, LEAD, SECOND } from './pages.ts';

const part = fc.constantFrom(
  LEAD,
  SECOND,
  '青禾县召开乡村道路建设推进会',
  '縣(xiàn)長(zhǎng)到會(huì),各縣(市、區(qū))參加。',
  '人力、?cái)力都要?jiǎng)悠饋?,',
  '\uFFFD\uFFFD',
  '分享到:',
  '相关文章:',
  '- 邻县召开春耕会 2019/6/12 16:52:11',
  '2019-06-13',
  '𠮷村的路修好了 |',
  '字体:',
  '浏览:3',
  '　　',
  '\u200b',
  '标题:【青禾县召开推进会】',
  '文章简介:6月12日.青禾县召开乡村道路建设推进会',
  '\uD842',
  '来源:青禾日报',
  '# 小标题',
  '**重点**见[公告](https://example.org/a)。',
  '|',
);
const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '');
const file = fc.array(fc.tuple(part, end), { maxLength: 14 }).map((parts) => parts.flat().join(''));

it('every run of a cleaned text is the slice of the file that it says it is', () => {
  fc.assert(
    fc.property(file, fc.boolean(), (raw, markdown) => {
      const { text, origin } = cleanPage(raw, markdown ? { markup: markupIn(raw) } : {});
      for (const run of origin) expect(raw.slice(run.file, run.file + run.length)).toBe(text.slice(run.clean, run.clean + run.length));
    }),
    { numRuns: 500 },
  );
});

it('what no run covers is a line end or the mark for lost characters', () => {
  fc.assert(
    fc.property(file, (raw) => {
      const { text, origin } = cleanPage(raw);
      let at = 0;
      let between = '';
      for (const run of origin) {
        expect(run.clean).toBeGreaterThanOrEqual(at);
        between += text.slice(at, run.clean);
        at = run.clean + run.length;
      }
      between += text.slice(at);
      expect(between.replaceAll(DAMAGE_MARK, '').replaceAll('\n', '')).toBe('');
    }),
    { numRuns: 500 },
  );
});

it('runs and what was left out do not overlap in the file', () => {
  fc.assert(
    fc.property(file, (raw) => {
      const { origin, leftOut } = cleanPage(raw);
      for (const run of origin) {
        for (const out of leftOut) expect(out.end <= run.file || run.file + run.length <= out.start).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('an offset of the text is found again in the file', () => {
  const raw = `分享到:\n${BODY}`;
  const { text, origin } = cleanPage(raw);
  for (const word of ['6月12日', '会议要求', '拖延']) expect(originOf(origin, text.indexOf(word))).toBe(raw.indexOf(word));
  expect(originOf([], 5)).toBe(0);
});

it('front matter counts as part of the file that offsets are in', () => {
  const raw = `---\ntitle: 修路\n---\n${BODY}`;
  const { bodyStart } = frontMatter(raw);
  const { text, origin } = cleanPage(raw, { markup: [{ start: 0, end: bodyStart }] });
  expect(text).toBe(BODY);
  expect(originOf(origin, 0)).toBe(raw.indexOf(LEAD));
});
