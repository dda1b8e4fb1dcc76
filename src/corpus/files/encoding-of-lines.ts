import { byteOrderMark, type Encoding, mostPlausible, strictly } from './decode.ts';

/** From so much of its beginning a file's encoding is told. In bytes. */
export const SAMPLE = 256 * 1024;

const LF = 0x0a;

/** Whether a character has two bytes or four. */
export function isWide(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}

/** Of an ASCII text in UTF-16 half the bytes are zero; of a text in UTF-8, hardly one. */
const WIDE_ZEROS = 0.25;

/**
 * The encoding of a file of lines by its beginning; a few broken lines don't hide what the others are.
 *
 * @throws {Unreadable} where it can't be told
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return marked;
  const sample = wholeLines(bytes.subarray(0, SAMPLE));
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  const wide = odd >= even ? 'utf-16le' : 'utf-16be';
  if (even + odd > sample.length * WIDE_ZEROS) return wide;
  const lines = linesOf(sample);
  const foreign = lines.filter((line) => line.some((byte) => byte >= 0x80));
  if (foreign.filter((line) => strictly('utf-8', line) !== null).length * 2 >= foreign.length) return 'utf-8';
  if (even + odd > 0) return wide;
  return mostPlausible(
    (['gb18030', 'big5'] as const).flatMap((encoding) => {
      const valid = foreign.flatMap((line) => strictly(encoding, line) ?? []);
      return valid.length * 2 >= foreign.length ? [{ encoding, text: valid.join('\n') }] : [];
    }),
  ).encoding;
}

/** Up to the last line end. Where there is none, without the end of a text that may break off inside a character. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LF);
  if (end >= 0 || bytes.length < SAMPLE) return bytes.subarray(0, end < 0 ? bytes.length : end + 1);
  const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'big5'];
  const whole = [0, 1, 2, 3]
    .map((less) => bytes.subarray(0, bytes.length - less))
    .find((part) => encodings.some((encoding) => strictly(encoding, part) !== null));
  return whole ?? bytes;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(LF, start);
    if (end < 0) end = bytes.length;
    lines.push(bytes.subarray(start, end));
  }
  return lines;
}
