import type { HelpReply } from '../reply.ts';
import { type Locale, text } from '../text/index.ts';
import { padToWidth } from './display-width.ts';

/** In columns of a terminal. */
const EXAMPLE_WIDTH = 28;

/** `/help` in a terminal: lines that can be typed there as they stand, each with what it does. */
export function helpText({ entries, lessons }: HelpReply, locale: Locale): string {
  const line = (example: string, words: string) => `  ${padToWidth(example, EXAMPLE_WIDTH)} ${words}`;
  return [
    text(locale, 'view.help'),
    ...entries.map(({ examples, description }) => line(examples[locale], description[locale])),
    ...lessons.map(({ topic, examples }) => line(examples[locale], text(locale, `help.${topic}`))),
  ].join('\n');
}
