import type { Note } from '../../reply.ts';
import { type Locale, noteTexts } from '../../text/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { truncate } from '../limits.ts';
import { placeName } from './script.ts';

const MAX_VALUE = 200;

/** What a reply adds in our own words, as lines; none where there is nothing to add. */
export function noteLines(locale: Locale, note: Note | undefined): string[] {
  if (!note) return [];
  const values = Object.fromEntries(
    Object.entries(note.values).map(([name, value]) => [
      name,
      escapeMarkdown(truncate(name === 'region' ? placeName(locale, [String(value)]) : String(value), MAX_VALUE)),
    ]),
  );
  return noteTexts(locale, note.code, values);
}
