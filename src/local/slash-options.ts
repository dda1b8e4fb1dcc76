/** What a user gives for the options of a slash command, and how it travels. */
import type { LocalFile } from './attachments.ts';
import { type Guild, PLAIN_MEMBER } from './state.ts';
import type { ApiCommandOption, Fields, RegisteredCommand } from './types.ts';

/** What a user gives for an option; a channel by its id, a file as it is. */
export type OptionInput = string | number | boolean | LocalFile;

export const SUBCOMMAND = 1;
const STRING = 3,
  INTEGER = 4,
  BOOLEAN = 5,
  CHANNEL = 7,
  ATTACHMENT = 11;

/** Whether a value is of the option's type. */
export function fits({ type, choices = [] }: ApiCommandOption, value: OptionInput): boolean {
  switch (type) {
    case STRING:
      return typeof value === 'string' && (choices.length === 0 || choices.some((choice) => choice.value === value));
    case INTEGER:
      return Number.isInteger(value);
    case BOOLEAN:
      return typeof value === 'boolean';
    case CHANNEL:
      return typeof value === 'string';
    case ATTACHMENT:
      return typeof value === 'object';
    default:
      return false;
  }
}

/** The channels and files that the options name, as Discord sends them along. */
export function resolved(options: readonly Fields[], guild: Guild | null, uploads: Map<string, Fields>): Fields {
  const named = options.filter(({ type }) => type === CHANNEL).map(({ value }) => guild?.channels.find(({ id }) => id === value));
  if (named.includes(undefined)) throw new Error('there is no such channel');
  const channels = named.map((channel) => [channel!.id, { ...channel, type: 0, permissions: PLAIN_MEMBER.toString() }] as const);
  const files = options.filter(({ type }) => type === ATTACHMENT).map(({ value }) => [String(value), uploads.get(String(value))] as const);
  for (const [id] of files) uploads.delete(id);
  if (channels.length + files.length === 0) return {};
  return {
    resolved: {
      ...(channels.length > 0 ? { channels: Object.fromEntries(channels) } : {}),
      ...(files.length > 0 ? { attachments: Object.fromEntries(files) } : {}),
    },
  };
}

/** The options of a subcommand stand inside it. */
export const within = (called: RegisteredCommand | ApiCommandOption, options: Fields[]): Fields[] =>
  'default_member_permissions' in called ? options : [{ type: called.type, name: called.name, options }];
