import type { APIEmbed } from 'discord.js';
import type { Command, CommandOption, OptionValue } from '../../command/command.ts';
import { ARTICLE_COMMAND, mainOption, type CommandUse } from '../outgoing/run-command.ts';
import { type Action, type ButtonState, type Options, unpackId, unpackTarget } from '../custom-id/custom-id.ts';
import { readSpelled } from '../custom-id/spelled.ts';

/** What a press tells: the id of the button or menu, what was chosen, and the message it stands on. */
export interface Press {
  customId: string;
  values: readonly string[];
  embeds: readonly Pick<APIEmbed, 'footer'>[];
  /** The ids of all buttons and menus of the message. */
  ids: readonly string[];
}

export interface Pressed {
  action: Action;
  question: Omit<CommandUse, 'locale' | 'place'>;
  owner: string | null;
}

/** What a button or menu asks for; null where that cannot be told: an id from elsewhere, or one that was made up. */
export function pressed(press: Press, commands: ReadonlyMap<string, Command>): Pressed | null {
  const state = stateIn(press, commands, press.customId);
  const command = state && commands.get(state.command);
  if (!state || !command) return null;
  const { action, owner, stamp } = state;
  const [chosen] = press.values;
  const same = {
    command,
    options: state.options,
    page: state.page,
    owner,
    mark: state.mark && { ...state.mark, check: '' },
    back: backOf(press, commands),
  };
  if (action === 'page' || action === 'good' || action === 'bad' || action === 'cite' || action === 'post')
    return { action, owner, question: { ...same, stamp } };
  if (action === 'instead') return { action, owner, question: { ...same, page: 0 } };
  if (action === 'back') return { action, owner, question: { ...same, back: null, stamp } };
  if (chosen === undefined) return null;
  if (action === 'jump') return /^\d{1,5}$/.test(chosen) ? { action, owner, question: { ...same, page: Number(chosen), stamp } } : null;
  if (action === 'suggest') {
    const main = mainOption(command);
    if (main === undefined) return null;
    const options: Options = { ...state.options, [main]: chosen };
    return fits(command, options) ? { action, owner, question: { ...same, options, page: 0 } } : null;
  }
  return opened(chosen, state, commands);
}

/** What is chosen from a menu that leads on: an article at a quote, a person, a place. */
function opened(chosen: string, from: ButtonState, commands: ReadonlyMap<string, Command>): Pressed | null {
  const target = unpackTarget(chosen);
  const command = target && commands.get(target.command);
  if (!target || !command) return null;
  const main = mainOption(command);
  if (main === undefined) return null;
  const script = from.options.script !== undefined && command.options.script ? { script: from.options.script } : {};
  const options: Options = { [main]: target.value, ...script };
  if (!fits(command, options)) return null;
  const mark = target.mark && { ...target.mark, check: target.check };
  const isArticle = command.name === ARTICLE_COMMAND;
  return {
    action: 'open',
    owner: from.owner,
    // Results lead to an article, and it back to them; an article leads to a person, who leads back to it.
    question: { command, options, page: isArticle && mark ? null : 0, owner: null, mark, back: { ...from, owner: null, action: 'back' } },
  };
}

/** The query that a message's buttons are about; null where it has none of ours. For an answer to that message. */
export function queryOf(
  message: Pick<Press, 'embeds' | 'ids'>,
  commands: ReadonlyMap<string, Command>,
): { command: Command; options: Options } | null {
  for (const id of message.ids) {
    const state = stateIn(message, commands, id);
    const command = state && commands.get(state.command);
    if (state && command) return { command, options: state.options };
  }
  return null;
}

function stateIn(message: Pick<Press, 'embeds'>, commands: ReadonlyMap<string, Command>, id: string): ButtonState | null {
  const state = unpackId(id, id.includes('|!') ? readSpelled(message.embeds, commands.values()) : []);
  const command = state && commands.get(state.command);
  return state && command && fits(command, state.options) ? state : null;
}

function backOf(press: Press, commands: ReadonlyMap<string, Command>): ButtonState | null {
  for (const id of press.ids) {
    const state = stateIn(press, commands, id);
    if (state?.action === 'back') return state;
  }
  return null;
}

/** Whether these are options that Discord would let one send: only made-up ids hold others. */
function fits(command: Command, options: Options): boolean {
  return (
    Object.entries(options).every(([name, value]) => Object.hasOwn(command.options, name) && fitsOption(command.options[name]!, value)) &&
    Object.entries(command.options).every(([name, { required }]) => !required || Object.hasOwn(options, name))
  );
}

function fitsOption(option: CommandOption, value: OptionValue): boolean {
  if (option.kind === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= option.min && value <= option.max;
  if (option.kind === 'upload') return false;
  if (option.kind === 'flag') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (option.kind === 'choice') return option.choices.some((choice) => choice.value === value);
  return value.length <= option.maxLength;
}

/**
 * Who sees what came of a press. The message of the one who asked changes; anyone else gets a copy that only they see.
 * An article opens apart, for the one who opened it, unless it was a private message already.
 */
export function deliveryOf(
  action: Action,
  message: { own: boolean; ephemeral: boolean },
): { mode: 'reply' | 'update'; ephemeral: boolean } {
  if (!message.own || (action === 'open' && !message.ephemeral)) return { mode: 'reply', ephemeral: true };
  return { mode: 'update', ephemeral: message.ephemeral };
}
