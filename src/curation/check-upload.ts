import { UserError } from '../user-error.ts';

/** In bytes. Discord lets members send 10 MB; what is larger belongs into the folder by other ways. */
export const MOST_UPLOADED = 8 * 1024 * 1024;
/** Media types that a browser or Discord gives text files; spreadsheet programs claim `.csv` as theirs. */
const TEXT_TYPES = new RegExp(
  String.raw`^(?:text/[\w.+-]+|message/rfc822|multipart/related|application/(?:[\w.-]+\+(?:xml|json)|xml|json|jsonl|` +
    String.raw`jsonlines|x-jsonlines|x-ndjson|ndjson|csv|vnd\.ms-excel|x-mimearchive|octet-stream))(?:;|$)`,
  'i',
);
/** Magic numbers of archives and PDF, each with the extension under which it is accepted; null: never. */
const PACKED: readonly { begins: readonly number[]; ending: string | null; type: RegExp | null }[] = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    ending: '.docx',
    type: /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document$/i,
  },
  { begins: [0x25, 0x50, 0x44, 0x46], ending: '.pdf', type: /^application\/(?:x-)?pdf$/i },
  { begins: [0x1f, 0x8b], ending: '.gz', type: /^application\/(?:x-)?gzip$/i },
  { begins: [0x50, 0x4b, 0x05, 0x06], ending: null, type: null },
  { begins: [0x42, 0x5a, 0x68], ending: null, type: null },
  { begins: [0x37, 0x7a, 0xbc, 0xaf], ending: null, type: null },
  { begins: [0x52, 0x61, 0x72, 0x21], ending: null, type: null },
  { begins: [0xfd, 0x37, 0x7a, 0x58], ending: null, type: null },
  { begins: [0x28, 0xb5, 0x2f, 0xfd], ending: null, type: null },
];

/** Checks the declared name, size and media type, before the file is fetched. @throws {UserError} by name and reason */
export function checkAnnounced({ name, size, type }: { name: string; size: number; type: string | null }): void {
  if (size === 0) throw new UserError('upload_empty', `“${name}” is empty.`, { file: name });
  if (size > MOST_UPLOADED) throw tooLarge(name, size);
  if (type !== null && !TEXT_TYPES.test(type) && !PACKED.some((one) => one.type?.test(type) && isNamed(name, one.ending)))
    throw new UserError('upload_type', `“${name}” is no text but ${type}.`, { file: name, type });
}

/** Checks the bytes; whether articles can be read from them is for the preview (`curator.ts`). @throws {UserError} by name and reason */
export function checkContent(name: string, bytes: Uint8Array): void {
  if (bytes.length > MOST_UPLOADED) throw tooLarge(name, bytes.length);
  const packed = PACKED.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (packed && !isNamed(name, packed.ending))
    throw new UserError('upload_packed', `“${name}” is packed, or no text: send the text itself.`, { file: name });
}

const isNamed = (name: string, ending: string | null): boolean => ending !== null && name.toLowerCase().endsWith(ending);

const tooLarge = (name: string, size: number): UserError => {
  const megabytes = (bytes: number) => (bytes / 1048576).toFixed(1);
  return new UserError('upload_too_large', `“${name}” has ${megabytes(size)} MB; at most ${megabytes(MOST_UPLOADED)} MB are taken.`, {
    file: name,
    size: megabytes(size),
    max: megabytes(MOST_UPLOADED),
  });
};
