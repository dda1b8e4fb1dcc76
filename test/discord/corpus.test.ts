/** Keeping the collection, from outside: proposed, looked at, confirmed, logged; and everything that is refused. */
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '../../src/library.ts';
import type { Actor, LocalUser, Message } from '../../src/local/server.ts';
import { openStore } from '../../src/store/store.ts';
import { BODY, page } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';
import { wholeBot } from './start-bot.ts';

const HOME = '100000000000000001',
  ABROAD = '100000000000000002';
const CURATOR: LocalUser = { id: '300000000000000001', name: '管理员', permissions: 1n << 5n };
const SECOND: LocalUser = { id: '300000000000000002', name: '另一管理员', permissions: 1n << 5n };
const NEWS = page(
  '石门镇修路记',
  '来源：青禾日报',
  '2019年7月3日，四川省雅安市雨城区石门镇修路。区委书记高福强指出，要抓紧落实。',
  '分享到： 微信 微博',
);

interface File {
  name: string;
  content: string | Uint8Array;
  type?: string;
  size?: number;
  url?: string;
}
const isPrivate = (message: Message | null) => (message!.flags & 64) === 64;
/** What is read, escapes taken off. */
const shown = (message: Message | null) => `${message!.content}\n${JSON.stringify(message!.embeds)}`.replaceAll('\\', '');
const buttons = (message: Message | null) => message!.components.flatMap((row) => row.components as { custom_id: string; label: string }[]);
const idOf = (message: Message | null, label: string) => buttons(message).find((button) => button.label === label)!.custom_id;

async function start(files: Record<string, string> = { '旧.txt': BODY }, options: { corpusDir?: string; data?: string } = {}) {
  const corpus = await tempFolder(files);
  const data = options.data ?? (await tempFolder());
  const store = openStore(data);
  onTestFinished(() => store.close());
  const corpusDir = path.join(corpus, options.corpusDir ?? '');
  const library = await openLibrary(corpusDir);
  const whole = await wholeBot({
    store,
    library,
    guilds: [{ id: HOME }, { id: ABROAD }],
    settings: { corpusDir, dataDir: data, operatorGuildIds: [HOME, ABROAD] },
  });
  const { discord } = whole;
  const use = async ({ action, ...given }: Record<string, string | File>, actor: Actor & { permitted?: boolean } = {}) =>
    (await discord.slash({ command: `corpus ${action as string}`, options: given, user: CURATOR, ...actor })).message!;
  return {
    ...whole,
    corpus,
    data,
    store,
    library,
    use,
    add: (file: File, more: Record<string, string> = {}, actor: Actor & { permitted?: boolean } = {}) =>
      use({ action: 'add', file, ...more }, actor),
    press: async (pressed: Message, label: string, actor: Actor = { user: CURATOR }) => {
      const message = (await discord.click(pressed, idOf(pressed, label), actor)).message!;
      // A busy machine is told how far the reload is, first.
      while (message.content.startsWith('正在重新载入')) await new Promise((resolve) => setTimeout(resolve, 20));
      return message;
    },
    quarantine: () => readdir(path.join(data, 'quarantine')).catch(() => []),
  };
}

describe('adding', () => {
  it('shows what would be read, and does nothing before it is confirmed', async () => {
    const { add, corpus, quarantine, library } = await start();
    const message = await add({ name: '石门.txt', content: NEWS });
    expect(isPrivate(message)).toBe(true);
    expect(message.content).toContain('`石门.txt`');
    for (const words of ['石门镇修路记', '青禾日报', '2019年7月3日', '四川省 › 雅安市 › 雨城区', '高福强（区委书记）', '分享栏'])
      expect(shown(message)).toContain(words);
    expect(await readdir(corpus)).toEqual(['旧.txt']);
    expect(await quarantine()).toHaveLength(1);
    expect((await library.status()).articles).toBe(1);
  });

  it('confirmed, is in the collection at once, and in the log', async () => {
    const { add, press, corpus, quarantine, library, use, store } = await start();
    const message = await add({ name: '石门.txt', content: NEWS });
    const done = await press(message, '收入');
    expect(done).toBe(message);
    expect(done.content).toContain('已收入 `石门.txt`');
    expect(done.components).toEqual([]);
    expect(done.embeds[0]!.fields).toEqual([{ name: '新增 (1)', value: '石门\\.txt', inline: false }]);
    expect((await library.article('石门')).results[0].article.title).toBe('石门镇修路记');
    expect(await readFile(path.join(corpus, '石门.txt'), 'utf8')).toBe(NEWS);
    expect(await quarantine()).toEqual([]);
    expect(await store.changes.latest(5)).toMatchObject([{ action: 'add', file: '石门.txt', user: CURATOR.id, server: HOME }]);
    expect(shown(await use({ action: 'log' }))).toContain(`<@${CURATOR.id}> · 新增 \`石门.txt\``);
  });

  it('a page as a browser saves it is read as its article', async () => {
    const { add, press, library } = await start();
    const html =
      '<html><head><meta charset="utf-8"><title>石门镇修路记_青禾网</title><script>alert(1)</script></head><body>' +
      '<nav><a href="/">首页</a><a href="/a">要闻</a></nav><h1>石门镇修路记</h1><p>2019-07-04 来源：青禾日报</p>' +
      '<p>2019年7月3日，四川省雅安市雨城区石门镇修路。</p><p>区委书记高福强指出，要抓紧落实。</p><footer>版权所有</footer></body></html>';
    const message = await add({ name: '石门.html', content: html, type: 'text/html' });
    for (const words of ['石门镇修路记', '青禾日报', '2019-07-04', '高福强（区委书记）']) expect(shown(message)).toContain(words);
    await press(message, '收入');
    const { results, text } = await library.article('石门');
    expect(results[0].article).toMatchObject({ title: '石门镇修路记', source: '青禾日报', file: '石门.html' });
    expect(text).toBe('2019年7月3日，四川省雅安市雨城区石门镇修路。\n区委书记高福强指出，要抓紧落实。');
  });

  it('given up, leaves nothing', async () => {
    const { add, press, corpus, quarantine, store } = await start();
    expect((await press(await add({ name: '石门.txt', content: NEWS }), '放弃')).content).toBe('已放弃，`石门.txt` 没有变动。');
    expect(await readdir(corpus)).toEqual(['旧.txt']);
    expect(await quarantine()).toEqual([]);
    expect(await store.changes.latest(5)).toEqual([]);
  });

  it('takes another name, and any encoding that can be told', async () => {
    const { add, press, library } = await start();
    await press(await add({ name: 'unknown.txt', content: Buffer.from(`\ufeff${BODY}石门`, 'utf16le') }, { name: '会议.txt' }), '收入');
    expect((await library.files()).map(({ file }) => file)).toEqual(['会议.txt', '旧.txt']);
    expect((await library.search('石门')).total).toBe(1);
  });

  it('takes many articles in one file, and says which lines it would refuse', async () => {
    const { add } = await start();
    const lines = [{ id: 'n1', text: BODY }, { id: '旧', text: BODY }, { id: 'n1', text: BODY }, { id: 'n4' }]
      .map((row) => JSON.stringify(row))
      .join('\n');
    const message = await add({ name: 'many.jsonl', content: lines });
    expect(message.content).toContain('1 篇');
    for (const words of ['第 2 行', '旧.txt', '第 3 行', '第 4 行：缺少字段 text']) expect(shown(message)).toContain(words);
  });

  it.each<[string, File, string]>([
    ['a way to another folder', { name: '../../x.txt', content: BODY }, '不能用作文件名'],
    ['a device', { name: 'con.txt', content: BODY }, '不能用作文件名'],
    ['a kind that is not read', { name: 'a.exe', content: BODY }, '不是能读的文件类型'],
    ['a picture', { name: 'a.txt', content: BODY, type: 'image/png' }, '不是文本'],
    ['an archive', { name: 'a.txt', content: gzipSync(Buffer.alloc(5_000_000)) }, '压缩文件'],
    ['100 MB', { name: 'a.txt', content: BODY, size: 104_857_600 }, '太大：100.0 MB'],
    ['more than it said', { name: 'a.txt', content: Buffer.alloc(9 * 1024 * 1024, '新'), size: 10 }, '太大'],
    ['nothing', { name: 'a.txt', content: '' }, '是空的'],
    ['nothing but blanks', { name: 'a.txt', content: ' \n \n' }, '是空的'],
    ['bytes in no encoding', { name: 'a.txt', content: Buffer.from([0x81, 0xff, 0xfe, 0x90, 0xff, 0xff, 0x80]) }, '编码'],
    ['rows that are none', { name: 'a.jsonl', content: '{"id":1}\n{"id":' }, '缺少字段 text'],
    ['a name that is taken', { name: '旧.txt', content: NEWS }, '已经有「旧.txt」'],
    ['a file that is elsewhere', { name: 'a.txt', content: BODY, url: 'http://169.254.169.254/latest/meta-data' }, '取不到'],
  ])('refuses %s, by name and reason', async (_, file, words) => {
    const { add, corpus, quarantine, store } = await start();
    const message = await add(file);
    expect(isPrivate(message)).toBe(true);
    expect(shown(message)).toContain(words);
    expect(message.components).toEqual([]);
    expect(await readdir(corpus)).toEqual(['旧.txt']);
    expect(await quarantine()).toEqual([]);
    expect(await store.pending.all()).toEqual([]);
  });

  it('says so where the corpus is one file, and where nothing can be kept', async () => {
    const one = await start({ 'all.jsonl': JSON.stringify({ id: 'a', text: BODY }) }, { corpusDir: 'all.jsonl' });
    expect((await one.add({ name: 'a.txt', content: NEWS })).content).toContain('文章集是一个文件');
    const taken = path.join(await tempFolder({ data: '' }), 'data');
    const lost = await start(undefined, { data: taken });
    expect((await lost.add({ name: 'a.txt', content: NEWS })).content).toContain('不能用，没有地方记录改动');
  });

  it('needs a file', async () => {
    const { use, parts } = await start();
    await expect(use({ action: 'add' })).rejects.toThrow('/corpus add needs the option file');
    await expect(use({ action: 'remove' })).rejects.toThrow('/corpus remove needs the option name');
    // Where Discord still has the command as it was registered before, that it is needed is said here.
    const corpus = parts.commands.find(({ name }) => name === 'corpus')!;
    const place = { server: HOME, channel: null, user: CURATOR.id };
    await expect(corpus.run({ place } as never, { action: 'add' })).rejects.toMatchObject({ code: 'missing_option' });
  });
});

describe('removing', () => {
  it('asks first, then moves the file to the trash', async () => {
    const { use, press, corpus, data, library, store } = await start({ '旧.txt': BODY, '内/新.txt': NEWS });
    const message = await use({ action: 'remove', name: '内/新.txt' });
    expect(shown(message)).toContain('石门镇修路记');
    expect((await library.status()).articles).toBe(2);
    expect((await press(message, '移除')).content).toContain('已移除 `内/新.txt`');
    expect((await library.files()).map(({ file }) => file)).toEqual(['旧.txt']);
    const [trashed] = await readdir(path.join(data, 'trash'));
    expect(await readFile(path.join(data, 'trash', trashed!), 'utf8')).toBe(NEWS);
    expect(await readdir(path.join(corpus, '内'))).toEqual([]);
    expect(await store.changes.latest(1)).toMatchObject([{ action: 'remove', file: '内/新.txt', user: CURATOR.id }]);
  });

  it('of the last file leaves the old collection answering, and says why', async () => {
    const { use, press, library } = await start();
    const done = await press(await use({ action: 'remove', name: '旧.txt' }), '移除');
    expect(done.content).toContain('没有可读的文章');
    expect(done.content).toContain('/重新载入');
    expect((await library.search('雨季')).total).toBe(1);
  });

  it.each(['../secret.txt', '/etc/passwd', 'up/secret.txt', '没有.txt', '旧.txt/', '.'])(
    'reaches nothing but the collection’s files: %j',
    async (name) => {
      const { use, corpus, store } = await start();
      await symlink(await tempFolder({ 'secret.txt': 'S' }), path.join(corpus, 'up'));
      expect((await use({ action: 'remove', name })).content).toContain('文章集里没有');
      expect(await store.pending.all()).toEqual([]);
    },
  );
});

describe('listing', () => {
  it('goes page by page, and by what names hold', async () => {
    const { use, discord } = await start(
      Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`第${at}号.txt`, `${BODY}第${at}号。`])),
    );
    const message = await use({ action: 'list' });
    expect(message.content).toContain('45 个文件');
    await discord.click(message, idOf(message, '下一页 ▶'), { user: CURATOR });
    expect(message.content).toContain('第 2/3 页');
    expect((await use({ action: 'list', name: '第4' })).content).toContain('6 个文件');
    expect(
      await discord.autocomplete({ command: 'corpus remove', options: { name: '第44' }, focused: 'name', user: CURATOR }),
    ).toMatchObject([{ value: '第44号.txt' }]);
  });
});

describe('hostile users', () => {
  it('cannot use it without the permission, whatever the server’s admins let them', async () => {
    const { add, use } = await start();
    const plain = { user: { id: '300000000000000009', name: '路人', permissions: 1n << 40n }, permitted: true };
    for (const message of [await add({ name: 'a.txt', content: NEWS }, {}, plain), await use({ action: 'list' }, plain)])
      expect(message.content).toContain('只有管理员');
  });

  it('cannot confirm twice, though both presses come at once', async () => {
    const { add, discord, store, library } = await start();
    const message = await add({ name: '石门.txt', content: NEWS });
    const id = idOf(message, '收入');
    const both = await Promise.all([discord.click(message, id, { user: CURATOR }), discord.click(message, id, { user: CURATOR })]);
    const said = both.flatMap(({ messages }) => messages).map(({ content }) => content);
    expect(said.filter((content) => content.includes('已经决定过了'))).toHaveLength(1);
    expect(await store.changes.latest(5)).toHaveLength(1);
    expect((await library.status()).articles).toBe(2);
  });

  it('cannot press someone else’s button, nor their own in another server, nor one that they made up', async () => {
    const { add, corpus, discord, store } = await start();
    const message = await add({ name: '石门.txt', content: NEWS });
    const id = idOf(message, '收入');
    // Discord would not let them see the message: one of their own gets the id, as a forged request would have it.
    const forge = async (customId: string, actor: Actor) => {
      const own = (await discord.slash({ command: 'corpus list', ...actor })).message!;
      own.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: customId, id: 7 }] }];
      const exchange = await discord.click(own, customId, actor);
      return exchange.messages.at(-1)!;
    };
    expect((await forge(id, { user: SECOND })).content).toContain('只有提出的人可以决定');
    expect((await forge(id, { user: CURATOR, guild: ABROAD })).content).toContain('只有提出的人可以决定');
    expect((await forge(`${id.split('|').slice(0, 2).join('|')}|../../x`, { user: CURATOR })).content).toContain('已经决定过了');
    for (const made of ['2y|corpus', '2y|search|x', '2y||x', '2y|corpus|x|y', '2z|corpus|x', '2y|__proto__|x'])
      expect((await forge(made, { user: CURATOR })).content).toMatch(/已经过期/);
    const member: LocalUser = { ...CURATOR, permissions: 0n };
    expect((await discord.click(message, id, { user: member })).messages.at(-1)!.content).toContain('只有管理员');
    expect(await readdir(corpus)).toEqual(['旧.txt']);
    expect(await store.pending.all()).toHaveLength(1);
  });

  it('cannot change what was looked at before it is confirmed', async () => {
    const { add, press, corpus, data, store } = await start();
    const message = await add({ name: '石门.txt', content: NEWS });
    await writeFile(path.join(data, 'quarantine', (await store.pending.all())[0]!.id), '别的');
    await press(message, '收入');
    expect(await readdir(corpus)).toEqual(['旧.txt']);
    expect(await store.changes.latest(5)).toEqual([]);
  });

  it('cannot fill the quarantine', async () => {
    const { use, store } = await start();
    for (let at = 0; at < 20; at++)
      await store.pending.put({ action: 'remove', file: '旧.txt', sha256: '', user: CURATOR.id, server: HOME });
    expect((await use({ action: 'remove', name: '旧.txt' })).content).toContain('请先决定');
  });
});
