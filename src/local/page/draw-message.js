/** Draws a message as Discord would show it, out of the elements of discord-components. */
import '@skyra/discord-components-core/discord-message/DiscordMessage.js';
import '@skyra/discord-components-core/discord-messages/DiscordMessages.js';
import '@skyra/discord-components-core/discord-embed/DiscordEmbed.js';
import '@skyra/discord-components-core/discord-embed-description/DiscordEmbedDescription.js';
import '@skyra/discord-components-core/discord-embed-fields/DiscordEmbedFields.js';
import '@skyra/discord-components-core/discord-embed-field/DiscordEmbedField.js';
import '@skyra/discord-components-core/discord-embed-footer/DiscordEmbedFooter.js';
import '@skyra/discord-components-core/discord-action-row/DiscordActionRow.js';
import '@skyra/discord-components-core/discord-code/DiscordCode.js';
import '@skyra/discord-components-core/discord-pre/DiscordPre.js';
import '@skyra/discord-components-core/discord-header/DiscordHeader.js';
import '@skyra/discord-components-core/discord-subscript/DiscordSubscript.js';
import { drawButton, drawMenu } from './controls.js';
import { nameOf } from './command-line.js';
import { drawInline, drawMarkdown } from './draw-markdown.js';
import { element } from './element.js';
import { text } from './texts.js';

/** @import { Command, Component, Embed, Language, Message, Role } from './types.d.ts' */

/**
 * @typedef {object} Scene
 * @property {Language} language
 * @property {Record<string, Role>} people by id
 * @property {(message: Message, component: string, values?: string[]) => void} press
 * @property {(message: Message) => void} dismiss
 * @property {() => readonly Command[]} menus what stands in the menu of a message
 * @property {(message: Message, command: Command) => void} choose
 */

const EYE = picture(
  '<path d="M4 20c8-13 24-13 32 0c-8 13-24 13-32 0z" fill="none" stroke="#80848e" stroke-width="3"/>' +
    '<circle cx="20" cy="20" r="6" fill="#80848e"/>',
);
const EPHEMERAL = 1 << 6,
  LOADING = 1 << 7;
const BUTTON = 2,
  STRING_SELECT = 3;

/**
 * The address of a picture that is drawn here: none is fetched.
 *
 * @param {string} shapes in a square of 40
 */
function picture(shapes) {
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${shapes}</svg>`)}`;
}

/**
 * A picture with one character.
 *
 * @param {string} letter
 * @param {string} colour
 */
const avatar = (letter, colour) =>
  picture(
    `<rect width="40" height="40" fill="${colour}"/>` +
      `<text x="20" y="27" font-size="20" font-family="sans-serif" text-anchor="middle" fill="#fff">${letter}</text>`,
  );

/**
 * @param {Message} message
 * @param {Scene} scene
 * @returns {HTMLElement}
 */
export function drawMessage(message, scene) {
  const { language } = scene;
  const reveal = text(language, 'reveal');
  const time = new Date(message.timestamp).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  const writer = scene.people[message.author.id] ?? 'member';
  const name = message.author.bot ? message.author.username : text(language, writer);
  const drawn = element('discord-message', {
    'author': name,
    'avatar': message.author.bot ? avatar('摘', '#5865f2') : avatarOf(writer),
    'timestamp': time,
    'data-id': message.id,
    'role': 'article',
    'aria-label': `${name}, ${time}`,
    ...(message.flags & EPHEMERAL ? { class: 'private' } : {}),
  });
  if (message.author.bot) {
    drawn.setAttribute('bot', '');
    drawn.append(header(message, scene));
  }
  if (message.flags & LOADING) drawn.append(element('span', { class: 'thinking', role: 'status' }, text(language, 'thinking')));
  else drawn.append(...drawMarkdown(message.content, reveal));
  if (message.edited_timestamp && !(message.flags & LOADING) && message.content)
    drawn.append(element('span', { class: 'edited' }, text(language, 'edited')));
  drawn.append(...message.embeds.map((embed) => drawEmbed(embed, reveal)));
  drawn.append(
    ...message.attachments.map(({ filename, url, size }) =>
      element(
        'div',
        { class: 'attachment' },
        element('a', { href: new URL(url).pathname, download: filename }, `📄 ${filename}`),
        ` ${Math.ceil(size / 1024)} KB`,
      ),
    ),
  );
  drawn.append(...message.components.map((row) => drawRow(row, message, scene)));
  if (message.flags & EPHEMERAL) drawn.append(privateNote(message, scene));
  if (!message.author.bot) drawn.append(appMenu(message, scene));
  return drawn;
}

/**
 * Who asked for it, above the message. The library has an element for that, which speaks English only.
 *
 * @param {Message} message
 * @param {Scene} scene
 */
function header({ interaction_metadata: from, referenced_message: answered }, { language, people, menus }) {
  const role = people[from?.user.id ?? answered?.author.id ?? ''] ?? 'member';
  const who = text(language, role);
  const chosen = menus().find(({ name }) => name === from?.name);
  const command = chosen ? `「${nameOf(chosen, language)}」` : `/${from?.name}`;
  const words = answered
    ? text(language, 'answered', { who })
    : from?.name === undefined
      ? text(language, 'replied', { who })
      : text(language, 'used', { who, command });
  return element(
    'div',
    { slot: 'reply', class: 'used' },
    element('img', { src: avatarOf(role), alt: '', width: '16', height: '16' }),
    words,
  );
}

/** @param {Role} role */
const avatarOf = (role) => (role === 'moderator' ? avatar('管', '#c84b31') : avatar('读', '#3a8f5c'));

/**
 * @param {Embed} embed
 * @param {string} reveal
 */
function drawEmbed(embed, reveal) {
  const drawn = element('discord-embed', { slot: 'embeds' });
  if (embed.color !== undefined) drawn.setAttribute('color', `#${embed.color.toString(16).padStart(6, '0')}`);
  // The library's own author and title take plain text only, and look for emoji in it: these are drawn here.
  if (embed.author) drawn.append(element('div', { slot: 'description', class: 'embed-author' }, embed.author.name));
  if (embed.title) {
    const title = drawInline(embed.title, reveal);
    const inside = embed.url ? [element('a', { href: embed.url, target: '_blank', rel: 'noopener noreferrer' }, ...title)] : title;
    drawn.append(element('div', { slot: 'description', class: 'embed-title' }, ...inside));
  }
  if (embed.description)
    drawn.append(element('discord-embed-description', { slot: 'description' }, ...drawMarkdown(embed.description, reveal)));
  if (embed.fields && embed.fields.length > 0)
    drawn.append(element('discord-embed-fields', { slot: 'fields' }, ...drawFields(embed.fields, reveal)));
  if (embed.footer) drawn.append(element('discord-embed-footer', { slot: 'footer' }, element('span', {}, embed.footer.text)));
  return drawn;
}

/**
 * @param {NonNullable<Embed['fields']>} fields
 * @param {string} reveal
 */
function drawFields(fields, reveal) {
  let column = 0;
  return fields.map(({ name, value, inline }) => {
    column = inline ? (column % 3) + 1 : 0;
    const attributes = inline ? { 'inline': '', 'inline-index': String(column) } : {};
    return element(
      'discord-embed-field',
      attributes,
      element('div', { class: 'field-name' }, ...drawInline(name, reveal)),
      ...drawMarkdown(value, reveal),
    );
  });
}

/**
 * @param {Component} row
 * @param {Message} message
 * @param {Scene} scene
 */
function drawRow(row, message, scene) {
  const controls = (row.components ?? []).map((component) => {
    const press = (/** @type {string[] | undefined} */ values) => scene.press(message, component.custom_id ?? '', values);
    if (component.type === BUTTON) return drawButton(component, () => press(undefined));
    if (component.type === STRING_SELECT) return drawMenu(component, press);
    return element('span', {}, `(${component.type})`);
  });
  return element('discord-action-row', { slot: 'components' }, ...controls);
}

/**
 * What one finds under Apps in the menu of a message.
 *
 * @param {Message} message
 * @param {Scene} scene
 */
function appMenu(message, { language, menus, choose }) {
  const entries = menus().map((command) => {
    const button = element('button', { type: 'button' }, nameOf(command, language));
    button.addEventListener('click', () => choose(message, command));
    return button;
  });
  return element('div', { slot: 'components', class: 'private-note' }, `${text(language, 'menu')} › `, ...entries);
}

/**
 * The library has a note of its own for this, which speaks English only and cannot be reached with the keyboard.
 *
 * @param {Message} message
 * @param {Scene} scene
 */
function privateNote(message, { language, dismiss }) {
  const button = element('button', { type: 'button' }, text(language, 'dismiss'));
  button.addEventListener('click', () => dismiss(message));
  return element(
    'div',
    { slot: 'components', class: 'private-note' },
    element('img', { src: EYE, alt: '' }),
    `${text(language, 'only_you')} • `,
    button,
  );
}
