import { describe, expect, it } from 'vitest';
import { findOfficials } from '../../src/people/find-officials.ts';

const officialIn = (text: string, name: string) => {
  const official = findOfficials({ title: '', text }).find((one) => one.name === name);
  if (!official) throw new Error(`${name} not found in ${text}`);
  return official;
};

const SPEECH = `孙咏平指出，当前脱贫攻坚工作首要任务是建房，要确保贫困户安居乐业。精准扶贫精准脱贫的重点难点在产业发展上。

产业发展是脱贫攻坚的根本保证，要立足镇情实际，统筹谋划产业发展。要充分利用农村电子商务物流平台。

要大力发展乡村休闲旅游，带动镇域经济快速发展。`;
const PARTS = `对于官山镇今后发展，孙咏平要求，要突出解决好四个方面的问题。一是产业发展问题。官山镇要结合资源优势，集约规模发展。

二是集镇建设问题。官山镇要在绿化、净化、美化等方面狠下功夫。

四是党的建设问题。要坚持党要管党、从严治党的要求。`;
const ARTICLE = `3月29日，丹江口市委书记孙咏平深入官山镇调研。市人大常委会副主任周进宇，副市长范仁江，市交通局等相关单位负责人陪同调研。

${SPEECH}

孙咏平强调，一是要解放思想；二是作风问题要突出“实”字。

${PARTS}

2月20日以来，十堰市委常委、丹江口市市委书记孙咏平同志更是倾力督办。市四大家领导重点督办。`;

describe('speech that runs on', () => {
  const { statements, acts } = officialIn(ARTICLE, '孙咏平');

  it('goes over paragraphs to the next speech or narration', () => {
    expect(statements.map(({ verb, text }) => [verb, text])).toEqual([
      ['指出', SPEECH],
      ['强调', '孙咏平强调，一是要解放思想；二是作风问题要突出“实”字。'],
      ['要求', PARTS],
    ]);
  });

  it('is kept apart from what is narrated', () => {
    expect(acts.map(({ verb }) => verb)).toEqual(['深入', '督办']);
    expect(officialIn(ARTICLE, '范仁江').acts[0]?.verb).toBe('陪同');
    expect(officialIn(ARTICLE, '范仁江').statements).toEqual([]);
  });

  it('ends where somebody else speaks', () => {
    const text = '市长王大虎强调，要抓好落实。要加强督查。副市长李建国说，今年要完成任务。';
    expect(officialIn(text, '王大虎').statements[0]?.text).toBe('市长王大虎强调，要抓好落实。要加强督查。');
    expect(officialIn(text, '李建国').statements[0]?.text).toBe('副市长李建国说，今年要完成任务。');
  });
});

describe('speakers', () => {
  it('are the official named last where there is a pronoun', () => {
    const text =
      '州委常委、香格里拉市委書記余勝祥出席會議并講話。余勝祥強調，全市上下要堅持問題導向。他要求全市上下要做到，責任到人。當天，與會人員進行了觀摩。';
    const { statements } = officialIn(text, '余胜祥');
    expect(statements.map(({ verb, speaker, text: said }) => [verb, speaker, said])).toEqual([
      ['强调', 'named', '余勝祥強調，全市上下要堅持問題導向。'],
      ['要求', 'continued', '他要求全市上下要做到，責任到人。'],
    ]);
  });

  it('are named after what they say, too', () => {
    const text = '会议结束了。“这是干净的重组。”重庆银行前董事长张复说。随后他离开了。';
    expect(officialIn(text, '张复').statements.map((statement) => statement.text)).toEqual(['“这是干净的重组。”重庆银行前董事长张复说。']);
  });

  it('may touch on something behind a pause', () => {
    const said = (text: string) => officialIn(text, '李明').statements.map(({ verb }) => verb);
    expect(said('市长李明与代表们谈到，学校要建在村里。')).toEqual(['谈到']);
    expect(said('市长李明谈到学校的建设。')).toEqual([]);
  });

  it('are named far from the verb', () => {
    expect(officialIn('上海银监局局长阎庆民此前在接受本报记者专访时表示，风险可控。', '阎庆民').statements[0]?.verb).toBe('表示');
  });

  it('are never a meeting', () => {
    const text = '区委书记高福强主持会议。会议指出，要提高认识。要将会议要求及时传达到村。会议强调，今年是收官之年。';
    expect(officialIn(text, '高福强').statements).toEqual([]);
  });
});

describe('what is somebody else’s', () => {
  it.each(['王勇的秘书说，好。', '王勇秘书表示，好。', '王勇夫人说，好。', '王勇之子透露，好。'])('%s', (sentence) => {
    const text = `县委书记王勇强调，要抓好落实。他要求，各部门要配合。${sentence}他还说，不错。`;
    expect(officialIn(text, '王勇').statements.map((statement) => statement.text)).toEqual([
      '县委书记王勇强调，要抓好落实。',
      '他要求，各部门要配合。',
    ]);
  });

  it('as a meeting that names them, or a thing that they put forward', () => {
    expect(
      officialIn('县委书记王勇到会。会议强调，要落实王勇书记要求，抓好整改。落实王勇提出的意见，大家都支持。', '王勇').statements,
    ).toEqual([]);
  });

  it('but a quotation in somebody’s words is theirs', () => {
    expect(officialIn('报道援引市长王勇的话说，工程已经完工。', '王勇').statements).toHaveLength(1);
  });
});

describe('a pronoun', () => {
  const said = (text: string) => officialIn(text, '王大虎').statements.map(({ speaker, verb }) => `${speaker} ${verb}`);
  it('is linked to the official named last, and says so', () => {
    expect(said('市长王大虎主持会议。他强调，要抓好落实。')).toEqual(['continued 强调']);
  });
  it('is not linked where it stands for several, or where somebody else was named last', () => {
    expect(said('市长王大虎会见了专家。他们表示，项目很好。')).toEqual([]);
    expect(said('市长王大虎主持会议。副市长李建国参加。他强调，要抓好落实。')).toEqual([]);
  });
});

describe('what is no statement', () => {
  it.each([
    '市长王大虎对来宾表示感谢。',
    '说起市长王大虎，大家都说好。',
    '市长王大虎就下步工作提出了要求。',
    '记者将要求转告了市长王大虎。',
    '市长王大虎到会。要将会议要求及时传达到村。',
    '市长王大虎到会。会议强调，要抓好落实。',
    '其他要求按市长王大虎批示办理。',
  ])('%s', (text) => {
    expect(officialIn(text, '王大虎').statements).toEqual([]);
  });
});
