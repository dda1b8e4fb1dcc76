import { createRequire } from 'node:module';
import type pg from 'pg';
import type { Keeper } from './keeper.ts';
import { addressOf } from './postgres-address.ts';
import { POSTGRES_MIGRATIONS } from './postgres-migrations.ts';
import { NewerProgram } from './problem.ts';
import type { Steps } from './statements.ts';

/** How long a connection and a statement may take, in ms: Discord waits three seconds for the first sign of an answer. */
const CONNECT_MS = 1000;
const STATEMENT_MS = 2000;
/** Until a connection that says nothing more is given up. */
const SILENCE_MS = 2500;
const MOST_CONNECTIONS = 4;
/** Writers take this lock of the database, one after the other, as with SQLite. Any number that no other program uses there. */
export const WRITERS = 0x7a68_6179;

const INT8 = 20;
const NUMERIC = 1700;

/**
 * What is kept in PostgreSQL, for as many processes as there are. Connects when something is asked, makes the tables where they are
 * missing, and goes on by itself when a server that was away is back.
 *
 * @param url `postgres://user:password@host:5432/database`
 * @throws {UserError} `store_address` where the address cannot be used
 */
export function postgresKeeper(url: string): Keeper {
  const { options, shown } = addressOf(url);
  // Loaded where it is asked for: a start without it is a tenth of a second quicker.
  const { Pool, types } = createRequire(import.meta.url)('pg') as typeof pg;
  const pool = new Pool({
    ...options,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
    application_name: 'zhaiyin',
    types: {
      // Counts and sums come as text, since they could pass what a number holds. Ours do not.
      getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
        oid === INT8 || oid === NUMERIC ? Number : types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks is told where it is used; the next question makes another. Unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let ready: Promise<void> | null = null;
  /** The tables are there; asked again where that failed. */
  const prepared = (): Promise<void> => {
    ready ??= inTransaction(pool, migrate).catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };
  return {
    problem: null,
    problemOf: (error) => ({ code: 'database', message: `${shown}: ${said(error)}` }),
    read: async (steps) => {
      await prepared();
      return run(pool, steps());
    },
    write: async (steps) => {
      await prepared();
      return inTransaction(pool, (client) => run(client, steps()));
    },
    close: () => pool.end(),
  };
}

type Asked = Pick<pg.ClientBase, 'query'>;

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [WRITERS]);
    const done = await work(client);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    // One that cannot even go back is closed.
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

async function run<T>(client: Asked, steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    const { sql, values } = step.value;
    let at = 0;
    // It takes no NUL in a text.
    const given = values.map((value) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value));
    const { rows, rowCount } = await client.query<object>(
      sql.replace(/\?/g, () => `$${++at}`),
      given,
    );
    step = steps.next({ rows, changes: rowCount ?? 0 });
  }
  return step.value;
}

/** Takes the steps that this database has not taken yet. In one transaction of the caller's. @throws {NewerProgram} */
async function migrate(client: Asked): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS schema_steps (number INTEGER PRIMARY KEY)');
  const { rows } = await client.query<{ taken: number }>('SELECT count(*) AS taken FROM schema_steps');
  const taken = rows[0]!.taken;
  if (taken > POSTGRES_MIGRATIONS.length)
    throw new NewerProgram(`the database has version ${taken}, this program knows ${POSTGRES_MIGRATIONS.length}; use the newer program`);
  for (const [at, step] of POSTGRES_MIGRATIONS.entries()) {
    if (at < taken) continue;
    await client.query(step);
    await client.query('INSERT INTO schema_steps (number) VALUES ($1)', [at + 1]);
  }
}

/** In a few words; where several addresses of a name were tried, there is a code alone. */
function said(error: unknown): string {
  const { message, code } = error as { message: string; code?: unknown };
  return message || String(code);
}
