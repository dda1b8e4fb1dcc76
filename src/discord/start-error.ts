import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { ConfigError } from '../config.ts';
import { UserError } from '../user-error.ts';

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_SOCKET']);
export const WRONG_TOKEN = 'Discord does not accept DISCORD_TOKEN: copy it again from the developer portal.';

/** One clear sentence on why the bot could not start; anything unforeseen keeps its stack. */
export function explainStartError(error: unknown): string {
  if (error instanceof ConfigError || error instanceof UserError) return error.message;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
  if (error instanceof DiscordAPIError) return error.status === 401 ? WRONG_TOKEN : `Discord refused: ${error.message}`;
  if (error instanceof HTTPError) return `Discord cannot be reached just now: it answered ${error.status}.`;
  const code = error instanceof Error ? networkCode(error) : undefined;
  if (code !== undefined) return `Discord cannot be reached (${code}): check the network and DISCORD_API_URL.`;
  return error instanceof Error ? error.stack ?? error.message : String(error);
}

function networkCode(error: Error): string | undefined {
  const causes = [error, error.cause, ...(error instanceof AggregateError ? (error.errors as unknown[]) : [])];
  return causes.map((each) => (each as { code?: unknown } | undefined)?.code).find((code): code is string => typeof code === 'string' && NETWORK.has(code));
}
