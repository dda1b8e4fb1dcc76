import { defineCommand, exampleOf } from '../src/command/command.ts';
import { scriptOption } from '../src/command/options.ts';

export default defineCommand({
  name: 'article',
  names: { 'zh-CN': '文章', 'zh-TW': '文章', 'en': 'article' },
  description: { 'zh-CN': '阅读一篇文章的全文', 'zh-TW': '閱讀一篇文章的全文', 'en': 'Read one article whole' },
  options: {
    id: {
      kind: 'text',
      required: true,
      maxLength: 200,
      exact: true,
      names: { 'zh-CN': '编号', 'zh-TW': '編號', 'en': 'id' },
      description: {
        'zh-CN': '文章编号；输入标题中的字会有提示',
        'zh-TW': '文章編號；輸入標題中的字會有提示',
        'en': "The article's id; type part of a title for suggestions",
      },
      suggest: (library, typed) => library.suggestArticles(typed),
    },
    script: scriptOption,
  },
  access: 'everyone',
  visibility: 'public',
  example: '/article 002_77c31bd8ea54c989',
  exampleFrom: async (library) => exampleOf('/article ', await library.suggestArticles('')),
  run: ({ library }, { id }) => library.article(id),
});
