import { describe, expect, it } from 'vitest';
import type { LocalUser } from '../../src/local/server.ts';
import { wholeBot } from './start-bot.ts';

const HASTY: LocalUser = { id: '300000000000000001', name: '急性子' };
const OTHER: LocalUser = { id: '300000000000000002', name: '旁人' };

describe('who asks too fast', () => {
  it('is told how long to wait, privately, in their language; others are answered', async () => {
    const { discord, parts, lines } = await wholeBot({ settings: { cooldown: { uses: 2, seconds: 60 } } });
    const ask = (user: LocalUser) => discord.slash({ command: 'search', options: { query: '扶贫' }, user, locale: 'zh-TW' });
    const { message } = await ask(HASTY);
    await ask(HASTY);
    const asked = (parts.library as unknown as { asked: unknown[] }).asked.length;
    const { message: refused } = await ask(HASTY);
    expect(refused!.flags & 64).toBe(64);
    expect(refused!.content).toMatch(/^您問得太快了，請 (30|29) 秒後再試。$/);
    const [button] = message!.components
      .flatMap((row) => row.components as { custom_id: string; disabled?: boolean }[])
      .filter(({ disabled }) => !disabled);
    expect((await discord.click(message!, button!.custom_id, { user: HASTY, locale: 'zh-TW' })).message!.content).toContain('您問得太快了');
    expect((parts.library as unknown as { asked: unknown[] }).asked).toHaveLength(asked);
    expect((await ask(OTHER)).message!.embeds).toHaveLength(5);
    expect(lines.join('')).toContain('discord.too_fast');
  });

  it('is offered completions all the same', async () => {
    const { discord } = await wholeBot({ settings: { cooldown: { uses: 1, seconds: 60 } } });
    await discord.slash({ command: 'help', user: HASTY });
    expect(await discord.autocomplete({ command: 'region', options: { name: '雅' }, focused: 'name', user: HASTY })).toHaveLength(25);
  });
});
