import { UserError } from '../user-error.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const EXAMPLE = 'postgres://zhaiyin:…@db-1:5432/zhaiyin';
/** `sslrootcert`: the file of an authority's certificate, where that is none of the public ones. */
const PARAMETERS = ['sslmode', 'sslrootcert'];

/** How the client is told, and the address without its password, for messages. */
export interface PostgresAddress {
  options: { connectionString: string; ssl: boolean };
  shown: string;
}

/**
 * The address of a PostgreSQL database, checked. Votes and settings would go over the network as they are without TLS, so another machine
 * is asked over TLS only, with its certificate verified; there is no setting that turns that off.
 *
 * @throws {UserError} `store_address`
 * @example addressOf('postgres://bot:secret@db-1/zhaiyin').shown // 'db-1:5432/zhaiyin'
 */
export function addressOf(connectionString: string): PostgresAddress {
  const url = URL.canParse(connectionString) ? new URL(connectionString) : null;
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol) || url.hostname === '' || url.pathname.length < 2)
    throw wrong(`DATABASE_URL should be the address of a PostgreSQL database, such as ${EXAMPLE}.`);
  for (const [name, value] of url.searchParams) {
    if (!PARAMETERS.includes(name)) throw wrong(`DATABASE_URL: ${name} is not known; ${PARAMETERS.join(' and ')} are.`);
    if (name === 'sslmode' && value !== 'verify-full') throw wrong('DATABASE_URL: sslmode can only be verify-full, which it is by itself.');
  }
  return {
    options: { connectionString, ssl: !LOOPBACK.test(url.hostname) },
    shown: `${url.hostname}:${url.port || '5432'}${url.pathname}`,
  };
}

function wrong(message: string): UserError {
  return new UserError('store_address', message, { message });
}
