import { element } from './element.js';
import { parseInline, parseMarkdown } from './markdown.js';

/** @import { Block, Inline } from './markdown.js' */

/**
 * Draws a text with all of Discord's markdown.
 *
 * @param {string} source
 * @param {string} revealLabel what a hidden text is called until it is shown
 */
export const drawMarkdown = (source, revealLabel) => parseMarkdown(source).map((block) => drawBlock(block, revealLabel));

/**
 * Draws a text in which Discord reads marks but no blocks, such as a title.
 *
 * @param {string} source
 * @param {string} revealLabel
 */
export const drawInline = (source, revealLabel) => parseInline(source).map((node) => drawNode(node, revealLabel));

/**
 * @param {Block} block
 * @param {string} reveal
 * @returns {HTMLElement}
 */
function drawBlock(block, reveal) {
  /** @param {readonly Inline[]} nodes */
  const draw = (nodes) => nodes.map((node) => drawNode(node, reveal));
  switch (block.type) {
    case 'lines':
      return element('div', { class: 'lines' }, ...draw(block.children));
    case 'subtext':
      return element('discord-subscript', {}, ...draw(block.children));
    case 'heading':
      return element('discord-header', { level: String(block.level) }, ...draw(block.children));
    case 'fence':
      return element('discord-code', { multiline: '', embed: '' }, block.text);
    case 'quote':
      return element('blockquote', {}, ...block.children.map((each) => drawBlock(each, reveal)));
    case 'list':
      return element(
        block.ordered ? 'ol' : 'ul',
        block.ordered ? { start: String(block.start) } : {},
        ...block.items.map((item) => element('li', {}, ...item.map((each) => drawBlock(each, reveal)))),
      );
  }
}

/**
 * @param {Inline} node
 * @param {string} reveal
 * @returns {HTMLElement | string}
 */
function drawNode(node, reveal) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return element('discord-code', { embed: '' }, node.text);
    case 'command':
      return element('button', { 'type': 'button', 'class': 'command', 'data-command': node.text }, `/${node.text}`);
    case 'link':
      return element(
        'a',
        { href: node.url, target: '_blank', rel: 'noopener noreferrer' },
        ...node.children.map((child) => drawNode(child, reveal)),
      );
    case 'spoiler':
      return spoiler(
        node.children.map((child) => drawNode(child, reveal)),
        reveal,
      );
    default:
      return element(node.type, {}, ...node.children.map((child) => drawNode(child, reveal)));
  }
}

/**
 * @param {(HTMLElement | string)[]} children
 * @param {string} label
 */
function spoiler(children, label) {
  const hidden = element('span', { 'class': 'hidden-text', 'aria-hidden': 'true' }, ...children);
  const button = element('span', { 'class': 'spoiler', 'role': 'button', 'tabindex': '0', 'aria-label': label }, hidden);
  const show = () => {
    button.replaceWith(element('span', { class: 'spoiler-shown' }, ...hidden.childNodes));
  };
  button.addEventListener('click', show);
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    show();
  });
  return button;
}
