import { defineCommand } from '../src/command/command.ts';
import { filterOptions } from '../src/command/options.ts';

export default defineCommand({
  name: 'ask',
  names: { 'zh-CN': '提问', 'zh-TW': '提問', 'en': 'ask' },
  description: {
    'zh-CN': '用文章里的原话回答问题',
    'zh-TW': '用文章裡的原話回答問題',
    'en': "Answer a question in the articles' own words",
  },
  options: {
    question: {
      kind: 'text',
      required: true,
      maxLength: 500,
      names: { 'zh-CN': '问题', 'zh-TW': '問題', 'en': 'question' },
      description: {
        'zh-CN': '用中文提问，简体或繁体',
        'zh-TW': '用中文提問，簡體或繁體',
        'en': 'A question in Chinese, Simplified or Traditional',
      },
    },
    ...filterOptions,
  },
  access: 'everyone',
  visibility: 'public',
  example: '/ask 谁是香格里拉市委书记？',
  exampleFrom: async (library) => {
    const question = await library.exampleQuestion();
    return question === null ? null : `/ask ${question}`;
  },
  run: ({ library }, { question, ...options }) => library.ask(question, options),
});
