import { ButtonStyle, ComponentType } from 'discord.js';
import { type Locale, text } from '../../text/index.ts';
import { type Payload, spelledEmbed } from './payload.ts';

/** The articles are others than when the button was drawn: says so, and offers to ask again. */
export function changedView(locale: Locale, againId: string, spelled: string | null): Payload {
  return {
    content: text(locale, 'view.stale'),
    embeds: spelled === null ? [] : [spelledEmbed(locale, spelled)],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: text(locale, 'view.again'), custom_id: againId }],
      },
    ],
  };
}
