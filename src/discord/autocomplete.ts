import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Command } from '../command.ts';
import type { Library } from '../library.ts';
import { plain } from './escape.ts';
import { MAX_CHOICE, MAX_CHOICES, truncate } from './limits.ts';

/** Offers what fits what is being typed; offers nothing where that fails, for a user who types is not to be disturbed. */
export async function complete(interaction: AutocompleteInteraction, deps: { commands: ReadonlyMap<string, Command>; library: Library; log: { error(fields: object, message: string): void } }): Promise<void> {
  let choices: Choice[] = [];
  try {
    const { name, value } = interaction.options.getFocused(true);
    const option = deps.commands.get(interaction.commandName)?.options[name];
    choices = option?.kind === 'text' && option.suggest ? fitChoices(option.suggest(deps.library, value)) : [];
  } catch (error) {
    deps.log.error({ interaction: interaction.id, command: interaction.commandName, err: error }, 'autocomplete');
  }
  await interaction.respond(choices);
}

/** What Discord takes: 25 choices of 100 characters. A value is never cut, for it would mean something else. */
export function fitChoices(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices
    .filter(({ value }) => value.length > 0 && value.length <= MAX_CHOICE && !seen.has(value) && seen.add(value))
    .slice(0, MAX_CHOICES)
    .map(({ name, value }) => ({ name: truncate(plain(name).trim() || value, MAX_CHOICE), value }));
}
