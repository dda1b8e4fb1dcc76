import { expect, it, vi } from 'vitest';
import type * as validate from '../../src/local/validate.ts';
import { wholeBot } from './start-bot.ts';

/** Each message as it came over the wire. */
const sent = vi.hoisted(() => [] as { allowed_mentions?: unknown; content?: unknown; embeds?: unknown }[]);
vi.mock('../../src/local/validate.ts', async (importOriginal) => {
  const real = await importOriginal<typeof validate>();
  return {
    ...real,
    checkMessage: (...args: Parameters<typeof real.checkMessage>) => {
      sent.push(args[0] as never);
      return real.checkMessage(...args);
    },
  };
});

it('whatever is sent, by command, button, menu or message, says that nobody is to be pinged', async () => {
  const { discord } = await wholeBot();
  const { message } = await discord.slash({ command: 'search', options: { query: '@everyone 旅游' } });
  const buttons = [...JSON.stringify(message!.components).matchAll(/"type":2,"style":\d,"label":"[^"]*","custom_id":"([^"]+)"/g)].map(
    ([, id]) => id!,
  );
  expect(buttons.length).toBeGreaterThan(2);
  // The first leads to the page before the first.
  for (const id of buttons.slice(1, 2)) await discord.click(message!, id);
  for (const command of ['help', 'status']) await discord.slash({ command });
  await discord.slash({ command: 'search', options: { query: '出错' } });
  discord.say({ content: `<@${discord.state.bot.id}> 旅游扶贫怎么做？` });
  await vi.waitFor(() => expect(sent.length).toBeGreaterThan(5), { timeout: 20_000 });
  for (const body of sent) expect(Object.keys(body.allowed_mentions ?? {})).not.toContain('users');
  for (const body of sent) expect(body.allowed_mentions).toMatchObject({ parse: [] });
});
