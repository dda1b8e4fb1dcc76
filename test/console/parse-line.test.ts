import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/command/command.ts';
import { loadCommands } from '../../src/command/load.ts';
import { parseLine } from '../../src/console/parse-line.ts';

let commands: Command[];
beforeAll(async () => {
  commands = await loadCommands();
});

const parsed = (line: string) => {
  const { command, values } = parseLine(line, commands);
  return { command: command.name, values };
};
const failing = (code: string) => expect.objectContaining({ name: 'UserError', code }) as Error;

describe('a line', () => {
  it.each([
    ['谁是香格里拉市委书记?', 'ask', { question: '谁是香格里拉市委书记?' }],
    ['  region:河南 有几个县 ', 'ask', { question: 'region:河南 有几个县' }],
    ['/search 旅游扶贫', 'search', { query: '旅游扶贫' }],
    ['/search 旅游 扶贫 推进会', 'search', { query: '旅游 扶贫 推进会' }],
    [
      '/search query:旅游扶贫 region:河南 from:2018-01 limit:10',
      'search',
      { query: '旅游扶贫', region: '河南', from: '2018-01', limit: 10 },
    ],
    [
      '/search limit:10 from:2018-01 query:旅游 扶贫 region:河南',
      'search',
      { query: '旅游 扶贫', region: '河南', from: '2018-01', limit: 10 },
    ],
    ['/search 旅游扶贫 limit:3', 'search', { query: '旅游扶贫', limit: 3 }],
    ['/搜索 词语:旅游扶贫 地区:河南 条数:3', 'search', { query: '旅游扶贫', region: '河南', limit: 3 }],
    ['/搜尋 詞語:旅遊扶貧 地區:河南 條數:3', 'search', { query: '旅遊扶貧', region: '河南', limit: 3 }],
    ['/搜索 词语：旅游扶贫 地区：河南', 'search', { query: '旅游扶贫', region: '河南' }],
    ['/SEARCH 旅游扶贫', 'search', { query: '旅游扶贫' }],
    ['/search\t旅游扶贫', 'search', { query: '旅游扶贫' }],
    ['/search 比分2:1和网址 https://example.org', 'search', { query: '比分2:1和网址 https://example.org' }],
    ['/search 时间:下午', 'search', { query: '时间:下午' }],
    ['/search 脱贫攻坚：最后一战', 'search', { query: '脱贫攻坚：最后一战' }],
    ['/search 会议 10:30 开始', 'search', { query: '会议 10:30 开始' }],
    ['/search “a bogus:1” 《b regoin:2》', 'search', { query: '“a bogus:1” 《b regoin:2》' }],
    ['/search 见 http://example.org:80/a', 'search', { query: '见 http://example.org:80/a' }],
    ['/region 雅安', 'region', { name: '雅安' }],
    ['/article 002_77c31bd8ea54c989', 'article', { id: '002_77c31bd8ea54c989' }],
    ['/status', 'status', {}],
    ['/status  ', 'status', {}],
  ])('%s', (line, command, values) => {
    expect(parsed(line)).toEqual({ command, values });
  });
});

describe('a line that is wrong is refused with a code', () => {
  it.each([
    ['unknown_command', '/nothing'],
    ['unknown_command', '/'],
    ['unknown_command', '/ask2 谁'],
    ['missing_option', '/search'],
    ['missing_option', '/search region:河南'],
    ['missing_option', '/search query: region:河南'],
    ['bad_option', '/search 扶贫 limit:abc'],
    ['bad_option', '/search 扶贫 limit:0'],
    ['bad_option', '/search 扶贫 limit:101'],
    ['bad_option', '/search 扶贫 limit:1.5'],
    ['bad_option', '/search 扶贫 limit:-1'],
    ['missing_option', '/search 扶贫 limit:'],
    ['missing_option', '/search 扶贫 region:'],
    ['bad_option', '/search 扶贫 limit:3 limit:4'],
    ['bad_option', '/search 扶贫 query:旅游'],
    ['bad_option', '/search query:扶贫 词语:旅游'],
    ['bad_option', '/status now'],
    ['bad_option', '/search 扶贫 bogus:1'],
    ['bad_option', '/search 扶贫 regoin:河南'],
    ['bad_option', '/search bogus:1'],
    ['bad_option', '/region 雅安 from:2018'],
    ['query_too_long', `/search ${'修'.repeat(501)}`],
  ])('%s: %s', (code, line) => {
    expect(() => parsed(line)).toThrow(failing(code));
  });

  it('that names the commands there are, the option, and an example', () => {
    expect(() => parsed('/nothing')).toThrow(/\/ask .*\/search/);
    expect(() => parsed('/search')).toThrow(/query.*\/search 旅游扶贫/);
    expect(() => parsed('/search 扶贫 limit:abc')).toThrow(/limit.*1.*100.*abc/);
    expect(() => parsed('/search 扶贫 regoin:河南')).toThrow(/“regoin”\. There are: region:$/);
    expect(() => parsed('/search 扶贫 bogus:1')).toThrow(/query: region: official: from: to: limit: script:$/);
  });
});

describe('a command that is not there suggests those that may be meant', () => {
  it.each([
    ['/se', ['/search', '/settings']],
    ['/SEA 扶贫', ['/search']],
    ['/serach 扶贫', ['/search']],
    ['/serahc', ['/search']],
    ['/aks', ['/ask']],
    ['/搜', ['/搜索']],
    ['/sxxrch', ['/search']],
    ['/sxxxch', []],
    ['/ax', []],
    ['/nothing', []],
    ['/', []],
  ])('%s', (line, suggestions) => {
    expect(() => parsed(line)).toThrow(expect.objectContaining({ code: 'unknown_command', suggestions }) as Error);
  });
});
