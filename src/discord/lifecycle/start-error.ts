import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { ConfigError } from '../../config.ts';
import { SegmenterUnavailable } from '../../language/segment.ts';
import { UserError } from '../../user-error.ts';

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_SOCKET']);
export const WRONG_TOKEN = 'Discord does not accept DISCORD_TOKEN: copy it again from the developer portal.';

/** After these Discord does not take the bot back until something is changed. */
const CLOSED: Readonly<Record<number, string>> = {
  4004: WRONG_TOKEN,
  4010: 'Discord says that the shard is wrong (4010): this is a bug of the bot, or of a proxy before Discord.',
  4011: 'Discord wants more shards for so many servers (4011): start the bot again, and it asks how many.',
  4012: 'Discord no longer speaks this version of its gateway (4012): update the bot.',
  4013: 'Discord does not know an intent that the bot asks for (4013): update the bot.',
  4014:
    'Discord does not allow an intent that the bot asks for (4014): look at “Bot”, “Privileged Gateway Intents” in the ' +
    'developer portal.',
};

/** The connection ended for good before the bot was ready; the message says why. */
export class ConnectionLost extends Error {}

/** One clear sentence on why a connection ended for good. */
export function explainClose(code: number): string {
  return CLOSED[code] ?? `Discord closed the connection for good (code ${code}).`;
}

/** One clear sentence on why the bot could not start; anything unforeseen keeps its stack. */
export function explainStartError(error: unknown): string {
  if ([ConfigError, UserError, ConnectionLost, SegmenterUnavailable].some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
  if (error instanceof DiscordAPIError) return error.status === 401 ? WRONG_TOKEN : `Discord refused: ${error.message}`;
  if (error instanceof HTTPError) return `Discord cannot be reached just now: it answered ${error.status}.`;
  const code = error instanceof Error ? networkCode(error) : undefined;
  if (code !== undefined) return `Discord cannot be reached (${code}): check the network and DISCORD_API_URL.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function networkCode(error: Error): string | undefined {
  const causes = [error, error.cause, ...(error instanceof AggregateError ? (error.errors as unknown[]) : [])];
  return causes
    .map((each) => (each as { code?: unknown } | undefined)?.code)
    .find((code): code is string => typeof code === 'string' && NETWORK.has(code));
}
