import { describe, expect, it } from 'vitest';
import { DAMAGE_MARK } from '../../src/corpus/article.ts';
import { cleanPage } from '../../src/corpus/page/clean.ts';

const clean = (text: string) => cleanPage(text).text;
/** Enough glosses for a page to be one that a machine glossed. */
const GLOSSED = '會(huì)議(yì)強(qiáng)調(diào),';

describe('pinyin glosses', () => {
  it('are taken out behind the characters they gloss', () => {
    expect(clean('青禾縣(xiàn)召開推進(jìn)會(huì),各鄉(xiāng)鎮(zhèn)參加。')).toBe('青禾縣召開推進會,各鄉鎮參加。');
  });

  it('are taken out in full-width brackets, and inside other brackets', () => {
    expect(clean('各縣（市、區（qū））的會（huì）議由縣（xiàn）長（zhǎng）主持。')).toBe('各縣（市、區）的會議由縣長主持。');
  });

  it.each(['各縣(市、區)', '8省(区)', '(記者 石顯堯)', '國內生產總值(GDP)', '鎮(街道)', '甲(A)級', '中心(三樓)', '10(含)人'])(
    'go, and %s stays on a glossed page',
    (words) => {
      expect(clean(`${GLOSSED}${words}都要到場。`)).toBe(`會議強調,${words}都要到場。`);
    },
  );

  it('of whole words and names go as those of characters do', () => {
    expect(clean('祁連海(Qí Liánhǎi)坐了車(chē)到安洮(Āntáo)來,說這(GDP)是第一班車。')).toBe('祁連海坐了車到安洮來,說這(GDP)是第一班車。');
    expect(clean('祁連海(Qi Lianhai)坐了車。')).toBe('祁連海(Qi Lianhai)坐了車。');
  });

  it('without a tone mark go on a glossed page only', () => {
    expect(clean(`${GLOSSED}聽取了(le)報告。`)).toBe('會議強調,聽取了報告。');
    expect(clean('会上播放了歌曲《到了(le)》。')).toBe('会上播放了歌曲《到了(le)》。');
  });

  it('of a writer, who explains one or two rare characters, stay', () => {
    const text = '氿(jiǔ)滨村和垚(yáo)里村相距三公里。';
    expect(clean(text)).toBe(text);
  });

  it('are listed as left out, with their places in the file', () => {
    const file = '縣(xiàn)長(zhǎng)到會(huì)。';
    const { leftOut } = cleanPage(file);
    expect(leftOut.map(({ kind, start, end }) => [kind, file.slice(start, end)])).toEqual([
      ['pinyin-gloss', '(xiàn)'],
      ['pinyin-gloss', '(zhǎng)'],
      ['pinyin-gloss', '(huì)'],
    ]);
  });
});

describe('lost characters', () => {
  it('are marked where a gloss lost its character and its bracket', () => {
    expect(clean(`${GLOSSED}人力、?cái)力都要到位。`)).toBe(`會議強調,人力、${DAMAGE_MARK}力都要到位。`);
  });

  it('are marked as one place where a clause has two of them', () => {
    expect(clean(`${GLOSSED}大家都要?jiǎng)悠饋?,不能等。`)).toBe(`會議強調,大家都要${DAMAGE_MARK},不能等。`);
  });

  it('are marked where a decoder put replacement characters, on any page', () => {
    expect(clean('全县修路\uFFFD\uFFFD公里。')).toBe(`全县修路${DAMAGE_MARK}公里。`);
  });

  it('are not seen in a writer’s question mark', () => {
    const question = '钱从哪里来?(见下文)路由谁修?修到哪里?';
    expect(clean(question)).toBe(question);
    expect(clean(`${GLOSSED}錢從哪里來?路由誰修?(見下文)`)).toBe('會議強調,錢從哪里來?路由誰修?(見下文)');
  });
});
