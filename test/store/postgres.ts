/** A PostgreSQL of Debian's in a temporary folder, on a free port of the loopback; ended with the test that asked for it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { until } from '../until.ts';

/** Debian keeps the server's programs outside of the search path. */
const DEBIAN = '/usr/lib/postgresql';
const TEMPORARY = '/tmp';
const NAME = 'zhaiyin';

/** The folder of `initdb` and `postgres`; null where they are not on this machine. */
function programs(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(DEBIAN, version, 'bin')), ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres'))) ?? null;
}

/** PostgreSQL refuses to run as root: Debian's package has a user for it. Null where this is not root. */
function otherUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        resolve(port);
      });
    });
  });
}

export interface TestPostgres {
  readonly url: string;
  /** Another, empty database of it. */
  fresh(): Promise<string>;
  start(): Promise<void>;
  /** At once, as a machine that fails. */
  kill(): Promise<void>;
  /** Ends it and takes its folder away. */
  remove(): Promise<void>;
}

/** Says loudly that its tests are left out where it is not installed; never on a CI machine. */
export function hasPostgres(): boolean {
  if (programs() !== null) return true;
  if (process.env['CI']) throw new Error('PostgreSQL is not installed (apt-get install postgresql): its tests must not be left out in CI');
  process.stderr.write('\n*** The tests of PostgreSQL are LEFT OUT: it is not installed (apt-get install postgresql).\n\n');
  return false;
}

export async function startPostgres(): Promise<TestPostgres> {
  const bin = programs()!;
  const user = otherUser();
  const folder = mkdtempSync(path.join(TEMPORARY, 'zhaiyin-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const as = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', NAME, '--auth=trust', '-E', 'UTF8', '--no-locale', '--no-sync'], as);
  const port = await freePort();
  const address = (database: string) => `postgres://${NAME}@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | null = null;
  let made = 0;
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: address('postgres'), connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(sql);
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const kill = async () => {
    const ended = new Promise((resolve) => server?.once('exit', resolve) ?? resolve(null));
    server?.kill('SIGQUIT');
    await ended;
    server = null;
  };
  const start = async () => {
    server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'], as);
    await until(() => ask('SELECT 1'));
  };
  await start();
  return {
    url: address('postgres'),
    fresh: async () => {
      const name = `fresh_${++made}`;
      if (!(await ask(`CREATE DATABASE ${name}`))) throw new Error('no database could be made');
      return address(name);
    },
    start,
    kill,
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
