import type { UserError } from '../../user-error.ts';
import { type Locale, text, type TextKey } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { MAX_CONTENT, truncate } from '../limits.ts';
import type { Payload } from './payload.ts';

/** What went wrong, in the reader's language where we have the words. Names and values in it are escaped. */
export function errorView(locale: Locale, error: UserError): Payload {
  const params = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, typeof value === 'string' ? escapeMarkdown(value) : value]));
  const key = `error.${error.wording}` as TextKey;
  const line = hasText(locale, key) ? text(locale, key, params) : escapeMarkdown(error.message);
  const names = error.suggestions.map(escapeMarkdown).join('、');
  return notice(names === '' ? line : `${line}\n${text(locale, 'view.suggest', { names })}`);
}

/** A line that only its addressee sees. */
export function notice(line: string): Payload {
  return { content: truncate(line, MAX_CONTENT), embeds: [], components: [] };
}

/** Codes come from commands and the library; not each has a text. */
function hasText(locale: Locale, key: TextKey): boolean {
  try {
    return typeof text(locale, key) === 'string';
  } catch {
    return false;
  }
}
