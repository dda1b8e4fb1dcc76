import { beforeEach, describe, expect, it } from 'vitest';
import { stampOf } from '../../src/discord/outgoing/shown.ts';
import type { Message } from '../../src/local/types.ts';
import { idOf } from './pressing.ts';
import { type WholeBot, wholeBot } from './start-bot.ts';
import type { FakeLibrary } from './fakes.ts';
import { articleReply, askReply, results, searchReply } from './fake-replies.ts';

const ask = (more: Parameters<typeof askReply>[0]) => askReply({ answers: 2, ...more });

describe('what a button was drawn from', () => {
  it('is the quotes, each where it stands, and no score', () => {
    const [shown, scored] = [results(3), results(3).map((result) => ({ ...result, score: result.score + 1 }))];
    const moved = results(3).map((result) => ({ ...result, quote: { ...result.quote, start: result.quote.start + 1 } }));
    const stamp = stampOf(searchReply({ results: shown }));
    expect(stamp).toHaveLength(6);
    expect(stampOf(searchReply({ results: scored, total: 99 }))).toBe(stamp);
    expect(stampOf(searchReply({ results: moved }))).not.toBe(stamp);
    expect(stampOf(searchReply({ results: shown.toReversed() }))).not.toBe(stamp);
  });

  it('is of a question what is shown as its answer, or as nearest', () => {
    const [one, other] = [results(5), [...results(5).slice(0, 2), ...results(5).slice(2).reverse()]];
    expect(stampOf(ask({ results: other }))).toBe(stampOf(ask({ results: one })));
    expect(stampOf(ask({ results: other, answers: 3 }))).not.toBe(stampOf(ask({ results: one, answers: 3 })));
    const nearest = { answered: false, answers: 0, nearest: 4 };
    expect(stampOf(ask({ results: other, ...nearest }))).not.toBe(stampOf(ask({ results: one, ...nearest })));
  });

  it('is of an article its text', () => {
    expect(stampOf(articleReply('一段话。', 'a'))).toBe(stampOf(articleReply('一段话。', 'b')));
    expect(stampOf(articleReply('一段话。', 'a'))).not.toBe(stampOf(articleReply('一段。', 'a')));
  });
});

describe('a button', () => {
  const ASKER = { id: '300000000000000001', name: '读者' };
  let whole: WholeBot;
  let message: Message;
  beforeEach(async () => {
    whole = await wholeBot();
    message = (await whole.discord.slash({ command: 'search', options: { query: '旅游扶贫' }, user: ASKER })).message!;
  });
  const pressed = async (on: Message, id: string) => (await whole.discord.click(on, idOf(on, id), { user: ASKER })).messages;

  it('goes on where the collection has changed and what it shows has not', async () => {
    (whole.parts.library as FakeLibrary).version = 'three';
    await pressed(message, '2p|search|1|');
    expect(message.content).toContain('第 2/3 页');
  });

  it('says that what it was drawn from has changed, and asks again', async () => {
    (whole.parts.library as FakeLibrary).findsOthers = true;
    const [notice] = await pressed(message, '2p|search|1|');
    expect(message.content).toContain('第 1/3 页');
    expect(notice!.flags & 64).toBe(64);
    expect(notice!.content).toContain('文章在此之后更新过');
    await pressed(notice!, '2p|search|0|');
    expect(notice!.content).toContain('「旅游扶贫」：共 12 段，第 1/3 页');
  });
});
