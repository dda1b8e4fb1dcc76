import type { Attachment } from 'discord.js';
import type { Upload } from '../../curation/curator.ts';
import { UserError } from '../../user-error.ts';

/** Where Discord keeps what its users send. */
const DISCORD_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];
const FETCH_MS = 20_000;

/** A file that a user sent along, not fetched yet. `apiUrl`: where a test server stands in for Discord, its own files are taken, too. */
export function uploadOf(
  { name, title, size, contentType, url }: Pick<Attachment, 'name' | 'title' | 'size' | 'contentType' | 'url'>,
  apiUrl: string | null,
): Upload {
  // Discord's `name` has lost its Chinese characters; `title` is what the file was called, without its extension.
  const extension = /\.[^.]*$/.exec(name)?.[0] ?? '';
  return { name: title ? `${title}${extension}` : name, size, type: contentType, read: (max) => fetchLimited(name, url, max, apiUrl) };
}

/** Whether a file may be fetched from there: from Discord, encrypted; or from the loopback in its place. */
export function isOurs(url: string, apiUrl: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password, origin } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:' && port === '' && DISCORD_HOSTS.includes(hostname)) return true;
  if (apiUrl === null) return false;
  const api = new URL(apiUrl);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(api.hostname) && origin === api.origin;
}

/** At most `max` bytes, whatever the sender announced: a stream is cut off as soon as it is longer. */
async function fetchLimited(file: string, url: string, max: number, apiUrl: string | null): Promise<Uint8Array> {
  const failed = (reason: string) => new UserError('upload_failed', `“${file}” could not be fetched (${reason}).`, { file, reason });
  if (!isOurs(url, apiUrl)) throw failed('host');
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok || !response.body) throw failed(String(response.status));
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > max) {
        const megabytes = (bytes: number) => (bytes / 1048576).toFixed(1);
        throw new UserError('upload_too_large', `“${file}” has more than ${megabytes(max)} MB.`, {
          file,
          size: `> ${megabytes(max)}`,
          max: megabytes(max),
        });
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw failed(error instanceof Error ? error.name : 'network');
  }
}
