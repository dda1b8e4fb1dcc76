/** A kind of file that holds articles. */
export interface Kind {
  name: 'text' | 'markdown' | 'json-lines' | 'json' | 'table' | 'html' | 'web-archive' | 'document' | 'pdf' | 'feed';
  /** In lower case, with the dot. */
  extensions: readonly string[];
  /** Whether one file may hold many articles, so that a line is told with each. */
  many: boolean;
  /** Larger files are refused before they are read. In bytes. */
  largest: number;
}

const MB = 1024 * 1024;

/**
 * In the order in which people are told of them. One article as plain text of 2 MB would be a book of 2,000 pages; a page
 * as a browser saves it carries pictures and scripts along. A file of rows is read a piece at a time: what limits it is
 * that the whole corpus is held in memory.
 */
const KINDS: readonly Kind[] = [
  { name: 'text', extensions: ['.txt'], many: false, largest: 2 * MB },
  { name: 'markdown', extensions: ['.md', '.markdown'], many: false, largest: 2 * MB },
  { name: 'json-lines', extensions: ['.jsonl', '.ndjson'], many: true, largest: 4096 * MB },
  { name: 'json', extensions: ['.json'], many: true, largest: 64 * MB },
  { name: 'table', extensions: ['.csv', '.tsv'], many: true, largest: 4096 * MB },
  { name: 'html', extensions: ['.html', '.htm'], many: false, largest: 8 * MB },
];

/** Endings of files that are read, in lower case; `.gz` stands behind those of {@link isPacked} kinds. */
export const EXTENSIONS: readonly string[] = KINDS.flatMap(({ extensions }) => extensions);

/** The kind that a file's name tells, in whatever case; null where no such file is read. */
export function kindOf(file: string): Kind | null {
  const name = file.toLowerCase();
  return KINDS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ?? null;
}

/** The id of an article that is a file of its own: its path less its ending. */
export function stemOf(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}
