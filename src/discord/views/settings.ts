import type { SettingsReply } from '../../reply.ts';
import { text } from '../../text/index.ts';
import { MAX_FIELD_VALUE, fitLines } from '../limits.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';

/** `/settings`: all that is set for the server, and whether it lasts. */
export function settingsView({ settings, changed, lasting }: SettingsReply, context: ViewContext): Payload {
  const { locale } = context;
  const listed = (ids: readonly string[]): string =>
    fitLines(
      ids.map((id) => `<#${id}>`),
      MAX_FIELD_VALUE,
      (left) => text(locale, 'view.more', { left }),
    );
  const field = (key: Parameters<typeof text>[1], value: string) => ({ name: text(locale, key), value });
  return payload(context, {
    lines: [...(changed ? [text(locale, 'view.settings_changed')] : []), ...(lasting ? [] : [text(locale, 'view.settings_lost')])],
    embeds: [
      {
        title: text(locale, 'view.settings'),
        color: lasting ? COLOURS.card : COLOURS.problem,
        fields: [
          field('view.settings_language', text(locale, `view.language_${settings.language}`)),
          field('view.settings_private', text(locale, settings.private ? 'view.for_asker' : 'view.for_all')),
          field('view.settings_channels', settings.channels.length === 0 ? text(locale, 'view.everywhere') : listed(settings.channels)),
          ...(settings.threads.length === 0 ? [] : [field('own.threads', listed(settings.threads))]),
        ],
        footer: { text: text(locale, 'view.settings_how') },
      },
    ],
  });
}
