import type { Command, OptionValue } from '../../command/command.ts';
import type { AnswerReply, AskReply, SearchReply } from '../../reply.ts';
import type { Judged } from '../../store/feedback.ts';
import type { Store } from '../../store/store.ts';
import { UserError } from '../../user-error.ts';
import { mainOption, type CommandUse } from './run-command.ts';
import { PER_PAGE } from '../views/payload.ts';
import { together } from '../views/together.ts';

/** Options that change how an answer looks, not what it is. */
const LOOKS = new Set(['script', 'limit', 'private']);

/** Whether a command's replies have 👍 and 👎: no other is run for the sake of a vote, whatever a made-up id asks for. */
export const isVoted = ({ name }: Pick<Command, 'name'>): boolean => name === 'ask' || name === 'search';

/** What a vote under a reply is about: the question and the quotes that were shown as the answer. Null where the reply has none. */
export function judgedOf(question: CommandUse, reply: AnswerReply, revision: string): Judged | null {
  if (reply.command !== 'ask' && reply.command !== 'search') return null;
  return {
    command: question.command.name,
    question: reply.command === 'ask' ? reply.question : reply.query,
    filters: filtersOf(question),
    revision,
    answered: reply.command === 'ask' ? reply.answered : null,
    confidence: reply.command === 'ask' ? reply.confidence : null,
    shown: shownOf(reply).map(({ article, quote }) => ({ article: article.id, start: quote.start, end: quote.end })),
  };
}

function shownOf(reply: AskReply | SearchReply) {
  if (reply.command === 'search') return together(reply).results.slice(0, PER_PAGE);
  return reply.results.slice(0, reply.answered ? reply.answers : PER_PAGE);
}

/** The options that narrowed a question. */
function filtersOf({ command, options }: Pick<CommandUse, 'command' | 'options'>): Judged['filters'] {
  const main = mainOption(command);
  const filters = Object.entries(options).filter(
    (pair): pair is [string, Exclude<OptionValue, boolean>] => pair[0] !== main && !LOOKS.has(pair[0]) && typeof pair[1] !== 'boolean',
  );
  return Object.fromEntries(filters);
}

/** Keeps a question that the articles do not answer. That it cannot be kept is no concern of the one who asked: the store reports it. */
export async function keepUnanswered(
  question: Pick<CommandUse, 'command' | 'options'>,
  reply: AnswerReply,
  { unanswered }: Pick<Store, 'unanswered'>,
): Promise<void> {
  if (reply.command !== 'ask' || reply.answered) return;
  try {
    await unanswered.note({ question: reply.question, filters: filtersOf(question) });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
