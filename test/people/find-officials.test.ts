import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.ts';
import { findOfficials } from '../../src/people/find-officials.ts';

const officialsIn = (text: string) => findOfficials({ title: '', text });
/** Name → titles as printed. */
const titlesIn = (text: string) =>
  Object.fromEntries(officialsIn(text).map((official) => [official.name, official.titles.map((title) => title.text)]));
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

  it.each([
    ['雅安市市长林建业到茶园调研。', '林建业', '雅安市市长'],
    ['江西省省长周明来到现场。', '周明', '江西省省长'],
  ])('takes no place for a person where the title repeats its last character: %s', (text, name, title) => {
    expect(titlesIn(text)).toEqual({ [name]: [title] });
  });

  it('gives one title to a list of names', () => {
    expect(namesIn('副市长王大虎、李建国、张文英等参加会议。')).toEqual(['王大虎', '李建国', '张文英']);
  });
});

describe('lists of names', () => {
  it('go on over a name that is unlike one, and what stands in brackets', () => {
    expect(namesIn('副市长刘志刚、王海燕（女）、安康、陈小平到会。')).toEqual(expect.arrayContaining(['刘志刚', '王海燕', '陈小平']));
  });

  it('belong to the leaders of a county too, by the title as printed', () => {
    expect(titlesIn('县领导李建国、王大海参加活动。')).toEqual({ 李建国: ['县领导'], 王大海: ['县领导'] });
  });

  it('end where something else is told', () => expect(namesIn('市长李明、教育部门和学校')).toEqual(['李明']));
});

describe('a name ends', () => {
  it('before 所, and where the same name ends elsewhere', () => {
    expect(namesIn('会议听取了县长李建国所作的报告。')).toEqual(['李建国']);
    expect(namesIn('县长周楠便在现场。周楠说，好。周楠又说，很好。周楠，女。')).toEqual(['周楠']);
  });

  it('is none where a word runs over the end of the title', () => expect(namesIn('那里的庭院长满杂草。')).toEqual([]));
});

describe('the forms of names', () => {
  it.each([
    ['市长李明、区长王大虎', '李明'],
    ['副局长欧阳志远说', '欧阳志远'],
    ['自治区主席艾力更·依明巴海', '艾力更·依明巴海'],
    ['四川轻化工大学校长庹先国表示', '庹先国'],
    ['自治州州长扎西才让出席', '扎西才让'],
    ['藏医院院长次仁旺姆说', '次仁旺姆'],
    ['自治区政府副主席洛桑江村在会上', '洛桑江村'],
    ['社区书记阿依古丽表示', '阿依古丽'],
    ['日本央行行长植田和男说', '植田和男'],
    ['日本首相岸田文雄和夫人', '岸田文雄'],
    ['欧盟委员会主席冯德莱恩', '冯德莱恩'],
    ['以色列总理内塔尼亚胡称', '内塔尼亚胡'],
    ['匈牙利外长西雅尔多·彼得', '西雅尔多·彼得'],
    ['台湾地区领导人蔡英文', '蔡英文'],
    ['市委书记高福强同志', '高福强'],
    ['市委书记高福强及班子', '高福强'],
    ['市委书记高福强等领导', '高福强'],
  ])('%s', (text, name) => expect(namesIn(text)).toContain(name));

  it('are not foreign where nothing points abroad', () => expect(namesIn('清华专家赴沙雅提供技术，海林市长汀镇内的消防员')).toEqual([]));

  it('end before the word that follows', () => {
    expect(namesIn('县检察院检察官齐艳收到一封信。')).toEqual(['齐艳']);
    expect(namesIn('民警李昊一个激灵跳起来。')).toEqual(['李昊']);
  });
});

describe('titles that a verb ties to a name', () => {
  it.each([
    ['会议决定任命王大虎为市旅游局局长。', { 王大虎: ['市旅游局局长'] }],
    ['补选张三丰、李建国同志为县人大常委会副主任。', { 张三丰: ['县人大常委会副主任'], 李建国: ['县人大常委会副主任'] }],
    ['王大虎任县委书记。', { 王大虎: ['县委书记'] }],
    ['由张文英同志出任县教育局局长、党组书记。', { 张文英: ['县教育局局长', '党组书记'] }],
    ['唐志强，男，汉族，1969年6月出生，甘肃武威人，现任甘肃省财政厅副厅长、党组成员。', { 唐志强: ['甘肃省财政厅副厅长', '党组成员'] }],
    ['现任雅安市市长的李建国表示，好。', { 李建国: ['现任雅安市市长'] }],
    ['市长一职由李建国担任。', { 李建国: ['市长'] }],
    ['李明辉（市委副书记、市长）出席。', { 李明辉: ['市委副书记', '市长'] }],
    ['王毅外长会见来宾。', { 王毅: ['外长'] }],
  ])('%s', (text, titles) => expect(titlesIn(text)).toEqual(titles));

  it.each([
    ['免去李建国的县教育局局长职务。', { 李建国: ['县教育局局长'] }],
    ['免去欧阳志远同志县财政局局长、党组书记职务。', { 欧阳志远: ['县财政局局长', '党组书记'] }],
    ['免去孟和巴特尔的县林业局局长职务；', { 孟和巴特尔: ['县林业局局长'] }],
    ['会议接受周志国辞去县长职务的请求。', { 周志国: ['县长'] }],
    ['会议选举产生陈小平为县人大常委会主任。', { 陈小平: ['县人大常委会主任'] }],
    [
      '经研究决定：\n李建国同志为县旅游局局长；\n王强为县水务局副局长；\n免去：\n张大明的县水务局副局长职务。',
      { 李建国: ['县旅游局局长'], 王强: ['县水务局副局长'], 张大明: ['县水务局副局长'] },
    ],
    ['刘红，女，1970年3月出生，县教育局局长。', { 刘红: ['县教育局局长'] }],
    ['刘红，女，1970年3月出生，大学学历。历任镇长、县长。', { 刘红: ['镇长', '县长'] }],
  ])('in appointments, dismissals and lives: %s', (text, titles) => expect(titlesIn(text)).toEqual(titles));

  it.each(['免去他的一切职务。', '张华为总经理介绍。', '刘红，女，1970年3月出生，大学学历。'])('but to nobody in %s', (text) =>
    expect(namesIn(text)).toEqual([]),
  );

  it.each(['李建国任期届满，责任重大。', '常任代表发言', '王大虎任命他人', '任命仪式举行'])('but not in %s', (text) =>
    expect(namesIn(text)).toEqual([]),
  );

  it('keep the party of a party, and what a title presides over', () => {
    const organisation = (text: string) => officialsIn(text)[0]?.titles[0]?.organisation;
    expect(organisation('朝鲜劳动党总书记金正恩')).toBe('朝鲜劳动党');
    expect(organisation('教育局党组书记李强')).toBe('教育局');
    expect(organisation('泸州市人民政府副市长王琪')).toBe('泸州市人民政府');
    expect(organisation('财政部长刘昆说')).toBe('财政部');
  });

  it('begin after a day, a verb or 该', () => {
    expect(titlesIn('冯德莱恩16日与意大利总理梅洛尼会谈')).toEqual({ 梅洛尼: ['意大利总理'] });
    expect(titlesIn('据称俄罗斯一度请来匈牙利总理奥尔班')).toEqual({ 奥尔班: ['匈牙利总理'] });
    expect(titlesIn('法国外交部与挪威首相斯特勒联系')).toEqual({ 斯特勒: ['挪威首相'] });
    expect(titlesIn('中国驻匈牙利大使王大虎说')).toEqual({ 王大虎: ['中国驻匈牙利大使'] });
    expect(titlesIn('受泸州市人民政府副市长王琪委托')).toEqual({ 王琪: ['泸州市人民政府副市长'] });
  });
});

describe('the article’s title', () => {
  it('gives titles that the text leaves out, with no place in the text', () => {
    const [found] = findOfficials({ title: '陝西省委書記王建國會見來賓', text: '王建国指出，要深化合作。' });
    expect(found).toMatchObject({
      name: '王建国',
      titles: [{ text: '陝西省委書記', start: 0, end: 0, inTitle: true }],
      statements: [{ verb: '指出' }],
    });
  });

  it('adds nothing that the text says as well', () => {
    const [found] = findOfficials({ title: '县委书记王建国调研', text: '昨日，县委书记王建国到基层调研。' });
    expect(found!.titles).toEqual([{ text: '县委书记', start: 3, end: 7, organisation: '县委' }]);
  });
});

it('leaves the verb that gives an office out of the name', () => {
  expect(namesIn('张斯任市长')).toEqual(['张斯']);
  expect(namesIn('王小明任市长。')).toEqual(['王小明']);
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
    '兴业路主任办公室',
    '走到解放路市长热线旁',
    '五公里队长跑',
    '北约成员国挪威与俄罗斯',
    '某院长王某被查',
    '司法所所长强调，要抓好落实。',
    '马鞍山市长强调，要抓好落实。',
    // Countries, divisions, bodies and common words, by tables and parts of speech.
    '乌干达外长出面发声。',
    '夏威夷州州长表示遗憾。',
    '费用急需缴纳，希望法官帮其追回。',
    '分析师普遍预计会涨。',
    '民警顺藤摸瓜找到了他。',
    '专家本周开会。',
    '曾竞选总统，后来落选。',
    '向参赛队员致意。',
  ])('%s', (text) => expect(namesIn(text)).toEqual([]));

  it('leaves the verb out of the name', () => {
    for (const verb of [
      '主持会议',
      '出席活动',
      '指出，',
      '说。',
      '在会上强调',
      '就此回应',
      '一行到访',
      '及有关部门参加',
      '等领导',
      '同志讲话',
    ]) {
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
    ...'市县区委书记局长主任副王李张明强国说指出强调要求，。、：；“”（）\n 對會議議長書記區長欧阳·斯特ABc12他',
    '市长',
    '书记',
    '王小明',
    '指出，',
    '会议强调',
  );
  const texts = fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join(''));

  it('is sliced verbatim, within bounds', () => {
    fc.assert(
      fc.property(texts, (text) => {
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
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(Array.isArray(officialsIn(text))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
