/** What is typed into the composer, read as a command with its options. */

/** @import { Command, Language, Option } from './types.d.ts' */

/**
 * The name of a command or an option in the reader's language.
 *
 * @param {Command | Option} named
 * @param {Language} language
 */
export const nameOf = (named, language) => named.name_localizations?.[language] ?? named.name;

/**
 * Its description in the reader's language.
 *
 * @param {Command | Option} named
 * @param {Language} language
 */
export const descriptionOf = (named, language) => named.description_localizations?.[language] ?? named.description;

/** @param {Command | Option} named */
const namesOf = (named) => [named.name, ...Object.values(named.name_localizations ?? {})];

const SUBCOMMAND = 1;

/**
 * The commands as they are typed: one with subcommands is each of these, `/corpus add`.
 *
 * @param {readonly Command[]} commands
 * @returns {Command[]}
 */
export function typedCommands(commands) {
  return commands.flatMap((command) => {
    const subcommands = (command.options ?? []).filter(({ type }) => type === SUBCOMMAND);
    return subcommands.length === 0 ? [command] : subcommands.map((each) => joined(command, each));
  });
}

/**
 * @param {Command} command
 * @param {Option} subcommand
 * @returns {Command}
 */
function joined(command, subcommand) {
  const languages = /** @type {Language[]} */ (Object.keys({ ...command.name_localizations, ...subcommand.name_localizations }));
  return {
    ...subcommand,
    type: command.type ?? 1,
    name: `${command.name} ${subcommand.name}`,
    name_localizations: Object.fromEntries(languages.map((each) => [each, `${nameOf(command, each)} ${nameOf(subcommand, each)}`])),
  };
}

/**
 * The commands whose name begins with, or else contains, what has been typed after `/`.
 *
 * @param {readonly Command[]} commands
 * @param {string} typed
 */
export function matchCommands(commands, typed) {
  const wanted = typed.toLowerCase();
  const begin = commands.filter((command) => namesOf(command).some((name) => name.startsWith(wanted)));
  return [...begin, ...commands.filter((command) => !begin.includes(command) && namesOf(command).some((name) => name.includes(wanted)))];
}

/**
 * @typedef {object} Line
 * @property {string} name what stands after `/`
 * @property {Command | undefined} command the command of that name
 * @property {boolean} named whether the name is complete: a space follows it
 * @property {Record<string, string>} values by option
 * @property {Option | undefined} current the option that is being typed, at the line's end
 * @property {number} from where its value begins
 */

/**
 * Reads a line such as `/search 旅游扶贫 region:河南`: the first bare text is the first option. Null where it is no command.
 *
 * @param {string} line
 * @param {readonly Command[]} commands
 * @returns {Line | null}
 */
export function readLine(line, commands) {
  const slash = /^\s*[/／]/.exec(line)?.[0];
  if (slash === undefined) return null;
  const rest = line.slice(slash.length);
  const { name, command } = readName(rest, commands);
  const gap = /^\s*/.exec(rest.slice(name.length))?.[0] ?? '';
  const head = slash + name + gap;
  /** @type {Record<string, string>} */
  const values = {};
  const options = command?.options ?? [];
  const marks = optionMarks(line, head.length, options);
  const first = options[0];
  const bare = line.slice(head.length, marks[0]?.at ?? line.length);
  if (first && bare.trim() !== '') values[first.name] = bare.trim();
  marks.forEach(({ option, from }, index) => {
    const value = line.slice(from, marks[index + 1]?.at ?? line.length).trim();
    if (value !== '') values[option.name] = value;
  });
  const last = marks.at(-1);
  return { name, command, named: gap !== '', values, current: last?.option ?? first, from: last?.from ?? head.length };
}

/**
 * The command at the beginning, of several words where it is a subcommand; as much as may become one; or else the first word.
 *
 * @param {string} rest what stands after `/`
 * @param {readonly Command[]} commands
 * @returns {{ name: string, command: Command | undefined }}
 */
function readName(rest, commands) {
  const lower = rest.toLowerCase();
  const all = commands.flatMap((command) => namesOf(command).map((name) => ({ name, command })));
  const known = all.find(({ name }) => lower.startsWith(name) && /^(?:\s|$)/.test(rest.slice(name.length)));
  if (known) return { name: rest.slice(0, known.name.length), command: known.command };
  const begun = all.some(({ name }) => name.startsWith(lower));
  return { name: begun ? rest : (/^\S*/.exec(rest)?.[0] ?? ''), command: undefined };
}

/**
 * Where `option:` stands, in any of its languages.
 *
 * @param {string} line
 * @param {number} start
 * @param {readonly Option[]} options
 */
function optionMarks(line, start, options) {
  const byName = new Map(options.flatMap((option) => namesOf(option).map((name) => /** @type {const} */ ([name, option]))));
  if (byName.size === 0) return [];
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  const pattern = new RegExp(`(?<=\\s)(${names.join('|')})[:：]\\s*`, 'giu');
  return [...line.matchAll(pattern)]
    .filter(({ index }) => index >= start)
    .flatMap((found) => {
      const option = byName.get((found[1] ?? '').toLowerCase());
      return option ? [{ option, at: found.index, from: found.index + found[0].length }] : [];
    });
}

const INTEGER = 4,
  BOOLEAN = 5;
export const ATTACHMENT = 11;
/** What may be typed for yes and no. @type {Readonly<Record<string, boolean>>} */
const BOOLEANS = { true: true, false: false, 是: true, 否: false };

/**
 * What an option offers by itself, without asking the bot: its choices, or yes and no.
 *
 * @param {Option} option
 * @param {Language} language
 * @returns {{ label: string, value: string }[]}
 */
export function fixedChoices(option, language) {
  if (option.type === BOOLEAN)
    return Object.keys(BOOLEANS)
      .slice(0, 2)
      .map((value) => ({ label: value, value }));
  return (option.choices ?? []).map(({ name, name_localizations: names, value }) => ({
    label: names?.[language] ?? name,
    value: String(value),
  }));
}

/**
 * Checks what Discord's own client would not let one send.
 *
 * @param {Line} line
 * @typedef {{ options: Record<string, string | number | boolean> }} Given
 * @typedef {{ problem: 'missing' | 'number' | 'range' | 'long' | 'choice', option: Option }} Problem
 * @returns {Given | Problem}
 */
export function checkLine({ command, values }) {
  /** @type {Record<string, string | number | boolean>} */
  const options = {};
  for (const option of command?.options ?? []) {
    const value = option.type === ATTACHMENT ? undefined : values[option.name];
    if (value === undefined) {
      if (option.required && option.type !== ATTACHMENT) return { problem: 'missing', option };
      continue;
    }
    if (option.type === BOOLEAN) {
      const yes = BOOLEANS[value.toLowerCase()];
      if (yes === undefined) return { problem: 'choice', option };
      options[option.name] = yes;
      continue;
    }
    if (option.choices && !option.choices.some((choice) => choice.value === value)) return { problem: 'choice', option };
    if (option.type !== INTEGER) {
      if (value.length > (option.max_length ?? 6000)) return { problem: 'long', option };
      options[option.name] = value;
      continue;
    }
    const number = Number(value);
    if (!Number.isSafeInteger(number)) return { problem: 'number', option };
    if (number < (option.min_value ?? -Infinity) || number > (option.max_value ?? Infinity)) return { problem: 'range', option };
    options[option.name] = number;
  }
  return { options };
}
