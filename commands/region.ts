import { defineCommand, exampleOf } from '../src/command/command.ts';
import { limitOption, namedRegions, scriptOption } from '../src/command/options.ts';

export default defineCommand({
  name: 'region',
  names: { 'zh-CN': '地区', 'zh-TW': '地區', 'en': 'region' },
  description: {
    'zh-CN': '关于某地、提到某地的文章',
    'zh-TW': '關於某地、提到某地的文章',
    'en': 'Articles about a place, and those that mention it',
  },
  options: {
    name: {
      kind: 'text',
      required: true,
      maxLength: 100,
      names: { 'zh-CN': '地名', 'zh-TW': '地名', 'en': 'name' },
      description: {
        'zh-CN': '省、市、县、乡镇或村的名称',
        'zh-TW': '省、市、縣、鄉鎮或村的名稱',
        'en': 'A province, city, county, town or village',
      },
      suggest: (library, typed, locale) => library.suggestRegions(typed, locale),
    },
    limit: limitOption,
    script: scriptOption,
  },
  access: 'everyone',
  visibility: 'public',
  example: '/region 雅安',
  exampleFrom: async (library) => exampleOf('/region ', await namedRegions(library)),
  run: ({ library }, { name, limit }) => library.region(name, { limit }),
});
