import { joinLines, type Line } from './lines.ts';
import { metaLineOf } from './meta-line.ts';

/** Fewer lines tell nothing of a width. */
const FEWEST = 4;
/** Columns of the narrowest and the widest setting that is broken by hand or by a converter. */
const [NARROWEST, WIDEST] = [24, 130];
/** A line is full that ends so near to the edge: the next character, or a sign that may not begin a line, did not fit. */
const SLACK = 4;
/** Of full lines, those that end inside a sentence; where every line is a paragraph there are hardly any. */
const BROKEN_SHARE = 0.6;
const FULL_SHARE = 0.5;
const ENDED = /[。!?;:…][”"’'」』)]*$/;

/**
 * Joins lines that were broken at a fixed width (old papers, copies of PDF) into paragraphs; any other page comes back as
 * it is. A paragraph ends with a line that is not full, before a blank line, before one that is set in, and at the line of the page's date.
 */
export function rejoinWrapped(lines: readonly Line[]): readonly Line[] {
  const edge = edgeOf(lines);
  if (edge === null) return lines;
  const isFull = (line: Line) => columnsOf(line) >= edge - SLACK;
  const setIn = lines.some((line, i) => line.indent > 0 && i > 0 && isFull(line));
  // The line of the page's own date is no part of a paragraph, however wide it is.
  const dated = lines.map(({ folded }) => (metaLineOf(folded)?.dates.length ?? 0) > 0);
  const goesOn = (at: number) => isFull(lines[at]!) && !dated[at] && !dated[at + 1] && continues(lines[at]!, lines[at + 1]!, setIn);
  const joined: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    let end = i;
    while (end + 1 < lines.length && goesOn(end)) end++;
    joined.push(end === i ? lines[i]! : joinLines(lines.slice(i, end + 1)));
    i = end;
  }
  return joined;
}

function continues(line: Line, next: Line, setIn: boolean): boolean {
  if (next.gap || next.indent > 0) return false;
  // Where paragraphs are not set in, a sentence that ends with a full line may end one, too.
  return setIn || !/[。!?][”"’'」』)]*$/.test(line.folded);
}

/** The column at which the page is broken, or null where it is not. */
function edgeOf(lines: readonly Line[]): number | null {
  if (lines.length < FEWEST) return null;
  const widths = lines.map(columnsOf).sort((a, b) => b - a);
  // A table or an address may stick out; the edge is what many lines come up to.
  const edge = widths[Math.min(widths.length - 1, Math.floor(widths.length / 10))]!;
  if (edge < NARROWEST || edge > WIDEST || widths[0]! > edge + 2 * SLACK) return null;
  const full = lines.filter((line) => columnsOf(line) >= edge - SLACK);
  const between = lines.slice(lines.indexOf(full[0]!), lines.indexOf(full.at(-1)!) + 1);
  const broken = full.filter(({ folded }) => !ENDED.test(folded)).length;
  return full.length >= FEWEST - 1 && full.length >= between.length * FULL_SHARE && broken >= full.length * BROKEN_SHARE ? edge : null;
}

/** How wide a line is set: two columns a Han character or full-width sign, one any other. */
function columnsOf({ text, indent }: Line): number {
  let columns = indent;
  for (const character of text) columns += character > '\u2e7f' || /[“”‘’…—]/.test(character) ? 2 : 1;
  return columns;
}
