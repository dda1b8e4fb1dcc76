import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/command/command.ts';
import { loadCommands } from '../../src/command/load.ts';
import { parseLine } from '../../src/console/parse-line.ts';
import { LOCALES } from '../../src/text/index.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

let commands: Command[];
beforeAll(async () => {
  commands = await loadCommands();
});

describe('the folder commands/', () => {
  it('is the list of commands: each file one, of the same name', async () => {
    const files = await readdir('commands');
    expect(commands.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
  });

  it('has no two commands, and no command two options, of one name in a language', () => {
    for (const locale of LOCALES) {
      const names = commands.map((command) => command.names[locale]);
      expect(new Set(names).size).toBe(names.length);
      for (const { options } of commands) {
        const keys = Object.values(options).map((option) => option.names[locale]);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });

  it('has names that mean the same command in every language', () => {
    for (const command of commands) {
      for (const locale of LOCALES)
        expect(parseLine(command.example.replace(/^\/\S+/, `/${command.names[locale]}`), commands).command.name).toBe(command.name);
    }
  });

  it('fits Discord: names, descriptions, options, order', () => {
    for (const { name, names, description, options } of commands) {
      expect(names.en).toBe(name);
      for (const part of [{ names, description }, ...Object.values(options)]) {
        for (const locale of LOCALES) {
          expect(part.names[locale]).toMatch(/^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
          expect(part.description[locale].length).toBeGreaterThan(0);
          expect(part.description[locale].length).toBeLessThanOrEqual(100);
        }
      }
      expect(Object.keys(options).length).toBeLessThanOrEqual(25);
      const required = Object.values(options).map((option) => option.required === true);
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
    }
  });

  it('leaves to operators, curators and admins what is theirs, and the rest to everyone', () => {
    const those = (wanted: Command['access']) => commands.filter(({ access }) => access === wanted).map(({ name }) => name);
    expect(those('operators')).toEqual(['reload']);
    expect(those('curators')).toEqual(['corpus', 'feedback']);
    expect(those('admins')).toEqual(['settings']);
  });

  it('has English option names for keys, so that lines and Discord agree', () => {
    for (const { options } of commands) for (const [key, option] of Object.entries(options)) expect(option.names.en).toBe(key);
  });
});

describe('a file that is no command fails by name', () => {
  const define = pathToFileURL(path.resolve('src/command/command.ts')).href;
  const source = (change: string) => `
    import { defineCommand } from '${define}';
    const three = (text) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
    const command = { name: 'hello', names: three('hello'), description: three('Hello'), options: {},
      access: 'everyone', visibility: 'public', example: '/hello', run: () => ({}) };
    ${change}
    export default defineCommand(command);`;
  const option = (key: string, required: boolean) =>
    `${key}: { kind: 'text', maxLength: 9, required: ${required}, names: three('${key}'), description: three('x') }`;

  it('a good one loads', async () => {
    expect(await loadCommands(await tempFolder({ 'hello.ts': source(''), 'notes.md': '' }))).toMatchObject([{ name: 'hello' }]);
  });

  it.each([
    ['without a default export', 'export const a = 1;', /hello\.ts: has no default export/],
    ['called otherwise than its file', source("command.name = 'bye';"), /hello\.ts: .*“bye”/],
    ['with a name in capitals', source("command.names.en = 'Hello';"), /hello\.ts: name “Hello”/],
    ['with a blank in a name', source("command.names['zh-CN'] = '你 好';"), /hello\.ts: name “你 好” of hello \(zh-CN\)/],
    [
      'with a description that is too long',
      source("command.description.en = 'x'.repeat(101);"),
      /hello\.ts: description of hello \(en\) has 101/,
    ],
    ['without a description', source("command.description['zh-TW'] = '';"), /hello\.ts: description of hello \(zh-TW\) has 0/],
    [
      'with a required option after an optional one',
      source(`command.options = { ${option('a', false)}, ${option('b', true)} };`),
      /hello\.ts: required option b/,
    ],
    ['that does not load', 'throw new Error("broken");', /broken/],
  ])('one %s', async (_, content, message) => {
    await expect(loadCommands(await tempFolder({ 'hello.ts': content }))).rejects.toThrow(message);
  });
});
