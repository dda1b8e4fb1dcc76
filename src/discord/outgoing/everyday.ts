import { DiscordAPIError } from 'discord.js';

/**
 * Expected now and then, and nobody's bug: unknown channel, message and interaction, already acknowledged, no access, no direct
 * messages, missing permissions, a thread that is archived, a text that the server's AutoMod blocks
 * (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json).
 */
const KNOWN_CODES = new Set<string | number>([10003, 10008, 10062, 40060, 50001, 50007, 50013, 50083, 200_000]);

/** What the log tells of a refusal that happens every day: no stack. Null where it is something else. */
export function everydayRefusal(error: unknown): { code: string | number; said: string } | null {
  return error instanceof DiscordAPIError && KNOWN_CODES.has(error.code) ? { code: error.code, said: error.message } : null;
}
