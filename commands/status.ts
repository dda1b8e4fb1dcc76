import { defineCommand } from '../src/command/command.ts';
import { VERSION } from '../src/version.ts';

export default defineCommand({
  name: 'status',
  names: { 'zh-CN': '状态', 'zh-TW': '狀態', 'en': 'status' },
  description: {
    'zh-CN': '已载入的文章、被拒的文件和运行情况',
    'zh-TW': '已載入的文章、被拒的檔案和執行情況',
    'en': 'What is loaded, what was refused, how the bot runs',
  },
  options: {},
  access: 'everyone',
  visibility: 'private',
  example: '/status',
  async run({ library, store }) {
    const feedback = await store.feedback.counts();
    const code = store.problem?.code ?? 'absent';
    return {
      command: 'status',
      ok: true,
      status: await library.status(),
      version: VERSION,
      uptime_s: Math.round(process.uptime()),
      feedback,
      ...(code === 'absent' ? {} : { not_kept: code }),
    };
  },
});
