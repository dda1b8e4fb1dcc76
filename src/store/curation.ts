import { randomBytes } from 'node:crypto';
import { change, row, rows, type Steps } from './statements.ts';

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

const COLUMNS = 'id, action, file, sha256, "user", server, at';

function addTo(table: 'intents' | 'pending', { id, action, file, sha256, user, server, at }: PendingChange): Steps<number> {
  return change(`INSERT INTO ${table} (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`, id, action, file, sha256, user, server, at);
}

/**
 * A write-ahead journal of changes under way. A row is written before the folder is touched, and deleted in the transaction that
 * writes the log or restores the proposal. After a crash in between, the folder shows at the next start which of the two is due.
 */
export class IntentTable {
  /** Claims the proposal and journals it; false where somebody else claimed it. The caller opens the transaction. */
  *begin(pending: PendingChange, proposals: PendingTable): Steps<boolean> {
    if (!(yield* proposals.take(pending.id))) return false;
    yield* addTo('intents', pending);
    return true;
  }

  /** Whether it was still there to be ended. */
  *end(id: string): Steps<boolean> {
    return (yield* change('DELETE FROM intents WHERE id = ?', id)) === 1;
  }

  all(): Steps<PendingChange[]> {
    return rows<PendingChange>(`SELECT ${COLUMNS} FROM intents ORDER BY at`);
  }
}

/** Pending changes. Each can be claimed once: a double press of the button confirms once. */
export class PendingTable {
  constructor(private readonly now: () => Date = () => new Date()) {}

  *put(proposed: Omit<PendingChange, 'id' | 'at'>): Steps<PendingChange> {
    const pending = { ...proposed, id: randomBytes(9).toString('base64url'), at: this.now().toISOString() };
    yield* this.restore(pending);
    return pending;
  }

  /** Puts back what was taken and could not be done. */
  *restore(pending: PendingChange): Steps<void> {
    yield* addTo('pending', pending);
  }

  find(id: string): Steps<PendingChange | undefined> {
    return row<PendingChange>(`SELECT ${COLUMNS} FROM pending WHERE id = ?`, id);
  }

  /** Whether it was still there to be taken. */
  *take(id: string): Steps<boolean> {
    return (yield* change('DELETE FROM pending WHERE id = ?', id)) === 1;
  }

  all(): Steps<PendingChange[]> {
    return rows<PendingChange>(`SELECT ${COLUMNS} FROM pending ORDER BY at`);
  }
}

/** The audit log: every change of the collection, with who and when. Append-only, enforced by the database. */
export class ChangeLog {
  constructor(private readonly now: () => Date = () => new Date()) {}

  *append({ user, server, action, file, sha256 }: Omit<Change, 'at'>): Steps<void> {
    yield* change(
      'INSERT INTO corpus_log (at, "user", server, action, file, sha256) VALUES (?, ?, ?, ?, ?, ?)',
      ...[this.now().toISOString(), user, server, action, file, sha256],
    );
  }

  /** The latest first. */
  latest(limit: number): Steps<Change[]> {
    return rows<Change>('SELECT at, "user", server, action, file, sha256 FROM corpus_log ORDER BY number DESC LIMIT ?', limit);
  }
}
