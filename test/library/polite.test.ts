import { beforeAll, describe, expect, it } from 'vitest';
import { typed } from '../../src/discord/typed.ts';
import { toTraditional } from '../../src/language/script.ts';
import { openLibrary, type Library } from '../../src/library.ts';

/** Of each of the articles in seeds/, what it says and what it does not. */
const QUESTIONS = [
  '新乡市旅游扶贫工作推进会是哪天召开的？',
  '崔红是什么职务？',
  '新乡市市长是谁？',
  '内蒙古旅发委主任叫什么名字？',
  '京蒙旅游扶贫协作座谈会在哪里召开？',
  '雨城区委书记是谁？',
  '雨城区会议审议并通过了什么？',
  '安居梦要怎样实现？',
  '谁陪同孙咏平调研？',
  '纪道清今年几岁？',
  '香格里拉市委书记是谁？',
  '“百日会战”推进会在哪里召开？',
  '第一个“百日会战”是哪一年启动的？',
  '火星上有水吗？',
];

const OPENINGS = [
  '请问',
  '请问一下，',
  '帮我查一下',
  '您好，能帮我查查',
  '麻烦帮我看看',
  '麻烦问一下，',
  '能不能告诉我',
  '可否告诉我',
  '我想知道',
  '你好，我想了解一下',
  '有没有人知道',
  '不好意思，请教一下：',
];

const MARKUP: Readonly<Record<string, (question: string) => string>> = {
  'an emoji of a server': (question) => `${question}<:thinking:300000000000000009>`,
  'a mention': (question) => `<@300000000000000009> ${question}`,
  'a role': (question) => `<@&300000000000000009>${question}`,
  'a timestamp': (question) => `${question} <t:1618953630:R>`,
  'a link': (question) => `https://example.com/a?b=c#d ${question}`,
};

let library: Library;
beforeAll(async () => {
  library = await openLibrary('seeds/');
});

/** The decision, and where the first quote stands. */
async function outcome(question: string) {
  const { answered, answers, results } = await library.ask(question);
  return { answered, answers, first: results[0] && { id: results[0].article.id, quote: results[0].quote.text } };
}

it('some of the questions are answered, some are not', async () => {
  const answered = await Promise.all(QUESTIONS.map(async (question) => (await outcome(question)).answered));
  expect(answered.filter(Boolean)).toHaveLength(10);
});

describe.each(QUESTIONS)('%s', (question) => {
  it('has the same answer however politely it is asked, in either script', async () => {
    const plain = await outcome(question);
    for (const opening of OPENINGS) {
      const polite = `${opening}${question}`;
      for (const way of [polite, toTraditional(polite), `${polite.replace(/？$/, '')}，谢谢！`])
        expect({ way, ...(await outcome(way)) }).toEqual({ way, ...plain });
    }
  });

  it.each(Object.keys(MARKUP))('has the same answer with %s', async (kind) => {
    expect(await outcome(typed(MARKUP[kind]!(question)))).toEqual(await outcome(question));
  });
});
