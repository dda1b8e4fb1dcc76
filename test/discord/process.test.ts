import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { LocalDiscord } from '../../src/local/server.ts';
import { until } from '../until.ts';

const TOKEN = 'MTAw.local.token';
/** What is kept by the bot that the developer runs must not be touched. */
const DATA = mkdtempSync(path.join(tmpdir(), 'zhaiyin-'));
let discord: LocalDiscord;
beforeAll(async () => {
  discord = await LocalDiscord.start({ token: TOKEN });
});
afterAll(async () => {
  await discord.close();
  rmSync(DATA, { recursive: true });
});

interface Run {
  child: ChildProcess;
  ended: Promise<{ status: number | null; out: string; err: string }>;
  /** Resolves when standard error has what fits. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Makes the program tell each module that it loads, on standard error. */
const hook =
  "import { writeSync } from 'node:fs'; export async function load(url, context, next) { writeSync(2, 'LOADED ' + url " +
  "+ '\\n'); return next(url, context); }";
const register = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`;
const noteLoads = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(register)}` };

/** A machine that the database's native module was not built for. */
const broken =
  "import Module from 'node:module'; const load = Module._load; Module._load = (name, ...rest) => { if (name === " +
  "'libsql') throw new Error('no binary'); return load(name, ...rest); };";
const noDatabase = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(broken)}` };

/** Runs a program of ours in an environment of its own: what the developer's `.env` says must not count. */
function launch(program: string, env: Record<string, string>, args: string[] = []): Run {
  const unset = Object.fromEntries(
    ['DISCORD_TOKEN', 'DISCORD_API_URL', 'DISCORD_GUILD_IDS', 'DISCORD_OPERATOR_GUILD_IDS', 'CORPUS_DIR', 'LOG_LEVEL', 'LOCAL_PORT'].map(
      (name) => [name, ''],
    ),
  );
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    env: { ...process.env, ...unset, LANG: 'en', LC_ALL: 'en', DATA_DIR: DATA, ...env },
  });
  // One that a failed test has left behind would go on for good.
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '',
    err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<Awaited<Run['ended']>>((resolve) => child.on('close', (status) => resolve({ status, out, err })));
  return {
    child,
    ended,
    async said(pattern) {
      for (let found = pattern.exec(err); ; found = pattern.exec(err)) {
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`it ended, having said:\n${err}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
const local = () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'error' });

describe('npm start', () => {
  it('is brought up on this machine without a token, and says where', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    const { child, ended, said } = launch('src/main.ts', { LOCAL_PORT: String(port), ...noteLoads });
    const [url] = await said(/http:\/\/127\.0\.0\.1:\d+/);
    const page = await fetch(url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('discord-messages');
    blocker.close();
    child.kill('SIGTERM');
    const { status, err, out } = await ended;
    const lines = err
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('LOADED'));
    // Nothing else, no line of the log: the address is found at a glance.
    expect(lines).toEqual([
      expect.stringContaining('DISCORD_TOKEN'),
      'Loading the dictionary of words and the articles in seeds/ (5 files): seconds, for many articles minutes.',
      expect.stringContaining(`Port ${port} is taken`),
      'Open this address in a browser and ask; Ctrl+C stops.',
      '',
      `  ${url}`,
    ]);
    expect(err.indexOf('Loading the dictionary')).toBeLessThan(err.search(/^LOADED .*stand-in\.ts/m));
    expect(url).not.toContain(`:${port}`);
    expect(err).toMatch(/^LOADED .*\/src\/local\//m);
    expect(out).toBe('');
    expect(status).toBe(0);
  });

  it('loads nothing of the local Discord where there is a token', async () => {
    const { status, err } = await launch('src/main.ts', { ...local(), ...noteLoads, DISCORD_TOKEN: 'MTAw.wrong.token' }).ended;
    expect(status).toBe(1);
    expect(err).toMatch(/^LOADED .*\/src\/discord\/lifecycle\/bot\.ts/m);
    expect(err).not.toMatch(/^LOADED .*(\/src\/local\/|stand-in\.ts|@skyra)/m);
  });

  it('lists every problem of the environment', async () => {
    const { status, err } = await launch('src/main.ts', { DISCORD_GUILD_IDS: '12', LOG_LEVEL: 'loud', DISCORD_API_URL: 'ftp://x' }).ended;
    expect(status).toBe(1);
    for (const name of ['DISCORD_GUILD_IDS', 'LOG_LEVEL', 'DISCORD_API_URL']) expect(err).toContain(`${name}:`);
  });

  it('ends with one sentence on a wrong token', async () => {
    const { status, err } = await launch('src/main.ts', { ...local(), DISCORD_TOKEN: 'MTAw.wrong.token' }).ended;
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain('DISCORD_TOKEN');
    expect(err).not.toContain('MTAw.wrong.token');
    expect(status).toBe(1);
  });

  it('ends with one sentence where there is no corpus', async () => {
    const { status, err } = await launch('src/main.ts', { ...local(), CORPUS_DIR: '/nowhere' }).ended;
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain('/nowhere');
    expect(status).toBe(1);
  });

  it.each([
    ['', {}, 0],
    [' without a database too, which it says once,', noDatabase, 1],
  ])('answers%s from the seeds, and stops at SIGTERM', async (_, env, saying) => {
    const { child, ended } = launch('src/main.ts', { ...local(), LOG_LEVEL: 'warn', ...env });
    await discord.ready(150_000);
    await until(() => discord.state.commands.has(''));
    const { message } = await discord.slash({ command: 'ask', options: { question: '谁是香格里拉市委书记？' } });
    expect(JSON.stringify(message!.embeds)).toContain('余勝祥');
    child.kill('SIGTERM');
    const { status, out, err } = await ended;
    expect(out).toBe('');
    expect(err.match(/Run npm ci/g) ?? []).toHaveLength(saying);
    expect(status).toBe(0);
  });

  it('stops at SIGINT though the login hangs', async () => {
    discord.faults.add({ match: /gateway\/bot/, delay: 60_000 });
    const asked = () => discord.rest.requests.filter((request) => request.includes('gateway/bot')).length;
    const before = asked();
    const { child, ended } = launch('src/main.ts', local());
    while (asked() === before) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect((await ended).status).toBe(0);
    discord.faults.clear();
  });
});

describe('npm run register', () => {
  it('tells what differs, and writes only without --dry-run', async () => {
    discord.state.commands.clear();
    const env = { ...local(), DISCORD_OPERATOR_GUILD_IDS: '100000000000000001' };
    const dry = await launch('src/discord/lifecycle/register-cli.ts', env, ['--dry-run']).ended;
    expect(dry.out).toContain('+ /search');
    expect(dry.out).toContain('nothing was written');
    expect(discord.state.commands.size).toBe(0);
    const wet = await launch('src/discord/lifecycle/register-cli.ts', env).ended;
    expect(wet.status).toBe(0);
    expect(discord.state.commands.get('100000000000000001')!.map(({ name }) => name)).toEqual(['corpus', 'feedback', 'reload']);
    const again = await launch('src/discord/lifecycle/register-cli.ts', env).ended;
    expect(again.out).toContain('nothing differs');
    const servers = { ...local(), DISCORD_GUILD_IDS: '100000000000000001' };
    expect((await launch('src/discord/lifecycle/register-cli.ts', servers).ended).out).toMatch(/everywhere, from before: .*\/search/);
    expect(discord.state.commands.get('')).not.toEqual([]);
    await launch('src/discord/lifecycle/register-cli.ts', servers, ['--prune']).ended;
    expect(discord.state.commands.get('')).toEqual([]);
    expect(discord.state.commands.get('100000000000000001')!.map(({ name }) => name)).toContain('search');
  });

  it('writes out what a terminal would obey in names that others have registered', async () => {
    const [command] = discord.state.commands.get('100000000000000001')!;
    discord.state.commands.set('100000000000000001', [{ ...command!, name: 'a\u001b]0;b\u202e' }]);
    const env = { ...local(), DISCORD_OPERATOR_GUILD_IDS: '100000000000000001' };
    const { out } = await launch('src/discord/lifecycle/register-cli.ts', env, ['--dry-run']).ended;
    expect(out).toContain('- /a\\u001b]0;b\\u202e\n');
  });
});
