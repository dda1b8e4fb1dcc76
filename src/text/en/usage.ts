import type { usage as original } from '../zh-CN/usage.ts';

export const usage: typeof original = {
  'help.filters': 'To narrow a query, add region, official, from or to.',
  'help.scripts': 'Simplified and Traditional find the same. Quotes stay as printed unless you ask for one script.',
  'help.privacy': 'Privacy: 👍 and 👎 keep the question, the answer and the vote, not who gave it.',
  'cite.button': 'Cite',
  'cite.head': 'References, ready to paste:',
  'cite.file': 'What did not fit is in the file, with all the others.',
  'cite.in_words': 'In words',
  'cite.title': '{title}',
  'cite.quote': '“{quote}”',
  'cite.plain': '— {title}. {source}. {date}',
  'cite.year_unknown': '{date}, year unknown',
  'export.head': '“{query}”: {exported} {exported|quote|quotes}, as CSV and as JSON Lines.',
  'export.more': '{left} more did not fit: export them in parts, by region, official, from and to.',
  'export.columns':
    'Each with its title, source, date and how that is known, article id and link. ' +
    'In the CSV an apostrophe stands before what looks like a formula; the JSON Lines are to the letter.',
  'help.unanswered': 'Questions that the articles do not answer are kept by how often they are asked, not by whom.',
  'feedback.unanswered': 'Questions not answered ({total}), most often asked first',
  'feedback.times': '{times} {times|time|times}',
  'own.post': 'Post in channel',
  'own.remove': 'Delete',
  'own.threads': 'Mentions of the bot are answered in threads in',
};
