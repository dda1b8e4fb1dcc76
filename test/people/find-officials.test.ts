import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { findOfficials } from '../../src/people/find-officials.ts';

const officialsIn = (text: string) => findOfficials({ title: '', text });
/** Name → titles as printed. */
const titlesIn = (text: string) => Object.fromEntries(officialsIn(text).map((official) => [official.name, official.titles.map((title) => title.text)]));
const namesIn = (text: string) => officialsIn(text).map((official) => official.name);

describe('titles before names', () => {
  it('reads each title of a chain apart', () => {
    expect(titlesIn('3月29日，十堰市委常委、丹江口市委书记、市扶贫攻坚指挥部政委孙咏平深入官山镇调研。')).toEqual({
      孙咏平: ['十堰市委常委', '丹江口市委书记', '市扶贫攻坚指挥部政委'],
    });
  });

  it('says what an inherited title belongs to', () => {
    const officials = officialsIn('内蒙古旅发委主任郑宜平、副主任张玉军出席了座谈会。');
    expect(officials.map(({ name, titles }) => [name, titles[0]!.text, titles[0]!.organisation])).toEqual([
      ['郑宜平', '内蒙古旅发委主任', '内蒙古旅发委'],
      ['张玉军', '副主任', '内蒙古旅发委'],
    ]);
  });

  it('keeps the printed script and gives the name in Simplified', () => {
    const [gao, chen] = officialsIn('雨城區委書記、區脫貧攻堅領導小組組長高福強主持會議并講話，區委副書記、代理區長陳建偉參加了會議。');
    expect(gao).toMatchObject({ name: '高福强', variants: ['高福強'] });
    expect(gao!.titles.map((title) => title.text)).toEqual(['雨城區委書記', '區脫貧攻堅領導小組組長']);
    expect(chen!.titles.map((title) => title.text)).toEqual(['區委副書記', '代理區長']);
  });

  it.each([
    ['国家开发银行原副行长王益作出说明。', '王益', '国家开发银行原副行长'],
    ['北京勘察设计协会副会长兼秘书长周荫如', '周荫如', '秘书长'],
    ['据美国国务卿赖斯说，会谈有进展。', '赖斯', '美国国务卿'],
    ['俄罗斯总统普京在莫斯科说', '普京', '俄罗斯总统'],
    ['新疆维吾尔自治区主席艾尔肯·吐尼亚孜出席。', '艾尔肯·吐尼亚孜', '新疆维吾尔自治区主席'],
    ['总经理吴金驰先生和项目副总经理李广田先生', '李广田', '项目副总经理'],
    ['由副局长欧阳志远带队', '欧阳志远', '副局长'],
    ['台北市党部主委黄吕锦茹表示', '黄吕锦茹', '台北市党部主委'],
    ['昨日，市房管局副局长黄文波透露了计划。', '黄文波', '市房管局副局长'],
  ])('%s', (text, name, title) => {
    expect(titlesIn(text)[name]).toContain(title);
  });

  it('gives one title to a list of names', () => {
    expect(namesIn('副市长王大虎、李建国、张文英等参加会议。')).toEqual(['王大虎', '李建国', '张文英']);
  });
});

describe('titles after names', () => {
  it.each([
    ['尊敬的北京市政协王永庆副主席，各位来宾', '王永庆', '副主席'],
    ['宋宇主任介绍了情况。', '宋宇', '主任'],
    ['这得到刘淇书记批示。', '刘淇', '书记'],
    ['习近平总书记强调，要抓好落实。', '习近平', '总书记'],
    ['会上，王建国书记强调，要抓好落实。', '王建国', '书记'],
    ['李克强总理强调，要抓好落实。', '李克强', '总理'],
  ])('%s', (text, name, title) => expect(titlesIn(text)).toEqual({ [name]: [title] }));
});

describe('what is no official', () => {
  it.each([
    '成员国代表和各单位负责人参加会议。',
    '（记者 石显尧）3月31日，推进会召开。',
    '本报记者马力 通讯员王东升 摄影肖潇',
    '各县（市、区）旅游局局长，全市旅游部门主要负责人参加会议。',
    '省长高度重视，书记全面负责，主任安排工作。',
    '公司董事会、县总工会、村委会主任会议',
    '市长热线、部长级会谈、局长办公会',
    '司法所所长强调，要抓好落实。', '马鞍山市长强调，要抓好落实。', '曾竞选总统，后来落选。', '向参赛队员致意。',
  ])('%s', (text) => expect(namesIn(text)).toEqual([]));

  it('leaves the verb out of the name', () => {
    for (const verb of ['主持会议', '出席活动', '指出，', '说。', '在会上强调', '就此回应', '一行到访', '及有关部门参加', '等领导', '同志讲话']) {
      expect(namesIn(`市委书记高福强${verb}`)).toEqual(['高福强']);
      expect(namesIn(`市委书记张兴${verb}`)).toEqual(['张兴']);
    }
  });
});

describe('mentions', () => {
  it('lists every place of a name, not those within a longer name', () => {
    const text = '市长王明强到会。副市长王明陪同。王明强说，王明发言。';
    const [long, short] = ['王明强', '王明'].map((name) => officialsIn(text).find((official) => official.name === name));
    expect(long?.mentions.map(({ start }) => start)).toEqual([2, 16]);
    expect(short?.mentions.map(({ start }) => start)).toEqual([11, 21]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'市县区委书记局长主任副王李张明强国说指出强调要求，。、：；“”（）\n 對會議議長書記區長欧阳·斯特ABc12他', '市长', '书记', '王小明', '指出，', '会议强调',
  );
  const texts = fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join(''));

  it('is sliced verbatim, within bounds', () => {
    fc.assert(fc.property(texts, (text) => {
      for (const official of officialsIn(text)) {
        expect(fold(official.name)).toBe(official.name);
        for (const slice of [...official.titles, ...official.statements, ...official.acts]) {
          expect(slice.start).toBeGreaterThanOrEqual(0);
          expect(slice.end).toBeGreaterThan(slice.start);
          expect(slice.text).toBe(text.slice(slice.start, slice.end));
          expect(slice.text).not.toBe('');
        }
        for (const { start, end } of official.mentions) expect(fold(text).slice(start, end)).toBe(official.name);
        expect(official.mentions.length).toBeGreaterThan(0);
      }
    }), { numRuns: 300 });
  });

  it('never throws, whatever the characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(Array.isArray(officialsIn(text))).toBe(true);
    }), { numRuns: 300 });
  });
});
