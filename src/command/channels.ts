import { UserError } from '../user-error.ts';

/** A mention as Discord writes it, or an id alone. */
const CHANNEL = /<#(\d{17,20})>|(?<!\d)(\d{17,20})(?!\d)/g;

/**
 * The channels that are mentioned in an option, each once, by their ids. Discord has no option that takes several, but puts mentions
 * into a text.
 *
 * @throws {UserError} `bad_option` where something else is written, or nothing
 * @example channelsIn('allow', '<#100000000000000001> <#100000000000000002>') // ['100000000000000001', '100000000000000002']
 */
export function channelsIn(option: string, written: string): string[] {
  const ids = [...written.matchAll(CHANNEL)].map(([, mentioned, alone]) => (mentioned ?? alone)!);
  if (ids.length === 0 || /[^\s,，、]/.test(written.replace(CHANNEL, '')))
    throw new UserError(
      'bad_option',
      `“${option}” should be channels of this server, such as #news #chat; not “${written}”.`,
      { option, value: written },
      'option_channels',
    );
  return [...new Set(ids)];
}
