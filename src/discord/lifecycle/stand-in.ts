import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import { servePage } from '../../local/page.ts';
import { LocalDiscord } from '../../local/server.ts';

const GUILD = '100000000000000001';
/** An opener that has not failed by then has opened something. */
const OPENED_MS = 3000;
/** How many ports after the wanted one are tried before any free one will do. */
const PORTS = 20;

export interface StandIn {
  /** The settings with which the bot logs in there. */
  readonly config: Config;
  readonly token: string;
  /** Where the page is. */
  readonly url: string;
  /** The port that was wanted, where it was taken. */
  readonly taken: number | null;
  close(): Promise<void>;
}

/**
 * Brings up a Discord on this machine, with a page to use it. Only loaded where there is no token.
 *
 * @throws Error where the loopback cannot listen
 */
export async function startStandIn(config: Config): Promise<StandIn> {
  // A name that only this process knows: no other program of the machine logs in as the bot.
  const token = [Buffer.from('stand-in'), randomBytes(6), randomBytes(24)].map((part) => part.toString('base64url')).join('.');
  const discord = await listen(token, config.localPort);
  servePage(discord);
  const { port } = new URL(discord.url);
  return {
    config: { ...config, token, apiUrl: discord.apiUrl, guildIds: [], operatorGuildIds: [GUILD], reloadRoleIds: [], reloadUserIds: [] },
    token,
    url: discord.url,
    taken: config.localPort !== 0 && Number(port) !== config.localPort ? config.localPort : null,
    close: () => discord.close(),
  };
}

/** Listens on the wanted port, or the next free one. */
async function listen(token: string, wanted: number): Promise<LocalDiscord> {
  const last = Math.min(wanted + PORTS, 65_535);
  for (let port = wanted; ; port = port < last && wanted !== 0 ? port + 1 : 0) {
    try {
      return await LocalDiscord.start({ token, port, guilds: [{ id: GUILD }], botName: '摘引' });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (port === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error;
    }
  }
}

/** Opens the page in the browser; tells whether there was one. */
export function openBrowser(url: string): Promise<boolean> {
  const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open'],
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  };
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('exit', (status) => resolve(status === 0));
    // Some openers stay as long as the browser does.
    setTimeout(() => resolve(true), OPENED_MS).unref();
    child.unref();
  });
}
