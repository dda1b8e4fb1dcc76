import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { type Access, type Command, type CommandOption, isBotWide, type Localised } from '../../command/command.ts';
import {
  COMMAND_NAME,
  MAX_CHOICE,
  MAX_CHOICES,
  MAX_COMMAND_DESCRIPTION,
  MAX_COMMAND_NAME,
  MAX_COMMAND_OPTIONS,
  MAX_DEFINITION,
} from '../limits.ts';
import { ADMIN_PERMISSION, OPERATOR_PERMISSION } from '../incoming/permissions.ts';
import { PRIVATE_OPTION } from '../incoming/server-rules.ts';

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type MenuDefinition = RESTPostAPIContextMenuApplicationCommandsJSONBody;

const PERMISSIONS: Readonly<Record<Access, string | null>> = {
  everyone: null,
  admins: ADMIN_PERMISSION.toString(),
  curators: ADMIN_PERMISSION.toString(),
  operators: OPERATOR_PERMISSION.toString(),
};

const chinese = ({ 'zh-CN': cn, 'zh-TW': tw }: Localised) => ({ 'zh-CN': cn, 'zh-TW': tw });

/**
 * The command as Discord is told of it.
 *
 * @throws Error where the definition would be refused, naming the command and what is wrong
 */
export function defineForDiscord(command: Command): Definition {
  const definition: Definition = {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    name_localizations: chinese(command.names),
    description: command.description.en,
    description_localizations: chinese(command.description),
    default_member_permissions: PERMISSIONS[command.access],
    ...usable(command),
    options: optionsOf(command),
  };
  const problems = problemsOf(definition);
  if (problems.length > 0) throw new Error(`/${command.name}: ${problems.join('; ')}`);
  return definition;
}

/**
 * Where a command can be used: everyone's in servers, direct and group messages, whether the bot was added to a server
 * or somebody installed it for themselves; what acts on a server or on the whole bot, where the bot was added.
 */
function usable(command: Command): Pick<Definition, 'contexts' | 'integration_types'> {
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  if (isBotWide(command)) return { contexts: [Guild], integration_types: [ApplicationIntegrationType.GuildInstall] };
  if (command.access !== 'everyone') return { contexts: [Guild, BotDM], integration_types: [ApplicationIntegrationType.GuildInstall] };
  return {
    contexts: [Guild, BotDM, PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

/** The same command in the menu of a message; null where it is not there. @throws Error where its name is too long */
export function defineMenu(command: Command): MenuDefinition | null {
  const { messageMenu: names } = command;
  if (!names) return null;
  const long = Object.values(names).find((name) => name.length < 1 || name.length > MAX_COMMAND_NAME);
  if (long !== undefined)
    throw new Error(`/${command.name}: the menu's name “${long}” has ${long.length} characters, 1 to ${MAX_COMMAND_NAME} are allowed`);
  return {
    type: ApplicationCommandType.Message,
    name: names.en,
    name_localizations: chinese(names),
    default_member_permissions: PERMISSIONS[command.access],
    ...usable(command),
  };
}

/** The options, or the subcommands with theirs. */
function optionsOf(command: Command): APIApplicationCommandOption[] {
  const { subcommands } = command;
  const all = { ...command.options, ...(command.visibility === 'public' ? { private: PRIVATE_OPTION } : {}) };
  const which = subcommands && command.options[subcommands.option];
  if (which?.kind !== 'choice') return Object.entries(all).map(([name, option]) => defineOption(name, option));
  return which.choices.map(({ value, names }) => {
    const { description, options, required = [] } = subcommands!.of[value]!;
    return {
      type: ApplicationCommandOptionType.Subcommand,
      name: value,
      name_localizations: chinese(names),
      description: description.en,
      description_localizations: chinese(description),
      options: options.map((name) => defineOption(name, { ...command.options[name]!, required: required.includes(name) })),
    };
  });
}

function defineOption(name: string, option: CommandOption): APIApplicationCommandBasicOption {
  const common = {
    name,
    name_localizations: chinese(option.names),
    description: option.description.en,
    description_localizations: chinese(option.description),
    required: option.required === true,
  };
  switch (option.kind) {
    case 'number':
      return { ...common, type: ApplicationCommandOptionType.Integer, min_value: option.min, max_value: option.max };
    case 'upload':
      return { ...common, type: ApplicationCommandOptionType.Attachment };
    case 'flag':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'choice':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        choices: option.choices.map(({ value, names }) => ({ name: names.en, name_localizations: chinese(names), value })),
      };
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        max_length: option.maxLength,
        ...(option.suggest ? { autocomplete: true } : {}),
      };
  }
}

interface Named {
  name: string;
  name_localizations?: object | null | undefined;
  description: string;
  description_localizations?: object | null | undefined;
}
const texts = (value: object | null | undefined): string[] => Object.values(value ?? {}) as string[];

interface DefinedChoice {
  name: string;
  name_localizations?: object | null;
  value: string | number;
}
const choicesOf = (option: object): DefinedChoice[] => ('choices' in option ? (option.choices as DefinedChoice[]) : []);

/** The options of a subcommand; none of what is not one. */
const inside = (option: object): APIApplicationCommandOption[] =>
  'options' in option && Array.isArray(option.options) ? (option.options as APIApplicationCommandOption[]) : [];

/** What Discord would refuse; empty where it is fine. */
function problemsOf(definition: Definition): string[] {
  const lists = [definition.options ?? [], ...(definition.options ?? []).map(inside)];
  const options = lists.flat();
  const problems: string[] = [];
  for (const item of [definition, ...options]) {
    for (const name of [item.name, ...texts(item.name_localizations)]) {
      if (!COMMAND_NAME.test(name) || name !== name.toLowerCase()) problems.push(`the name “${name}” is not allowed`);
    }
    for (const description of [item.description, ...texts(item.description_localizations)]) {
      if (description.length < 1 || description.length > MAX_COMMAND_DESCRIPTION)
        problems.push(`the description “${description}” has ${description.length} characters, 1 to ${MAX_COMMAND_DESCRIPTION} are allowed`);
    }
  }
  for (const choices of options.map(choicesOf)) {
    if (choices.length > MAX_CHOICES) problems.push(`${choices.length} choices, ${MAX_CHOICES} are allowed`);
    for (const words of choices.flatMap(({ name, name_localizations: names, value }) => [name, ...texts(names), String(value)])) {
      if (words.length < 1 || words.length > MAX_CHOICE)
        problems.push(`the choice “${words}” has ${words.length} characters, 1 to ${MAX_CHOICE} are allowed`);
    }
  }
  for (const list of lists) {
    if (list.length > MAX_COMMAND_OPTIONS) problems.push(`${list.length} options, ${MAX_COMMAND_OPTIONS} are allowed`);
    const firstOptional = list.findIndex(({ required }) => !required);
    if (firstOptional >= 0 && list.slice(firstOptional).some(({ required }) => required)) problems.push('required options come first');
  }
  const length = definitionLength(definition);
  if (length > MAX_DEFINITION) problems.push(`the definition has ${length} characters, ${MAX_DEFINITION} are allowed`);
  return problems;
}

/** Names and descriptions of the command, its subcommands and options, each at its longest localisation. */
export function definitionLength(definition: Named): number {
  const longest = (text: string, localised: object | null | undefined) =>
    Math.max(text.length, ...texts(localised).map((each) => each.length));
  const choicesLength = choicesOf(definition).reduce(
    (sum, { name, name_localizations: names, value }) => sum + longest(name, names) + String(value).length,
    0,
  );
  return (
    longest(definition.name, definition.name_localizations) +
    longest(definition.description, definition.description_localizations) +
    choicesLength +
    inside(definition).reduce((sum, option) => sum + definitionLength(option), 0)
  );
}
