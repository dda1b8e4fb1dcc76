import { defineCommand } from '../src/command/command.ts';

export default defineCommand({
  name: 'reload',
  names: { 'zh-CN': '重新载入', 'zh-TW': '重新載入', 'en': 'reload' },
  description: {
    'zh-CN': '重新读取文章文件夹，并报告变化',
    'zh-TW': '重新讀取文章資料夾，並報告變化',
    'en': 'Read the folder of articles again and tell what changed',
  },
  options: {},
  access: 'operators',
  visibility: 'private',
  example: '/reload',
  async run({ library, progress }) {
    const { changes, status } = await library.reload(progress);
    return { command: 'reload', ok: true, changes, status };
  },
});
