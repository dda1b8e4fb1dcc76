/** The page: a channel with the bot in it, as one member or moderator sees it. */
import { nameOf, descriptionOf, typedCommands } from './command-line.js';
import { Composer } from './composer.js';
import { listen, perform } from './connection.js';
import { keepFocus } from './controls.js';
import { drawMessage } from './draw-message.js';
import { element } from './element.js';
import { browserLanguage, text } from './texts.js';

/** @import { Command, Language, Message, Role } from './types.d.ts' */
/** @import { Key } from './texts.js' */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** Discord's number of commands in the menu of a message. */
const MESSAGE_MENU = 3;
const languageChoice = /** @type {HTMLSelectElement} */ (byId('language'));
const roleChoice = /** @type {HTMLSelectElement} */ (byId('role'));
const themeChoice = /** @type {HTMLSelectElement} */ (byId('theme'));
const log = byId('log');
const scroll = byId('scroll');
const dark = matchMedia('(prefers-color-scheme: dark)');

/** @type {Map<string, Message>} */
const messages = new Map();
/** Private messages that this reader closed; Discord's own client forgets them as well. @type {Set<string>} */
const dismissed = new Set();
/** @type {readonly Command[]} */
let commands = [];
/** @type {Record<string, Role>} */
let people = {};
let botName = 'bot';
/** @type {Key | null} */
let status = 'waiting';
let stopListening = () => {};

const language = () => /** @type {Language} */ (languageChoice.value);
const role = () => /** @type {Role} */ (roleChoice.value);
const isLight = () => (themeChoice.value === 'system' ? !dark.matches : themeChoice.value === 'light');
/** @param {string} words */
const complain = (words) => {
  byId('problem').textContent = words;
};

/** @param {Promise<unknown>} work */
async function attempt(work) {
  complain('');
  try {
    await work;
  } catch (error) {
    complain(text(language(), 'failed', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

const scene = () => ({
  language: language(),
  people,
  /** @type {(message: Message, component: string, values?: string[]) => void} */
  press: (message, component, values) => {
    void attempt(perform(role(), language(), { kind: 'press', message: message.id, component, values }));
  },
  menus: () => commands.filter(({ type }) => type === MESSAGE_MENU),
  /** @type {(message: Message, command: Command) => void} */
  choose: (message, command) => {
    void attempt(perform(role(), language(), { kind: 'menu', message: message.id, command: command.name }));
  },
  /** @type {(message: Message) => void} */
  dismiss: (message) => {
    dismissed.add(message.id);
    forget(message.id);
    byId('line').focus();
  },
});

/**
 * The library draws a moment after it was told to; until then nothing has its height.
 *
 * @param {() => void} act
 */
const whenAtRest = (act) => {
  requestAnimationFrame(() => setTimeout(act, 50));
};

/** @param {string} id */
const drawnOf = (id) => [...log.children].find((each) => each instanceof HTMLElement && each.dataset.id === id);

/**
 * @param {Message} message
 * @param {boolean} [follow] whether a new one is scrolled to
 */
function put(message, follow = true) {
  if (dismissed.has(message.id)) return;
  messages.set(message.id, message);
  const drawn = drawMessage(message, scene());
  const before = drawnOf(message.id);
  if (before) {
    const refocus = keepFocus(before);
    before.replaceWith(drawn);
    refocus(drawn);
  } else log.append(drawn);
  byId('empty').hidden = true;
  // A changed message stays where the reader looks at it; a new one is shown from its beginning.
  if (!before && follow) whenAtRest(() => drawn.scrollIntoView({ block: 'start' }));
}

/** @param {string} id */
function forget(id) {
  messages.delete(id);
  drawnOf(id)?.remove();
  byId('empty').hidden = messages.size > 0;
}

/** Draws everything anew: the library does not follow a change of light and dark by itself. */
function redraw() {
  document.documentElement.lang = language();
  document.documentElement.classList.toggle('light', isLight());
  document.title = text(language(), 'title', { bot: botName });
  for (const each of document.querySelectorAll('[data-text]'))
    each.textContent = text(language(), /** @type {Key} */ (each.getAttribute('data-text')));
  const line = byId('line');
  line.setAttribute('aria-label', text(language(), 'composer'));
  line.setAttribute('placeholder', text(language(), 'placeholder'));
  byId('palette').setAttribute('aria-label', text(language(), 'palette'));
  log.setAttribute('aria-label', text(language(), 'log'));
  log.toggleAttribute('light-theme', isLight());
  const { scrollTop } = scroll;
  log.replaceChildren();
  for (const message of messages.values()) put(message, false);
  whenAtRest(() => {
    scroll.scrollTop = scrollTop;
  });
  drawEmpty();
  tell(status);
}

function drawEmpty() {
  const entries = commands
    .filter(({ type }) => type !== MESSAGE_MENU)
    .map((command) => {
      const button = element(
        'button',
        { type: 'button' },
        element('strong', {}, `/${nameOf(command, language())}`),
        element('span', {}, descriptionOf(command, language())),
      );
      button.addEventListener('click', () => composer.begin(command));
      return button;
    });
  byId('empty').replaceChildren(...(entries.length > 0 ? [element('p', {}, text(language(), 'empty')), ...entries] : []));
  byId('empty').hidden = messages.size > 0;
}

/** @param {Key | null} key */
function tell(key) {
  status = key;
  byId('status').textContent = key === null ? '' : text(language(), key);
}

/** @param {readonly Command[]} list */
function takeCommands(list) {
  commands = typedCommands(list);
  drawEmpty();
  tell(list.length > 0 ? null : 'waiting');
  if (document.activeElement === byId('line')) void composer.refresh();
}

function connect() {
  stopListening();
  stopListening = listen(role(), {
    hello: (hello) => {
      messages.clear();
      botName = hello.bot;
      people = hello.people;
      for (const message of hello.messages) messages.set(message.id, message);
      for (const id of dismissed) messages.delete(id);
      commands = typedCommands(hello.commands);
      redraw();
      takeCommands(hello.commands);
      whenAtRest(() => {
        scroll.scrollTop = scroll.scrollHeight;
      });
    },
    message: put,
    gone: forget,
    commands: takeCommands,
    lost: () => tell('lost'),
  });
}

/** @param {ArrayBuffer} bytes */
function toBase64(bytes) {
  let binary = '';
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const composer = new Composer(/** @type {HTMLFormElement} */ (byId('composer')), {
  language,
  commands: () => commands.filter(({ type }) => type !== MESSAGE_MENU),
  complain,
  bot: () => botName,
  say: (words) => attempt(perform(role(), language(), { kind: 'say', text: words })),
  complete: (command, options, focused) => perform(role(), language(), { kind: 'complete', command, options, focused }),
  send: (command, options, sent) =>
    attempt(
      (async () => {
        const file = sent && {
          option: sent.option,
          name: sent.file.name,
          type: sent.file.type,
          content: toBase64(await sent.file.arrayBuffer()),
        };
        return perform(role(), language(), { kind: 'slash', command, options, ...(file ? { file } : {}) });
      })(),
    ),
});

/** @param {HTMLSelectElement} choice */
const remember = (choice) => localStorage.setItem(choice.id, choice.value);
languageChoice.value = localStorage.getItem('language') ?? browserLanguage();
roleChoice.value = localStorage.getItem('role') ?? 'member';
themeChoice.value = localStorage.getItem('theme') ?? 'system';
log.addEventListener('click', ({ target }) => {
  const named = target instanceof Element ? target.closest('[data-command]')?.getAttribute('data-command') : undefined;
  const command = commands.find(({ name, type }) => name === named && type !== MESSAGE_MENU);
  if (command) composer.begin(command);
});
languageChoice.addEventListener('change', () => {
  remember(languageChoice);
  redraw();
});
themeChoice.addEventListener('change', () => {
  remember(themeChoice);
  redraw();
});
roleChoice.addEventListener('change', () => {
  remember(roleChoice);
  connect();
});
dark.addEventListener('change', redraw);
redraw();
connect();
byId('line').focus();
