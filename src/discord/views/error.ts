import type { UserError } from '../../user-error.ts';
import { errorText, type Locale, text } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { MAX_CONTENT, truncate } from '../limits.ts';
import type { Payload } from './payload.ts';

/** What went wrong, in the reader's language where we have the words. Names and values in it are escaped. */
export function errorView(locale: Locale, error: UserError): Payload {
  const names = error.suggestions.map(escapeMarkdown).join('、');
  const line = errorText(locale, error, escapeMarkdown);
  return notice(names === '' ? line : `${line}\n${text(locale, 'view.suggest', { names })}`);
}

/** A line that only its addressee sees. */
export function notice(line: string): Payload {
  return { content: truncate(line, MAX_CONTENT), embeds: [], components: [] };
}
