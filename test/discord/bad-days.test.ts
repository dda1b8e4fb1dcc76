import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { explainStartError } from '../../src/discord/lifecycle/start-error.ts';
import type { RestFault } from '../../src/local/faults.ts';
import { LocalDiscord } from '../../src/local/server.ts';
import { startBot } from '../../src/discord/lifecycle/bot.ts';
import { loadCommands } from '../../src/command/load.ts';
import { config, fakeLibrary, memoryLog, memoryStore } from './fakes.ts';
import { wholeBot } from './start-bot.ts';
import { until } from '../until.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => {
  unhandled.push(reason);
};
beforeAll(() => {
  process.on('unhandledRejection', note);
});
afterAll(() => {
  process.off('unhandledRejection', note);
});
afterEach(() => expect(unhandled).toEqual([]));

const search = { command: 'search', options: { query: '扶贫' } };
const callbacks = (discord: LocalDiscord) => discord.rest.requests.filter((request) => request.includes('callback')).length;
/** What the log says of an interaction that got no answer. */
const losses = (lines: readonly string[]) =>
  lines
    .map((line) => JSON.parse(line) as { interaction?: string; msg: string })
    .filter(({ msg }) => msg === 'answer lost' || msg === 'Discord would not take the answer');

describe('a request that fails', () => {
  it('with 429 is made again when Discord says, and not before', async () => {
    const { discord } = await wholeBot();
    discord.faults.add({ match: /callback/, status: 429, retryAfter: 0.5, times: 1 });
    const began = Date.now();
    expect((await discord.slash(search)).message).not.toBeNull();
    // How long was waited at least, not how fast it was.
    expect(Date.now() - began).toBeGreaterThanOrEqual(450);
    expect(callbacks(discord)).toBe(2);
  });

  it('with 5xx is made again', async () => {
    const { discord } = await wholeBot();
    discord.faults.add({ match: /callback/, status: 503, times: 2 });
    expect((await discord.slash(search)).message).not.toBeNull();
    expect(callbacks(discord)).toBe(3);
  });

  it.each<[string, RestFault]>([
    ['a connection that is cut', { match: /callback/, cut: true, times: 9 }],
    ['a server that fails for long', { match: /callback/, status: 500, times: 9 }],
    ['a missing permission', { match: /callback/, status: 403, code: 50013 }],
    ['an unknown interaction', { match: /callback/, status: 404, code: 10062 }],
    ['an unknown message', { match: /callback/, status: 404, code: 10008 }],
    ["an answer of Discord's that makes no sense", { match: /callback/, status: 418 }],
  ])('for good (%s) is a loss that the log tells, and the bot goes on', async (_, fault) => {
    const { discord, lines } = await wholeBot();
    discord.faults.add(fault);
    await expect(discord.slash(search)).rejects.toThrow('did not respond');
    await until(() => losses(lines).length === 1);
    expect(losses(lines)[0]!.interaction).toBe([...discord.state.pending.keys()].at(-1));
    expect(lines.join('')).not.toContain('扶贫');
    discord.faults.clear();
    expect((await discord.slash(search)).message).not.toBeNull();
    expect(losses(lines)).toHaveLength(1);
  });

  it('because Discord hangs is too late, logged, and the next is answered', async () => {
    const { discord, lines } = await wholeBot();
    discord.faults.add({ match: /callback/, delay: 3500 });
    await expect(discord.slash(search)).rejects.toThrow('did not respond');
    await until(() => losses(lines).length === 1);
    expect((await discord.slash(search)).message).not.toBeNull();
  });
});

it('an interaction that Discord has forgotten by now costs no work', async () => {
  const { discord, lines } = await wholeBot();
  await discord.slash(search);
  const before = callbacks(discord);
  discord.state.advance(-5000);
  await expect(discord.slash(search)).rejects.toThrow('did not respond');
  discord.state.advance(5000);
  expect(callbacks(discord)).toBe(before);
  expect(losses(lines).map(({ interaction }) => interaction)).toEqual([[...discord.state.pending.keys()].at(-1)]);
  expect((await discord.slash(search)).message).not.toBeNull();
});

it('an interaction that comes twice is answered once', async () => {
  const { discord, lines } = await wholeBot();
  discord.faults.duplicate = true;
  const { messages } = await discord.slash(search);
  await until(() => losses(lines).length === 1);
  expect(messages).toHaveLength(1);
});

describe('the gateway', () => {
  it('that ends sessions is met anew, each time', async () => {
    const { discord, bot } = await wholeBot();
    for (const ordeal of [
      () => discord.gateway.drop(),
      () => discord.gateway.reconnect(),
      () => discord.gateway.invalidate(true),
      () => discord.gateway.invalidate(false),
      () => discord.gateway.closeAll(4000),
      () => discord.gateway.closeAll(4009),
      () => discord.gateway.closeAll(4007),
    ]) {
      const { identified, resumed } = discord.gateway.seen;
      ordeal();
      await until(() => discord.gateway.seen.identified + discord.gateway.seen.resumed > identified + resumed);
      await until(() => bot.gateway() === 'ready');
      expect((await discord.slash(search)).message).not.toBeNull();
    }
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4010, 'shard'],
    [4011, 'shards'],
    [4012, 'update'],
    [4013, 'intent'],
    [4014, 'Privileged Gateway Intents'],
  ])('that closes with %i while running ends the bot, with a sentence', async (code, word) => {
    const { discord, bot } = await wholeBot();
    const { identified } = discord.gateway.seen;
    discord.gateway.closeAll(code);
    expect(await bot.lost).toContain(word);
    expect(bot.gateway()).toBe('lost');
    expect(discord.gateway.seen.identified).toBe(identified);
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4013, 'intent'],
    [4014, 'Privileged Gateway Intents'],
  ])('that closes with %i at the login ends the start, with a sentence', async (code, word) => {
    const discord = await LocalDiscord.start({ token: 'MTAw.local.token' });
    try {
      discord.gateway.refuseWith.push(code);
      const { log } = memoryLog();
      const failed = await startBot({
        config: config({ apiUrl: discord.apiUrl }),
        token: 'MTAw.local.token',
        library: fakeLibrary(),
        store: memoryStore(),
        commands: await loadCommands(),
        log,
      }).then(
        () => null,
        (error: unknown) => error,
      );
      expect(explainStartError(failed)).toContain(word);
      expect(explainStartError(failed)).not.toContain('\n');
    } finally {
      await discord.close();
    }
  });
});

it('on the worst of days each interaction is answered once, or its loss is in the log', async () => {
  const { discord, lines } = await wholeBot();
  const faults: RestFault[] = [
    { match: /callback/, status: 500 },
    { match: /callback/, status: 429, retryAfter: 0.2 },
    { match: /callback/, cut: true },
    { match: /callback/, status: 404, code: 10062 },
    { match: /callback/, delay: 300 },
    { match: /callback/, status: 403, code: 50013 },
  ];
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < 90; i++) {
    discord.faults.duplicate = i % 10 === 3;
    if (i % 3 === 0) discord.faults.add(faults[(i / 3) % faults.length]!);
    if (i % 20 === 10) discord.gateway.drop();
    if (i % 40 === 25) discord.gateway.reconnect();
    sent.push(discord.slash(search).catch(() => null));
    await sleep(20);
  }
  await Promise.all(sent);
  await sleep(500);
  const lost = new Set(losses(lines).map(({ interaction }) => interaction));
  const unaccounted = [...discord.state.pending.values()].filter(({ id, acknowledged }) => acknowledged === null && !lost.has(id));
  expect(unaccounted).toEqual([]);
  expect([...discord.state.pending.values()].filter(({ acknowledged }) => acknowledged !== null).length).toBeGreaterThan(60);
  expect([...discord.state.pending.values()].every(({ exchange }) => exchange.messages.length <= 1)).toBe(true);
});

it('the token is in no line of the log, at any level, whatever goes wrong', async () => {
  const { discord, lines, parts } = await wholeBot();
  discord.faults.add({ status: 500, times: 4 });
  await discord.slash(search).catch(() => null);
  discord.faults.add({ match: /callback/, status: 403, code: 50013 });
  await discord.slash(search).catch(() => null);
  discord.gateway.drop();
  await until(() => losses(lines).length > 0);
  const tokens = [parts.token, ...[...discord.state.pending.values()].map(({ token }) => token)];
  for (const token of tokens) expect(lines.join('')).not.toContain(token);
});

describe('an event that is not as Discord documents it', () => {
  const GARBAGE: [string, unknown][] = [
    ['INTERACTION_CREATE', null],
    ['INTERACTION_CREATE', {}],
    ['INTERACTION_CREATE', { id: '1', type: 2, data: { type: 1 }, user: { id: '1' } }],
    ['INTERACTION_CREATE', { id: 7, type: 3, data: { component_type: 2, custom_id: 5 }, entitlements: [], user: null }],
    ['MESSAGE_CREATE', null],
    ['MESSAGE_CREATE', { content: 5, channel_id: '1', author: null }],
    ['GUILD_CREATE', null],
    ['GUILD_DELETE', null],
    ['CHANNEL_UPDATE', { id: null }],
    ['NO_SUCH_EVENT', 5],
  ];

  it('is passed over and logged, and the next is answered', async () => {
    const { discord, lines } = await wholeBot();
    for (const [t, d] of GARBAGE) discord.gateway.dispatch(t, d as Record<string, unknown>);
    expect((await discord.slash(search)).message).not.toBeNull();
    const passedOver = lines
      .map((line) => JSON.parse(line) as { event?: string; msg: string })
      .filter(({ msg }) => msg.includes('passed over'));
    expect(new Set(passedOver.map(({ event }) => event))).toEqual(
      new Set(['INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE', 'GUILD_DELETE']),
    );
  });
});
