/** Following, from outside: what is new after a reload is posted once, whatever happens in between. */
import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/local/server.ts';
import { until } from '../until.ts';
import { BODY, SECOND } from '../corpus/pages.ts';
import { followBot, HOME, MODERATOR, news, READER } from './follow-bot.ts';
import { components, idOf } from './pressing.ts';

const POSTING = /^POST \/channels\/\d+\/messages$/;
const BRIDGE = news('石门镇修桥记', '修好了石门镇的索桥');
const shown = (message: Message | undefined) => `${message!.content}\n${JSON.stringify(message!.embeds)}`.replaceAll('\\', '');

describe('what is followed', () => {
  it('is posted once after a reload, with quote, source and date, and not again after another or a restart', async () => {
    const bot = await followBot();
    expect((await bot.add({ region: '雅安市' })).content).toContain('已关注地方「四川省 › 雅安市」（编号 1）');
    await bot.write('桥.txt', BRIDGE);
    await bot.reload();
    const [post] = bot.posts();
    expect(post!.channel_id).toBe(bot.discord.state.guilds.get(HOME)!.channelId);
    for (const words of ['新文章 · 关注的地方「四川省 › 雅安市」：1 条', '修桥记', '修好了石门镇的索桥', '青禾日报', '2019年7月3日'])
      expect(shown(post)).toContain(words);
    await bot.reload();
    await bot.restart();
    expect(bot.posts()).toHaveLength(1);
  });

  it('by name of a person, and by words, is posted apart for each follow, articles together', async () => {
    const bot = await followBot();
    await bot.write('旧闻.txt', news('旧闻', '修路'));
    await bot.library().reload();
    await bot.add({ official: '高福强' });
    await bot.add({ query: '索桥 石门镇' });
    await bot.add({ query: '“石门的索桥”' });
    await bot.write('桥.txt', BRIDGE);
    await bot.write('学校.txt', news('办学记', '办了三所小学'));
    await bot.reload();
    const [ofPerson, ofWords, ...more] = bot.posts();
    expect(shown(ofPerson)).toMatch(/官员「高福强」：2 条.*(修桥记.*办学记|办学记.*修桥记)/s);
    expect(ofWords!.content).toContain('词语「索桥 石门镇」：1 条');
    expect(more).toEqual([]);
  });

  it('is new where its words are: not where bytes, layout or script alone have changed, nor for a correction or another name', async () => {
    const bot = await followBot();
    const long = `${BRIDGE}\n${BODY}`;
    await bot.write('桥.txt', long);
    await bot.library().reload();
    await bot.add({ region: '雅安市' });
    await bot.write('桥.txt', `\ufeff${long.replaceAll('。', '。\r\n')}\r\n`);
    await bot.reload();
    await bot.write('桥.txt', long.replace('三处', '四处'));
    await bot.reload();
    await unlink(path.join(bot.corpus, '桥.txt'));
    await bot.reload();
    await bot.write('改名.txt', long);
    await bot.reload();
    expect(bot.posts()).toEqual([]);
    await bot.write(
      '改名.txt',
      `${BRIDGE}\n雅安市又开工建设了一条环山公路，全长十二公里，预计明年通车，沿线六个村受益。${SECOND.slice(20)}`,
    );
    await bot.reload();
    expect(bot.posts()).toHaveLength(1);
  });

  it('is not posted for a reload that fails, and then is for one that does not', async () => {
    const bot = await followBot();
    await bot.add({ region: '雅安市' });
    await unlink(path.join(bot.corpus, '旧.txt'));
    await expect(bot.library().reload()).rejects.toThrow();
    expect((await bot.store().follows.files()).has('旧.txt')).toBe(true);
    expect(bot.posts()).toEqual([]);
    await bot.write('桥.txt', BRIDGE);
    await bot.reload();
    expect(bot.posts()).toHaveLength(1);
  });

  it('is posted after a start where it came while the bot was off', async () => {
    const bot = await followBot();
    await bot.add({ region: '雅安市' });
    await bot.restart(() => bot.write('桥.txt', BRIDGE));
    expect(bot.posts()).toHaveLength(1);
  });

  it('is posted once where a post was made and not noted', async () => {
    const bot = await followBot();
    await bot.add({ region: '雅安市' });
    await bot.write('桥.txt', BRIDGE);
    // Discord has it, the bot never hears of that.
    const before = bot.store().follows.posted;
    Object.assign(bot.store().follows, {
      posted: () => {
        throw new Error('killed');
      },
    });
    await bot.library().reload();
    await until(() => bot.lines.some((line) => line.includes('not posted yet')));
    Object.assign(bot.store().follows, { posted: before });
    expect(await bot.store().follows.unposted()).toHaveLength(1);
    await bot.restart();
    expect(await bot.store().follows.unposted()).toEqual([]);
    expect(bot.posts()).toHaveLength(1);
  });

  it('is posted the next time where Discord fails', async () => {
    const bot = await followBot();
    await bot.add({ region: '雅安市' });
    await bot.write('桥.txt', BRIDGE);
    bot.discord.faults.add({ match: POSTING, status: 400, code: 50035 });
    await bot.library().reload();
    await until(() => bot.lines.some((line) => line.includes('not posted yet')));
    await bot.reload();
    expect(bot.posts()).toHaveLength(1);
  });

  it('is posted up to the limit of a day, the newest first, and told how many more there are', async () => {
    const bot = await followBot({ followDaily: 7 });
    await bot.add({ query: '石门镇' });
    for (let day = 1; day <= 9; day++)
      await bot.write(
        `${day}.txt`,
        news(`第${day}次修桥`, `在石门镇修桥${'一二三四五六七八九'[day - 1]!.repeat(40)}`).replace('7月3日', `7月${day}日`),
      );
    await bot.reload();
    const [first, second, ...more] = bot.posts();
    expect([first!.embeds.length, second!.embeds.length, more.length]).toEqual([5, 2, 0]);
    expect(shown(first)).toContain('第9次修桥');
    expect(first!.content).not.toContain('还有');
    expect(second!.content).toContain('还有 2 篇');
    await bot.write('10.txt', news('再修桥', '在石门镇再修了一座长达百米的铁索桥'));
    await bot.reload();
    expect(bot.posts()).toHaveLength(2);
  });

  it.each([50001, 50013, 10003])('ends where its channel answers %i', async (code) => {
    const bot = await followBot();
    await bot.add({ region: '雅安市' });
    await bot.write('桥.txt', BRIDGE);
    bot.discord.faults.add({ match: POSTING, status: 403, code });
    await bot.reload();
    expect(await bot.store().follows.all()).toEqual([]);
    expect(bot.lines.filter((line) => line.includes('a follow has ended'))).toHaveLength(1);
    expect(bot.posts()).toEqual([]);
  });
});

describe('who may', () => {
  it('follow in a channel: moderators; directly: anyone', async () => {
    const bot = await followBot();
    expect((await bot.add({ region: '雅安市' }, READER)).content).toContain('只有管理者可以在频道里关注');
    expect((await bot.add({ region: '雅安市', private: true }, READER)).content).toContain('私信发给关注的人');
    await bot.write('桥.txt', BRIDGE);
    await bot.reload();
    expect(bot.posts().map(({ channel_id: channel }) => channel)).toEqual([bot.discord.state.directChannel(READER.id)]);
  });

  it('see and end: moderators what is followed in the channels, everybody their own, nobody another’s', async () => {
    const bot = await followBot();
    await bot.add({ query: '索桥', private: true }, READER);
    await bot.add({ query: '公路' });
    const [ofReader, ofModerator] = [await bot.use('list', {}, READER), await bot.use('list')];
    expect(shown(ofReader)).toContain('索桥');
    expect(shown(ofReader)).not.toContain('公路');
    expect(shown(ofModerator)).toContain('公路');
    expect(shown(ofModerator)).not.toContain('索桥');
    for (const [number, user] of [
      [1, MODERATOR],
      [2, READER],
      [9, READER],
    ] as const)
      expect((await bot.use('stop', { number }, user)).content).toContain('没有这项关注');
    expect((await bot.use('stop', { number: 2 })).content).toContain('不再关注词语「公路」（编号 2）');
    await bot.discord.click(ofReader, idOf(ofReader, '2n|follow|1'), { user: READER });
    expect(await bot.store().follows.all()).toEqual([]);
    expect((await bot.use('list')).content).toContain('还没有关注什么');
  });

  it('press the button below a post: those who may end it, and then nothing more comes', async () => {
    const bot = await followBot();
    await bot.add({ region: '雅安市' });
    await bot.write('桥.txt', BRIDGE);
    await bot.reload();
    const [post] = bot.posts();
    const press = async (user: typeof READER) => (await bot.discord.click(post!, components(post!)[0]!.custom_id, { user })).message!;
    const refused = await press(READER);
    expect(refused.content).toContain('没有这项关注，或者不是你的');
    expect(refused.flags & 64).toBe(64);
    expect((await press(MODERATOR)).content).toContain('不再关注地方');
    await bot.write('路.txt', news('修路记', '修了一条二十公里长的盘山公路，沿线十二个村庄受益'));
    await bot.reload();
    expect(bot.posts()).toHaveLength(1);
  });

  it('follow no more than 25 things, nothing of one character, and one thing at a time', async () => {
    const bot = await followBot();
    expect((await bot.add({ query: '桥' })).content).toContain('至少要有两个字');
    expect((await bot.add({ query: '索桥', region: '雅安' })).content).toContain('请选一样');
    expect((await bot.add({})).content).toContain('请选一样');
    expect((await bot.add({ region: '没有这个地方' })).content).toContain('没有这个地方');
    expect((await bot.add({ official: '没有这个人' })).content).toContain('没有这个人');
    for (let at = 10; at < 35; at++) await bot.add({ query: `索桥${at}` });
    expect((await bot.add({ query: '索桥99' })).content).toContain('最多可以关注 25 项');
    expect(await bot.store().follows.all()).toHaveLength(25);
  });
});

it.each([
  ['zh-CN', '新文章 · 关注的地方「四川省 › 雅安市」：1 条', '停止关注'],
  ['zh-TW', '新文章 · 關注的地方「四川省 › 雅安市」：1 則', '停止關注'],
  ['en-US', 'New articles · following the place “四川省 › 雅安市”: 1 quote', 'Stop following'],
])('a post speaks the language of who has followed: %s', async (locale, head, button) => {
  const bot = await followBot();
  await bot.add({ region: '雅安市', private: true }, READER, locale);
  await bot.write('桥.txt', BRIDGE);
  await bot.reload();
  const [post] = bot.posts();
  expect(post!.content).toBe(`🔔 ${head}`);
  expect(JSON.stringify(post!.components)).toContain(button);
});

it('in a channel a post speaks the language that is set for the server', async () => {
  const bot = await followBot();
  await bot.store().settings.change(HOME, { language: 'en' });
  await bot.add({ region: '雅安市' });
  await bot.write('桥.txt', BRIDGE);
  await bot.reload();
  expect(bot.posts()[0]!.content).toContain('New articles');
});
