/** Buttons and menus of a message: the library's elements, with what keyboards and screen readers need. */
import '@skyra/discord-components-core/discord-button/DiscordButton.js';
import '@skyra/discord-components-core/discord-string-select-menu/DiscordStringSelectMenu.js';
import '@skyra/discord-components-core/discord-string-select-menu-option/DiscordStringSelectMenuOption.js';
import { element } from './element.js';

/** @import { Component } from './types.d.ts' */

/** By Discord's number of the style. */
const STYLES = ['secondary', 'primary', 'secondary', 'success', 'destructive', 'secondary'];

/**
 * Emoji that the bot's buttons consist of, and how far the thumb is turned: not every machine has a font with them.
 *
 * @type {Readonly<Record<string, number>>}
 */
const THUMBS = { '👍': 0, '👎': 180 };
/** @param {number} turned */
const thumb = (turned) => {
  const hand = 'M5 18h6v18H5zm8 1 7-15c4 0 5 3 4 7l-1 5h10c3 0 4 2 3 5l-3 11c-1 3-2 4-5 4H13z';
  const path = `<path transform="rotate(${turned} 20 20)" fill="#ffcc4d" d="${hand}"/>`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${path}</svg>`)}`;
};

/**
 * @param {Component} button
 * @param {() => void} press
 */
export function drawButton(button, press) {
  const label = button.label ?? '';
  const turned = THUMBS[label];
  const drawn =
    turned === undefined
      ? element('discord-button', { type: STYLES[button.style ?? 2] ?? 'secondary' }, label)
      : element('discord-button', {
          'type': STYLES[button.style ?? 2] ?? 'secondary',
          'emoji': thumb(turned),
          'emoji-name': label,
          'aria-label': label,
        });
  if (button.url) drawn.setAttribute('url', button.url);
  if (!button.disabled) {
    if (!button.url) drawn.addEventListener('click', press);
    return drawn;
  }
  drawn.setAttribute('disabled', '');
  // The library only paints it grey.
  whenDrawn(drawn, (root) => root.querySelector('button')?.setAttribute('disabled', ''));
  return drawn;
}

let menus = 0;

/**
 * A menu to choose one entry from: opened by mouse, Enter, space or arrows; closed by Escape.
 *
 * @param {Component} menu
 * @param {(values: string[]) => void} choose
 */
export function drawMenu(menu, choose) {
  const id = `menu-${++menus}`;
  const label = menu.placeholder ?? '';
  const drawn = element('discord-string-select-menu', {
    'placeholder': label,
    'role': 'combobox',
    'tabindex': '0',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-label': label,
  });
  const options = (menu.options ?? []).map(({ label: name, value, description }, index) => {
    const option = element('discord-string-select-menu-option', {
      'label': name,
      ...(description ? { description } : {}),
      'role': 'option',
      'id': `${id}-${index}`,
      'aria-label': name,
    });
    option.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      close();
      choose([value]);
    });
    return option;
  });
  drawn.append(...options);
  let active = -1;
  const isOpen = () => drawn.getAttribute('aria-expanded') === 'true';
  // The library keeps open and closed to itself: its hidden switch is worked instead.
  const toggle = () => {
    drawn.shadowRoot?.querySelector('input')?.click();
  };
  const close = () => {
    if (isOpen()) toggle();
  };
  const mark = (/** @type {number} */ index) => {
    active = index;
    options.forEach((option, at) => option.classList.toggle('active', at === active));
    const chosen = options[active];
    if (chosen) drawn.setAttribute('aria-activedescendant', chosen.id);
    else drawn.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  };
  whenDrawn(drawn, (root) => {
    root.querySelector('input')?.addEventListener('click', () => {
      drawn.setAttribute('aria-expanded', String(!isOpen()));
      mark(-1);
      if (isOpen()) root.querySelector('.discord-string-select-menu-option-slot')?.scrollIntoView({ block: 'nearest' });
    });
  });
  drawn.addEventListener('blur', close);
  drawn.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') close();
    else if (step !== 0) {
      if (!isOpen()) toggle();
      mark((Math.max(active, step < 0 ? 0 : -1) + step + options.length) % options.length);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (isOpen() && active >= 0) options[active]?.click();
      else toggle();
    } else return;
    event.preventDefault();
  });
  return drawn;
}

const CONTROLS = 'discord-button, discord-string-select-menu';

/**
 * Where the keyboard is on a button or menu of a message, it stays there when the message is drawn anew; on the nearest
 * one that can be used where that cannot any more.
 *
 * @param {Element} before still in the page
 * @returns {(after: Element) => void} to be called with the new one
 */
export function keepFocus(before) {
  const place = [...before.querySelectorAll(CONTROLS)].findIndex((control) => control === document.activeElement);
  return (after) => {
    if (place < 0) return;
    const controls = /** @type {HTMLElement[]} */ ([...after.querySelectorAll(CONTROLS)]);
    const next = [controls[place], ...controls].find((control) => control !== undefined && !control.hasAttribute('disabled'));
    if (next) whenDrawn(next, (root) => (next.tabIndex >= 0 ? next : root.querySelector('button'))?.focus());
  };
}

/**
 * Does something to an element's inside as soon as the library has drawn it.
 *
 * @param {HTMLElement} drawn
 * @param {(root: ShadowRoot) => void} change
 */
function whenDrawn(drawn, change) {
  const { updateComplete } = /** @type {HTMLElement & { updateComplete?: Promise<unknown> }} */ (drawn);
  // The element draws itself once it is in the page; a task later it is.
  setTimeout(() => {
    void Promise.resolve(updateComplete).then(() => {
      if (drawn.shadowRoot) change(drawn.shadowRoot);
    });
  });
}
