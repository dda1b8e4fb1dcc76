import { describe, expect, it } from 'vitest';
import { findOfficials } from '../../src/people/find-officials.ts';

/** Who is taken to speak in a text, with the verbs. */
const said = (text: string) =>
  findOfficials({ title: '', text }).flatMap(({ name, statements }) => statements.map(({ verb }) => `${name} ${verb}`));
const done = (text: string) => findOfficials({ title: '', text }).flatMap(({ name, acts }) => acts.map(({ verb }) => `${name} ${verb}`));

describe('the verb of speech governs', () => {
  it.each([
    ['县长沈嘉树会见局长郑宜平时表示，路要修好。', ['沈嘉树 表示']],
    ['县长沈嘉树对局长郑宜平说，路要修好。', ['沈嘉树 说']],
    ['县长沈嘉树和局长郑宜平共同表示，路要修好。', ['沈嘉树 表示', '郑宜平 表示']],
    ['县长沈嘉树质问“路为什么没修”，并表示月底必须动工。', ['沈嘉树 质问']],
    ['县长沈嘉树走访工地。该县长表示，路要修好。', ['沈嘉树 表示']],
    ['县长沈嘉树走访工地。沈县长表示，路要修好。', ['沈嘉树 表示']],
    ['县长沈嘉树走访工地。郑县长表示，路要修好。', []],
    ['在县长沈嘉树看来，路要修好。', ['沈嘉树 看来']],
    ['县长沈嘉树：“路要修好。”', ['沈嘉树 ：']],
    ['记者：路修好了吗？\n县长沈嘉树：路修好了。', ['沈嘉树 ：']],
    ['县长沈嘉树没有表示反对。', []],
    ['县长沈嘉树拒绝回应，随后离开。', []],
    ['县长沈嘉树对来访的客人表示欢迎，随后离开。', []],
    ['县长沈嘉树不断强调，路要修好。', ['沈嘉树 强调']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));
});

it('他还表示 is the last speaker’s, whomever the speech named', () => {
  const text = '县长沈嘉树说，路要修好。大家感谢局长郑宜平。他还表示，桥也要修好。';
  expect(said(text)).toEqual(['沈嘉树 说', '沈嘉树 表示']);
});

it('what befalls somebody is told of them', () => {
  expect(done('县长沈嘉树任命局长郑宜平。')).toEqual(['郑宜平 任命']);
  expect(done('县长沈嘉树祝贺局长郑宜平当选。')).toEqual(['郑宜平 当选']);
});

it('straight quotation marks hold a quotation together', () => {
  const [official] = findOfficials({ title: '', text: '县长沈嘉树说："路要修好。桥也要修好。"大家鼓掌。' });
  expect(official!.statements.map(({ text }) => text)).toEqual(['县长沈嘉树说："路要修好。桥也要修好。"']);
});

describe('what no official says', () => {
  const said = (text: string) =>
    findOfficials({ title: '', text }).flatMap(({ name, statements }) => statements.map((one) => [name, one.text]));

  it('is told in a clause of time, nor is its subject who speaks next', () => {
    expect(said('在总统沈嘉树宣布解散该团之后，首领露面。他还表示，要留下。')).toEqual([]);
    expect(said('总统沈嘉树宣布，解散该团。')).toHaveLength(1);
  });

  it('is what others think of them', () => expect(said('外界指出，县长沈嘉树曾被认为是一位能干的人。')).toEqual([]));

  it('is what somebody of theirs says', () => expect(said('县长沈嘉树到场。他的秘书说，路要修好。')).toEqual([]));
});

describe('what an official says', () => {
  const said = (text: string) => findOfficials({ title: '', text }).flatMap(({ statements }) => statements.map((one) => one.text));

  it.each([
    '县长沈嘉树对活动作了总结，指出要把路修好。',
    '县长沈嘉树在演讲中提及三个项目，包括学校和桥。',
    '县长沈嘉树在讲话中批评有些部门不管学校的事。',
    '县长沈嘉树披露，路已经修好。',
  ])('%s', (text) => expect(said(text)).toEqual([text]));

  it('is criticism where it is spoken, not where it is told', () => expect(said('县长沈嘉树批评有些部门不管学校的事。')).toEqual([]));

  it('is said by a pronoun with a place between', () =>
    expect(said('县长沈嘉树到场。他在县里举行的一场大会上质疑：路为什么不修？')).toEqual(['他在县里举行的一场大会上质疑：路为什么不修？']));

  it('goes on to the end of its paragraph', () => {
    const speech = '县长沈嘉树表示，路要修好。两座桥已经动工。';
    expect(said(`${speech}\n学校也开学了。`)).toEqual([speech]);
    expect(said(`${speech} 学校也开学了。`)).toEqual([speech]);
  });

  it.each([
    '大家都赞成。',
    '“太好了。”有人喊。',
    '他没有说明何时动工。',
    '(责任编辑：沈)',
    '村民们表示，等了很久。',
    '县里据此定了计划。',
    '谁来出钱呢？',
  ])('ends before %s', (next) => expect(said(`县长沈嘉树表示，路要修好。${next}`)).toEqual(['县长沈嘉树表示，路要修好。']));

  it('ends with its quotation, and with what is announced', () => {
    expect(said('县长沈嘉树说：“路要修好。”两座桥已经动工。')).toEqual(['县长沈嘉树说：“路要修好。”']);
    expect(said('“路要修好。”县长沈嘉树说，要快。两座桥已经动工。')).toEqual(['“路要修好。”县长沈嘉树说，要快。']);
    expect(said('县长沈嘉树宣布，路已修好。两座桥已经动工。')).toEqual(['县长沈嘉树宣布，路已修好。']);
  });

  it.each(['原标题：山里修路', '图/视觉中国', '详情点击>>山里修路'])('begins behind %s', (before) => {
    expect(said(`${before} 3月2日，县长沈嘉树宣布，路已修好。`)).toEqual(['3月2日，县长沈嘉树宣布，路已修好。']);
    expect(said(`${before} “路已修好。”县长沈嘉树宣布。`)).toEqual(['“路已修好。”县长沈嘉树宣布。']);
  });

  it('keeps a blank in a sentence of its own', () =>
    expect(said('据说山里 3月2日起，县长沈嘉树宣布，路已修好。')).toEqual(['据说山里 3月2日起，县长沈嘉树宣布，路已修好。']));
});
