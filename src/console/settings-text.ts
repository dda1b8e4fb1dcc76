import type { SettingsReply } from '../reply.ts';
import { type Locale, text } from '../text/index.ts';

/** `/settings` in a terminal: a line each. */
export function settingsText({ settings }: SettingsReply, locale: Locale): string {
  return [
    `${text(locale, 'view.settings_language')}: ${text(locale, `view.language_${settings.language}`)}`,
    `${text(locale, 'view.settings_private')}: ${text(locale, settings.private ? 'view.for_asker' : 'view.for_all')}`,
    `${text(locale, 'view.settings_channels')}: ${settings.channels.join(' ') || text(locale, 'view.everywhere')}`,
  ].join('\n');
}
