/** The documents name what there is: every setting, every command, and the same in both languages. */
import { readFileSync } from 'node:fs';
import { PermissionsBitField } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../src/command/command.ts';
import { loadCommands } from '../src/command/load.ts';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const READMES = { 'README.md': read('README.md'), 'README.zh-CN.md': read('README.zh-CN.md') };
const files = Object.entries(READMES);

/** The keys of the schema in src/config.ts. */
const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]!);

/** Fenced blocks of one language, in order. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map((match) => match[1]!.trim());
}

/** How deep each heading is, in order; comments in code are none. */
function headings(markdown: string): number[] {
  return [...markdown.replace(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/^(#+) /gm)].map((match) => match[1]!.length);
}

/** The first cell of each row of the table whose rows begin with a code span that `pattern` fits. */
function firstCells(markdown: string, pattern: RegExp): string[] {
  return [...markdown.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!).filter((cell) => pattern.test(cell));
}

describe('settings', () => {
  it('are read from the schema', () => {
    expect(settings).toContain('DISCORD_TOKEN');
    expect(settings.length).toBeGreaterThanOrEqual(9);
  });

  it('stand in .env.example, all of them and no others', () => {
    const example = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!);
    expect(example.sort()).toEqual([...settings].sort());
  });

  it.each(files)('stand in the table of %s, all of them and no others', (_, markdown) => {
    expect(firstCells(markdown, /^[A-Z][A-Z_]+$/).sort()).toEqual([...settings].sort());
  });
});

it('docs/design.md gives a reason for every dependency, and for no other', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const table = /### Dependencies\n([\s\S]*?)\n## /.exec(read('docs/design.md'))![1]!;
  const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap((match) => match[1]!.trim().split(', '));
  expect(named.filter((name) => name !== 'package' && !/^-+$/.test(name)).sort()).toEqual(Object.keys(dependencies).sort());
});

describe('commands', () => {
  let commands: Command[];
  beforeAll(async () => {
    commands = await loadCommands();
  });

  it.each(files)('stand in the table of %s, all of them and no others', (_, markdown) => {
    const rows = firstCells(markdown, /^\//).map((cell) => cell.split(' ')[0]!.slice(1));
    expect(rows.sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it.each(files)('stand in %s with their first option, their Chinese name and their other options', (_, markdown) => {
    for (const { name, names, options, subcommands } of commands) {
      const [first, ...others] = subcommands ? [...Object.keys(subcommands.of), ...Object.keys(options).slice(1)] : Object.keys(options);
      const row = markdown.split('\n').find((line) => line.startsWith(`| \`/${first === undefined ? name : `${name} ${first}`}\` |`));
      expect(row, `/${name}`).toBeDefined();
      expect(row).toContain(`\`/${names['zh-CN']}\``);
      for (const option of others) expect(row, `/${name} ${option}`).toContain(`\`${option}\``);
    }
  });
});

describe('both languages', () => {
  const [english, chinese] = [READMES['README.md'], READMES['README.zh-CN.md']];

  it('have the same headings', () => expect(headings(chinese)).toEqual(headings(english)));

  it.each(['sh', 'console', 'json', 'markdown', 'text'])('have the same blocks of %s', (language) => {
    expect(blocks(english, language)).not.toEqual([]);
    expect(blocks(chinese, language)).toEqual(blocks(english, language));
  });

  it('have the commands for a newcomer', () => {
    expect(blocks(english, 'sh')).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
  });

  it.each(files)('%s runs only scripts that package.json has', (_, markdown) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = [...markdown.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1]!);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
  });

  it.each(files)('%s links only to files that are there, and to its own headings', (_, markdown) => {
    const targets = [...markdown.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map((match) => match[1]!);
    const own = [...markdown.matchAll(/^#+ (.+)$/gm)].map(
      (match) =>
        `#${match[1]!
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-')}`,
    );
    for (const target of targets) {
      if (target.startsWith('#')) expect(own).toContain(target);
      else if (!target.startsWith('docs/search.md')) expect(() => read(target.split('#')[0]!), target).not.toThrow();
    }
  });
});

it('npm start begins with exec, which is a file of ours where the shell has none', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const [first, ...line] = scripts['start']!.split(' ');
  expect(first).toBe('exec');
  expect(read('exec.cmd')).toMatch(/^@%\*$/m);
  // What a process manager and the image run is the same line without it.
  expect(read('docs/operating.md')).toContain(`\`${line.join(' ')}\``);
  expect(read('Dockerfile')).toContain(`CMD ${JSON.stringify(line).replaceAll(',', ', ')}`);
});

describe('the invitation', () => {
  it.each(files)('%s asks for the sum of the permissions that it lists', (_, markdown) => {
    const asked = Number(/permissions=(\d+)/.exec(markdown)?.[1]);
    const listed = [...markdown.matchAll(/^\| [^|]+ \| (\d{3,}) \|$/gm)].map((match) => Number(match[1]));
    expect(listed.reduce((sum, value) => sum + value, 0)).toBe(asked);
    expect(new PermissionsBitField(BigInt(asked)).toArray().sort()).toEqual([
      'CreatePublicThreads',
      'EmbedLinks',
      'ReadMessageHistory',
      'SendMessages',
      'SendMessagesInThreads',
      'ViewChannel',
    ]);
  });
});
