/**
 * Options that are too long for a `custom_id`, spelled out in the message for people to read and for the bot to read
 * again: a footer, because Discord shows and returns that text as it is. One option a line, `name: value`.
 */
import type { APIEmbed } from 'discord.js';
import type { Command, CommandOption } from '../../command/command.ts';
import type { Locale } from '../../text/index.ts';
import { plain } from '../escape.ts';
import type { Options } from './custom-id.ts';

/** A value as it is asked and shown: one line, without invisible characters; two that look alike are one. */
export function canonical(value: string): string {
  return plain(value).replace(/\s+/g, ' ').trim();
}

/** The lines for a footer. */
export function spell(command: Command, options: Options, locale: Locale): string {
  return Object.entries(options)
    .map(([name, value]) => `${command.options[name]?.names[locale] ?? name}: ${value}`)
    .join('\n');
}

/** What the footers of a message spell out, read as options of each command; the id's checksum tells which is meant. */
export function readSpelled(embeds: readonly Pick<APIEmbed, 'footer'>[], commands: Iterable<Command>): Options[] {
  const footers = embeds.map(({ footer }) => footer?.text ?? '').filter((text) => text.includes(': '));
  return [...commands].flatMap((command) =>
    footers.flatMap((footer) => {
      const options = readLines(footer.split('\n'), command);
      return options ? [options] : [];
    }),
  );
}

function readLines(lines: readonly string[], command: Command): Options | null {
  const names = new Map(
    Object.entries(command.options).flatMap(([key, option]) =>
      Object.values(option.names).map((name): [string, [string, CommandOption]] => [name, [key, option]]),
    ),
  );
  const read: [string, string | number][] = [];
  for (const line of lines) {
    const at = line.indexOf(': ');
    const known = names.get(line.slice(0, Math.max(0, at)));
    if (!known) return null;
    const [key, option] = known;
    const value = line.slice(at + 2);
    read.push([key, option.kind === 'number' ? Number(value) : value]);
  }
  return Object.fromEntries(read);
}
