import { createHash } from 'node:crypto';
import type { Command, Values, OptionTable } from '../command.ts';
import type { Library } from '../library.ts';
import type { AnswerReply } from '../reply.ts';
import type { Locale } from '../text/index.ts';
import { type Options, packId, type QueryStore } from './custom-id.ts';
import { view } from './views/index.ts';
import type { Payload } from './views/payload.ts';

/** How many results are asked for where the user set no limit: as many as can be paged through. */
const WINDOW = 25;
export const ARTICLE_COMMAND = 'article';

/** One use of a command: by its name, or again by a button. */
export interface Question {
  command: Command;
  options: Options;
  page: number;
  locale: Locale;
  /** Which corpus the pressed button was drawn from; null where this is not a button. */
  stamp: string | null;
}

export interface Sources { library: Library; commands: ReadonlyMap<string, Command>; store: QueryStore }

/** Runs the command and draws its reply. @throws UserError as the command does */
export async function answer(question: Question, { library, commands, store }: Sources): Promise<{ payload: Payload; reply: AnswerReply }> {
  const { command, options, locale } = question;
  const reply = await command.run({ library, locale, commands: [...commands.values()] }, valuesOf(command, options));
  const stamp = stampOf(library);
  const id = (action: 'page' | 'read' | 'suggest', page: number, name = command.name, values = options) => packId({ action, command: name, page, stamp, options: values }, store);
  const payload = view(reply, {
    locale,
    page: question.page,
    stale: question.stamp !== null && question.stamp !== stamp,
    // A disabled ◀ would stand on page -1; ids may not be negative, nor alike.
    pageId: (page) => id('page', page < 0 ? Number.MAX_SAFE_INTEGER : page),
    readId: id('read', 0, ARTICLE_COMMAND, {}),
    suggestId: id('suggest', 0),
  });
  return { payload, reply };
}

/** The options that `run` is given: what was set, and a window wide enough for the pages. */
function valuesOf(command: Command, options: Options): Values<OptionTable> {
  const limit = command.options.limit;
  const window = limit?.kind === 'number' && options.limit === undefined ? { limit: Math.min(limit.max, WINDOW) } : {};
  return { ...Object.fromEntries(Object.keys(command.options).map((name) => [name, options[name]])), ...window };
}

/** Which corpus is loaded, short enough for a button. */
function stampOf(library: Library): string {
  return createHash('sha256').update(library.revision()).digest('base64url').slice(0, 6);
}

/** The option that a command is about: the first one. */
export function mainOption(command: Command): string | undefined {
  return Object.keys(command.options)[0];
}
