import { type DestinationStream, pino, type Logger } from 'pino';

/**
 * Structured logs on standard error. Of an error only what is listed here is told: discord.js's errors carry the request
 * with its body (what was asked and quoted) and its address (an interaction's token).
 */
export function createLog(level: string, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  return pino({ level, serializers: { err: describeError } }, destination);
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, status, method } = error as Error & { code?: unknown; status?: unknown; method?: unknown };
  return { name: error.name, message: error.message, code, status, method, stack: error.stack };
}
