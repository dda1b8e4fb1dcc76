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
