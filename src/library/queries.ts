import { UserError } from '../user-error.ts';

/** Longer questions are refused: a question that long is a pasted article. In UTF-16 units. */
export const LONGEST_QUERY = 500;
export const DEFAULT_LIMIT = 10;

/**
 * A query that can be looked up, without blanks at its ends.
 *
 * @throws {UserError} `empty_query` where there is no letter, character or digit in it; `query_too_long`.
 */
export function checkedQuery(query: string): string {
  const trimmed = query.trim();
  if (trimmed.length > LONGEST_QUERY) {
    throw new UserError('query_too_long', `The question has ${trimmed.length} characters; at most ${LONGEST_QUERY} are taken.`, {
      max: LONGEST_QUERY,
      length: trimmed.length,
    });
  }
  if (!/[\p{L}\p{N}]/u.test(trimmed))
    throw new UserError('empty_query', 'Write what to look for: at least one letter, character or digit.');
  return trimmed;
}
