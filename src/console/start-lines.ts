import { EmptyCorpus } from '../library.ts';
import type { Rejection } from '../reply.ts';
import type { RefusalCode } from '../corpus/reason-codes.ts';
import { type Locale, rejectionText, text } from '../text/index.ts';
import type { UserError } from '../user-error.ts';

/** Most refused files listed at the start; `/status` has them all. */
const MOST_REFUSALS = 5;

/** What was refused, for standard error: a few, and how many more. */
export function refusalLines(rejected: readonly Rejection[], locale: Locale): string[] {
  if (rejected.length === 0) return [];
  const lines = rejected.slice(0, MOST_REFUSALS).map((one) => `  ${rejectionText(locale, one)}`);
  const left = rejected.length - lines.length;
  return [
    `${text(locale, 'view.rejected')} (${rejected.length})`,
    ...lines,
    ...(left > 0 ? [`  ${text(locale, 'view.more', { left })}`] : []),
  ];
}

/** Why the articles could not be opened, with what to do. At the start there are no older ones that still answer. */
export function startErrorLines(error: UserError, locale: Locale): string[] {
  const { path = '', why } = error.params;
  if (error instanceof EmptyCorpus) return [text(locale, 'console.corpus_empty', { path }), ...refusalLines(error.rejected, locale)];
  if (error.code === 'too_little_memory') return [text(locale, 'console.too_little_memory', error.params)];
  if (why === undefined) return [error.message];
  return [text(locale, 'console.corpus_unavailable', { path, reason: text(locale, `refusal.${why as RefusalCode}`, error.params) })];
}
