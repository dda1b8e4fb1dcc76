import type { Client } from 'discord.js';
import type { Logger } from 'pino';

/** The part of discord.js's WebSocketManager that hands an event to its handlers. Not in its types: checked by `bad-days.test.ts`. */
interface PacketHandling {
  handlePacket(packet?: { t?: unknown }, shard?: unknown): boolean;
}

/**
 * Keeps an event that is not as Discord documents it (no `data`, no `user`) from ending the process: discord.js reads its fields
 * unchecked, inside a timer or a promise that nobody waits for. Such an event is logged by its name and passed over.
 */
export function passOverMalformed(client: Client, log: Pick<Logger, 'warn'>): void {
  const manager = client.ws as unknown as PacketHandling;
  const handle = manager.handlePacket.bind(manager);
  manager.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (error) {
      log.warn({ event: typeof packet?.t === 'string' ? packet.t : null, err: error }, 'event passed over: it could not be read');
      return true;
    }
  };
}
