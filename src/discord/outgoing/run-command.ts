import type { Command, Context, OptionTable, Place, Uploads, Values } from '../../command/command.ts';
import type { Curator } from '../../curation/curator.ts';
import type { Following } from '../../follow/following.ts';
import type { Library, Progress } from '../../library.ts';
import type { AnswerReply, Script } from '../../reply.ts';
import type { Store } from '../../store/store.ts';
import { daysText, type Locale } from '../../text/index.ts';
import {
  type Action,
  type ButtonState,
  shortDigest,
  type Mark,
  type Options,
  packDecision,
  packId,
  packRemoval,
  packTarget,
} from '../custom-id/custom-id.ts';
import { spell } from '../custom-id/spelled.ts';
import { changedView } from '../views/changed.ts';
import { view } from '../views/index.ts';
import type { Links, Payload } from '../views/payload.ts';
import { stampOf } from './shown.ts';

/** How many results are asked for where the user set no limit: as many as can be paged through. */
const WINDOW = 25;
export const ARTICLE_COMMAND = 'article';
/** As many characters of the marked words' digest as a menu's value has room for. */
const CHECK = 4;

/** One use of a command: by its name, by a button, or by a message. */
export interface CommandUse {
  command: Command;
  options: Options;
  /** Files that were sent along: no button asks for them again. */
  uploads?: Uploads;
  /** From 0; null in an article: the page with the mark. */
  page: number | null;
  locale: Locale;
  place: Place;
  /** See {@link ButtonState}. */
  owner: string | null;
  /** What to mark in an article, and the digest of its words: where they are others now, nothing is marked. */
  mark: (Mark & { check: string }) | null;
  /** The results that an article was opened from. */
  back: ButtonState | null;
  /** Who sees the reply. */
  seenBy?: 'all' | 'asker';
  /** What the pressed button was drawn from, see {@link stampOf}; null or absent where that does not matter. */
  stamp?: string | null;
}

export const commandUse = (command: Command, options: Options, locale: Locale, place: Place): CommandUse => ({
  command,
  options,
  locale,
  place,
  page: 0,
  owner: null,
  mark: null,
  back: null,
});

export interface ReplySources {
  library: Library;
  store: Store;
  curator: Curator;
  commands: ReadonlyMap<string, Command>;
  /** A command as it is named in a message, to be clicked; null where its id is not known. */
  mention?: (command: string, server: string | null) => string | null;
  /** Whether the one who asks is offered a command; all are where nobody is told apart. */
  offered?: (command: Command) => boolean;
  progress?: Progress;
  keepsUnanswered?: boolean;
  following?: Pick<Following, 'add' | 'perDay'> | undefined;
  /** Whether the one who asks may use what is for operators. */
  moderates?: boolean;
}

/** What a button was drawn from is no longer what it would show. */
export class ShownChanged extends Error {
  constructor(
    private readonly question: CommandUse,
    private readonly stamp: string,
  ) {
    super('What the button was drawn from has changed');
  }

  /** Says so, instead of showing something else, with a button that asks again. */
  view(locale: Locale): Payload {
    const { command, options } = this.question;
    const { stamp } = this;
    const { id, spelled } = packId({ action: 'page', command: command.name, page: 0, stamp, owner: null, mark: null, options });
    return changedView(locale, id, spelled ? spell(command, options, locale) : null);
  }
}

/**
 * @throws UserError as the command does
 * @throws ShownChanged where a button was pressed that was drawn from something else
 */
export async function runCommand(question: CommandUse, sources: ReplySources): Promise<AnswerReply> {
  const { command, options, uploads = {}, stamp = null } = question;
  const reply = await command.run(contextOf(question, sources), valuesOf(command, { ...options, ...uploads }));
  if (stamp !== null && stamp !== stampOf(reply)) throw new ShownChanged(question, stampOf(reply));
  return reply;
}

/** What a command is given besides its options. */
export function contextOf({ locale, place }: CommandUse, sources: ReplySources): Context {
  const { library, store, curator, commands, offered = () => true, progress, keepsUnanswered = false, following, moderates } = sources;
  const shared = { library, store, curator, locale, place, progress, keepsUnanswered, following, moderates };
  return { ...shared, commands: [...commands.values()].filter(offered) };
}

/** Runs the command and draws its reply. @throws as {@link runCommand} does */
export async function answer(question: CommandUse, sources: ReplySources): Promise<{ payload: Payload; reply: AnswerReply }> {
  const reply = await runCommand(question, sources);
  return { payload: draw(question, reply, sources), reply };
}

/** A reply as a message, with buttons that ask on. */
export function draw(question: CommandUse, reply: AnswerReply, { library, commands, mention }: ReplySources): Payload {
  const { command, locale, owner, back } = question;
  const article = reply.command === 'article' ? reply.results[0].article : null;
  // An article is known by its key from here on, however it was called: that is short enough for a button.
  const options = article ? { ...question.options, id: library.articleKey(article.id) } : question.options;
  const mark = reply.command === 'article' ? valid(question.mark, reply.text) : null;
  const state = { command: command.name, stamp: stampOf(reply), owner, mark, options };
  const id = (action: Action, page: number | null, values: Options = options) => packId({ ...state, action, page, options: values }).id;
  const backId = back && packId({ ...back, action: 'back' });
  const spelled = packId({ ...state, action: 'page', page: WINDOW }).spelled
    ? spell(command, options, locale)
    : back && backId?.spelled
      ? spell(commands.get(back.command) ?? command, back.options, locale)
      : null;
  const { page } = question;
  const links: Links = {
    // A disabled ◀ would stand on page -1; ids may not be negative, nor alike.
    page: (number) => id('page', number < 0 ? 999_999 : number),
    script: (script) => id('page', page, withScript(options, script)),
    jump: id('jump', page),
    open: id('open', page),
    suggest: id('suggest', 0),
    instead: (value) => {
      const main = mainOption(command);
      const packed = packId({ ...state, action: 'instead', page: 0, options: { ...options, ...(main ? { [main]: value } : {}) } });
      return packed.spelled ? null : packed.id;
    },
    article: (ref, quote) =>
      packTarget({
        command: ARTICLE_COMMAND,
        value: library.articleKey(ref.id),
        mark: quote ? { start: quote.start, end: quote.end } : null,
        check: quote ? shortDigest(quote.text, CHECK) : '',
      }),
    lookUp: (name, value) => packTarget({ command: name, value, mark: null, check: '' }),
    decide: (pending, yes) => packDecision({ command: command.name, pending, yes }),
    vote: (good) => id(good ? 'good' : 'bad', 0),
    cite: id('cite', page),
    remove: question.seenBy === 'all' ? packRemoval(owner) : null,
    // A direct message has nobody else to show it to.
    post: question.seenBy === 'asker' && question.place.server !== null ? id('post', page) : null,
    back: backId?.id ?? null,
    command: (name) => mention?.(name, question.place.server) ?? null,
  };
  return view(reply, { locale, page, mark, script: scriptOf(options), spelled, conditions: conditionsOf(command, options, locale), links });
}

/** The mark, where the same words still stand there. */
function valid(mark: CommandUse['mark'], text: string): Mark | null {
  if (!mark || mark.end <= mark.start || mark.end > text.length) return null;
  return mark.check === '' || shortDigest(text.slice(mark.start, mark.end), CHECK) === mark.check
    ? { start: mark.start, end: mark.end }
    : null;
}

/** What narrows a query, as typed; a stretch of days as one. */
function conditionsOf(command: Command, { region, official, from, to }: Options, locale: Locale): string[] {
  const main = mainOption(command);
  const days = from === undefined && to === undefined ? [] : [daysText(locale, String(from ?? ''), String(to ?? ''))];
  return [
    ...(main === 'region' || region === undefined ? [] : [String(region)]),
    ...(official === undefined ? [] : [String(official)]),
    ...days,
  ];
}

const scriptOf = ({ script }: Options): Script | null => (script === 'simplified' || script === 'traditional' ? script : null);

function withScript({ script: _, ...options }: Options, script: Script | null): Options {
  return script === null ? options : { ...options, script };
}

/** The options that `run` is given: what was set, and a window wide enough for the pages. */
function valuesOf(command: Command, options: Readonly<Record<string, Values<OptionTable>[string]>>): Values<OptionTable> {
  const limit = command.options.limit;
  const window = limit?.kind === 'number' && options.limit === undefined ? { limit: Math.min(limit.max, WINDOW) } : {};
  return { ...Object.fromEntries(Object.keys(command.options).map((name) => [name, options[name]])), ...window };
}

/** The option that a command is about: the first one. */
export function mainOption(command: Command): string | undefined {
  return Object.keys(command.options)[0];
}
