import { defineCommand } from '../../src/command/command.ts';

/** Longer than the bot waits before it asks for time. */
const SLOW_MS = 1400;
/** A search that takes its time. */
export const slow = defineCommand({
  name: 'slow',
  names: { 'zh-CN': '慢', 'zh-TW': '慢', 'en': 'slow' },
  description: { 'zh-CN': '慢', 'zh-TW': '慢', 'en': 'slow' },
  options: {
    query: {
      kind: 'text',
      required: true,
      maxLength: 10,
      names: { 'zh-CN': '词', 'zh-TW': '詞', 'en': 'query' },
      description: { 'zh-CN': '词', 'zh-TW': '詞', 'en': 'query' },
    },
  },
  access: 'everyone',
  visibility: 'public',
  example: '/slow 词',
  async run(context, { query }) {
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    return context.library.search(query);
  },
});
