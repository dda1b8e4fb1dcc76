/** What a reply adds to what was found or was not; each has its words in `src/text` under `note.<code>`, which `tsc` checks. */
export type NoteCode =
  'otherwise' | 'not_there' | 'no_articles_in_region' | 'nothing_within_filters' | 'found_without_filters' | 'articles_are_chinese';
