/**
 * Whatever is put in, nothing breaks: 100,000 cases over the files of this folder; `FUZZ_RUNS=1000000 npx vitest run
 * test/fuzz` does ten times as many. What was found so stands in the same files as tests.
 */
import fc from 'fast-check';
import { BODY, LEAD, SECOND } from '../corpus/pages.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100_000);
/** A share of all runs; no shrinking for minutes where one fails. */
export const share = (of: number) => ({ numRuns: Math.ceil(RUNS * of), interruptAfterTimeLimit: 3_600_000, endOnFailure: false });
export const LONG = { timeout: 3_600_000 };

const PIECES = [
  ...BODY.split(/(?<=[,;。])/),
  LEAD,
  SECOND,
  '雅安市委书记兰开驰指出，',
  '扶貧',
  '\n',
  '\r\n',
  '\r',
  '---\n',
  'title: ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\\u0000',
  '\0',
  '\uFFFD',
  '\ud800',
  '\udc00',
  '𠮷',
  '\u202e',
  '\u200b',
  '縣(xiàn)長(zhǎng)到會(huì)',
  '?cái)',
  '分享到:',
  '相关文章:',
  '2019-06-12',
  '5月25日',
  '今年',
  '| ',
  '# ',
  '> ',
  '![a](b)',
  '**',
  '<!--',
  '-->',
  '&amp;',
  '*'.repeat(30),
  '(((((',
  'é',
  '٣',
  '１２',
  '👩‍👩‍👧',
  '\u0301',
  '&a',
  '*a',
  '!!js/function',
  '%',
  '@',
  '/',
];
/** Texts of what articles and pages are made of, and of what they should not be made of. */
export const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 14 })
  .map((parts) => parts.join(''));
