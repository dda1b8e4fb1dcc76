/**
 * Makes foreign text safe to show: it renders as its own characters, styles nothing and pings nobody.
 * discord.js's `escapeMarkdown` leaves `>`, `-#`, lists, masked links and mentions alone, so this is our own.
 */

/**
 * What can begin or end some markup: emphasis, code, spoilers, quotes, headings, lists (`-`, `+`, `1.`), links,
 * mentions and timestamps (`<`, `@`, `#`, `:`), emoji names and bare links (`:`). Escaped wherever it stands, not only where
 * it would work, so that escaped pieces can be joined without looking at their neighbours.
 */
const MARKUP = /[\\`*_~|<>[\]()#+\-.:@]/g;
/** Characters without a picture of their own: zero-width ones, direction overrides, controls. Line breaks and tabs stay. */
const INVISIBLE = /(?![\n\t\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\u2028\u2029]/gu;
/** A zero-width joiner is part of an emoji, and nothing else here. */
const STRAY_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** `text` without invisible characters, well formed: for footers, labels and choices, where Discord reads no markup. */
export function plain(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '');
}

/** `text` as markdown that renders as itself. `escapeMarkdown(a) + escapeMarkdown(b)` is as safe as both together. */
export function escapeMarkdown(text: string): string {
  return plain(text).replace(MARKUP, '\\$&');
}
