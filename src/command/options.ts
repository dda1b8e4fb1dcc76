/** Options that several commands share. */
import type { Choice, ChoiceOption, NumberOption, TextOption } from './command.ts';
import type { Library } from '../library.ts';

const regionOption = {
  kind: 'text',
  maxLength: 100,
  names: { 'zh-CN': '地区', 'zh-TW': '地區', 'en': 'region' },
  description: { 'zh-CN': '只看某地的文章', 'zh-TW': '只看某地的文章', 'en': 'Only articles that name this place' },
  suggest: (library, typed, locale) => library.suggestRegions(typed, locale),
} as const satisfies TextOption;

const officialOption = {
  kind: 'text',
  maxLength: 100,
  names: { 'zh-CN': '官员', 'zh-TW': '官員', 'en': 'official' },
  description: { 'zh-CN': '只看提到某位官员的文章', 'zh-TW': '只看提到某位官員的文章', 'en': 'Only articles that name this official' },
  suggest: (library, typed, locale) => library.suggestOfficials(typed, locale),
} as const satisfies TextOption;

const day = (side: 'from' | 'to') =>
  ({
    kind: 'text',
    maxLength: 20,
    names: side === 'from' ? { 'zh-CN': '起', 'zh-TW': '起', 'en': 'from' } : { 'zh-CN': '止', 'zh-TW': '止', 'en': 'to' },
    description:
      side === 'from'
        ? {
            'zh-CN': '不早于：如 2018、2018-05 或 2018-05-25',
            'zh-TW': '不早於：如 2018、2018-05 或 2018-05-25',
            'en': 'Not before, such as 2018, 2018-05 or 2018-05-25',
          }
        : {
            'zh-CN': '不晚于：如 2018、2018-05 或 2018-05-25',
            'zh-TW': '不晚於：如 2018、2018-05 或 2018-05-25',
            'en': 'Not after, such as 2018, 2018-05 or 2018-05-25',
          },
  }) as const satisfies TextOption;

export const limitOption = {
  kind: 'number',
  min: 1,
  max: 100,
  names: { 'zh-CN': '条数', 'zh-TW': '條數', 'en': 'limit' },
  description: { 'zh-CN': '最多给出几条', 'zh-TW': '最多給出幾則', 'en': 'How many results at most' },
} as const satisfies NumberOption;

/** Quotes stay as printed unless the reader asks for one script. */
export const scriptOption = {
  kind: 'choice',
  names: { 'zh-CN': '字体', 'zh-TW': '字體', 'en': 'script' },
  description: {
    'zh-CN': '引文改用哪种字体显示；不选则照原文',
    'zh-TW': '引文改用哪種字體顯示；不選則照原文',
    'en': 'Show quotes in one script; as printed unless chosen',
  },
  choices: [
    { value: 'simplified', names: { 'zh-CN': '简体', 'zh-TW': '簡體', 'en': 'simplified' } },
    { value: 'traditional', names: { 'zh-CN': '繁体', 'zh-TW': '繁體', 'en': 'traditional' } },
  ],
} as const satisfies ChoiceOption;

/** What narrows a search or a question, in the order that Discord shows it. */
export const filterOptions = {
  region: regionOption,
  official: officialOption,
  from: day('from'),
  to: day('to'),
  limit: limitOption,
  script: scriptOption,
} as const;

/** The regions that the articles name most, by the last part of their name: for examples. */
export async function namedRegions(library: Library): Promise<Choice[]> {
  return (await library.suggestRegions('')).map(({ name }) => ({ name, value: name.split(' › ').at(-1) ?? name }));
}
