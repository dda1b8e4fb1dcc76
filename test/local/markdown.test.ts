/** The page's reading of Discord's markdown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, plain } from '../../src/discord/escape.ts';
import { type Block, type Inline, parseInline, parseMarkdown } from '../../src/local/page/markdown.js';

/** A tree in short: `strong(a)`. */
const short = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'code':
          return `code(${node.text})`;
        case 'command':
          return `command(${node.text})`;
        case 'link':
          return `link(${node.url} ${short(node.children)})`;
        default:
          return `${node.type}(${short(node.children)})`;
      }
    })
    .join('');
const blocks = (list: readonly Block[]): string[] =>
  list.map((block) => {
    switch (block.type) {
      case 'fence':
        return `fence(${block.text})`;
      case 'quote':
        return `quote(${blocks(block.children).join('|')})`;
      case 'list':
        return `${block.ordered ? `ol${block.start}` : 'ul'}(${block.items.map((item) => blocks(item).join('|')).join(', ')})`;
      case 'heading':
        return `h${block.level}(${short(block.children)})`;
      default:
        return `${block.type}(${short(block.children)})`;
    }
  });

describe('within lines', () => {
  it.each([
    ['**粗**体', 'strong(粗)体'],
    ['*斜* _斜_', 'em(斜) em(斜)'],
    ['__下划__ ~~删~~ ||藏||', 'u(下划) s(删) spoiler(藏)'],
    ['***两样***', 'strong(em(两样))'],
    ['**粗 *斜* 粗**', 'strong(粗 em(斜) 粗)'],
    ['__*下划斜*__', 'u(em(下划斜))'],
    ['`**不是**`', 'code(**不是**)'],
    ['`` ` ``', 'code(`)'],
    ['**a `**` b**', 'strong(a code(**) b)'],
    ['[字](https://example.com/a_(b)?c=1)', 'link(https://example.com/a_(b)?c=1 字)'],
    ['[字](javascript:alert(1))', '[字](javascript:alert(1))'],
    ['看 https://example.com/a。', '看 link(https://example.com/a。 https://example.com/a。)'],
    ['<https://example.com>', 'link(https://example.com https://example.com)'],
    ['</ask:123> 问', 'command(ask) 问'],
    ['</corpus add:123>', 'command(corpus add)'],
    ['</ask> </ask:x> \\</ask:1>', '</ask> </ask:x> </ask:1>'],
    ['\\*不斜\\*', '*不斜*'],
    ['\\\\', '\\'],
    ['a\\b \\', 'a\\b \\'],
    ['**没有完', '**没有完'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['**旅游\\*扶贫**', 'strong(旅游*扶贫)'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
  ])('%s', (source, tree) => expect(short(parseInline(source))).toBe(tree));
});

describe('blocks', () => {
  it.each<[string, string[]]>([
    ['一\n\n二', ['lines(一\n\n二)']],
    ['# 大\n## 中\n### 小\n#### 无', ['h1(大)', 'h2(中)', 'h3(小)', 'lines(#### 无)']],
    ['#不是', ['lines(#不是)']],
    ['-# 小字', ['subtext(小字)']],
    ['> 引\n> **文**\n后', ['quote(lines(引\nstrong(文)))', 'lines(后)']],
    ['>不是', ['lines(>不是)']],
    ['>>> 引\n到底', ['quote(lines(引\n到底))']],
    ['- 一\n- 二\n  - 二之一\n- 三', ['ul(lines(一), lines(二)|ul(lines(二之一)), lines(三))']],
    ['3. 三\n4. 四', ['ol3(lines(三), lines(四))']],
    ['前```js\n**码**\n```后', ['lines(前)', 'fence(**码**)', 'lines(后)']],
    ['```没有完', ['lines(```没有完)']],
    ['\\# 不是\n\\- 不是\n1\\. 不是\n\\> 不是', ['lines(# 不是\n- 不是\n1. 不是\n> 不是)']],
    ['', []],
  ])('%j', (source, tree) => expect(blocks(parseMarkdown(source))).toEqual(tree));
});

describe('what the bot escapes', () => {
  const marks = fc.stringMatching(/^[*_~|`\\<>[\]()#+\-.:@/ \n1htps中文>]{0,60}$/);
  it('reads as itself, and as nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), marks), (raw) => {
        const read = parseMarkdown(escapeMarkdown(raw));
        expect(read.every((block) => block.type === 'lines' && block.children.every(({ type }) => type === 'text'))).toBe(true);
        const shown = read.map((block) => (block.type === 'lines' ? short(block.children) : '')).join('\n');
        expect(shown).toBe(plain(raw).replace(/\n$/, ''));
      }),
      { numRuns: 2000 },
    );
  });
  it('is read to its end, however it is made up', () => {
    fc.assert(
      fc.property(marks, (raw) => {
        parseMarkdown(raw);
      }),
      { numRuns: 2000 },
    );
    // Marks that open and never close: where each were looked for to the end again, the time limit would end the test.
    for (const evil of [
      '*'.repeat(4096),
      '**'.repeat(2048),
      '`'.repeat(4096),
      '[('.repeat(2048),
      '||_*'.repeat(1024),
      '> '.repeat(2048),
      '- \n'.repeat(1365),
    ])
      expect(parseMarkdown(evil)).not.toEqual([]);
  });
});
