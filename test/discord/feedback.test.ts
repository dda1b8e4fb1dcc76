import { describe, expect, it, onTestFinished } from 'vitest';
import type { LocalUser, Message } from '../../src/local/server.ts';
import { openStore } from '../../src/store/store.ts';
import { tempFolder } from '../corpus/temp-folder.ts';
import type { FakeLibrary } from './fakes.ts';
import { wholeBot } from './start-bot.ts';

const HOME = '100000000000000001',
  ABROAD = '100000000000000002';
const READER: LocalUser = { id: '300000000000000001', name: '读者' };
const OTHER: LocalUser = { id: '300000000000000002', name: '旁人' };
const CURATOR: LocalUser = { id: '300000000000000003', name: '管理员', permissions: 1n << 5n };

const buttons = (message: Message | null) =>
  message!.components.flatMap((row) => row.components as { custom_id: string; label?: string }[]);
const idOf = (message: Message | null, label: string) => buttons(message).find((button) => button.label === label)!.custom_id;
const isPrivate = (message: Message | null) => (message!.flags & 64) === 64;

async function start() {
  const store = openStore(await tempFolder());
  onTestFinished(() => store.close());
  const whole = await wholeBot({ store, settings: { operatorGuildIds: [HOME] }, guilds: [{ id: HOME }, { id: ABROAD }] });
  const { discord } = whole;
  return {
    ...whole,
    store,
    ask: async (question: string, options = {}) =>
      (await discord.slash({ command: 'ask', options: { question, ...options }, user: READER })).message!,
    vote: async (message: Message, label: string, user = READER) => (await discord.click(message, idOf(message, label), { user })).message!,
    feedback: async (options = {}, more = {}) => (await discord.slash({ command: 'feedback', options, user: CURATOR, ...more })).message!,
  };
}

describe('a vote', () => {
  it('is kept with the question, what was shown and the collection; told to the voter alone', async () => {
    const { ask, vote, store } = await start();
    const message = await ask('谁是书记？', { region: '河南' });
    const told = await vote(message, '👎');
    expect(isPrivate(told)).toBe(true);
    expect(told.content).toBe('谢谢，已记下：👎');
    expect(await store.feedback.failures(5)).toMatchObject({
      total: 1,
      failures: [
        {
          command: 'ask',
          question: '谁是书记？',
          filters: { region: '河南' },
          revision: 'one',
          answered: true,
          confidence: 0.5,
          up: 0,
          down: 1,
        },
      ],
    });
    expect((await store.feedback.failures(5)).failures[0]!.shown).toHaveLength(12);
    expect((await store.feedback.failures(5)).failures[0]!.shown[0]).toEqual({ article: 'article-0', start: 0, end: 17 });
  });

  it('is one a person, and can be changed', async () => {
    const { ask, vote, store } = await start();
    const message = await ask('谁？');
    await vote(message, '👎');
    expect((await vote(message, '👎')).content).toBe('您已经评过了：👎');
    expect((await vote(message, '👍')).content).toBe('已改为：👍');
    await vote(await ask('谁？'), '👍');
    expect(await store.feedback.counts()).toEqual({ up: 1, down: 0 });
    await vote(message, '👎', OTHER);
    expect(await store.feedback.counts()).toEqual({ up: 1, down: 1 });
    expect((await store.feedback.failures(5)).failures).toMatchObject([{ up: 1, down: 1 }]);
  });

  it('is on the page that was turned to as well, and on what was not answered', async () => {
    const { discord, ask, vote, store } = await start();
    const message = await ask('火星上有多少人？');
    await discord.click(message, idOf(message, '下一页 ▶'), { user: READER });
    await vote(message, '👎');
    expect((await store.feedback.failures(5)).failures).toMatchObject([{ question: '火星上有多少人？', answered: false, down: 1 }]);
    expect((await store.feedback.failures(5)).failures[0]!.shown).toHaveLength(5);
  });

  it('is not taken for an answer that the collection would no longer give', async () => {
    const { ask, vote, store, parts } = await start();
    const message = await ask('谁？');
    (parts.library as FakeLibrary).findsOthers = true;
    const told = await vote(message, '👎');
    expect(isPrivate(told)).toBe(true);
    expect(told.content).not.toContain('已记下');
    expect(await store.feedback.counts()).toEqual({ up: 0, down: 0 });
  });
});

describe('a made-up vote', () => {
  it('runs no command but those with votes, and is none', async () => {
    const { ask, discord, store, parts } = await start();
    const message = await ask('谁？');
    const [kind, , page, stamp] = idOf(message, '👎').split('|');
    const forge = async (customId: string) => {
      message.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: customId, id: 7 }] }];
      return (await discord.click(message, customId, { user: READER })).messages.at(-1)!;
    };
    const { asked } = parts.library as FakeLibrary;
    asked.length = 0;
    const made = [
      ['settings', 'language=en'],
      ['reload', ''],
      ['corpus', 'action=remove&name=a.txt'],
      ['feedback', ''],
      ['help', ''],
      ['region', 'name=雅安'],
    ];
    for (const [command, options] of made)
      expect((await forge([kind, command, page, stamp, '', '', options].join('|'))).content, command).toContain('已经过期');
    for (const id of [
      `${kind}|ask|${page}|${stamp}|||`,
      `${kind}|ask|${page}|${stamp}|||question#1`,
      `${kind}|ask`,
      '2g',
      `${kind}|none|0|x|||`,
    ])
      expect((await forge(id)).content, id).toContain('已经过期');
    expect(asked).toEqual([]);
    expect((await store.settings.of(HOME)).language).toBe('auto');
    expect(await store.feedback.counts()).toEqual({ up: 0, down: 0 });
  });

  it('of another server is one of its own: the same person still has one', async () => {
    const { ask, discord, store } = await start();
    const message = await ask('谁？');
    const abroad = (await discord.slash({ command: 'ask', options: { question: '谁？' }, user: READER, guild: ABROAD })).message!;
    await discord.click(message, idOf(message, '👎'), { user: READER });
    await discord.click(abroad, idOf(abroad, '👎'), { user: READER, guild: ABROAD });
    expect(await store.feedback.counts()).toEqual({ up: 0, down: 1 });
  });
});

describe('/feedback', () => {
  it("lists what was called bad, in the operator's server, for those who may manage it", async () => {
    const { ask, vote, feedback, discord } = await start();
    await vote(await ask('*谁*？'), '👎');
    await vote(await ask('哪里？'), '👍');
    const message = await feedback();
    expect(isPrivate(message)).toBe(true);
    expect(message.content).toBe('评价：👍 1，👎 1。被评为不好的有 1 问。');
    expect(JSON.stringify(message.embeds)).toContain('\\\\*谁\\\\*？');
    expect(message.attachments).toEqual([]);
    const refused = await feedback({}, { user: { ...CURATOR, permissions: 1n << 40n }, permitted: true });
    expect(refused.content).toContain('只有管理员');
    expect(() => discord.slash({ command: 'feedback', user: CURATOR, guild: ABROAD })).toThrow('no command');
  });

  it('gives them as a file of JSON lines, each enough to ask again', async () => {
    const { ask, vote, feedback, discord } = await start();
    await vote(await ask('甲？', { region: '河南' }), '👎');
    await vote(await ask('乙？'), '👎');
    const {
      attachments: [file],
    } = await feedback({ export: true });
    expect(file).toMatchObject({ filename: 'feedback.jsonl' });
    const lines = discord.state.attachments
      .read(file!.id as string)!
      .toString('utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject(
      [
        { command: 'ask', question: '乙？' },
        { command: 'ask', question: '甲？', filters: { region: '河南' }, shown: [{ article: 'article-0' }] },
      ].map((each) => ({ ...each, shown: expect.any(Array) as object })),
    );
    expect(lines.join('')).not.toContain(READER.id);
  });

  it('has counts in /status', async () => {
    const { ask, vote, discord } = await start();
    await vote(await ask('甲？'), '👍');
    expect(JSON.stringify((await discord.slash({ command: 'status', user: READER })).message!.embeds)).toContain('👍 1 👎 0');
  });
});
