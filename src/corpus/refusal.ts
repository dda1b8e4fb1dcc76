import { text } from '../text/index.ts';
import type { RefusalCode } from './reason-codes.ts';

/** Why a file, or a line of it, is no article: for programs and for views in any language, and in English. */
export interface Refusal {
  code: RefusalCode;
  values: Readonly<Record<string, string | number>>;
  reason: string;
}

/** A file, or one line of it (1-based; null for the whole file), that could not be read as an article. */
export interface Rejection extends Refusal {
  file: string;
  line: number | null;
}

export function refusal(code: RefusalCode, values: Refusal['values'] = {}): Refusal {
  return { code, values, reason: text('en', `refusal.${code}`, values) };
}

/** Thrown where content cannot be read; caught where its file is known. */
export class Unreadable extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly line: number | null = null,
  ) {
    super(refusal.reason);
    this.name = 'Unreadable';
  }
}
