import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Refusal, refusal } from '../refusal.ts';

/**
 * Opens a plain file for reading. What a listing found may have been replaced since, by a link out of the folder, a pipe or
 * a device: opening never waits for one, and what was opened is compared with what stands inside the folder now.
 *
 * @param within the real path of the folder that it must stand in; null where any place will do
 * @throws as the file system does
 */
export async function openInside(file: string, within: string | null): Promise<FileHandle | Refusal> {
  // Opening a pipe waits for its writer, but with this flag.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const refused = await whyNot(handle, file, within).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  if (refused === null) return handle;
  await handle.close();
  return refused;
}

async function whyNot(handle: FileHandle, file: string, within: string | null): Promise<Refusal | null> {
  const opened = await handle.stat();
  if (!opened.isFile()) return refusal('not-a-file');
  if (within === null) return null;
  const real = await realpath(file);
  if (!real.startsWith(within === path.sep ? within : within + path.sep)) return refusal('link-outside');
  const { dev, ino } = await stat(real);
  return dev === opened.dev && ino === opened.ino ? null : refusal('went-away');
}
