import { defineCommand, exampleOf } from '../src/command/command.ts';
import { filterOptions, namedRegions } from '../src/command/options.ts';

export default defineCommand({
  name: 'search',
  names: { 'zh-CN': '搜索', 'zh-TW': '搜尋', 'en': 'search' },
  description: { 'zh-CN': '按词语查找文章中的原文', 'zh-TW': '按詞語查找文章中的原文', 'en': 'Find passages by their words' },
  options: {
    query: {
      kind: 'text',
      required: true,
      maxLength: 500,
      names: { 'zh-CN': '词语', 'zh-TW': '詞語', 'en': 'query' },
      description: {
        'zh-CN': '要找的词语，简体或繁体',
        'zh-TW': '要找的詞語，簡體或繁體',
        'en': 'Words to look for, Simplified or Traditional',
      },
    },
    ...filterOptions,
  },
  access: 'everyone',
  visibility: 'public',
  messageMenu: { 'zh-CN': '在文章中查找', 'zh-TW': '在文章中查找', 'en': 'Find in the articles' },
  example: '/search 旅游扶贫',
  exampleFrom: async (library) => exampleOf('/search ', await namedRegions(library)),
  run: ({ library }, { query, ...options }) => library.search(query, options),
});
