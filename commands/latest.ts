import { defineCommand, exampleOf } from '../src/command/command.ts';
import { filterOptions, namedRegions } from '../src/command/options.ts';

export default defineCommand({
  name: 'latest',
  names: { 'zh-CN': '最新', 'zh-TW': '最新', 'en': 'latest' },
  description: {
    'zh-CN': '最新的文章，可按地区或官员',
    'zh-TW': '最新的文章，可按地區或官員',
    'en': 'The newest articles, of a place or an official if you like',
  },
  options: filterOptions,
  access: 'everyone',
  visibility: 'public',
  example: '/latest region:四川',
  exampleFrom: async (library) => exampleOf('/latest region:', await namedRegions(library)),
  run: ({ library }, options) => library.latest(options),
});
