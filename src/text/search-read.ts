import { type Locale, text } from './index.ts';

/**
 * How a search was read, in a line; '' where it is only words, and was read as it stands.
 *
 * @param escape what is made of the reader's own words
 */
export function searchRead(
  locale: Locale,
  { words, phrases, excluded }: { words: string; phrases: readonly string[]; excluded: readonly string[] },
  escape: (words: string) => string = (same) => same,
): string {
  if (phrases.length + excluded.length === 0) return '';
  const parts = [
    text(locale, 'view.read_words', { words: escape(words) }),
    ...phrases.map((phrase) => text(locale, 'view.read_phrase', { phrase: escape(phrase) })),
    ...excluded.map((phrase) => text(locale, 'view.read_without', { phrase: escape(phrase) })),
  ];
  return text(locale, 'view.read_as', { parts: parts.join(text(locale, 'view.read_and')) });
}
