import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BODY } from '../corpus/pages.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

function run(args: readonly string[], input = '', settings: Record<string, string> = {}) {
  const { CORPUS_DIR: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'console', '--', ...args], {
    input,
    encoding: 'utf8',
    env: { ...env, LANG: 'zh_CN.UTF-8', ...settings },
  });
  return { status, stderr, lines: stdout.split('\n').slice(0, -1), stdout };
}

describe('the console as a process', () => {
  it('answers each line in order with one line of JSON, and ends with 0 where all were answered or declined', async () => {
    const folder = await tempFolder({ 'a.txt': BODY, 'b.html': '<p>' });
    const { status, lines, stderr } = run(['--corpus', folder, '--json'], '/search 雨季\n\n/region 雅安\r\n谁是香格里拉市委书记?\n/status');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { command: 'search', ok: true, total: 1 },
      { command: 'region', ok: true, total: 0 },
      { command: 'ask', ok: true, answered: false },
      { command: 'status', ok: true, status: { articles: 1 } },
    ]);
    expect(stderr).toContain('b.html');
    expect(status).toBe(0);
  });

  it('ends with 1 where a line was wrong, and still answers the others', () => {
    const { status, lines } = run(['--json'], '/nothing\n/search 扶贫 limit:x\n/status\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { ok: false, error: { code: 'unknown_command' } },
      { ok: false, error: { code: 'bad_option' } },
      { ok: true, status: { articles: 5 } },
    ]);
    expect(status).toBe(1);
  });

  it('ends with 2 where the corpus does not open, says why, and prints nothing else', () => {
    const { status, stdout, stderr } = run(['--corpus', '/no/such/folder', '--json', '/status']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('打不开「/no/such/folder」：没有这个文件或文件夹。请设置 CORPUS_DIR，或用 --corpus 指明文章在哪里。\n');
  });

  it('tells of a folder without an article what was refused, five files at most', async () => {
    const folder = await tempFolder(Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i}.txt`, ''])));
    const { status, stderr } = run(['--corpus', folder, '/status'], '', { LC_ALL: 'en' });
    expect(status).toBe(2);
    expect(stderr).toBe(
      `There is no readable article in “${folder}”. Set CORPUS_DIR, or say with --corpus where the articles ` +
        `are.\nFiles left out (7)\n${[0, 1, 2, 3, 4].map((i) => `  ${i}.txt: it is empty\n`).join('')}  …… and 2 more\n`,
    );
  });

  it('needs no setting but CORPUS_DIR', () => {
    expect(run(['/status'], '', { LOG_LEVEL: 'loud', DISCORD_GUILD_IDS: 'x' }).status).toBe(0);
    expect(run(['/status'], '', { CORPUS_DIR: '/no/such/folder' }).status).toBe(2);
  });

  it('takes its line from the command line, and answers in text', () => {
    const { status, stdout } = run(['/search', '旅游扶贫', 'limit:1']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^「旅游扶贫」.*\n「.*」\n {2}——/);
  });

  it('ends with 1 for an option that is not there', () => {
    expect(run(['--nothing']).status).toBe(1);
  });
});
