/** Discord's limits as named constants, and the helpers that keep them. Lengths are UTF-16 units: never laxer than Discord. */
import type { APIEmbed } from 'discord.js';

/** Discord forgets an interaction that nothing was said to for so long, in ms. */
export const ACKNOWLEDGE_MS = 3000;
export const MAX_CONTENT = 2000;
export const MAX_EMBEDS = 10;
export const MAX_EMBED_DESCRIPTION = 4096;
export const MAX_FIELD_VALUE = 1024;
export const MAX_EMBED_FOOTER = 2048;
/** All text over all embeds of a message; the builders do not check this sum. */
export const MAX_EMBEDS_TEXT = 6000;
export const MAX_BUTTON_LABEL = 80;
export const MAX_SELECT_OPTIONS = 25;
export const MAX_SELECT_TEXT = 100;
export const MAX_CUSTOM_ID = 100;
/** What a message is told by when it is sent again. */
export const MAX_NONCE = 25;
export const MAX_CHOICES = 25;
export const MAX_CHOICE = 100;
export const MAX_COMMAND_NAME = 32;
export const MAX_COMMAND_DESCRIPTION = 100;
export const MAX_COMMAND_OPTIONS = 25;
export const MAX_DEFINITION = 8000;
export const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export const ELLIPSIS = '……';
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Where a Chinese text may be cut so that it still reads: after these. Never at spaces, of which it has none. */
const SENTENCE_END = /[。！？；!?\n][”’」』）]*/g;
/** A sentence's end is only looked for in the last part of what fits; else too much would be lost. */
const SEARCHED_SHARE = 0.5;

/** The longest start of `text` that has at most `max` UTF-16 units and cuts no grapheme. */
export function takeGraphemes(text: string, max: number): string {
  if (text.length <= max) return text;
  // Where a grapheme ends is decided by the next code point alone: the rest of a long text need not be looked at.
  return text.slice(0, graphemes.segment(text.slice(0, max + 2)).containing(max)!.index);
}

/** `text` where it fits; else a start of it that ends at 。！？； where one is near, with …… after it. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max <= ELLIPSIS.length) return takeGraphemes(text, max);
  const whole = takeGraphemes(text, max - ELLIPSIS.length);
  const end = lastSentenceEnd(whole);
  return (end > whole.length * SEARCHED_SHARE ? whole.slice(0, end) : whole).trimEnd() + ELLIPSIS;
}

/** The offset after the last sentence of `text`; 0 where none ends in it. */
export function lastSentenceEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  return end;
}

/** How much of the sum for all embeds an embed takes. */
export function embedLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return (
    (embed.title?.length ?? 0) +
    (embed.description?.length ?? 0) +
    (embed.footer?.text.length ?? 0) +
    (embed.author?.name.length ?? 0) +
    fields
  );
}

/** The first embeds that fit into one message, by number and by the sum of their text. */
export function fitEmbeds(embeds: readonly APIEmbed[]): APIEmbed[] {
  const fitting: APIEmbed[] = [];
  let sum = 0;
  for (const embed of embeds.slice(0, MAX_EMBEDS)) {
    sum += embedLength(embed);
    if (sum > MAX_EMBEDS_TEXT) break;
    fitting.push(embed);
  }
  return fitting;
}

/** Joins lines up to `max`; of those that do not fit, `more(n)` tells the number. */
export function fitLines(lines: readonly string[], max: number, more: (left: number) => string): string {
  const all = lines.join('\n');
  if (all.length <= max) return all;
  // Only so many lines can fit at all: the others need not be joined to find that out.
  let fitting = 0;
  for (let length = 0; fitting < lines.length - 1; fitting++) {
    length += lines[fitting]!.length + 1;
    if (length > max) break;
  }
  for (let count = fitting; count > 0; count--) {
    const text = [...lines.slice(0, count), more(lines.length - count)].join('\n');
    if (text.length <= max) return text;
  }
  return takeGraphemes(more(lines.length), max);
}
