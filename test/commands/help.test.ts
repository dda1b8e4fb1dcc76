/** The help: examples that can be typed as they stand, in the reader's script. */
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleInAll } from '../../src/command/example.ts';
import type { Command } from '../../src/command/command.ts';
import { loadCommands } from '../../src/command/load.ts';
import { parseLine } from '../../src/console/parse-line.ts';
import { helpText } from '../../src/console/help-text.ts';
import { toSimplified } from '../../src/language/script.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import type { HelpReply } from '../../src/reply.ts';
import { LOCALES } from '../../src/text/index.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

let commands: Command[];
let library: Library;
const named = (name: string): Command => commands.find((command) => command.name === name)!;
const help = async (of: Library, some: readonly Command[] = commands): Promise<HelpReply> =>
  (await named('help').run({ library: of, commands: some } as never, {})) as HelpReply;

beforeAll(async () => {
  commands = await loadCommands();
  library = await openLibrary('seeds/');
});

describe('an example', () => {
  it.each([
    [
      '/latest region:沈阳市 from:2018',
      'latest',
      '/最新 地区:沈阳市 起:2018',
      '/最新 地區:瀋陽市 起:2018',
      '/latest region:沈阳市 from:2018',
    ],
    ['/search query:於是 script:traditional', 'search', '/搜索 词语:于是 字体:繁体', '/搜尋 詞語:於是 字體:繁體', undefined],
    ['/corpus list', 'corpus', '/文章集 列出', '/文章集 列出', '/corpus list'],
    ['/official 于建国', 'official', '/官员 于建国', '/官員 于建國', '/official 于建国'],
    ['/ask 谁写了a:b？', 'ask', '/提问 谁写了a:b？', '/提問 誰寫了a:b？', '/ask 谁写了a:b？'],
  ])('%s is written as each language writes it', (line, name, simplified, traditional, english) => {
    expect(exampleInAll(line, named(name), ['于建国'])).toEqual({ 'zh-CN': simplified, 'zh-TW': traditional, 'en': english ?? line });
  });
});

describe('the help', () => {
  it('has lines of this collection that mean the same in every language', async () => {
    const { entries, lessons } = await help(library);
    const lines = [...entries, ...lessons].map(({ examples }) => examples);
    for (const examples of lines) {
      const [command, ...others] = LOCALES.map((locale) => parseLine(examples[locale], commands));
      for (const other of others) {
        expect(other.command).toBe(command!.command);
        const values = (parsed: typeof other) =>
          Object.entries(parsed.values).map(([key, value]) => [key, key === 'script' ? '' : toSimplified(String(value))]);
        expect(values(other)).toEqual(values(command!));
      }
    }
  });

  it('teaches filters with a line that finds something, and the scripts with the reader’s own', async () => {
    const { lessons } = await help(library);
    expect(lessons.map(({ topic }) => topic)).toEqual(['filters', 'scripts']);
    const { command, values } = parseLine(lessons[0]!.examples['zh-CN'], commands);
    expect(Object.keys(values)).toEqual(['region', 'from']);
    expect(await command.run({ library } as never, values)).not.toMatchObject({ total: 0 });
    expect(parseLine(lessons[1]!.examples['zh-CN'], commands).values.script).toBe('simplified');
    expect(parseLine(lessons[1]!.examples['zh-TW'], commands).values.script).toBe('traditional');
  });

  it('teaches nothing that this collection cannot show', async () => {
    const bare = await openLibrary(await tempFolder({ 'a.txt': '没有地方也没有日子的一句话，写在这里只为了有一篇。' }));
    expect((await help(bare)).lessons).toEqual([]);
  });

  it('tells of the commands that it is given alone', async () => {
    const { entries } = await help(library, [named('help'), named('ask')]);
    expect(entries.map(({ name }) => name)).toEqual(['ask', 'help']);
  });

  it('is a list of lines in a terminal, in its language', async () => {
    const reply = await help(library, [named('ask'), named('latest'), named('search')]);
    const lines = helpText(reply, 'zh-TW').split('\n');
    expect(lines).toHaveLength(1 + 3 + 2);
    expect(lines[1]).toMatch(/^ {2}\/提問 \S+ +用文章裡的原話回答問題$/);
    expect(lines.at(-1)).toMatch(/^ {2}\/搜尋 詞語:\S+ 字體:繁體 簡體、繁體都能查/);
  });
});
