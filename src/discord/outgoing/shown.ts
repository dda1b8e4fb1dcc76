import { type AnswerReply } from '../../reply.ts';
import { shortDigest } from '../custom-id/custom-id.ts';

const STAMP_LENGTH = 6;

/**
 * What a reply shows, as a button carries it: an article's text, or the quotes and whose they are. Where it is another when the button
 * is pressed, the next page would be none of what the reader saw. What else has come into the collection does not matter.
 * Empty for what has no pages of articles: that may change.
 */
export function stampOf(reply: AnswerReply): string {
  const shown = shownIn(reply);
  return shown === null ? '' : shortDigest(shown, STAMP_LENGTH);
}

function shownIn(reply: AnswerReply): string | null {
  if (reply.command === 'article') return reply.text;
  if (reply.command === 'corpus')
    return reply.action === 'list' ? JSON.stringify(reply.files.map(({ file, sha256 }) => [file, sha256])) : null;
  if (!('results' in reply)) return null;
  const results = reply.command === 'ask' ? reply.results.slice(0, reply.answers || reply.nearest) : reply.results;
  return JSON.stringify(results.map(({ article, quote }) => [article.id, quote.start, quote.text]));
}
