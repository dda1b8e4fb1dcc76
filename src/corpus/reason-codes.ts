/** Why a file, or a line of one, cannot be read; each has its words in `src/text` under `refusal.<code>`, which `tsc` checks. */
export type RefusalCode =
  // its bytes
  | 'zero-bytes'
  | 'unknown-encoding'
  | 'two-encodings'
  | 'broken-encoding'
  | 'control-characters'
  | 'seven-bits'
  | 'misread-before'
  // its text
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'nothing-left'
  | 'no-heading'
  // a list of articles
  | 'not-json'
  | 'not-an-object'
  | 'line-too-long'
  | 'line-broken'
  | 'more-lines'
  | 'field-missing'
  | 'field-not-text'
  | 'field-id'
  | 'id-taken'
  | 'id-taken-line'
  // front matter
  | 'front-matter-open'
  | 'front-matter-not-yaml'
  | 'front-matter-no-fields'
  | 'front-matter-field'
  // the file system
  | 'not-there'
  | 'no-permission'
  | 'unreadable'
  | 'went-away'
  | 'too-large'
  | 'name-not-utf8'
  | 'name-unshown'
  | 'wrong-kind'
  | 'not-a-file'
  | 'dead-link'
  | 'link-outside'
  | 'link-to-folder'
  // tables and nested text
  | 'too-many-columns'
  | 'row-too-long'
  | 'not-a-table'
  | 'nested-too-deep'
  // packed files and documents
  | 'unpacks-too-large'
  | 'broken-gzip'
  | 'no-document'
  | 'no-feed'
  | 'scanned-pdf'
  | 'locked-pdf'
  | 'no-pdf'
  | 'too-many-pages'
  | 'no-web-archive'
  // kinds that are not read
  | 'archive'
  | 'binary-table'
  | 'office-file'
  | 'picture';

/** What people should know of how a file was read; `remark.<code>` in `src/text`. */
export type RemarkCode = 'several-articles' | 'prose-left-out' | 'unused-fields' | 'text-field' | 'mended';
