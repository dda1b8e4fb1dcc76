import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** Who does something to the collection, and where; null in a terminal. Discord's ids. */
export interface Curating {
  user: string | null;
  server: string | null;
}

/** A change that waits for its moderator's yes. */
export interface PendingChange extends Curating {
  id: string;
  action: 'add' | 'remove';
  file: string;
  sha256: string;
  at: string;
}

/** A change that was made. `at`: ISO 8601. */
export interface Change extends Curating {
  action: 'add' | 'remove';
  file: string;
  sha256: string;
  at: string;
}

/**
 * A write-ahead journal of changes under way. A row is written before the folder is touched, and deleted in the transaction that
 * writes the log or restores the proposal. After a crash in between, the folder shows at the next start which of the two is due.
 */
export class IntentTable {
  constructor(private readonly database: Database.Database) {}

  /** Claims the proposal and journals it; false where somebody else claimed it. The caller opens the transaction. */
  begin(pending: PendingChange, proposals: PendingTable): boolean {
    if (!proposals.take(pending.id)) return false;
    const { id, action, file, sha256, user, server, at } = pending;
    this.database
      .prepare('INSERT INTO intents (id, action, file, sha256, user, server, at) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(id, action, file, sha256, user, server, at);
    return true;
  }

  /** Whether it was still there to be ended. */
  end(id: string): boolean {
    return this.database.prepare('DELETE FROM intents WHERE id = ?').run(id).changes === 1;
  }

  all(): PendingChange[] {
    return this.database.prepare('SELECT id, action, file, sha256, user, server, at FROM intents ORDER BY at').all() as PendingChange[];
  }
}

/** Pending changes. Each can be claimed once: a double press of the button confirms once. */
export class PendingTable {
  constructor(
    private readonly database: Database.Database,
    private readonly now: () => Date = () => new Date(),
  ) {}

  put(change: Omit<PendingChange, 'id' | 'at'>): PendingChange {
    const pending = { ...change, id: randomBytes(9).toString('base64url'), at: this.now().toISOString() };
    this.restore(pending);
    return pending;
  }

  /** Puts back what was taken and could not be done. */
  restore({ id, action, file, sha256, user, server, at }: PendingChange): void {
    this.database
      .prepare('INSERT INTO pending (id, action, file, sha256, user, server, at) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(id, action, file, sha256, user, server, at);
  }

  find(id: string): PendingChange | undefined {
    return this.all().find((pending) => pending.id === id);
  }

  /** Whether it was still there to be taken. */
  take(id: string): boolean {
    return this.database.prepare('DELETE FROM pending WHERE id = ?').run(id).changes === 1;
  }

  all(): PendingChange[] {
    return this.database.prepare('SELECT id, action, file, sha256, user, server, at FROM pending ORDER BY at').all() as PendingChange[];
  }
}

/** The audit log: every change of the collection, with who and when. Append-only, enforced by the database. */
export class ChangeLog {
  constructor(
    private readonly database: Database.Database,
    private readonly now: () => Date = () => new Date(),
  ) {}

  append({ user, server, action, file, sha256 }: Omit<Change, 'at'>): void {
    this.database
      .prepare('INSERT INTO corpus_log (at, user, server, action, file, sha256) VALUES (?, ?, ?, ?, ?, ?)')
      .run(this.now().toISOString(), user, server, action, file, sha256);
  }

  /** The latest first. */
  latest(limit: number): Change[] {
    return this.database
      .prepare('SELECT at, user, server, action, file, sha256 FROM corpus_log ORDER BY number DESC LIMIT ?')
      .all(limit) as Change[];
  }
}
