import { fold } from '../../language/script.ts';
import { DAMAGE_MARK } from '../article.ts';
import type { Flaw } from './damage.ts';

/** Part of a line: a slice of the file, or a place where characters were lost. UTF-16 offsets into the file. */
export interface Piece {
  start: number;
  end: number;
  lost: boolean;
}

/** One line of a page as a reader sees it: glosses taken out, lost places marked, blanks at both ends gone. */
export interface Line {
  text: string;
  /** `fold(text)`, of the same length: what the rules look at. */
  folded: string;
  pieces: Piece[];
  /** The line's place in the file, without its line end. */
  start: number;
  end: number;
  /** Whether a blank line stands before it. */
  gap: boolean;
  /** Columns that it is set in by: two for a full-width blank. */
  indent: number;
}

/** The lines of a decoded file, blank ones left out. `\n`, `\r\n` and `\r` end a line. */
export function splitLines(file: string, flaws: readonly Flaw[]): Line[] {
  const lines: Line[] = [];
  let next = 0;
  let before = 0;
  for (const match of file.matchAll(/[^\r\n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside: Flaw[] = [];
    while (next < flaws.length && flaws[next]!.start < end) {
      const flaw = flaws[next]!;
      if (flaw.end > start) inside.push({ ...flaw, start: Math.max(flaw.start, start), end: Math.min(flaw.end, end) });
      // Front matter and comments run over several lines.
      if (flaw.end > end) break;
      next++;
    }
    const line = makeLine(file, start, end, inside);
    if (line.text === '') continue;
    line.gap = lineEnds(file, before, start) > 1;
    before = end;
    lines.push(line);
  }
  return lines;
}

/** The same line from `from` to `to`, offsets in its text. */
export function sliceLine(line: Line, from: number, to: number): Line {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of line.pieces) {
    const length = piece.lost ? DAMAGE_MARK.length : piece.end - piece.start;
    const [a, b] = [Math.max(from - at, 0), Math.min(to - at, length)];
    if (a < b) pieces.push(piece.lost ? piece : { start: piece.start + a, end: piece.start + b, lost: false });
    at += length;
  }
  return {
    text: line.text.slice(from, to),
    // Folding keeps each unit's place, so a slice of the folded text is the slice folded.
    folded: line.folded.slice(from, to),
    pieces,
    start: line.start,
    end: line.end,
    gap: line.gap && from === 0,
    indent: from === 0 ? line.indent : 0,
  };
}

/** Two lines of the file as one: a paragraph that was broken at a fixed width. */
export function joinLines(lines: readonly Line[]): Line {
  const first = lines[0]!;
  const pieces: Piece[] = [];
  for (const line of lines) {
    for (const piece of line.pieces) {
      const last = pieces.at(-1);
      if (last && !last.lost && !piece.lost && last.end === piece.start) last.end = piece.end;
      else pieces.push({ ...piece });
    }
  }
  const [text, folded] = [lines.map((line) => line.text).join(''), lines.map((line) => line.folded).join('')];
  return { ...first, text, folded, pieces, end: lines.at(-1)!.end };
}

/** Line ends between two offsets, `\r\n` as one. */
function lineEnds(file: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (file[i] === '\n' || (file[i] === '\r' && file[i + 1] !== '\n')) count++;
  return count;
}

function makeLine(file: string, start: number, end: number, flaws: readonly Flaw[]): Line {
  const pieces: Piece[] = [];
  let at = start;
  for (const flaw of flaws) {
    if (flaw.start > at) pieces.push({ start: at, end: flaw.start, lost: false });
    if (flaw.kind === 'damage') pieces.push({ start: flaw.start, end: flaw.end, lost: true });
    at = flaw.end;
  }
  if (at < end) pieces.push({ start: at, end, lost: false });
  return { ...lineOf(file, trim(file, pieces), start, end), indent: indentOf(file, start, end) };
}

function lineOf(file: string, pieces: Piece[], start: number, end: number): Line {
  let text = '';
  for (const piece of pieces) text += piece.lost ? DAMAGE_MARK : file.slice(piece.start, piece.end);
  return { text, folded: fold(text), pieces, start, end, gap: false, indent: 0 };
}

function indentOf(file: string, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end && BLANK.test(file[i]!); i++) columns += file[i] === '\u3000' ? 2 : 1;
  return columns;
}

/** Blanks of every kind, zero-width ones and a byte-order mark among them. */
const BLANK = /[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff]/;

function trim(file: string, pieces: Piece[]): Piece[] {
  const kept = pieces.map((piece) => ({ ...piece }));
  for (let first = kept[0]; first && !first.lost; first = kept[0]) {
    while (first.start < first.end && BLANK.test(file[first.start]!)) first.start++;
    if (first.start < first.end) break;
    kept.shift();
  }
  for (let last = kept.at(-1); last && !last.lost; last = kept.at(-1)) {
    while (last.end > last.start && BLANK.test(file[last.end - 1]!)) last.end--;
    if (last.start < last.end) break;
    kept.pop();
  }
  return kept;
}
