/** The line where commands are typed, and the list above it: commands, options, and what the bot offers for an option. */
import { ATTACHMENT, checkLine, descriptionOf, fixedChoices, matchCommands, nameOf, readLine } from './command-line.js';
import { element } from './element.js';
import { text } from './texts.js';

/** @import { Command, Language } from './types.d.ts' */

/**
 * @typedef {{ name: string, value: string | number }} Choice
 * @typedef {Record<string, string | number | boolean>} Given
 * @typedef {object} Surroundings
 * @property {() => Language} language
 * @property {() => readonly Command[]} commands
 * @property {(command: string, options: Record<string, string | number>, focused: string) => Promise<Choice[]>} complete
 * @property {(command: string, options: Given, file: { option: string, file: File } | null) => Promise<void>} send
 * @property {(words: string) => Promise<void>} say
 * @property {() => string} bot its name
 * @property {(problem: string) => void} complain an empty text takes the last complaint back
 */

/** @typedef {{ label: string, detail: string, insert: () => void }} Entry */

const PAUSE_MS = 120;

export class Composer {
  /** @type {Entry[]} */
  #entries = [];
  #active = -1;
  /** Counts what was typed, so that a late completion does not cover a newer one. */
  #turn = 0;
  /** @type {HTMLInputElement} */ #line;
  /** @type {HTMLElement} */ #palette;
  /** Shown where the command takes a file. @type {HTMLInputElement} */ #file;
  /** @type {Surroundings} */ #around;

  /**
   * @param {HTMLFormElement} form
   * @param {Surroundings} around
   */
  constructor(form, around) {
    this.#around = around;
    this.#line = /** @type {HTMLInputElement} */ (form.querySelector('#line'));
    this.#file = /** @type {HTMLInputElement} */ (form.querySelector('#file'));
    this.#palette = /** @type {HTMLElement} */ (form.querySelector('#palette'));
    this.#line.addEventListener('input', () => {
      around.complain('');
      void this.refresh();
    });
    this.#line.addEventListener('focus', () => void this.refresh());
    this.#line.addEventListener('blur', () => this.#show([], -1));
    this.#line.addEventListener('keydown', (event) => this.#key(event));
    // A press on the list must not take the focus from the line, or the list would close before it is heard.
    this.#palette.addEventListener('mousedown', (event) => event.preventDefault());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  /** @param {Command} command */
  begin(command) {
    this.#write(`/${nameOf(command, this.#around.language())} `);
  }

  /** Brings the list up to date with what is typed. */
  async refresh() {
    const turn = ++this.#turn;
    const language = this.#around.language();
    const commands = this.#around.commands();
    const line = readLine(this.#line.value, commands);
    this.#file.hidden = this.#fileOption(line) === undefined;
    if (!line) return this.#show([], -1);
    if (!line.named) {
      const found = matchCommands(commands, line.name).map((command) => ({
        label: `/${nameOf(command, language)}`,
        detail: descriptionOf(command, language),
        insert: () => this.begin(command),
      }));
      return this.#show(found, 0);
    }
    const { command, current } = line;
    if (!command) return this.#show([], -1);
    const others = (command.options ?? [])
      .filter((option) => option !== current && line.values[option.name] === undefined)
      .map((option) => ({
        label: `${nameOf(option, language)}:`,
        detail: descriptionOf(option, language),
        insert: () => this.#write(`${this.#line.value.trimEnd()} ${nameOf(option, language)}:`),
      }));
    const hint =
      current && line.values[current.name] === undefined
        ? [
            {
              label: nameOf(current, language) + (current.required ? ` (${text(language, 'needed')})` : ''),
              detail: descriptionOf(current, language),
              insert: () => undefined,
            },
          ]
        : [];
    const fixed = current ? fixedChoices(current, language) : [];
    if (current && fixed.length > 0 && !fixed.some(({ value }) => value === line.values[current.name])) {
      return this.#show(
        [
          ...fixed.map(({ label, value }) => ({
            label,
            detail: value === label ? '' : value,
            insert: () => this.#write(`${this.#line.value.slice(0, line.from)}${value} `),
          })),
          ...others,
        ],
        -1,
      );
    }
    if (!current?.autocomplete) return this.#show([...hint, ...others], -1);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (turn !== this.#turn) return;
    const options = { ...line.values, [current.name]: line.values[current.name] ?? '' };
    const choices = await this.#around.complete(command.name, options, current.name).catch(() => []);
    if (turn !== this.#turn || document.activeElement !== this.#line) return;
    const offered = choices.map(({ name, value }) => ({
      label: name,
      detail: name === String(value) ? '' : String(value),
      insert: () => this.#write(`${this.#line.value.slice(0, line.from)}${value} `),
    }));
    this.#show(offered.length > 0 ? [...offered, ...others] : [...hint, ...others], -1);
  }

  /** @param {string} value */
  #write(value) {
    this.#line.value = value;
    this.#line.focus();
    this.#line.setSelectionRange(value.length, value.length);
    this.#line.scrollLeft = this.#line.scrollWidth;
    // What was chosen must not be chosen again by the next Enter, which sends.
    this.#show([], -1);
    void this.refresh();
  }

  /**
   * @param {Entry[]} entries
   * @param {number} active
   */
  #show(entries, active) {
    this.#entries = entries;
    this.#palette.hidden = entries.length === 0;
    this.#line.setAttribute('aria-expanded', String(entries.length > 0));
    this.#palette.replaceChildren(
      ...entries.map(({ label, detail, insert }, index) => {
        const entry = element(
          'div',
          { 'role': 'option', 'id': `entry-${index}`, 'aria-selected': 'false' },
          element('strong', {}, label),
          element('span', {}, detail),
        );
        entry.addEventListener('click', insert);
        return entry;
      }),
    );
    this.#mark(entries.length > 0 ? active : -1);
  }

  /** @param {number} index */
  #mark(index) {
    this.#active = index;
    [...this.#palette.children].forEach((entry, at) => entry.setAttribute('aria-selected', String(at === index)));
    const entry = this.#palette.children[index];
    if (entry) this.#line.setAttribute('aria-activedescendant', entry.id);
    else this.#line.removeAttribute('aria-activedescendant');
    entry?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // Enter and arrows belong to the input method while it composes Chinese.
    if (event.isComposing) return;
    const count = this.#entries.length;
    if (event.key === 'Escape') this.#show([], -1);
    else if (count > 0 && event.key === 'ArrowDown') this.#mark((this.#active + 1) % count);
    else if (count > 0 && event.key === 'ArrowUp') this.#mark((this.#active <= 0 ? count : this.#active) - 1);
    else if (this.#active >= 0 && event.key === 'Enter' && !this.#isWhole()) this.#entries[this.#active]?.insert();
    else if (this.#active >= 0 && event.key === 'Tab') this.#entries[this.#active]?.insert();
    else return;
    event.preventDefault();
  }

  /** Whether the line can be sent as it stands though the list offers its command: `/reload`, typed whole. */
  #isWhole() {
    const line = readLine(this.#line.value, this.#around.commands());
    return line?.command !== undefined && !line.named && 'options' in checkLine(line);
  }

  /** @param {import('./command-line.js').Line | null} line */
  #fileOption(line) {
    return line?.command?.options?.find(({ type }) => type === ATTACHMENT);
  }

  async #submit() {
    const { language, commands, complain, send, say, bot } = this.#around;
    const typed = this.#line.value.trim();
    if (typed === '') return;
    const line = readLine(typed, commands());
    if (!line && !typed.includes(`@${bot()}`)) return complain(text(language(), 'need_slash', { bot: bot() }));
    if (!line) {
      this.#line.value = '';
      return say(typed);
    }
    if (!line.command) return complain(text(language(), 'unknown', { name: line.name }));
    const checked = checkLine(line);
    if ('problem' in checked) {
      const { problem, option } = checked;
      return complain(
        text(language(), problem, {
          option: nameOf(option, language()),
          min: option.min_value ?? '',
          max: option.max_value ?? option.max_length ?? '',
        }),
      );
    }
    this.#turn++;
    this.#line.value = '';
    this.#show([], -1);
    const option = this.#fileOption(line);
    const file = this.#file.files?.[0];
    this.#file.value = '';
    this.#file.hidden = true;
    await send(line.command.name, checked.options, option && file ? { option: option.name, file } : null);
  }
}
