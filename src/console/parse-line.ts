import { editDistance } from '../language/edit-distance.ts';
import type { Command, CommandOption, OptionValue } from '../command/command.ts';
import { UserError } from '../user-error.ts';

/** A line taken apart: which command, with which values. */
export interface ParsedLine {
  command: Command;
  values: Record<string, OptionValue>;
}

/**
 * Reads a line as one would type it in Discord: `/search query:旅游扶贫 limit:10`. The first bare text is the first
 * option; a line without a slash is a question. Names of commands and options may be in any of the three languages.
 *
 * @throws {UserError} `unknown_command`, `bad_option`, `missing_option` (an option without a value, too)
 */
export function parseLine(line: string, commands: readonly Command[]): ParsedLine {
  const trimmed = line.trim();
  if (!trimmed.startsWith('/')) return { command: named('ask', commands), values: { question: trimmed } };
  const [name] = /^\S*/.exec(trimmed.slice(1))!;
  const rest = trimmed.slice(1 + name.length);
  const command = named(name, commands);
  const values: Record<string, OptionValue> = {};
  const { bare, given } = splitOptions(rest.trimStart(), command);
  const keys = Object.keys(command.options);
  if (bare !== '') {
    const first = keys[0];
    if (first === undefined)
      throw new UserError(
        'bad_option',
        `/${command.name} takes no options, but got “${bare}”.`,
        { command: command.name, value: bare },
        'no_options',
      );
    values[first] = checked(first, command.options[first]!, bare);
  }
  for (const [key, printed] of given) {
    if (key in values) throw new UserError('bad_option', `The option “${key}” is given twice.`, { option: key }, 'option_twice');
    if (printed === '') throw missing(key, command);
    values[key] = checked(key, command.options[key]!, printed);
  }
  const absent = keys.find((key) => command.options[key]!.required && !(key in values));
  if (absent !== undefined) throw missing(absent, command);
  return { command, values };
}

function missing(option: string, { name, example }: Command): UserError {
  return new UserError('missing_option', `/${name} needs “${option}”, for example: ${example}`, { option, example });
}

function named(name: string, commands: readonly Command[]): Command {
  const lower = name.toLowerCase();
  const found = commands.find((command) => command.name === lower || Object.values(command.names).includes(lower));
  if (!found) {
    const known = commands.map((command) => `/${command.name}`).join(' ');
    const message = `There is no command “/${name}”. There are: ${known}`;
    throw new UserError(
      'unknown_command',
      message,
      { name: `/${name}`, commands: known },
      'unknown_command',
      nearCommands(lower, commands),
    );
  }
  return found;
}

/** Allowed edit distance: one letter in three, two at most. */
const LETTERS_PER_SLIP = 3;
const MOST_SLIPS = 2;

/** Commands with this prefix, or else those within the allowed edit distance. */
function nearCommands(typed: string, commands: readonly Command[]): string[] {
  if (typed === '') return [];
  const called = commands.map(({ name, names }) => [name, ...Object.values(names)]);
  const pick = (fits: (name: string) => boolean) => called.map((names) => names.find(fits)).filter((name) => name !== undefined);
  const begun = pick((name) => name.startsWith(typed));
  const slips = Math.min(MOST_SLIPS, Math.floor(typed.length / LETTERS_PER_SLIP));
  return (begun.length > 0 ? begun : pick((name) => editDistance(typed, name, slips) <= slips)).map((name) => `/${name}`);
}

const YES = new Set(['true', 'yes', '是']);
const NO = new Set(['false', 'no', '否']);

/** A word and a colon, at the beginning or after a blank; an address (https://) is none. */
const MARK = /(?<=^|\s)([\p{L}_-]{1,32})[:：](?!\/\/)/gu;
const QUOTED = /"[^"]*"|“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》/g;

/**
 * `key:value` parts, where the command has an option of that name; the rest is bare text. A value runs to the next
 * option. What is quoted, and Chinese words before a colon, are text.
 *
 * @throws {UserError} `bad_option` for a Latin word before a colon that is no option (`regoin:`)
 */
function splitOptions(rest: string, command: Command): { bare: string; given: [string, string][] } {
  const names = new Map(
    Object.entries(command.options).flatMap(([key, option]) =>
      [key, ...Object.values(option.names)].map((name): [string, string] => [name, key]),
    ),
  );
  const all = [...rest.replace(QUOTED, (quoted) => '"'.repeat(quoted.length)).matchAll(MARK)];
  const marks = all.filter((mark) => names.has(mark[1]!));
  const unknown = all.map((mark) => mark[1]!).find((word) => /^[A-Za-z_-]{2,}$/.test(word) && !names.has(word));
  if (unknown !== undefined && names.size > 0) throw unknownOption(unknown, Object.keys(command.options));
  const given = marks.map((mark, i): [string, string] => {
    const end = marks[i + 1]?.index ?? rest.length;
    return [names.get(mark[1]!)!, rest.slice(mark.index + mark[0].length, end).trim()];
  });
  return { bare: rest.slice(0, marks[0]?.index ?? rest.length).trim(), given };
}

function unknownOption(option: string, known: readonly string[]): UserError {
  const near = known.filter((name) => editDistance(option.toLowerCase(), name, 2) <= 2);
  const options = (near.length > 0 ? near : known).map((name) => `${name}:`).join(' ');
  return new UserError('bad_option', `There is no option “${option}”. There are: ${options}`, { option, options }, 'unknown_option');
}

function checked(key: string, option: CommandOption, printed: string): OptionValue {
  if (option.kind === 'choice') {
    const choice = option.choices.find(({ value, names }) => value === printed || Object.values(names).includes(printed.toLowerCase()));
    if (choice) return choice.value;
    const known = option.choices.map(({ value }) => value).join(', ');
    throw new UserError(
      'bad_option',
      `“${key}” should be one of: ${known}; not “${printed}”.`,
      { option: key, choices: known, value: printed },
      'option_choice',
    );
  }
  if (option.kind === 'text') {
    if (printed.length > option.maxLength)
      throw new UserError('query_too_long', `“${key}” has ${printed.length} characters; at most ${option.maxLength} are taken.`, {
        max: option.maxLength,
        length: printed.length,
      });
    return printed;
  }
  if (option.kind === 'flag') {
    const yes = YES.has(printed.toLowerCase());
    if (!yes && !NO.has(printed.toLowerCase()))
      throw new UserError(
        'bad_option',
        `“${key}” should be true or false, not “${printed}”.`,
        { option: key, choices: 'true, false', value: printed },
        'option_choice',
      );
    return yes;
  }
  if (option.kind === 'upload') throw new UserError('curation_in_discord', 'In a terminal, put the file into the corpus folder yourself.');
  const value = /^\d+$/.test(printed) ? Number(printed) : NaN;
  if (!(value >= option.min && value <= option.max)) {
    throw new UserError(
      'bad_option',
      `“${key}” should be a whole number from ${option.min} to ${option.max}, not “${printed}”.`,
      { option: key, min: option.min, max: option.max, value: printed },
      'option_range',
    );
  }
  return value;
}
