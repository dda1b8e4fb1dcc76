/**
 * What Discord puts into the text that people type, taken out again: an article has none of it, and it is not what they ask for.
 * One place for commands, mentions, direct messages and the menu of a message.
 */

/**
 * Mentions of people, roles and channels, commands, links to a server's own pages, emoji of servers, timestamps
 * (https://discord.com/developers/docs/reference#message-formatting).
 */
const REFERENCE = /<(?:@[!&]?\d+|#\d+|\/[^<>:]{1,100}:\d+|id:[a-z-]+|a?:\w+:\d+|t:-?\d+(?::[a-zA-Z])?)>/g;
/** A link with words of its own keeps the words. */
const MASKED_LINK = /\[([^[\]\n]*)\]\(<?https?:\/\/[^\s()]*>?\)/g;
/** An address ends where a blank, a bracket or Chinese begins. */
const LINK = /<?https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]+>?/g;
/** Pictures: joined ones, flags and keycaps too. What is also an ordinary sign (©, ™) stays where nothing makes it a picture. */
const EMOJI = new RegExp(
  String.raw`(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|` +
    String.raw`[\d#*]\ufe0f?\u20e3)[\u200d\ufe0f\p{Emoji_Modifier}]*`,
  'gu',
);
/** Bold, underlined, struck out, hidden, and code: marks around words. */
const EMPHASIS = /\*\*|__|~~|\|\||`{1,3}/g;
/** Quotation and small print, at a line's beginning. */
const LINE_MARK = /^(?:(?:>>>|>|-#|#{1,3})\s)+/gm;

/**
 * The words that somebody typed, without Discord's marks, emoji, mentions and addresses; a blank stands where something was.
 *
 * @example
 * typed('谁是<@123>**市委书记**？<:ok:456> https://example.com/a') // '谁是 市委书记 ？'
 */
export function typed(text: string): string {
  return text
    .replace(MASKED_LINK, ' $1 ')
    .replace(LINK, ' ')
    .replace(REFERENCE, ' ')
    .replace(EMOJI, ' ')
    .replace(EMPHASIS, ' ')
    .replace(LINE_MARK, '')
    .replace(/\s+/g, ' ')
    .trim();
}
