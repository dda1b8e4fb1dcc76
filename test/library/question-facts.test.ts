import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { metBy } from '../../src/library/question-facts.ts';
import { findOfficials } from '../../src/people/find-officials.ts';
import { readDemand } from '../../src/question/demand.ts';

/** What in a text meets a question for the holder of an office. */
const met = (text: string, of: string): string[] =>
  metBy({ kind: 'holder', of, about: null, time: null, unit: null }, findOfficials({ title: '', text }), fold(text)).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('the holder of an office', () => {
  it.each([
    ['青山区柳河镇党委书记李岿说，水退了。', '青山柳河镇党委书记'],
    ['柳河镇党委书记李岿说，水退了。', '青山区柳河镇党委书记'],
    ['江北省青山市委书记李岿说，水退了。', '青山市委书记'],
    ['自民党干事长李岿说，水退了。', '日本自民党干事长'],
  ])('%s tells the %s, whatever holds the place', (text, of) => expect(met(text, of)).toHaveLength(1));

  it.each([
    ['柳河镇党委副书记李岿说，水退了。', '青山区柳河镇党委书记'],
    ['青山区柳河镇党委书记李岿说，水退了。', '绿水区柳河镇党委书记'],
    ['党委书记李岿说，水退了。', '柳河镇党委书记'],
    ['外交部长李岿说，水退了。', '越南外交部长'],
    ['吉安市委书记李岿说，水退了。', '南昌市委书记'],
  ])('%s does not tell the %s', (text, of) => expect(met(text, of)).toEqual([]));

  it('is asked for by any head of a title that one person holds', () => {
    for (const office of ['日本自民党干事长', '县委宣传部部长', '公司首席执行官'])
      expect(readDemand(`${office}是谁`).demand).toMatchObject({ kind: 'holder', of: office });
    expect(readDemand('代表团成员是谁').demand.kind).not.toBe('holder');
  });
});
