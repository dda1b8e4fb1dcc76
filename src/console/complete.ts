import type { Command, CommandOption } from '../command/command.ts';

/**
 * Tab completion: commands, then those of their options that are not given yet, and an option's choices.
 *
 * @returns the candidates, and the end of the line that they replace
 * @example completeLine('/search 扶贫 reg', commands) // [['region:'], 'reg']
 */
export function completeLine(line: string, commands: readonly Command[]): [string[], string] {
  const end = line.split(/\s/).at(-1)!;
  const fitting = (all: readonly string[]) => all.filter((each) => each.startsWith(end));
  if (end === line) return [fitting(commands.flatMap((command) => spellings(command, end))), end];
  const name = /^\/(\S+)/.exec(line)?.[1]?.toLowerCase();
  const command = commands.find((each) => name !== undefined && [each.name, ...Object.values(each.names)].includes(name));
  if (!command) return [[], end];
  const options = Object.entries(command.options);
  const [first] = options;
  const isFirst = line.slice(0, line.length - end.length).trim() === `/${name}`;
  const bare = isFirst && first ? choices(first[1]) : [];
  const open = options.filter(([key]) => end.startsWith(`${key}:`) || !line.includes(` ${key}:`));
  const named = open.flatMap(([key, option]) => (end.startsWith(`${key}:`) ? choices(option, `${key}:`) : [`${key}:`]));
  return [fitting([...bare, ...named]), end];
}

/** A command's name; those in Chinese only for whoever has begun to type one. */
function spellings({ name, names }: Command, typed: string): string[] {
  const chinese = typed.length > 1 ? Object.values(names).filter((each) => each !== name) : [];
  return [...new Set([name, ...chinese])].map((each) => `/${each} `);
}

function choices(option: CommandOption, before = ''): string[] {
  return option.kind === 'choice' ? option.choices.map(({ value }) => `${before}${value} `) : [];
}
