/** What is typed on the page, read as a command. */
import { describe, expect, it } from 'vitest';
import { checkLine, matchCommands, readLine, typedCommands } from '../../src/local/page/command-line.js';

const option = (name: string, chinese: string, more = {}) => ({
  type: 3,
  name,
  name_localizations: { 'zh-CN': chinese },
  description: name,
  ...more,
});
const SEARCH = {
  name: 'search',
  name_localizations: { 'zh-CN': '搜索', 'zh-TW': '搜尋' },
  description: 'Find passages',
  options: [
    option('query', '词语', { required: true, max_length: 20 }),
    option('region', '地区', { autocomplete: true }),
    option('limit', '条数', { type: 4, min_value: 1, max_value: 100 }),
  ],
};
const RELOAD = { name: 'reload', description: 'Read again' };
const COMMANDS = [SEARCH, RELOAD];
const read = (line: string) => {
  const found = readLine(line, COMMANDS);
  return found && { command: found.command?.name, values: found.values, current: found.current?.name, typed: line.slice(found.from) };
};

describe('readLine', () => {
  it.each([
    ['/search 旅游 扶贫', { command: 'search', values: { query: '旅游 扶贫' }, current: 'query', typed: '旅游 扶贫' }],
    ['/搜尋 旅遊', { command: 'search', values: { query: '旅遊' }, current: 'query', typed: '旅遊' }],
    [
      '／search query:旅游 region:河南 limit:3',
      { command: 'search', values: { query: '旅游', region: '河南', limit: '3' }, current: 'limit', typed: '3' },
    ],
    ['/search 旅游 地区：河', { command: 'search', values: { query: '旅游', region: '河' }, current: 'region', typed: '河' }],
    ['/search 旅游 region:', { command: 'search', values: { query: '旅游' }, current: 'region', typed: '' }],
    [
      '/search 比分 3:2 https://a',
      { command: 'search', values: { query: '比分 3:2 https://a' }, current: 'query', typed: '比分 3:2 https://a' },
    ],
    ['/reload', { command: 'reload', values: {}, current: undefined, typed: '' }],
    ['/nothing x', { command: undefined, values: {}, current: undefined, typed: 'x' }],
    ['旅游', null],
  ])('%s', (line, expected) => expect(read(line)).toEqual(expected));
});

describe('checkLine', () => {
  const check = (line: string) => {
    const checked = checkLine(readLine(line, COMMANDS)!);
    return 'problem' in checked ? `${checked.problem} ${checked.option.name}` : checked.options;
  };
  it.each([
    ['/search 旅游 limit:3', { query: '旅游', limit: 3 }],
    ['/search', 'missing query'],
    ['/search region:河南', 'missing query'],
    ['/search 旅游 limit:三', 'number limit'],
    ['/search 旅游 limit:1.5', 'number limit'],
    ['/search 旅游 limit:101', 'range limit'],
    ['/search 旅游 limit:0', 'range limit'],
    [`/search ${'长'.repeat(20)}`, { query: '长'.repeat(20) }],
    [`/search ${'长'.repeat(21)}`, 'long query'],
    ['/reload', {}],
  ])('%s', (line, expected) => expect(check(line)).toEqual(expected));
});

describe('matchCommands', () => {
  it('finds by the beginning first, in any language', () => {
    const names = (typed: string) => matchCommands(COMMANDS, typed).map(({ name }) => name);
    expect(names('')).toEqual(['search', 'reload']);
    expect(names('SE')).toEqual(['search']);
    expect(names('搜')).toEqual(['search']);
    expect(names('a')).toEqual(['search', 'reload']);
    expect(names('x')).toEqual([]);
  });
});

describe('a command with subcommands', () => {
  const CORPUS = {
    name: 'corpus',
    name_localizations: { 'zh-CN': '文章集' },
    description: 'Files',
    options: [
      { ...option('list', '列出', { type: 1, options: [option('name', '文件名')] }), description: 'List them' },
      { ...option('add', '增添', { type: 1 }), description: 'Add one' },
    ],
  };
  const typed = typedCommands([RELOAD, CORPUS]);
  const line = (words: string) => {
    const found = readLine(words, typed)!;
    return [found.command?.name, found.name, found.named, found.values] as const;
  };

  it('is each of them', () => {
    expect(typed.map(({ name, description }) => [name, description])).toEqual([
      ['reload', 'Read again'],
      ['corpus list', 'List them'],
      ['corpus add', 'Add one'],
    ]);
    expect(typed[1]).toMatchObject({ type: 1, name_localizations: { 'zh-CN': '文章集 列出' }, options: [{ name: 'name' }] });
    expect(typed[0]).toBe(RELOAD);
  });

  it.each([
    ['/corpus list 石门', ['corpus list', 'corpus list', true, { name: '石门' }]],
    ['/文章集 列出 文件名:石门', ['corpus list', '文章集 列出', true, { name: '石门' }]],
    ['/corpus add', ['corpus add', 'corpus add', false, {}]],
    ['/corpus ad', [undefined, 'corpus ad', false, {}]],
    ['/corpus ', [undefined, 'corpus ', false, {}]],
    ['/corpus none', [undefined, 'corpus', true, {}]],
    ['/corpus addition', [undefined, 'corpus', true, {}]],
  ])('%s', (words, expected) => expect(line(words)).toEqual(expected));
});
