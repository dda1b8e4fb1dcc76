import { defineCommand, exampleOf } from '../src/command/command.ts';
import { filterOptions } from '../src/command/options.ts';

const { from, to, limit, script } = filterOptions;

export default defineCommand({
  name: 'timeline',
  names: { 'zh-CN': '大事记', 'zh-TW': '大事記', 'en': 'timeline' },
  description: {
    'zh-CN': '某地或某人的事，按日期先后',
    'zh-TW': '某地或某人的事，按日期先後',
    'en': 'What happened in a place or around an official, in order',
  },
  options: {
    name: {
      kind: 'text',
      required: true,
      maxLength: 100,
      names: { 'zh-CN': '地名或姓名', 'zh-TW': '地名或姓名', 'en': 'name' },
      description: { 'zh-CN': '地区或官员', 'zh-TW': '地區或官員', 'en': 'A place or an official' },
      suggest: async (library, typed, locale) => [
        ...(await library.suggestRegions(typed, locale)).slice(0, 12),
        ...(await library.suggestOfficials(typed, locale)),
      ],
    },
    from,
    to,
    limit,
    script,
  },
  access: 'everyone',
  visibility: 'public',
  example: '/timeline 丹江口市',
  exampleFrom: async (library) => exampleOf('/timeline ', await library.suggestOfficials('')),
  run: ({ library }, { name, ...options }) => library.timeline(name, options),
});
