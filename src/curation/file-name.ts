import { EXTENSIONS } from '../corpus/formats/kinds.ts';
import { UserError } from '../user-error.ts';

/** File systems take 255 bytes; a temporary or trashed file's name is longer than its file's. */
const MOST_BYTES = 180;
/** Allowed characters: letters and digits of any script, and separators; none that is special in a shell, a path or a terminal. */
const PLAIN = /^[\p{L}\p{N}《“（][\p{L}\p{M}\p{N} ._()（）《》〈〉“”、，·—-]*$/u;
/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/**
 * A name under which a file may be written into the corpus folder: one plain name, never a way to another folder.
 *
 * @returns the name, its characters composed (NFC), so that it looks like no other
 * @throws {UserError} `bad_file_name`
 */
export function safeFileName(given: string): string {
  const name = given.normalize('NFC');
  const extension = EXTENSIONS.find((each) => name.toLowerCase().endsWith(each));
  if (extension === undefined)
    throw new UserError('upload_kind', `“${given}” is not a kind of file that is read (${EXTENSIONS.join(', ')}).`, {
      file: shown(given),
      kinds: EXTENSIONS.join(', '),
    });
  const stem = name.slice(0, -extension.length);
  const fine =
    PLAIN.test(stem) &&
    !/[. ]$/.test(stem) &&
    !stem.includes('..') &&
    !DEVICE.test(stem.split('.')[0]!.trim()) &&
    Buffer.byteLength(name) <= MOST_BYTES;
  if (!fine)
    throw new UserError(
      'bad_file_name',
      `“${shown(given)}” cannot be a file's name here: letters, digits, spaces and - _ . ( ) only, ${MOST_BYTES} bytes at most.`,
      { file: shown(given), max: MOST_BYTES },
    );
  return name;
}

/** A name may be as long as a message: only so much of it is repeated. */
const shown = (name: string): string => (name.length <= 80 ? name : `${name.slice(0, 80)}…`);
