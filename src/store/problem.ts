import type { StoreCode } from './reason-codes.ts';

/** Why what the bot keeps does not last; `absent`: nothing was kept yet, and nothing is to be made. */
export type StoreProblemCode = StoreCode | 'absent';

/** `message`: in English with the file's path, for the log. */
export interface StoreProblem {
  code: StoreProblemCode;
  message: string;
}

/** The file has steps that this program does not know. */
export class NewerProgram extends Error {}

/** By the codes of SQLite and of the system, or the beginning of one. */
const CODES: readonly (readonly [RegExp, StoreProblemCode])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'damaged'],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM)|E(ACCES|PERM|ROFS)$)/, 'read-only'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^ENOENT$/, 'gone'],
];

/** What went wrong with a file. */
export function problemOf(error: unknown, file: string): StoreProblem {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return {
    code: error instanceof NewerProgram ? 'newer' : (CODES.find(([pattern]) => pattern.test(code))?.[1] ?? 'unusable'),
    message: `${file}: ${error instanceof Error ? error.message : String(error)}`,
  };
}
