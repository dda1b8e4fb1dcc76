/** Discord's markdown, read into a tree. It makes no HTML: what draws the tree does so with text nodes. */

/**
 * @typedef {{ type: 'text' | 'code' | 'command', text: string }
 *   | { type: 'strong' | 'em' | 'u' | 's' | 'spoiler', children: Inline[] }
 *   | { type: 'link', url: string, children: Inline[] }} Inline
 * @typedef {{ type: 'lines' | 'subtext', children: Inline[] }
 *   | { type: 'heading', level: number, children: Inline[] }
 *   | { type: 'fence', text: string }
 *   | { type: 'quote', children: Block[] }
 *   | { type: 'list', ordered: boolean, start: number, items: Block[][] }} Block
 */

const FENCE = /^```(?:[\w+-]*\n)?([\s\S]*?)```\n?/;
const HEADING = /^(#{1,3}) +([^ ].*|)$/;
const SUBTEXT = /^-# +([^ ].*|)$/;
const ITEM = /^( *)(?:([-*])|(\d{1,9})\.) +([^ ].*|)$/;

/**
 * Reads a whole text: headings, lists, quotes, blocks of code, and lines between them.
 *
 * @param {string} source
 * @param {boolean} [quoted] inside a quotation, where there is no further one
 * @returns {Block[]}
 */
export function parseMarkdown(source, quoted = false) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let lines = [];
  const flush = () => {
    if (lines.length > 0) blocks.push({ type: 'lines', children: parseInline(lines.join('\n')) });
    lines = [];
  };
  /** @param {Block} block */
  const push = (block) => {
    flush();
    blocks.push(block);
  };
  let rest = source;
  while (rest !== '') {
    const fence = FENCE.exec(rest);
    if (fence) {
      push({ type: 'fence', text: (fence[1] ?? '').replace(/\n$/, '') });
      rest = rest.slice(fence[0].length);
      continue;
    }
    if (!quoted && rest.startsWith('>>> ')) {
      push({ type: 'quote', children: parseMarkdown(rest.slice(4), true) });
      break;
    }
    const run = quoted ? null : takeRun(rest, (line) => (line === '>' || line.startsWith('> ') ? line.slice(2) : null));
    if (run) {
      push({ type: 'quote', children: parseMarkdown(run.lines.join('\n'), true) });
      rest = run.rest;
      continue;
    }
    const items = takeRun(rest, (line) => (ITEM.test(line) ? line : null));
    if (items) {
      push(parseList(items.lines));
      rest = items.rest;
      continue;
    }
    const { line, rest: after } = takeLine(rest);
    const heading = HEADING.exec(line);
    const subtext = SUBTEXT.exec(line);
    if (heading) push({ type: 'heading', level: (heading[1] ?? '').length, children: parseInline(heading[2] ?? '') });
    else if (subtext) push({ type: 'subtext', children: parseInline(subtext[1] ?? '') });
    else lines.push(line);
    rest = after;
  }
  flush();
  return blocks;
}

/** @param {string} text */
function takeLine(text) {
  // A block of code may begin in the middle of a line.
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  const fence = line.indexOf('```');
  if (fence > 0 && FENCE.test(text.slice(fence))) return { line: text.slice(0, fence), rest: text.slice(fence) };
  return { line, rest: end < 0 ? '' : text.slice(end + 1) };
}

/**
 * The lines from the start on that `take` takes; null where it takes not even the first.
 *
 * @param {string} text
 * @param {(line: string) => string | null} take
 */
function takeRun(text, take) {
  const lines = text.split('\n');
  /** @type {string[]} */
  const taken = [];
  for (const line of lines) {
    const part = take(line);
    if (part === null) break;
    taken.push(part);
  }
  return taken.length === 0 ? null : { lines: taken, rest: lines.slice(taken.length).join('\n') };
}

/**
 * @param {string[]} lines each of them an item
 * @returns {Block}
 */
function parseList(lines) {
  const [, indent = '', bullet, number = '1'] = ITEM.exec(lines[0] ?? '') ?? [];
  /** @type {string[][]} */
  const items = [];
  for (const line of lines) {
    const [, depth = ''] = ITEM.exec(line) ?? [];
    if (depth.length <= indent.length || items.length === 0) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return {
    type: 'list',
    ordered: bullet === undefined,
    start: Number(number),
    items: items.map(([first = '', ...nested]) => [
      /** @type {Block} */ ({ type: 'lines', children: parseInline(ITEM.exec(first)?.[4] ?? '') }),
      ...(nested.length > 0 ? [parseList(nested)] : []),
    ]),
  };
}

/** The longer marks first: `**` is not two `*`. */
const MARKS = /** @type {const} */ ([
  ['**', 'strong'],
  ['__', 'u'],
  ['~~', 's'],
  ['||', 'spoiler'],
  ['*', 'em'],
  ['_', 'em'],
]);
const ESCAPE = /^\\([^0-9A-Za-z\s])/u;
const MASKED = /^\[((?:\\.|[^\]\\\n])+)\]\((https?:\/\/[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/;
const COMMAND = /^<\/([-_'\p{L}\p{N}]{1,32}(?: [-_'\p{L}\p{N}]{1,32}){0,2}):\d+>/u;
const BARE = /^<?(https?:\/\/[^\s<>]*[^\s<>.,:;"'\])])>?/;

/**
 * Reads what stands within lines: marks, code, links, commands to be clicked, and characters that a backslash makes plain.
 *
 * @param {string} source
 * @returns {Inline[]}
 */
export function parseInline(source) {
  /** @type {Inline[]} */
  const nodes = [];
  let plain = '';
  /** @param {Inline} node */
  const push = (node) => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
    nodes.push(node);
  };
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const escape = ESCAPE.exec(rest);
    const code = codeSpan(source, at);
    const marked = escape || code ? null : markedSpan(source, at);
    const link = rest[0] === '[' ? MASKED.exec(rest) : null;
    const command = rest[0] === '<' ? COMMAND.exec(rest) : null;
    const bare = rest[0] === 'h' || rest[0] === '<' ? BARE.exec(rest) : null;
    if (escape) {
      plain += escape[1];
      at += escape[0].length;
    } else if (code) {
      push({ type: 'code', text: code.text });
      at = code.end;
    } else if (marked) {
      push({ type: marked.type, children: parseInline(marked.inner) });
      at = marked.end;
    } else if (link) {
      push({ type: 'link', url: link[2] ?? '', children: parseInline(link[1] ?? '') });
      at += link[0].length;
    } else if (command) {
      push({ type: 'command', text: command[1] ?? '' });
      at += command[0].length;
    } else if (bare) {
      push({ type: 'link', url: bare[1] ?? '', children: [{ type: 'text', text: bare[1] ?? '' }] });
      at += bare[0].length;
    } else {
      plain += source[at];
      at += 1;
    }
  }
  if (plain !== '') nodes.push({ type: 'text', text: plain });
  return nodes;
}

/**
 * @param {string} source
 * @param {number} at
 */
function codeSpan(source, at) {
  if (source[at] !== '`') return null;
  let ticks = 1;
  while (source[at + ticks] === '`') ticks++;
  for (let end = source.indexOf('`', at + ticks); end >= 0; end = source.indexOf('`', end)) {
    let run = 1;
    while (source[end + run] === '`') run++;
    if (run === ticks) return { text: source.slice(at + ticks, end).replace(/^ (?=`)|(?<=`) $/g, ''), end: end + run };
    end += run;
  }
  return null;
}

/**
 * @param {string} source
 * @param {number} at
 */
function markedSpan(source, at) {
  for (const [mark, type] of MARKS) {
    if (!source.startsWith(mark, at)) continue;
    const from = at + mark.length;
    if (mark === '*' && /\s/.test(source[from] ?? ' ')) continue;
    if (mark === '_' && /\w/.test(source[at - 1] ?? '')) continue;
    const end = closing(source, from, mark);
    if (end > from) return { type, inner: source.slice(from, end), end: end + mark.length };
  }
  return null;
}

/**
 * Where the mark that was opened before `from` closes; -1 where it does not.
 *
 * @param {string} source
 * @param {number} from
 * @param {string} mark
 */
function closing(source, from, mark) {
  for (let at = from; at < source.length;) {
    if (source[at] === '\\') {
      at += 2;
      continue;
    }
    const code = codeSpan(source, at);
    if (code) {
      at = code.end;
      continue;
    }
    if (source.startsWith(mark, at)) {
      if (mark.length === 1 && source[at + 1] === mark) {
        at += 2;
        continue;
      }
      const more = mark.length === 2 && source[at + 2] === mark[0];
      const inWord = mark === '_' && /\w/.test(source[at + 1] ?? '');
      if (!more && !inWord) return at;
    }
    at += 1;
  }
  return -1;
}
