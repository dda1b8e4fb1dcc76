/** The page's way to the loopback: what is done goes there, what changes comes back. */

/** @import { Command, Hello, Language, Message, Role } from './types.d.ts' */

/**
 * @typedef {object} Listener
 * @property {(hello: Hello) => void} hello all there is, at first and after every break
 * @property {(message: Message) => void} message new or changed
 * @property {(id: string) => void} gone
 * @property {(commands: Command[]) => void} commands
 * @property {() => void} lost
 */

/**
 * Listens to what this role may see, until the function that is returned is called.
 *
 * @param {Role} role
 * @param {Listener} listener
 */
export function listen(role, listener) {
  const source = new EventSource(`/local/events?role=${role}`);
  /**
   * @template T
   * @param {string} name
   * @param {(data: T) => void} take
   */
  const on = (name, take) =>
    source.addEventListener(name, (event) => {
      /** @type {unknown} */
      const data = JSON.parse(/** @type {MessageEvent<string>} */ (event).data);
      take(/** @type {T} */ (data));
    });
  on('hello', listener.hello);
  on('message', listener.message);
  on('gone', (/** @type {{ id: string }} */ { id }) => listener.gone(id));
  on('commands', listener.commands);
  source.addEventListener('error', listener.lost);
  return () => source.close();
}

/**
 * @typedef {{ option: string, name: string, type: string, content: string }} SentFile
 * @typedef {Record<string, string | number | boolean>} Given
 * @typedef {{ kind: 'slash' | 'complete', command: string, options: Given, focused?: string, file?: SentFile }
 *   | { kind: 'press', message: string, component: string, values?: string[] | undefined }
 *   | { kind: 'say', text: string } | { kind: 'menu', message: string, command: string }} Act
 */

/**
 * Does something as this role, in this language.
 *
 * @param {Role} role
 * @param {Language} locale
 * @param {Act} act
 * @returns {Promise<{ name: string, value: string | number }[]>} the choices, where a completion was asked for
 * @throws {Error} with what the loopback says
 */
export async function perform(role, locale, act) {
  const response = await fetch('/local/act', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...act, role, locale }),
  });
  /** @type {unknown} */
  const answer = await response.json();
  const body = /** @type {{ message?: string, choices?: { name: string, value: string | number }[] }} */ (answer);
  if (!response.ok) throw new Error(body.message);
  return body.choices ?? [];
}
