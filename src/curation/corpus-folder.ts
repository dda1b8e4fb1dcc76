import { createHash, randomBytes } from 'node:crypto';
import { access, constants, copyFile, link, lstat, mkdir, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { UserError } from '../user-error.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** All writes to the corpus folder, confined to it: no path or symbolic link leads outside. */
export class CorpusFolder {
  constructor(private readonly given: string) {}

  /** Where the folder really is. @throws {UserError} where it is one file, or may not be written to */
  private async root(): Promise<string> {
    const info = await stat(this.given).catch(() => null);
    if (info?.isFile())
      throw new UserError('corpus_is_file', `The corpus is one file, ${this.given}: files can be added to a folder only.`, {
        path: this.given,
      });
    await access(this.given, constants.W_OK | constants.X_OK).catch((error: unknown) => {
      throw this.notWritable(error);
    });
    return realpath(this.given);
  }

  /** Whether changes can be made at all. @throws {UserError} as for a change */
  async check(): Promise<void> {
    await this.root();
  }

  /** Whether a name is taken; on some systems `A.txt` and `a.txt` are one. */
  async has(name: string): Promise<boolean> {
    const folded = fold(name);
    return (await readdir(await this.root())).some((each) => fold(each) === folded);
  }

  /**
   * Writes a new file atomically; never overwrites one.
   *
   * @param name a safe name, see `safeFileName`
   * @throws {UserError} `file_taken`, or why the folder cannot be written to
   */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    if (path.basename(name) !== name) throw new Error('not a safe name');
    const root = await this.root();
    if (await this.has(name)) throw taken(name);
    // Hidden files are no articles: a reload meanwhile passes over it.
    const partial = path.join(root, `.${randomBytes(6).toString('hex')}.part`);
    try {
      const file = await open(partial, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await giveName(partial, path.join(root, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(name);
      throw this.notWritable(error);
    } finally {
      await unlink(partial).catch(() => undefined);
    }
  }

  /**
   * Moves a file of the folder, or of one inside it, to another place.
   *
   * @param file as the corpus lists it, with `/`
   * @param sha256 what its bytes must be: other ones stay; empty where nobody could read it
   * @throws {UserError} `unknown_file` where it is not in the folder, `pending_gone` where it is another one by now
   */
  async moveOut(file: string, target: string, sha256: string): Promise<void> {
    const source = await this.placeOf(file);
    if (source === null) throw new UserError('unknown_file', `There is no file “${file}” in the corpus.`, { file });
    if (sha256 !== '' && (await hashOf(source)) !== sha256) throw new UserError('pending_gone', 'The file is no longer there as it was.');
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await rename(source, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw this.notWritable(error);
      // The other place is on another disk.
      await copyFile(source, target, constants.COPYFILE_EXCL);
      await unlink(source);
    }
  }

  /** The checksum of a file of the folder; null where there is none of that name. */
  async hashOf(file: string): Promise<string | null> {
    const place = await this.placeOf(file);
    return place === null ? null : hashOf(place);
  }

  /** Deletes temporary files of interrupted writes. */
  async sweep(): Promise<void> {
    const root = await this.root();
    for (const name of await readdir(root)) if (PARTIAL.test(name)) await unlink(path.join(root, name)).catch(() => undefined);
  }

  /** Where a file of the folder stands; null where there is none, or the way to it leads outside. */
  private async placeOf(file: string): Promise<string | null> {
    const root = await this.root();
    const steps = file.split('/');
    const source = path.join(root, ...steps);
    const plain = steps.every((step) => !['', '.', '..'].includes(step) && !step.includes('\0'));
    // A folder on the way that is a link leads who knows where.
    const direct = plain && (await realpath(path.dirname(source)).catch(nullWhereMissing)) === path.dirname(source);
    const info = direct ? await lstat(source).catch(nullWhereMissing) : null;
    return info && !info.isDirectory() ? source : null;
  }

  /** Why it cannot be written to, where that is the system's doing. */
  private notWritable(error: unknown): unknown {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) return error;
    return new UserError('corpus_not_writable', `The corpus folder ${this.given} cannot be written to (${code}).`, {
      path: this.given,
      code,
    });
  }
}

/** Whether the error says that the file is missing. Any other (a failing disk) must not be taken for that. */
function nullWhereMissing(error: NodeJS.ErrnoException): null {
  if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(error.code ?? '')) return null;
  throw new UserError('corpus_not_writable', `The corpus folder cannot be read (${error.code}).`, { path: '', code: error.code ?? '' });
}

/** As {@link CorpusFolder.write} calls a file that is not whole yet. */
const PARTIAL = /^\.[0-9a-f]{12}\.part$/;

/** What file systems without hard links answer (FAT, some network and container file systems). */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/**
 * Publishes a complete temporary file under its name without overwriting: by a hard link, which fails where the name exists. On a file
 * system without hard links an empty file reserves the name first, and the complete one replaces it.
 *
 * @throws EEXIST where the name is taken
 */
async function giveName(partial: string, target: string): Promise<void> {
  try {
    await link(partial, target);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await (await open(target, 'wx')).close();
    await rename(partial, target);
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
const taken = (file: string): UserError =>
  new UserError('file_taken', `There is a file “${file}” already: remove it first, or give another name.`, { file });
