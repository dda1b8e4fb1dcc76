/**
 * What a button or a menu stands for, packed into its `custom_id`, so that it still works after a restart: the
 * handler runs the same query again. A query too long for that is kept in memory under a short key.
 */
import { createHash } from 'node:crypto';
import { MAX_CUSTOM_ID } from './limits.ts';

export type Action = 'page' | 'read' | 'suggest';
const ACTIONS: Readonly<Record<string, Action>> = { p: 'page', r: 'read', s: 'suggest' };
const VERSION = '1';
const KEY_LENGTH = 16;

export type Options = Readonly<Record<string, string | number>>;

export interface ButtonState {
  action: Action;
  command: string;
  page: number;
  /** Which corpus was asked; another one now means other answers. */
  stamp: string;
  options: Options;
}

/** Long queries by key, the oldest forgotten first. */
export class QueryStore {
  private readonly kept = new Map<string, string>();
  constructor(private readonly capacity = 2000) {}

  keep(packed: string): string {
    const key = createHash('sha256').update(packed).digest('base64url').slice(0, KEY_LENGTH);
    this.kept.delete(key);
    this.kept.set(key, packed);
    const oldest = this.kept.keys().next();
    if (this.kept.size > this.capacity && !oldest.done) this.kept.delete(oldest.value);
    return key;
  }

  find(key: string): string | undefined { return this.kept.get(key); }
  get size(): number { return this.kept.size; }
}

/** Packs a state into at most 100 characters. */
export function packId(state: ButtonState, store: QueryStore): string {
  const packed = Object.entries(state.options).map(([name, value]) => `${protect(name)}${typeof value === 'number' ? '#' : '='}${protect(String(value))}`).join('&');
  const letter = Object.entries(ACTIONS).find(([, action]) => action === state.action)?.[0] ?? '';
  const head = [VERSION, letter, protect(state.command), state.page.toString(36), protect(state.stamp)].join('|');
  const whole = `${head}|${packed}`;
  return whole.length <= MAX_CUSTOM_ID ? whole : `${head}|!${store.keep(packed)}`;
}

/** The state in a `custom_id`; `foreign` where it is not one of ours, `expired` where its query is no longer kept. */
export function unpackId(id: string, store: QueryStore): ButtonState | 'foreign' | 'expired' {
  const [version, letter, command, page, stamp, rest, ...more] = id.split('|');
  const action = ACTIONS[letter ?? ''];
  if (version !== VERSION || !action || !command || page === undefined || stamp === undefined || rest === undefined || more.length > 0) return 'foreign';
  const packed = rest.startsWith('!') ? store.find(rest.slice(1)) : rest;
  if (packed === undefined) return 'expired';
  const options = packed === '' ? [] : packed.split('&').map((pair): [string, string | number] => {
    const at = pair.search(/[=#]/);
    const value = restore(pair.slice(at + 1));
    return [restore(pair.slice(0, at)), pair[at] === '#' ? Number(value) : value];
  });
  return { action, command: restore(command), page: parseInt(page, 36), stamp: restore(stamp), options: Object.fromEntries(options) };
}

/** Separators, spaces (which Discord may trim) and characters that do not travel well go as `%` and four digits. */
function protect(text: string): string {
  return text.replace(/[%|&=#!\s]|\p{C}/gu, (found) => Array.from({ length: found.length }, (_, at) => `%${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''));
}

function restore(text: string): string {
  return text.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
