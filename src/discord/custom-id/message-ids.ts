import { ComponentType, type Message } from 'discord.js';

/** The ids of all buttons and menus of a message. */
export function idsOf(message: Message): string[] {
  return message.components.flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components.flatMap(({ customId }) => customId ?? []) : [],
  );
}
