import { setTimeout as sleep } from 'node:timers/promises';
import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Command } from '../../command/command.ts';
import type { Library } from '../../library.ts';
import { localeOf } from '../../text/index.ts';
import { plain } from '../escape.ts';
import { MAX_CHOICE, MAX_CHOICES, truncate } from '../limits.ts';

const LONGEST_WAIT_MS = 2000;

/** Offers what fits what is being typed; offers nothing where that fails, for a user who types is not to be disturbed. */
export async function offerChoices(
  interaction: AutocompleteInteraction,
  deps: { commands: ReadonlyMap<string, Command>; library: Library; log: { error(fields: object, message: string): void } },
): Promise<void> {
  let choices: Choice[] = [];
  try {
    const { name, value } = interaction.options.getFocused(true);
    const option = deps.commands.get(interaction.commandName)?.options[name];
    choices =
      option?.kind === 'text' && option.suggest
        ? fitChoices(await inTime(option.suggest(deps.library, value, localeOf(interaction.locale))))
        : [];
  } catch (error) {
    deps.log.error({ interaction: interaction.id, command: interaction.commandName, err: error }, 'autocomplete');
  }
  await interaction.respond(choices);
}

/** The choices, or none where they take too long: Discord waits 3 s, and names are indexed when they are first asked for. */
async function inTime(choices: Promise<Choice[]>): Promise<Choice[]> {
  const waiting = new AbortController();
  try {
    return await Promise.race([choices, sleep(LONGEST_WAIT_MS, [], { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}

/** What Discord takes: 25 choices of 100 characters. A value is never cut, for it would mean something else. */
export function fitChoices(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return choices
    .filter(({ value }) => value.length > 0 && value.length <= MAX_CHOICE && !seen.has(value) && seen.add(value))
    .slice(0, MAX_CHOICES)
    .map(({ name, value }) => ({ name: truncate(plain(name).trim() || value, MAX_CHOICE), value }));
}
