import { type DestinationStream, pino, type Logger } from 'pino';
import { printable } from '../../operation/printable.ts';

/**
 * Structured logs on standard error. Of an error only what is listed here is told: discord.js's errors carry the request
 * with its body (what was asked and quoted) and its address (an interaction's token).
 */
export function createLog(level: string, destination: DestinationStream = standardError()): Logger {
  return pino({ level, serializers: { err: describeError } }, { write: (line) => destination.write(printable(line)) });
}

/**
 * Where logs are written: past `process.stderr`, whose errors do not tell of it.
 *
 * @param closed is told when nobody reads it any more
 */
export function standardError(closed: () => void = () => undefined): DestinationStream {
  const destination = pino.destination({ dest: 2, sync: true });
  destination.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') closed();
  });
  return destination;
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, status, method } = error as Error & { code?: unknown; status?: unknown; method?: unknown };
  return { name: error.name, message: error.message, code, status, method, stack: error.stack };
}
