import type { Span } from '../language/span.ts';

/** A name to show: Simplified, but Latin letters as they were first printed. */
export function shownName({ name, variants }: { name: string; variants: readonly string[] }): string {
  return /[a-z]/.test(name) ? (variants[0] ?? name) : name;
}

/** 王 强 is 王强, set wider; the blanks of names in letters stay. */
export const WITHIN_HAN = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;

/**
 * A title as printed: `text === article.text.slice(start, end)`, offsets UTF-16. One that only the article's title has
 * (`inTitle`) is a slice of that, with `start` and `end` 0.
 */
export interface Title extends Span {
  text: string;
  /** What the title belongs to, folded: said in the title (内蒙古旅发委) or before it in the chain; null where unknown. */
  organisation: string | null;
  inTitle?: true;
}

/** Reported speech: whole sentences as printed, from the one that names the speaker to the last of the speech. */
export interface Statement extends Span {
  /** The verb, folded: 指出, 要求. */
  verb: string;
  text: string;
  /** `named`: the sentence has the speaker's name; `continued`: it has a pronoun for the official named last (他要求). */
  speaker: 'named' | 'continued';
}

/** Something narrated of an official (出席, 调研): the whole sentence as printed. */
export interface Act extends Span {
  /** The verb, folded. */
  verb: string;
  text: string;
}

/** Someone named with a title, and what the article says they said and did. */
export interface Official {
  /** Folded: Simplified, lower case; see {@link shownName}. */
  name: string;
  /** The name as printed, each form once. */
  variants: string[];
  titles: Title[];
  statements: Statement[];
  acts: Act[];
  /** Every place the name is printed, with a title or without. */
  mentions: Span[];
}
