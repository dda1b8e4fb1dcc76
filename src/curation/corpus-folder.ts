import { createHash, randomBytes } from 'node:crypto';
import { access, constants, copyFile, link, lstat, mkdir, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../user-error.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The folder of articles, as far as it is written to: nothing outside it can be reached. */
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
   * Writes a new file, whole or not at all; one that is there is never overwritten.
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
      await link(partial, path.join(root, name));
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
   * @throws {UserError} `unknown_file` where it is not in the folder
   */
  async moveOut(file: string, target: string): Promise<void> {
    const root = await this.root();
    const steps = file.split('/');
    const source = path.join(root, ...steps);
    const plain = steps.every((step) => !['', '.', '..'].includes(step) && !step.includes('\0'));
    // A folder on the way that is a link leads who knows where.
    const direct = plain && (await realpath(path.dirname(source)).catch(() => null)) === path.dirname(source);
    const info = direct ? await lstat(source).catch(() => null) : null;
    if (!info || info.isDirectory()) throw new UserError('unknown_file', `There is no file “${file}” in the corpus.`, { file });
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

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
const taken = (file: string): UserError =>
  new UserError('file_taken', `There is a file “${file}” already: remove it first, or give another name.`, { file });
