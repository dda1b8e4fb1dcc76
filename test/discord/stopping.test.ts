import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../until.ts';

/** As many articles as take longer to read than any of these tests waits before it says stop. */
const MANY = 6000;
const folder = mkdtempSync(path.join(tmpdir(), 'zhaiyin-stop-'));
const many = path.join(folder, 'many.jsonl');
beforeAll(() => {
  const text = '县委书记在会上指出，要把水利工程建设好，让群众用上放心水。各乡镇负责人参加了会议，并到现场看了进度。';
  const lines = Array.from({ length: MANY }, (_, i) =>
    JSON.stringify({ id: `a${i}`, title: `第${i}次会议`, text: `${text}会议编号${i}。`.repeat(8) }),
  );
  writeFileSync(many, lines.join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  child: ChildProcess;
  ended: Promise<{ status: number | null; signal: string | null; err: string }>;
  said: (what: string) => Promise<void>;
}

/** Starts the bot without a token, in its own process group. */
function start(env: Record<string, string>, command = [process.execPath, '--import', 'tsx', 'src/main.ts']): Started {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      DISCORD_API_URL: '',
      DISCORD_GUILD_IDS: '',
      LOCAL_PORT: '0',
      LOG_LEVEL: 'info',
      SHUTDOWN_SECONDS: '3',
      DATA_DIR: path.join(folder, 'data'),
      CACHE_DIR: path.join(folder, 'cache'),
      LANG: 'en',
      LC_ALL: 'en',
      ...env,
    },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = once(child, 'close').then(([status, signal]) => ({
    status: status as number | null,
    signal: signal as string | null,
    err,
  }));
  return {
    child,
    ended,
    async said(what) {
      await until(
        () => err.includes(what) || child.exitCode !== null,
        () => `for “${what}”; it said:\n${err}`,
      );
      if (!err.includes(what)) throw new Error(`it ended, having said:\n${err}`);
    },
  };
}

/** Says so as soon as somebody listens for SIGTERM: Node itself takes a second or many to start, and no handler can be there before. */
const SAYS_WHEN_LISTENING = `data:text/javascript,${encodeURIComponent(`
  const poll = setInterval(() => {
    if (process.listenerCount('SIGTERM') === 0) return;
    clearInterval(poll);
    process.stderr.write('listening for stop\\n');
  }, 5);
  poll.unref();
`)}`;

const CLEAN = { status: 0, signal: null };

describe('told to stop, the bot ends with 0', () => {
  it.each([0, 1500, 5000])('%i ms after it has begun to listen, while it loads', async (ms) => {
    const listens = [process.execPath, '--import', 'tsx', '--import', SAYS_WHEN_LISTENING, 'src/main.ts'];
    const { child, ended, said } = start({ CORPUS_DIR: many }, listens);
    await said('listening for stop');
    await sleep(ms);
    child.kill('SIGTERM');
    const end = await ended;
    expect(end).toMatchObject(CLEAN);
    expect(end.err).not.toContain('"msg":"library"');
  });

  it.each(['SIGHUP', 'SIGINT', 'SIGTERM'] as const)('by %s', async (signal) => {
    const { child, ended, said } = start({ CORPUS_DIR: 'seeds/' });
    await said('http://127.0.0.1');
    child.kill(signal);
    expect(await ended).toMatchObject(CLEAN);
  });

  it('twice within a second', async () => {
    const { child, ended, said } = start({ CORPUS_DIR: 'seeds/' });
    await said('http://127.0.0.1');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    await sleep(100);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject(CLEAN);
  });

  it.each([
    // npm hands these on, and ends as the bot does.
    ['SIGINT', CLEAN, 'SIGINT'],
    ['SIGTERM', CLEAN, 'SIGTERM'],
    // These end npm alone.
    ['SIGHUP', { status: null, signal: 'SIGHUP' }, 'npm'],
    ['SIGKILL', { status: null, signal: 'SIGKILL' }, 'npm'],
  ] as const)('through npm, which is sent %s and leaves nothing behind', async (signal, ends, order) => {
    const { child, ended, said } = start({ CORPUS_DIR: 'seeds/' }, ['npm', 'start', '--silent']);
    await said('http://127.0.0.1');
    child.kill(signal);
    // `close` comes when nobody holds its output any more: neither npm nor the bot.
    const end = await ended;
    expect(end).toMatchObject(ends);
    expect(end.err).toContain(`"signal":"${order}","msg":"stopping"`);
  });

  it('through npm, told twice within a second', async () => {
    const { child, ended, said } = start({ CORPUS_DIR: 'seeds/' }, ['npm', 'start', '--silent']);
    await said('http://127.0.0.1');
    child.kill('SIGINT');
    await sleep(100);
    child.kill('SIGINT');
    const end = await ended;
    // Where the bot has ended by then, npm hands the second one on to nobody and ends of it itself.
    expect([CLEAN, { status: null, signal: 'SIGINT' }]).toContainEqual({ status: end.status, signal: end.signal });
    expect(end.err.match(/"msg":"stopping"/g)).toHaveLength(1);
  });

  it('while it reads everything again', async () => {
    const corpus = path.join(folder, 'watched');
    mkdirSync(corpus);
    cpSync('seeds', corpus, { recursive: true });
    const { child, ended, said } = start({ CORPUS_DIR: corpus, CORPUS_WATCH: '1' });
    await said('http://127.0.0.1');
    // The watch begins when the folder has been looked through.
    await sleep(1000);
    cpSync(many, path.join(corpus, 'many.jsonl'));
    await sleep(3500);
    child.kill('SIGTERM');
    const end = await ended;
    expect(end).toMatchObject(CLEAN);
    expect(end.err).not.toContain('"msg":"reloaded"');
  });
});

describe('whoever closes our output ends us quietly', () => {
  it('the bot, which logs', async () => {
    const { child, said } = start({ CORPUS_DIR: 'seeds/' });
    await said('"msg":"library"');
    child.stderr!.destroy();
    child.stdout!.destroy();
    // It finds out when it says something: that it was told to stop, at the latest.
    child.kill('SIGTERM');
    const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect({ status, signal }).toEqual(CLEAN);
  });

  it('the console, as `| head -1` does', async () => {
    const { child, ended } = start({ CORPUS_DIR: 'seeds/', LC_ALL: 'C', LANG: 'C' }, [
      'bash',
      '-c',
      `set -o pipefail; yes /help | ${process.execPath} --import tsx src/console/main.ts --json | head -1 >/dev/null; ` +
        `echo "\${PIPESTATUS[1]}" >&2`,
    ]);
    await once(child, 'exit');
    expect((await ended).err.trim()).toBe('0');
  });
});
