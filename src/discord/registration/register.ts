import { ApplicationCommandType, type REST, Routes } from 'discord.js';
import { type Command, isBotWide } from '../../command/command.ts';
import type { Config } from '../../config.ts';
import { type Definition, defineForDiscord, defineMenu, type MenuDefinition } from './definitions.ts';
import { type CommandDiff, type Comparable, diffCommands, isSame } from './diff.ts';

/** Where a set of commands goes: a server's id, or null for everywhere. */
export interface Scope {
  guildId: string | null;
  definitions: (Definition | MenuDefinition)[];
}

export interface ScopeResult {
  guildId: string | null;
  diff: CommandDiff;
  written: boolean;
  /** The ids of the slash commands by their names. */
  ids: ReadonlyMap<string, string>;
}

const SLASH = ApplicationCommandType.ChatInput;

type Places = Pick<Config, 'guildIds' | 'operatorGuildIds'>;

/**
 * What goes where: everything into the servers of DISCORD_GUILD_IDS where there are any; otherwise everyone's commands go
 * everywhere, and the operators' only into the operator's own servers, for they act on the whole bot.
 */
export function planScopes(commands: readonly Command[], { guildIds, operatorGuildIds }: Places): Scope[] {
  const all = commands.flatMap((command) => [defineForDiscord(command), ...[defineMenu(command)].filter((menu) => menu !== null)]);
  if (guildIds.length > 0) return guildIds.map((guildId) => ({ guildId, definitions: all.map(forGuild) }));
  const operators = new Set(commands.filter(isBotWide).map(({ name }) => name));
  const own = all.filter(({ name }) => operators.has(name));
  return [
    { guildId: null, definitions: all.filter(({ name }) => !operators.has(name)) },
    ...operatorGuildIds.map((guildId) => ({ guildId, definitions: own.map(forGuild) })),
  ];
}

/** Contexts and integration types are for global commands only. */
function forGuild({
  contexts: _contexts,
  integration_types: _types,
  ...definition
}: Definition | MenuDefinition): Definition | MenuDefinition {
  return definition;
}

/** Looks up which application the token belongs to. @throws DiscordAPIError 401 on a wrong token */
export async function fetchApplicationId(rest: REST): Promise<string> {
  return ((await rest.get(Routes.currentApplication())) as { id: string }).id;
}

/**
 * Makes one place's commands what they should be, in one bulk overwrite, and only where something differs.
 *
 * @param dryRun compare only
 */
export async function registerScope(rest: REST, applicationId: string, scope: Scope, dryRun = false): Promise<ScopeResult> {
  const { guildId, definitions } = scope;
  const route = guildId === null ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guildId);
  // Without this the answer holds no localisations, and every comparison would find a change.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as Comparable[];
  const diff = diffCommands(registered, definitions as unknown as Comparable[], guildId === null ? 'global' : 'guild');
  const written = !dryRun && !isSame(diff);
  const now = written ? ((await rest.put(route, { body: definitions })) as Comparable[]) : registered;
  return { guildId, diff, written, ids: idsOf(now) };
}

/** Menus of messages have ids, too, and nobody can mention them. */
function idsOf(registered: readonly Comparable[]): Map<string, string> {
  return new Map(registered.filter(({ type }) => (type ?? SLASH) === SLASH).map(({ name, id }) => [name, String(id)]));
}

/**
 * The commands that are registered everywhere although the plan is for certain servers: left from earlier, they show
 * twice there.
 */
export async function findLeftovers(rest: REST, applicationId: string, scopes: readonly Scope[]): Promise<string[]> {
  if (scopes.some(({ guildId }) => guildId === null)) return [];
  return ((await rest.get(Routes.applicationCommands(applicationId))) as Comparable[]).map(({ name }) => name);
}

/** Takes away all that is registered everywhere. */
export async function removeLeftovers(rest: REST, applicationId: string): Promise<void> {
  await rest.put(Routes.applicationCommands(applicationId), { body: [] });
}
