import { defineCommand } from '../src/command.ts';

export default defineCommand({
  name: 'help',
  names: { 'zh-CN': '帮助', 'zh-TW': '說明', en: 'help' },
  description: { 'zh-CN': '能做什么，怎么用', 'zh-TW': '能做什麼，怎麼用', en: 'What the bot can do, and how' },
  options: {},
  access: 'everyone',
  visibility: 'private',
  example: '/help',
  run: ({ commands }) => ({
    command: 'help', ok: true, took_ms: 0,
    entries: commands.map(({ name, names, description, example, access }) => ({ name, names, description, example, access })),
  }),
});
