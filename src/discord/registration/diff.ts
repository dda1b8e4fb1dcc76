/** Which commands differ from what is registered. Pure; Discord's filled-in defaults count as what was left out. */

export interface CommandDiff {
  added: string[];
  changed: string[];
  removed: string[];
  unchanged: string[];
}

type Json = Readonly<Record<string, unknown>>;
export type Comparable = Json & { readonly name: string };

/**
 * Compares by type and name. Where the commands belong to a server (`scope`), contexts and integration types do not count: they
 * only have a meaning for global commands, and Discord answers with its own.
 */
export function diffCommands(registered: readonly Comparable[], wanted: readonly Comparable[], scope: 'global' | 'guild'): CommandDiff {
  const before = new Map(registered.map((command) => [keyOf(command), command]));
  const diff: CommandDiff = { added: [], changed: [], removed: [], unchanged: [] };
  for (const command of wanted) {
    const old = before.get(keyOf(command));
    if (!old) diff.added.push(command.name);
    else if (canonical(old, scope) === canonical(command, scope)) diff.unchanged.push(command.name);
    else diff.changed.push(command.name);
  }
  const keys = new Set(wanted.map(keyOf));
  diff.removed = registered.filter((command) => !keys.has(keyOf(command))).map(({ name }) => name);
  return diff;
}

/** Whether there is nothing to write. */
export function isSame(diff: CommandDiff): boolean {
  return diff.added.length + diff.changed.length + diff.removed.length === 0;
}

/** A name is taken once by the commands of a type, and may be taken again by a menu. */
const keyOf = (command: Comparable): string => JSON.stringify([command.type ?? 1, command.name]);

function canonical(command: Comparable, scope: 'global' | 'guild'): string {
  return JSON.stringify({
    type: command.type ?? 1,
    ...named(command),
    permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
    contexts: scope === 'global' ? sorted(command.contexts) : null,
    integrations: scope === 'global' ? sorted(command.integration_types) : null,
    options: list(command.options).map(option),
  });
}

/** The order of options counts: it is the order they are shown in. */
function option(item: Json): object {
  return {
    type: item.type,
    ...named(item),
    required: item.required ?? false,
    autocomplete: item.autocomplete ?? false,
    min_value: item.min_value ?? null,
    max_value: item.max_value ?? null,
    min_length: item.min_length ?? null,
    max_length: item.max_length ?? null,
    channel_types: sorted(item.channel_types),
    choices: list(item.choices).map((choice) => ({
      name: choice.name,
      localised: localised(choice.name_localizations),
      value: choice.value,
    })),
    options: list(item.options).map(option),
  };
}

const named = (item: Json) => ({
  name: item.name,
  names: localised(item.name_localizations),
  description: item.description ?? '',
  descriptions: localised(item.description_localizations),
});

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const sorted = (value: unknown): number[] | null => (Array.isArray(value) ? [...(value as number[])].sort((a, b) => a - b) : null);
const localised = (value: unknown): [string, unknown][] => Object.entries((value ?? {}) as Json).sort(([a], [b]) => (a < b ? -1 : 1));
