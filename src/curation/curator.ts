/** Adding files to the collection and removing them: check (`check-upload.ts`), preview, quarantine, confirmation, audit log. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Library, Progress } from '../library.ts';
import type { CorpusChanges, CorpusFile, CorpusStatus, UploadPreview } from '../reply.ts';
import type { Change, Curating, PendingChange } from '../store/curation.ts';
import type { Store } from '../store/store.ts';
import { UserError } from '../user-error.ts';
import { checkAnnounced, checkContent, MOST_UPLOADED } from './check-upload.ts';
import { CorpusFolder, sha256Of } from './corpus-folder.ts';
import { safeFileName } from './file-name.ts';

/** A file that somebody sends. `size` in bytes, `type` its media type: both as told by the sender. */
export interface Upload {
  readonly name: string;
  readonly size: number;
  readonly type: string | null;
  /** @throws {UserError} where it cannot be fetched, or is larger than `max` bytes */
  read(max: number): Promise<Uint8Array>;
}

export interface CuratorParts {
  corpusDir: string;
  dataDir: string;
  store: Store;
  library: Library;
  now?: () => Date;
}

export interface Decided {
  action: 'add' | 'remove';
  file: string;
  /** Whether it was confirmed and done. */
  done: boolean;
  /** What the reload found; null where nothing was done, or `problem` says why the collection was not read again. */
  reloaded: { changes: CorpusChanges; status: CorpusStatus } | null;
  problem: UserError | null;
}

/** Proposals that nobody has decided on are forgotten after a day, and there are never more than so many. */
const PENDING_MS = 24 * 60 * 60 * 1000;
const MOST_PENDING = 20;
const gone = (): UserError => new UserError('pending_gone', 'This was decided already, or a day has passed.');

export class Curator {
  private readonly folder: CorpusFolder;
  private readonly now: () => Date;
  private swept = false;
  /** Changes that this process is carrying out: {@link reconcile} leaves them alone. */
  private readonly underWay = new Set<string>();
  constructor(private readonly parts: CuratorParts) {
    this.folder = new CorpusFolder(parts.corpusDir);
    this.now = parts.now ?? (() => new Date());
  }

  /**
   * Checks an upload, previews the articles in it, and puts it into quarantine.
   *
   * @param name what the file shall be called; its own name where that is undefined
   * @throws {UserError} by name and reason, where it cannot be taken
   */
  async proposeAdding(
    upload: Upload,
    name: string | undefined,
    by: Curating,
  ): Promise<{ pending: PendingChange; preview: UploadPreview; size: number }> {
    await this.check();
    const file = safeFileName(name ?? upload.name);
    checkAnnounced({ ...upload, name: file });
    if (await this.folder.has(file))
      throw new UserError('file_taken', `There is a file “${file}” already: remove it first, or give another name.`, { file });
    await this.makeRoom();
    const bytes = await upload.read(MOST_UPLOADED);
    checkContent(file, bytes);
    const preview = await this.parts.library.preview(file, bytes);
    const pending = await this.parts.store.pending.put({ ...by, action: 'add', file, sha256: sha256Of(bytes) });
    try {
      await mkdir(path.dirname(this.quarantined(pending)), { recursive: true });
      await writeFile(this.quarantined(pending), bytes, { flag: 'wx' });
    } catch (error) {
      await this.parts.store.pending.take(pending.id);
      const { code } = error as NodeJS.ErrnoException;
      throw new UserError('data_not_writable', `The data folder ${this.parts.dataDir} cannot be written to (${code}).`, {
        path: this.parts.dataDir,
        code: code ?? '',
      });
    }
    return { pending, preview, size: bytes.length };
  }

  /** @throws {UserError} `unknown_file` where the collection has no such file */
  async proposeRemoving(file: string, by: Curating): Promise<{ pending: PendingChange; found: CorpusFile }> {
    await this.check();
    const found = (await this.parts.library.files()).find((each) => each.file === file);
    if (!found) throw new UserError('unknown_file', `There is no file “${file}” in the corpus.`, { file });
    await this.makeRoom();
    return { pending: await this.parts.store.pending.put({ ...by, action: 'remove', file, sha256: found.sha256 ?? '' }), found };
  }

  /**
   * Does what was proposed, or forgets it. Once only, and only for the one who proposed it, where they did.
   *
   * @throws {UserError} `pending_gone`, `pending_not_yours`, or why it cannot be done; then it can be tried again
   */
  async decide(id: string, yes: boolean, by: Curating, progress?: Progress): Promise<Decided> {
    const { store, library } = this.parts;
    await this.reconcile();
    const pending = await store.pending.find(id);
    if (!pending || this.isOld(pending)) throw gone();
    if (pending.user !== by.user || pending.server !== by.server)
      throw new UserError('pending_not_yours', 'Only the one who proposed this can decide on it.');
    const { action, file } = pending;
    if (!yes) {
      if (!(await store.pending.take(id))) throw gone();
      if (action === 'add') await unlink(this.quarantined(pending)).catch(() => undefined);
      return { action, file, done: false, reloaded: null, problem: null };
    }
    if (!(await store.intents.begin(pending))) throw gone();
    this.underWay.add(id);
    try {
      await this.carryOut(pending);
    } finally {
      await this.settle(pending);
      this.underWay.delete(id);
    }
    try {
      return { action, file, done: true, reloaded: await library.reload(progress), problem: null };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { action, file, done: true, reloaded: null, problem: error };
    }
  }

  log(limit: number): Promise<Change[]> {
    return this.parts.store.changes.latest(limit);
  }

  private async carryOut(pending: PendingChange): Promise<void> {
    if (pending.action === 'remove') {
      const stamp = this.now().toISOString().replace(/[:.]/g, '-');
      return this.folder.moveOut(
        pending.file,
        path.join(this.parts.dataDir, 'trash', `${stamp}-${randomBytes(3).toString('hex')}-${path.basename(pending.file)}`),
        pending.sha256,
      );
    }
    const bytes = await readFile(this.quarantined(pending)).catch(() => null);
    // The bytes must be those that were previewed.
    if (!bytes || sha256Of(bytes) !== pending.sha256) throw new UserError('pending_gone', 'The file is no longer there as it was.');
    await this.folder.write(pending.file, bytes);
  }

  /**
   * Crash recovery, also after a full disk or a locked database: completes each change under way by what the folder shows, and
   * deletes orphaned files from the quarantine. Runs at the start and before each decision.
   */
  async reconcile(): Promise<void> {
    const { store, dataDir } = this.parts;
    const begun = await store.intents.all();
    for (const each of begun) if (!this.underWay.has(each.id)) await this.settle(each);
    if (store.problem !== null || this.swept) return;
    this.swept = true;
    await this.folder.sweep().catch(() => undefined);
    const known = new Set([...(await store.pending.all()), ...(await store.intents.all())].map(({ id }) => id));
    for (const name of await readdir(path.join(dataDir, 'quarantine')).catch((): string[] => []))
      if (!known.has(name)) await unlink(path.join(dataDir, 'quarantine', name)).catch(() => undefined);
  }

  /** Completes a change under way: logged where the folder shows it, else back to pending. Where the store fails, retried later. */
  private async settle(begun: PendingChange): Promise<void> {
    const { intents } = this.parts.store;
    try {
      const there = await this.folder.hashOf(begun.file);
      const isDone = begun.action === 'add' ? there === begun.sha256 : there === null;
      await (isDone ? intents.done(begun) : intents.undo(begun));
      if (isDone && begun.action === 'add') await unlink(this.quarantined(begun)).catch(() => undefined);
    } catch (error) {
      // A disk or a database that fails just now; anything else is a bug.
      if (!(error instanceof UserError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }

  private isOld({ at }: PendingChange): boolean {
    return this.now().getTime() - Date.parse(at) > PENDING_MS;
  }

  private async check(): Promise<void> {
    const { store, dataDir } = this.parts;
    // A lock or a full disk may be past: nothing but a write tells.
    if (store.problem !== null) {
      try {
        await store.pending.take('');
      } catch {
        /* It is not past: `problem` says so. */
      }
    }
    if (store.problem !== null)
      throw new UserError(
        'curation_needs_data',
        `The data folder ${dataDir} cannot be used, so nothing can be changed: there would be no log of it.`,
        { path: dataDir },
      );
    await this.folder.check();
  }

  /** Forgets what is old; @throws {UserError} `too_many_pending` */
  private async makeRoom(): Promise<void> {
    const { pending } = this.parts.store;
    for (const each of (await pending.all()).filter((one) => this.isOld(one))) {
      await pending.take(each.id);
      unlink(this.quarantined(each)).catch(() => undefined);
    }
    if ((await pending.all()).length >= MOST_PENDING)
      throw new UserError('too_many_pending', `There are ${MOST_PENDING} proposals that nobody has decided on: decide first.`, {
        max: MOST_PENDING,
      });
  }

  private quarantined({ id }: PendingChange): string {
    return path.join(this.parts.dataDir, 'quarantine', id);
  }
}
