import type { Findings } from '../findings.ts';
import { readSnapshot, snapshotFile, writeSnapshot } from './snapshot.ts';

/** What is told while a library is opened and kept. */
export interface LibraryLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** Keeps the snapshot of one corpus. Nothing that goes wrong with it is more than a line in the log. */
export class SnapshotKeeper {
  readonly file: string;
  #writing: Promise<void> | null = null;
  #newest: Findings | null = null;
  /** What the file holds already. */
  #index: Findings['index'] | null = null;
  #files: Findings['files'] | null = null;

  constructor(
    corpus: string,
    cacheDir: string | null,
    private readonly log: LibraryLog,
  ) {
    this.file = snapshotFile(corpus, cacheDir);
  }

  /** What an earlier run found, where that can be used. */
  async read(): Promise<Findings | undefined> {
    const began = performance.now();
    const read = await readSnapshot(this.file);
    if (typeof read === 'string') {
      if (read !== 'missing') this.log.warn({ snapshot: this.file, reason: read }, 'snapshot not used: everything is read again');
      return undefined;
    }
    this.log.info({ snapshot: this.file, articles: read.articles.length, ms: Math.round(performance.now() - began) }, 'snapshot');
    this.#index = read.index;
    this.#files = read.files;
    return read;
  }

  /** Writes the snapshot in the background; of what comes while one is written, the newest is written after it. */
  keep(findings: Findings): void {
    if (findings.index === this.#index && isUnchanged(this.#files, findings.files)) return;
    this.#newest = findings;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  async #write(): Promise<void> {
    for (let findings = this.#newest; findings; findings = this.#newest) {
      this.#newest = null;
      const began = performance.now();
      try {
        await writeSnapshot(this.file, findings);
        [this.#index, this.#files] = [findings.index, findings.files];
        this.log.info({ snapshot: this.file, ms: Math.round(performance.now() - began) }, 'snapshot written');
      } catch (error) {
        this.log.warn({ snapshot: this.file, err: error }, 'snapshot could not be written: the next start reads everything');
      }
    }
  }
}

/** Whether the same files would be known by the same stamps. */
function isUnchanged(old: Findings['files'] | null, files: Findings['files']): boolean {
  if (old?.size !== files.size) return false;
  for (const [name, record] of files) if (old.get(name) !== record) return false;
  return true;
}
