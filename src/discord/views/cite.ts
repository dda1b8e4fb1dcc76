import type { APIEmbed } from 'discord.js';
import { dateWords } from '../../text/date-words.ts';
import { gbtReference, plainReference } from '../../text/citation.ts';
import { type Locale, text } from '../../text/index.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { embedLength, MAX_EMBED_DESCRIPTION, MAX_EMBEDS_TEXT, truncate } from '../limits.ts';
import { fitEscaped, linkOf } from './hit.ts';
import { COLOURS, type Payload, type Quoted } from './payload.ts';

const MAX_TITLE = 120;
const MAX_CONFLICT = 300;

/**
 * References to what a message quotes, ready to paste: none is cut. Where they do not all fit, those that do are shown, and all of them
 * come as a file.
 *
 * @param accessed the day of citing, `YYYY-MM-DD`
 */
export function citeView(locale: Locale, quoted: readonly Quoted[], accessed: string): Payload {
  const references = quoted.map((each) => referencesTo(locale, each, accessed));
  const embeds = references.map((each, at) => embedOf(locale, quoted[at]!, each, quoted.length > 1 ? `${at + 1} · ` : ''));
  const fitting: APIEmbed[] = [];
  let sum = 0;
  for (const embed of embeds) {
    sum += embedLength(embed);
    if (sum > MAX_EMBEDS_TEXT || embed.description!.length > MAX_EMBED_DESCRIPTION) break;
    fitting.push(embed);
  }
  const whole = fitting.length === embeds.length;
  return {
    content: [text(locale, 'cite.head'), ...(whole ? [] : [text(locale, 'cite.file')])].join('\n'),
    embeds: fitting,
    components: [],
    ...(whole
      ? {}
      : { files: [{ name: 'references.txt', content: references.map(({ gbt, inWords }) => `${gbt}\n\n${inWords}\n`).join('\n\n') }] }),
  };
}

interface References {
  gbt: string;
  inWords: string;
}

function referencesTo(locale: Locale, { article, quote }: Quoted, accessed: string): References {
  const cited = { ...article, url: linkOf(article).url ?? null };
  return { gbt: plain(gbtReference(locale, cited, accessed)), inWords: plain(plainReference(locale, cited, quote.text)) };
}

function embedOf(locale: Locale, { article }: Quoted, { gbt, inWords }: References, number: string): APIEmbed {
  const doubtful = article.date.conflicts && article.date.conflicts.length > 0;
  return {
    title: `${number}${fitEscaped(article.title, MAX_TITLE)}`,
    description: [
      `GB/T 7714${block(gbt)}`,
      `${text(locale, 'cite.in_words')}${block(inWords)}`,
      ...(doubtful ? [`-# ${escapeMarkdown(truncate(dateWords(locale, article.date), MAX_CONFLICT))}`] : []),
    ].join(''),
    color: COLOURS.quote,
  };
}

/** Code is shown and copied as it stands. Backticks would end it. */
const block = (words: string): string => `\n\`\`\`text\n${words.replaceAll('`', '´')}\n\`\`\`\n`;
