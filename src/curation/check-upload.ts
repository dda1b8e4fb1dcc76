import { UserError } from '../user-error.ts';

/** In bytes. Discord lets members send 10 MB; what is larger belongs into the folder by other ways. */
export const MOST_UPLOADED = 8 * 1024 * 1024;
/** What a browser or Discord may call a text file. */
const TEXT_TYPES = /^(?:text\/(?!html)[\w.+-]+|application\/(?:json|jsonl|jsonlines|x-jsonlines|x-ndjson|ndjson|octet-stream))(?:;|$)/i;
/** How files begin that hold other files, or pages for print: nothing of theirs is ever unpacked. */
const PACKED: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x25, 0x50, 0x44, 0x46],
];

/** Looks at what is told of a file, before it is fetched. @throws {UserError} by name and reason */
export function checkAnnounced({ name, size, type }: { name: string; size: number; type: string | null }): void {
  if (size === 0) throw new UserError('upload_empty', `“${name}” is empty.`, { file: name });
  if (size > MOST_UPLOADED) throw tooLarge(name, size);
  if (type !== null && !TEXT_TYPES.test(type))
    throw new UserError('upload_type', `“${name}” is no text but ${type}.`, { file: name, type });
}

/** Looks at the file itself; whether its text can be read is for the corpus to say. @throws {UserError} by name and reason */
export function checkContent(name: string, bytes: Uint8Array): void {
  if (bytes.length > MOST_UPLOADED) throw tooLarge(name, bytes.length);
  if (PACKED.some((signature) => signature.every((byte, at) => bytes[at] === byte)))
    throw new UserError('upload_packed', `“${name}” is packed, or a PDF: send the text itself.`, { file: name });
  // A page's beginning is told in Latin letters in all encodings but UTF-16, of which the zero bytes are passed over.
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1').replaceAll('\0', '');
  if (/^[^<]{0,8}<(?:!doctype html|html|head|body|\?xml)[\s>]/i.test(head.trimStart()))
    throw new UserError('upload_html', `“${name}” is a web page's source: send the article's text.`, { file: name });
}

const tooLarge = (name: string, size: number): UserError => {
  const megabytes = (bytes: number) => (bytes / 1048576).toFixed(1);
  return new UserError('upload_too_large', `“${name}” has ${megabytes(size)} MB; at most ${megabytes(MOST_UPLOADED)} MB are taken.`, {
    file: name,
    size: megabytes(size),
    max: megabytes(MOST_UPLOADED),
  });
};
