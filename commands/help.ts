import { defineCommand } from '../src/command/command.ts';

/** The ones to begin with, in the order in which one would learn them; the others follow. */
const FIRST = ['ask', 'search', 'official', 'region', 'timeline', 'latest', 'article'];
const place = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

export default defineCommand({
  name: 'help',
  names: { 'zh-CN': '帮助', 'zh-TW': '說明', 'en': 'help' },
  description: { 'zh-CN': '能做什么，怎么用', 'zh-TW': '能做什麼，怎麼用', 'en': 'What the bot can do, and how' },
  options: {},
  access: 'everyone',
  visibility: 'private',
  example: '/help',
  run: async ({ commands, library }) => ({
    command: 'help',
    ok: true,
    entries: await Promise.all(
      [...commands]
        .sort((a, b) => place(a.name) - place(b.name))
        .map(async ({ name, names, description, example, exampleFrom, access }) => ({
          name,
          names,
          description,
          example: (await exampleFrom?.(library)) ?? example,
          access,
        })),
    ),
  }),
});
