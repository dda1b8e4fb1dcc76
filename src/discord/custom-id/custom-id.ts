/**
 * What a button or a menu stands for, packed into its `custom_id`, so that it still works after a restart: the handler
 * runs the same query again. Of a query too long for that the id holds a checksum alone, and the query is spelled out in
 * the message itself (see spelled.ts), which comes back with every press. Nothing is kept in memory.
 */
import { createHash } from 'node:crypto';
import type { OptionValue } from '../../command/command.ts';
import { MAX_CUSTOM_ID } from '../limits.ts';

/**
 * `page`: this page of this query; `back`: the same, from an article back to the results it was opened from;
 * `jump`: the page that is chosen; `open`: what is chosen, see {@link packTarget}; `suggest`: the same query with another
 * main option, the one that is chosen; `instead`: this query, which was not asked but proposed; `good`, `bad`: a vote on
 * the answer to this query; `cite`: references to what this page quotes; `post`: this page for all in the channel.
 */
export type Action = 'page' | 'back' | 'jump' | 'open' | 'suggest' | 'instead' | 'good' | 'bad' | 'cite' | 'post';
const LETTERS = {
  page: 'p',
  back: 'b',
  jump: 'j',
  open: 'o',
  suggest: 's',
  instead: 'i',
  good: 'g',
  bad: 'x',
  cite: 'c',
  post: 't',
} as const satisfies Record<Action, string>;
const VERSION = '2';
const MAX_PAGE = 1_000_000;
const CHECKSUM = 8;
/** Between an option's name and its value: of what type that is. */
const SIGNS = { string: '=', number: '#', boolean: '?' } as const;

export type Options = Readonly<Record<string, OptionValue>>;
/** What is marked in an article: offsets in its text, UTF-16. */
export interface Mark {
  start: number;
  end: number;
}

export interface ButtonState {
  action: Action;
  command: string;
  /** From 0; null in an article: where the mark is. */
  page: number | null;
  /** What was shown, see `stampOf`: where that has changed, the button says so instead of showing something else. */
  stamp: string;
  /** Who asked, where the message itself does not tell: the reply to a message, not to an interaction. */
  owner: string | null;
  mark: Mark | null;
  options: Options;
}

/** An id of at most 100 characters; `spelled` where its options did not fit and must be spelled out in the message. */
export interface PackedId {
  id: string;
  spelled: boolean;
}

export function packId(state: ButtonState): PackedId {
  const options = Object.entries(state.options)
    .map(([name, value]) => `${protect(name)}${SIGNS[typeof value as keyof typeof SIGNS]}${protect(String(value))}`)
    .join('&');
  const { owner, mark, page } = state;
  const head = [
    VERSION + LETTERS[state.action],
    protect(state.command),
    page === null ? '' : page.toString(36),
    protect(state.stamp),
    owner === null ? '' : BigInt(owner).toString(36),
    mark ? packMark(mark) : '',
  ].join('|');
  const whole = `${head}|${options}`;
  return whole.length <= MAX_CUSTOM_ID ? { id: whole, spelled: false } : { id: `${head}|!${checksum(state.options)}`, spelled: true };
}

/**
 * The state in a `custom_id`; null where it is not one of ours, or its options are neither in it nor in what the message
 * spells out.
 *
 * @param spelled what the message spells out: sets of options of which one may be meant
 */
export function unpackId(id: string, spelled: readonly Options[] = []): ButtonState | null {
  const [kind, command, page, stamp, owner, mark, rest, ...more] = id.split('|');
  const action = (Object.keys(LETTERS) as Action[]).find((each) => kind === VERSION + LETTERS[each]);
  if (
    !action ||
    !command ||
    page === undefined ||
    stamp === undefined ||
    owner === undefined ||
    mark === undefined ||
    rest === undefined ||
    more.length > 0
  )
    return null;
  if (!/^[0-9a-z]{0,5}$/.test(page) || !/^[0-9a-z]{0,13}$/.test(owner) || !/^(?:[0-9a-z]{1,7}-[0-9a-z]{1,7})?$/.test(mark)) return null;
  const number = page === '' ? null : parseInt(page, 36);
  const options = rest.startsWith('!') ? spelled.find((each) => checksum(each) === rest.slice(1)) : unpackOptions(rest);
  if (!options || (number !== null && number > MAX_PAGE)) return null;
  return {
    action,
    command: restore(command),
    page: number,
    stamp: restore(stamp),
    owner: owner === '' ? null : fromBase36(owner).toString(),
    mark: mark === '' ? null : unpackMark(mark),
    options,
  };
}

/** A yes or no to what a command has proposed. */
export interface DecisionState {
  command: string;
  pending: string;
  yes: boolean;
}

export function packDecision({ command, pending, yes }: DecisionState): string {
  return [VERSION + (yes ? 'y' : 'n'), protect(command), protect(pending)].join('|');
}

/** Null where the id is none of these. */
export function unpackDecision(id: string): DecisionState | null {
  const [kind, command, pending, ...more] = id.split('|');
  if ((kind !== `${VERSION}y` && kind !== `${VERSION}n`) || !command || !pending || more.length > 0) return null;
  return { command: restore(command), pending: restore(pending), yes: kind === `${VERSION}y` };
}

/** Takes an answer away. @param owner who asked, where the message itself does not tell */
export function packRemoval(owner: string | null): string {
  return `${VERSION}d|${owner === null ? '' : BigInt(owner).toString(36)}`;
}

/** Null where the id is none of these. */
export function unpackRemoval(id: string): { owner: string | null } | null {
  const packed = new RegExp(`^${VERSION}d\\|([0-9a-z]{0,13})$`).exec(id)?.[1];
  return packed === undefined ? null : { owner: packed === '' ? null : fromBase36(packed).toString() };
}

/** What one entry of an `open` menu leads to, as its value. */
export interface Target {
  command: string;
  value: string;
  mark: Mark | null;
  /** of the marked words */ check: string;
}

/** At most 100 characters; null where the name is too long to be sent back whole. */
export function packTarget({ command, value, mark, check }: Target): string | null {
  const packed = [protect(command), mark ? packMark(mark) : '', protect(check), protect(value)].join('|');
  return packed.length <= MAX_CUSTOM_ID ? packed : null;
}

export function unpackTarget(packed: string): Target | null {
  const [command, mark, check, value, ...more] = packed.split('|');
  if (
    !command ||
    mark === undefined ||
    check === undefined ||
    !value ||
    more.length > 0 ||
    !/^(?:[0-9a-z]{1,7}-[0-9a-z]{1,7})?$/.test(mark)
  )
    return null;
  return { command: restore(command), value: restore(value), mark: mark === '' ? null : unpackMark(mark), check: restore(check) };
}

/** A few characters that tell a text from others. */
export function shortDigest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

const checksum = (options: Options): string =>
  shortDigest(JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))), CHECKSUM);
const packMark = ({ start, end }: Mark): string => `${start.toString(36)}-${end.toString(36)}`;

function unpackMark(packed: string): Mark {
  const [start = 0, end = 0] = packed.split('-').map((part) => parseInt(part, 36));
  return { start, end: Math.max(start, end) };
}

function unpackOptions(packed: string): Options {
  return Object.fromEntries(
    (packed === '' ? [] : packed.split('&')).map((pair): [string, OptionValue] => {
      const at = pair.search(/[=#?]/);
      const value = restore(pair.slice(at + 1));
      return [restore(pair.slice(0, Math.max(0, at))), pair[at] === '#' ? Number(value) : pair[at] === '?' ? value === 'true' : value];
    }),
  );
}

function fromBase36(digits: string): bigint {
  return [...digits].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);
}

/** Separators, spaces (which Discord may trim) and characters that do not travel well go as `%` and four digits. */
function protect(text: string): string {
  return text.replace(/[%|&=#?!\s]|\p{C}/gu, (found) =>
    Array.from({ length: found.length }, (_, at) => `%${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

function restore(text: string): string {
  return text.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
