/**
 * Something a person can mend: a wrong option, an id that is not there, a folder that does not open.
 * `code` is stable and for programs; `message` is for people and says what happened and what to do.
 * Anything else that is thrown is a bug, and is reported as one.
 */
export class UserError extends Error {
  /**
   * @param wording which sentence of the text tables tells it (`error.…`), where a code has several
   * @param suggestions what may have been meant instead
   */
  constructor(
    readonly code: string,
    message: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly wording = code,
    readonly suggestions: readonly string[] = [],
  ) {
    super(message);
    this.name = 'UserError';
  }
}
