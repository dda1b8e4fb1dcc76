import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/command/command.ts';
import { loadCommands } from '../../src/command/load.ts';
import { completeLine } from '../../src/console/complete.ts';
import { converse } from '../../src/console/converse.ts';

let commands: Command[];
beforeAll(async () => {
  commands = await loadCommands();
});

describe('Tab', () => {
  it.each([
    ['/se', ['/search ', '/settings '], '/se'],
    ['/sea', ['/search '], '/sea'],
    ['/搜', ['/搜索 ', '/搜尋 '], '/搜'],
    ['/x', [], '/x'],
    ['谁是', [], '谁是'],
    ['谁是 /se', [], '/se'],
    ['/nothing re', [], 're'],
    ['/search 扶贫 reg', ['region:'], 'reg'],
    ['/搜索 扶贫 reg', ['region:'], 'reg'],
    ['/search 扶贫 region:河南 reg', [], 'reg'],
    ['/search 扶贫 script:', ['script:simplified ', 'script:traditional '], 'script:'],
    ['/search 扶贫 script:t', ['script:traditional '], 'script:t'],
    ['/search 扶贫 region:河', [], 'region:河'],
    ['/corpus l', ['list ', 'log '], 'l'],
    ['/corpus list l', [], 'l'],
    ['/status ', [], ''],
  ])('after %s', (line, hits, end) => {
    expect(completeLine(line, commands)).toEqual([hits, end]);
  });

  it('offers every command once before anything is typed, in English', () => {
    expect(completeLine('', commands)).toEqual([commands.map(({ name }) => `/${name} `), '']);
  });
});

describe('a conversation', () => {
  /** What is answered to what is typed, and what the terminal shows. */
  async function typing(...strokes: string[]): Promise<{ answered: string[]; shown: string }> {
    const input = new PassThrough();
    const output = new PassThrough();
    const answered: string[] = [];
    let shown = '';
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
    });
    const answer = (line: string) => {
      answered.push(line);
      return Promise.resolve();
    };
    const ended = converse({ input, output, commands, greeting: 'Welcome.', answer });
    for (const each of strokes) {
      input.write(each);
      // What comes at once is taken as pasted, with its tabs.
      await sleep(10);
    }
    await ended;
    return { answered, shown };
  }

  it('begins with a greeting, completes with Tab, and ends at exit', async () => {
    const { answered, shown } = await typing('/sea', '\t', '扶贫\r', '\r', 'exit\r/status\r');
    expect(shown).toMatch(/^Welcome\.\n\n/);
    expect(shown).toContain('› ');
    expect(answered).toEqual(['/search 扶贫']);
  });

  it.each(['quit', '退出', ' EXIT '])('ends at “%s”', async (word) => {
    expect((await typing(`${word}\r/status\r`)).answered).toEqual([]);
  });

  it.each(['help', 'Help', '帮助', '?', '？'])('takes “%s” for /help', async (word) => {
    expect((await typing(`${word}\rexit\r`)).answered).toEqual(['/help']);
  });

  it('asks what is no such word', async () => {
    expect((await typing('help me\r exit where \rexit\r')).answered).toEqual(['help me', 'exit where']);
  });

  it('ends at Ctrl+D', async () => {
    expect((await typing('/status\r\u0004')).answered).toEqual(['/status']);
  });
});
