import { defineCommand, exampleOf } from '../src/command/command.ts';
import { limitOption, scriptOption } from '../src/command/options.ts';

export default defineCommand({
  name: 'official',
  names: { 'zh-CN': '官员', 'zh-TW': '官員', 'en': 'official' },
  description: {
    'zh-CN': '某位官员的职务和说过的话',
    'zh-TW': '某位官員的職務和說過的話',
    'en': "An official's titles and statements, as printed",
  },
  options: {
    name: {
      kind: 'text',
      required: true,
      maxLength: 100,
      names: { 'zh-CN': '姓名或职务', 'zh-TW': '姓名或職務', 'en': 'name' },
      description: {
        'zh-CN': '姓名，或职务如“丹江口市委书记”',
        'zh-TW': '姓名，或職務如「丹江口市委書記」',
        'en': 'A name, or a title such as 丹江口市委书记',
      },
      suggest: (library, typed, locale) => library.suggestOfficials(typed, locale),
    },
    limit: limitOption,
    script: scriptOption,
  },
  access: 'everyone',
  visibility: 'public',
  example: '/official 孙咏平',
  exampleFrom: async (library) => exampleOf('/official ', await library.suggestOfficials('')),
  run: ({ library }, { name, limit }) => library.official(name, { limit }),
});
