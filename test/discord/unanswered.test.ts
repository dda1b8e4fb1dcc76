/** Questions that the articles do not answer: kept where the operator says so, by how often, and of nobody. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/database.ts';
import { openStore } from '../../src/store/store.ts';
import { runSteps } from '../../src/store/sqlite.ts';
import { UnansweredTable } from '../../src/store/unanswered.ts';
import { tempFolder } from '../corpus/temp-folder.ts';
import { memoryStore } from './fakes.ts';
import { components, idOf } from './pressing.ts';
import { until } from '../until.ts';
import { wholeBot } from './start-bot.ts';

const HOME = '100000000000000001';
const READER = { id: '300000000000000001', name: '读者' };
const CURATOR = { id: '300000000000000002', name: '管理员', permissions: 1n << 5n };

async function start(keepUnanswered: boolean, store = memoryStore()) {
  const whole = await wholeBot({ store, settings: { operatorGuildIds: [HOME], keepUnanswered }, guilds: [{ id: HOME }] });
  const { discord } = whole;
  return {
    ...whole,
    ask: async (question: string, options = {}) =>
      (await discord.slash({ command: 'ask', options: { question, ...options }, user: READER })).message!,
    feedback: async (options = {}) => (await discord.slash({ command: 'feedback', options, user: CURATOR })).message!,
    help: async () => String((await discord.slash({ command: 'help', user: READER })).message!.embeds[1]!.description),
    kept: async () => (await store.unanswered.mostAsked(10)).questions.map(({ question, filters, times }) => [question, filters, times]),
  };
}

describe('a question without an answer', () => {
  it('is counted, by its filters, however it was asked; one with an answer is not', async () => {
    const { ask, kept, discord } = await start(true);
    await ask('火星在哪里？');
    await ask('火星有多远？', { region: '河南', script: 'simplified' });
    const message = await ask('火星在哪里？');
    await ask('谁是书记？');
    await discord.slash({ command: 'search', options: { query: '火星' }, user: READER });
    // Another page of the same is not asked again.
    await discord.click(message, components(message)[1]!.custom_id, { user: READER });
    await discord.click(message, idOf(message, '2c|'), { user: READER });
    const said = discord.say({ user: READER, content: `<@${discord.state.bot.id}> 火星在哪里？` });
    await until(() => discord.answersTo(said).length > 0);
    expect(await kept()).toEqual([
      ['火星在哪里？', {}, 3],
      ['火星有多远？', { region: '河南' }, 1],
    ]);
  });

  it('is not kept unless the operator says so; the help tells which', async () => {
    const off = await start(false);
    await off.ask('火星在哪里？');
    const said = off.discord.say({ user: READER, content: `<@${off.discord.state.bot.id}> 火星在哪里？` });
    await until(() => off.discord.answersTo(said).length > 0);
    expect(await off.kept()).toEqual([]);
    expect(await off.help()).not.toContain('没有回答的问题会留下');
    expect(await (await start(true)).help()).toContain('\n-# 文章没有回答的问题会留下，只计问了几次，不记是谁问的。');
  });

  it('is answered all the same where it cannot be kept', async () => {
    const store = openStore(await tempFolder({ data: '' }), { load: () => { throw new Error('no driver'); } }); // prettier-ignore
    const { ask, lines, discord } = await start(true, store);
    expect((await ask('火星在哪里？')).content).toContain('文章没有回答');
    const said = discord.say({ user: READER, content: `<@${discord.state.bot.id}> 火星在哪里？` });
    await until(() => discord.answersTo(said).length > 0);
    expect(discord.answersTo(said)[0]!.content).toContain('文章没有回答');
    expect(lines.filter((line) => /bug|lost/.test(line))).toEqual([]);
  });

  it('is listed for the operator, and exported as lines of tests', async () => {
    const { ask, feedback } = await start(true);
    await ask('火星在*哪里*？');
    await ask('火星在*哪里*？');
    await ask('火星有多远？', { region: '河南' });
    const [embed] = (await feedback()).embeds;
    expect(embed).toMatchObject({
      title: '没有回答的问题（2），问得多的在前',
      description: '**2 次** 火星在\\*哪里\\*？\n**1 次** 火星有多远？ · region\\:河南',
    });
    const { attachments } = await feedback({ export: true });
    expect(attachments.map(({ filename }) => filename)).toEqual(['feedback.jsonl']);
  });

  it('leaves nothing of the one who asked in the file', async () => {
    const folder = await tempFolder();
    const store = openStore(folder);
    onTestFinished(() => store.close());
    const { ask, kept, parts } = await start(true, store);
    await ask('火星在哪里？');
    await until(async () => (await kept()).length > 0);
    const [reply] = [await parts.commands.find(({ name }) => name === 'feedback')!.run({ store } as never, { export: true })];
    const lines = 'lines' in reply ? String(reply.lines).trimEnd().split('\n') : [];
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      {
        command: 'ask',
        question: '火星在哪里？',
        filters: {},
        answered: false,
        times: 1,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      },
    ]);
    await store.close();
    expect((await readFile(path.join(folder, 'zhaiyin.db'))).toString('latin1')).not.toContain(READER.id);
  });
});

describe('the table', () => {
  it('keeps those that were asked most, and of the others the latest', () => {
    const database = new Database(':memory:');
    migrate(database);
    let day = 1;
    const table = new UnansweredTable(() => new Date(Date.UTC(2026, 0, day++)), 3);
    for (const question of ['一', '一', '二', '三', '四', '五']) runSteps(database, table.note({ question, filters: {} }));
    expect(runSteps(database, table.mostAsked(9))).toEqual({
      total: 3,
      questions: [
        { question: '一', filters: {}, times: 2, day: '2026-01-02' },
        { question: '五', filters: {}, times: 1, day: '2026-01-06' },
        { question: '四', filters: {}, times: 1, day: '2026-01-05' },
      ],
    });
    expect(runSteps(database, table.mostAsked(1)).questions).toHaveLength(1);
    runSteps(database, table.note({ question: '五', filters: { to: '2019', from: '2018' } }));
    runSteps(database, table.note({ question: '五', filters: { from: '2018', to: '2019' } }));
    expect(runSteps(database, table.mostAsked(9)).questions[0]).toMatchObject({ question: '五', times: 2, day: '2026-01-08' });
    database.close();
  });
});
