/** A kind of file that holds articles. */
export interface FileKind {
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
const KINDS: readonly FileKind[] = [
  { name: 'text', extensions: ['.txt'], many: false, largest: 2 * MB },
  { name: 'markdown', extensions: ['.md', '.markdown'], many: false, largest: 2 * MB },
  { name: 'json-lines', extensions: ['.jsonl', '.ndjson'], many: true, largest: 4096 * MB },
  { name: 'json', extensions: ['.json'], many: true, largest: 64 * MB },
  { name: 'table', extensions: ['.csv', '.tsv'], many: true, largest: 4096 * MB },
  { name: 'html', extensions: ['.html', '.htm'], many: false, largest: 8 * MB },
  { name: 'web-archive', extensions: ['.mhtml', '.mht'], many: false, largest: 32 * MB },
  { name: 'document', extensions: ['.docx'], many: false, largest: 32 * MB },
  { name: 'pdf', extensions: ['.pdf'], many: false, largest: 32 * MB },
  { name: 'feed', extensions: ['.xml', '.rss', '.atom'], many: true, largest: 32 * MB },
];

/** Rows may lie packed: they are read as they are unpacked. */
const PACKED = '.gz';
const isRows = ({ name }: FileKind): boolean => name === 'json-lines' || name === 'table';

/** Endings of files that are read, in lower case, the packed ones among them. */
export const EXTENSIONS: readonly string[] = [
  ...KINDS.flatMap(({ extensions }) => extensions),
  ...KINDS.filter(isRows).flatMap(({ extensions }) => extensions.map((extension) => extension + PACKED)),
];

/** Whether a file is read a row at a time. */
export function isOfRows(file: string): boolean {
  const kind = kindOf(file);
  return kind !== null && isRows(kind);
}

/** Whether the file is packed with gzip. */
export function isPacked(file: string): boolean {
  return file.toLowerCase().endsWith(PACKED);
}

/** The kind that a file's name tells, in whatever case; null where no such file is read. */
export function kindOf(file: string): FileKind | null {
  const lower = file.toLowerCase();
  const name = isPacked(file) ? lower.slice(0, -PACKED.length) : lower;
  const kind = KINDS.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
  return kind === undefined || (isPacked(file) && !isRows(kind)) ? null : kind;
}

/** The id of an article that is a file of its own: its path less its ending. */
export function stemOf(file: string): string {
  return (isPacked(file) ? file.slice(0, -PACKED.length) : file).replace(/\.[^./]+$/, '');
}

/** Kinds of file that people have and that are not read, each with what to do (`refusal.<code>`). */
const UNREAD = {
  'archive': 'zip rar 7z tar tgz bz2 xz zst gz',
  'binary-table': 'parquet arrow feather avro orc sqlite db pkl npy',
  'office-file': 'doc wps rtf odt xls xlsx et ods ppt pptx epub pages caj ofd',
  'picture': 'png jpg jpeg gif bmp webp tif tiff heic svg mp3 mp4 m4a wav mov avi',
} as const;

/** Why a file of another kind is not read, where something better can be done than to leave it. */
export function unreadKind(file: string): keyof typeof UNREAD | null {
  const ending = /\.([^./]+)$/.exec(file.toLowerCase())?.[1] ?? '';
  return (Object.keys(UNREAD) as (keyof typeof UNREAD)[]).find((code) => UNREAD[code].split(' ').includes(ending)) ?? null;
}
