/** The bot as `npm start` brings it up without a token, and a browser that looks at its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

/** Debian's Chromium, unless the environment names another program. */
const PROGRAM = process.env.CHROMIUM || '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface RunningBot {
  url: string;
  output(): string;
  stop(): Promise<number | null>;
}

/** Starts the bot without a token, on any free port unless told; resolves when its page can be opened. */
export async function startWithoutToken(env: Record<string, string> = {}): Promise<RunningBot> {
  const unset = Object.fromEntries(
    ['DISCORD_TOKEN', 'DISCORD_API_URL', 'DISCORD_GUILD_IDS', 'DISCORD_OPERATOR_GUILD_IDS', 'CORPUS_DIR'].map((name) => [name, '']),
  );
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, ...unset, LANG: 'en', LC_ALL: 'en', LOG_LEVEL: 'warn', LOCAL_PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found) resolve(found[0]);
    });
    void ended.then(() => reject(new Error(`the bot ended:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export interface Browser {
  context: BrowserContext;
  close(): Promise<void>;
}

/** Opens a browser with an empty profile of its own. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'zhaiyin-browser-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: PROGRAM, headless: true, args: ARGS, ...options });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
