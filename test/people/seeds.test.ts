import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/files/read.ts';
import { fold } from '../../src/language/script.ts';
import { findOfficials } from '../../src/people/find-officials.ts';

/** Read by hand: every official of the five articles, with each title that the article prints. */
const OFFICIALS: Record<string, Record<string, string[]>> = {
  '000_65e316675487e0e0.txt': { 崔红: ['市外事侨务旅游局局长'] },
  '001_c821dd099e3a0995.txt': {
    宋宇: ['北京市旅发委主任'],
    汪兆龙: ['北京市扶贫协作与支援合作工作领导小组办公室副主任'],
    邹伟南: ['北京市旅发委委员'],
    郑宜平: ['内蒙古旅发委主任'],
    张玉军: ['副主任'],
  },
  '002_77c31bd8ea54c989.txt': {
    高福强: ['雨城区委书记', '区脱贫攻坚领导小组组长'],
    陈建伟: ['区委副书记', '代理区长', '区脱贫攻坚领导小组组长'],
  },
  '003_2b4e073b8728f501.txt': {
    孙咏平: ['十堰市委常委', '丹江口市委书记', '市扶贫攻坚指挥部政委', '丹江口市市委书记'],
    周进宇: ['市人大常委会副主任'],
    范仁江: ['副市长'],
    纪道清: ['市政协副主席', '白杨坪林区书记'],
  },
  '004_5b594f165be17433.txt': { 余胜祥: ['州委常委', '香格里拉市委书记'] },
};

describe('the five articles', async () => {
  const { articles } = await readCorpus(fileURLToPath(new URL('../../seeds', import.meta.url)));

  it.each(Object.entries(OFFICIALS))('%s has its officials and nobody else', (file, expected) => {
    const article = articles.find((one) => one.file === file)!;
    const found = findOfficials(article).map(({ name, titles }) => [name, [...new Set(titles.map(({ text }) => fold(text)))]]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('have the speeches that they report, whole', () => {
    const spoken = articles.flatMap((article) =>
      findOfficials(article).flatMap(({ name, statements }) =>
        statements.map(({ verb, speaker, text }) => [name, verb, speaker, fold(text).slice(-8)]),
      ),
    );
    expect(spoken).toEqual([
      ['崔红', '指出', 'named', '益和腐败的问题。'],
      ['宋宇', '提出', 'named', '区旅游产业发展。'],
      ['汪兆龙', '提出', 'named', '内蒙古旅游腾飞。'],
      ['郑宜平', '提出', 'named', '古旅游发展渠道。'],
      ['孙咏平', '指出', 'named', '到组到户不走样。'],
      ['孙咏平', '强调', 'named', '力精准扶贫工作。'],
      ['孙咏平', '要求', 'named', '的战斗堡垒作用。'],
      ['余胜祥', '指出', 'named', '启动,开局良好。'],
      ['余胜祥', '强调', 'named', '时抓好整改落实。'],
      ['余胜祥', '要求', 'continued', '标任务顺利实现。'],
    ]);
  });
});
