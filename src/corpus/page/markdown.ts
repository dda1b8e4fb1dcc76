import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { refusal, Unreadable } from '../refusal.ts';

const list = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === 'string' ? [value] : value));
const schema = z
  .looseObject({
    title: z.string().optional(),
    date: z.union([z.string(), z.number().transform(String), z.date().transform((day) => day.toISOString().slice(0, 10))]).optional(),
    source: z.string().optional(),
    url: z.string().optional(),
    region: list.optional(),
    officials: list.optional(),
  })
  .nullable()
  .transform((value) => value ?? {});

/**
 * In UTF-16 units: many times what the six fields take. The parser compares each key with all before it, so that 20,000 keys take 9 s
 * in one piece.
 */
const MOST_FRONT_MATTER = 16_384;

export type FrontMatter = z.infer<typeof schema>;

/**
 * Splits a Markdown file into its YAML front matter and the rest. `bodyStart` is the UTF-16 offset of the rest.
 *
 * @throws {Unreadable} where the block does not end, is not YAML, or has a field of the wrong kind.
 */
export function frontMatter(file: string): { data: FrontMatter; bodyStart: number } {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(file);
  if (!open) return { data: {}, bodyStart: 0 };
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(file.slice(open[0].length));
  if (!close) throw new Unreadable(refusal('front-matter-open'), 1);
  const yaml = file.slice(open[0].length, open[0].length + close.index);
  if (yaml.length > MOST_FRONT_MATTER)
    throw new Unreadable(
      refusal('front-matter-not-yaml', { detail: `${yaml.length} characters, at most ${MOST_FRONT_MATTER} are read` }),
      1,
    );
  let value: unknown;
  try {
    value = parse(yaml, { logLevel: 'error' });
  } catch (error) {
    // Names that are not there, or that multiply without end, are other kinds of error.
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw new Unreadable(refusal('front-matter-not-yaml', { detail: (error as Error).message.split('\n')[0]! }), (line ?? 1) + 1);
  }
  const checked = schema.safeParse(value);
  if (!checked.success) {
    const field = checked.error.issues[0]!.path[0];
    throw new Unreadable(
      field === undefined ? refusal('front-matter-no-fields') : refusal('front-matter-field', { field: String(field) }),
      1,
    );
  }
  return { data: checked.data, bodyStart: open[0].length + close.index + close[0].length };
}

/**
 * Markdown's marks, each with the group that is text to keep: headings, quotes, emphasis, links, pictures, rules, code fences,
 * tags of HTML.
 */
const MARKS = new RegExp(
  String.raw`^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]{0,3}>[ \t]?|` +
    String.raw`!\[[^[\]\n]*\]\([^)\n]*\)|\[([^[\]\n]+)\]\([^)\n]*\)|` +
    String.raw`^[ \t]*(?:\x60{3}|~~~).*$|` +
    String.raw`^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$|\*\*|__|<!--(?:(?!<!--)[\s\S])*?-->|` +
    String.raw`<(script|style)\b[^<>]{0,500}>[^<]*</\2>|</?[a-z][a-z\d]{0,11}(?:[\s/][^<>]{0,2000})?>`,
  'gim',
);

/** Stretches of a Markdown text that are marks and not words, ascending; UTF-16 offsets into `text`. */
export function markupIn(text: string): { start: number; end: number }[] {
  const marks: { start: number; end: number }[] = [];
  for (const match of text.matchAll(MARKS)) {
    const end = match.index + match[0].length;
    const kept = match[1];
    if (kept === undefined) marks.push({ start: match.index, end });
    else marks.push({ start: match.index, end: match.index + 1 }, { start: match.index + 1 + kept.length, end });
  }
  return marks;
}
