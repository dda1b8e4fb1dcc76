import { defineCommand } from '../src/command/command.ts';
import { UserError } from '../src/user-error.ts';

const LOGGED = 200;

export default defineCommand({
  name: 'corpus',
  names: { 'zh-CN': '文章集', 'zh-TW': '文章集', 'en': 'corpus' },
  description: {
    'zh-CN': '增添、移除、列出文章文件',
    'zh-TW': '增添、移除、列出文章檔案',
    'en': 'Add, remove and list the files of articles',
  },
  options: {
    action: {
      kind: 'choice',
      required: true,
      choices: [
        { value: 'list', names: { 'zh-CN': '列出', 'zh-TW': '列出', 'en': 'list' } },
        { value: 'add', names: { 'zh-CN': '增添', 'zh-TW': '增添', 'en': 'add' } },
        { value: 'remove', names: { 'zh-CN': '移除', 'zh-TW': '移除', 'en': 'remove' } },
        { value: 'log', names: { 'zh-CN': '记录', 'zh-TW': '紀錄', 'en': 'log' } },
      ],
      names: { 'zh-CN': '做什么', 'zh-TW': '做什麼', 'en': 'action' },
      description: {
        'zh-CN': '列出、增添、移除，或查看改动记录',
        'zh-TW': '列出、增添、移除，或查看變動紀錄',
        'en': 'List, add, remove, or see what was changed',
      },
    },
    file: {
      kind: 'upload',
      names: { 'zh-CN': '文件', 'zh-TW': '檔案', 'en': 'file' },
      description: {
        'zh-CN': '要增添的文件：文本、网页、表格、JSON 等',
        'zh-TW': '要增添的檔案：文字、網頁、表格、JSON 等',
        'en': 'The file to add: text, a web page, a table, JSON …',
      },
    },
    name: {
      kind: 'text',
      maxLength: 200,
      exact: true,
      names: { 'zh-CN': '文件名', 'zh-TW': '檔名', 'en': 'name' },
      description: {
        'zh-CN': '移除哪个；增添时另取的名字；列出时只看含有它的',
        'zh-TW': '移除哪個；增添時另取的名字；列出時只看含有它的',
        'en': 'Which to remove; what to call an added one; what listed names hold',
      },
      suggest: async (library, typed) =>
        (await library.files())
          .filter(({ file }) => file.toLowerCase().includes(typed.toLowerCase()))
          .slice(0, 25)
          .map(({ file, title }) => ({ name: title === null ? file : `${file} · ${title}`, value: file })),
    },
  },
  subcommands: {
    option: 'action',
    of: {
      list: {
        description: { 'zh-CN': '列出文章文件', 'zh-TW': '列出文章檔案', 'en': 'List the files of articles' },
        options: ['name'],
      },
      add: {
        description: {
          'zh-CN': '增添一个文件，先看会读到什么',
          'zh-TW': '增添一個檔案，先看會讀到什麼',
          'en': 'Add a file, after a look at what is read of it',
        },
        options: ['file', 'name'],
        required: ['file'],
      },
      remove: {
        description: { 'zh-CN': '移除一个文件', 'zh-TW': '移除一個檔案', 'en': 'Remove a file' },
        options: ['name'],
        required: ['name'],
      },
      log: {
        description: { 'zh-CN': '查看改动记录', 'zh-TW': '查看變動紀錄', 'en': 'See what was changed, by whom' },
        options: [],
      },
    },
  },
  access: 'curators',
  visibility: 'private',
  example: '/corpus list',
  async run({ library, curator, place: { user, server } }, { action, file, name }) {
    const by = { user, server };
    if (user === null && (action === 'add' || action === 'remove'))
      throw new UserError('curation_in_discord', 'In a terminal, put the file into the corpus folder yourself, or take it out.');
    switch (action) {
      case 'list': {
        const files = (await library.files()).filter((each) =>
          `${each.file} ${each.title ?? ''}`.toLowerCase().includes((name ?? '').toLowerCase()),
        );
        return { command: 'corpus', ok: true, action, query: name ?? null, total: files.length, files };
      }
      case 'log':
        return { command: 'corpus', ok: true, action, changes: await curator.log(LOGGED) };
      case 'add': {
        if (file === undefined)
          throw new UserError('missing_option', '/corpus add needs a file.', { option: 'file', example: '/corpus add file:…' });
        const { pending, preview, size } = await curator.proposeAdding(file, name, by);
        return { command: 'corpus', ok: true, action, pending: pending.id, file: pending.file, size, preview };
      }
      case 'remove': {
        if (name === undefined)
          throw new UserError('missing_option', '/corpus remove needs a file’s name.', {
            option: 'name',
            example: '/corpus remove name:新闻.txt',
          });
        const { pending, found } = await curator.proposeRemoving(name, by);
        return { command: 'corpus', ok: true, action, pending: pending.id, file: found.file, found };
      }
    }
  },
  async decide({ curator, progress, place: { user, server } }, pending, yes) {
    const { action: what, file, done, reloaded, problem } = await curator.decide(pending, yes, { user, server }, progress);
    return {
      command: 'corpus',
      ok: true,
      action: 'decided',
      what,
      file,
      done,
      reloaded,
      problem: problem && { code: problem.code, message: problem.message, wording: problem.wording, params: problem.params },
    };
  },
});
