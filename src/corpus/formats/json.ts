/** JSON files: one record, a list of them, or a list under a key. */
import { decode } from '../files/decode.ts';
import { refusal, Unreadable } from '../refusal.ts';
import type { RawArticle, RefusedLine } from './raw-article.ts';
import { RecordReader } from './record.ts';

/** A record's text may be long, and pictures come along as Base64; what is longer is no article. In UTF-16 units. */
const LONGEST_RECORD = 2 * 1024 * 1024;
/** A list of records stands no deeper (`{"data": {"list": […]}}`). */
const DEEPEST_LIST = 4;

/**
 * The articles of a JSON file. Each record is cut out and read by itself, so that one with an error is refused with its
 * line and no other.
 *
 * @throws {Unreadable} where there is no record in it
 */
export function* readJson(bytes: Uint8Array): Generator<RawArticle | RefusedLine> {
  const { text } = decode(bytes);
  const first = /\S/.exec(text);
  if (first === null) throw new Unreadable(refusal('empty'));
  const whole = first[0] === '{' && text.length <= LONGEST_RECORD ? read(new RecordReader(), text, 1) : null;
  if (whole !== null && 'text' in whole) return void (yield whole);
  const records = new RecordReader();
  let found = false;
  for (const { start, end, line } of recordsIn(text, first[0] === '{' && hasLines(text))) {
    found = true;
    yield read(records, text, line, start, end);
  }
  if (!found) yield whole ?? read(records, text, 1);
}

/** Whether the text is a record a line, under the name of one record: its first line is one by itself. */
function hasLines(text: string): boolean {
  const line = /\S[^\r\n]{0,2097152}/.exec(text)![0];
  return line.length < text.trim().length && !('refused' in read(new RecordReader(), line, 1));
}

function read(records: RecordReader, text: string, line: number, start = 0, end = text.length): RawArticle | RefusedLine {
  if (end - start > LONGEST_RECORD) return { line, refused: refusal('line-too-long', { max: LONGEST_RECORD / 1048576 }) };
  let value: unknown;
  try {
    value = JSON.parse(text.slice(start, end));
  } catch (error) {
    return { line, refused: refusal('not-json', { detail: (error as Error).message.slice(0, 160) }) };
  }
  const article = records.read(value, line);
  return 'reason' in article ? { line, refused: article } : article;
}

/** What has a meaning outside strings. */
const SIGN = /["{}[\]\n]/g;

/**
 * The objects of a list, or with `atTop` those that stand beside each other; offsets UTF-16, lines from 1. One pass.
 * Whether what is inside is JSON is for the parser to say.
 */
function* recordsIn(text: string, atTop: boolean): Generator<{ start: number; end: number; line: number }> {
  const open: string[] = [];
  let line = 1;
  let record: { start: number; depth: number; line: number } | null = null;
  const sign = new RegExp(SIGN);
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const at = match.index;
    const found = match[0];
    if (found === '\n') line++;
    else if (found === '"') sign.lastIndex = endOfString(text, at + 1);
    else if (found === '{' || found === '[') {
      const isRecord = atTop ? open.length === 0 : open.at(-1) === '[' && open.length <= DEEPEST_LIST;
      if (found === '{' && record === null && isRecord) record = { start: at, depth: open.length, line };
      open.push(found);
    } else {
      open.pop();
      if (record !== null && open.length <= record.depth) {
        yield { start: record.start, end: at + 1, line: record.line };
        record = null;
      }
    }
  }
  // A file that breaks off: what was begun is told, not passed over.
  if (record !== null) yield { start: record.start, end: text.length, line: record.line };
}

/** After the closing quote. A string ends at the line's end at the latest: JSON has no line ends in strings. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c) at++;
    else if (unit === 0x22) return at + 1;
    else if (unit === 0x0a) return at;
  }
  return text.length;
}
