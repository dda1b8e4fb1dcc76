import { readFileSync } from 'node:fs';

const rowsOf = (file: string): string[] =>
  readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The commonest words of two characters: hardly given names, though 建国 and 和平 are both. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(rowsOf('common-words.txt'));

const afterSurname = new Map(
  rowsOf('name-like-words.txt').map((row): [string, ReadonlySet<string>] => {
    const [surname, ...rests] = row.split(' ');
    return [surname!, new Set(rests)];
  }),
);

/** Whether a common word is `surname` with `rest` behind it. @example isLikeName('高', '度') // true */
export const isLikeName = (surname: string, rest: string): boolean => afterSurname.get(surname)?.has(rest) ?? false;
