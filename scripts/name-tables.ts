/**
 * Rebuilds `name-characters.ts`, `name-like-words.txt` and `common-words.txt` in `src/people/data/` from the dictionary that
 * comes with nodejieba (MIT): its words tagged as Chinese and as transliterated names, and the frequencies of all
 * its words.
 *
 * Run: `node --import tsx scripts/name-tables.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { COMPOUND_SURNAMES, SURNAMES } from '../src/people/data/surnames.ts';

const package_ = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
const dictionary = readFileSync(join(package_, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter((fields) => fields.length === 3)
  .map(([word, frequency, tag]) => ({ word: word!, frequency: Number(frequency), tag: tag! }));

/** How often a character stands in one place of a name. */
class Counts {
  readonly of = new Map<string, number>();
  total = 0;
  add(character: string, count: number): void {
    this.of.set(character, (this.of.get(character) ?? 0) + count);
    this.total += count;
  }
  /** log of the share, with `prior` unseen occurrences spread over 5,000 characters. */
  log(character: string, prior: number): number {
    return Math.log(((this.of.get(character) ?? 0) + prior / 5000) / (this.total + prior));
  }
}

const background = new Counts();
const surname = new Counts();
const only = new Counts();
const first = new Counts();
const second = new Counts();
const transliterated = new Counts();
const han = /^\p{Script=Han}+$/u;

const inNames = new Map<string, number>();
for (const { word, frequency, tag } of dictionary) {
  if (!han.test(word)) continue;
  for (const character of word) background.add(character, frequency);
  // A name counts by the logarithm of its frequency: emperors must not outweigh everyone else.
  const weight = 1 + Math.log10(Math.max(frequency, 1));
  if (tag === 'nrt' && word.length > 2) for (const character of word) transliterated.add(character, weight);
  if (tag !== 'nr' || word.length < 2 || word.length > 3 || COMPOUND_SURNAMES.has(word.slice(0, 2))) continue;
  if (!SURNAMES.has(word[0]!)) continue;
  inNames.set(word, frequency);
  surname.add(word[0]!, weight);
  if (word.length === 2) only.add(word[1]!, weight);
  else {
    first.add(word[1]!, weight);
    second.add(word[2]!, weight);
  }
}

/** Characters by score: index 0 is `LOWEST`, each next one half a nat more. */
const LOWEST = -6;
const LEVELS = 25;
function table(counts: Counts, prior: number, over: Iterable<string>): string[] {
  const levels = Array.from({ length: LEVELS }, () => [] as string[]);
  for (const character of [...over].sort()) {
    const ratio = counts.log(character, prior) - background.log(character, 5000);
    const level = Math.round((ratio - LOWEST) * 2);
    levels[Math.max(0, Math.min(LEVELS - 1, level))]!.push(character);
  }
  return levels.map((characters) => characters.join(''));
}

const common = [...background.of].filter(([, count]) => count >= 200).map(([character]) => character);
const everyone = new Set([...common, ...only.of.keys(), ...first.of.keys(), ...second.of.keys()]);
const render = (name: string, about: string, rows: string[]) =>
  `/** ${about} */\nexport const ${name}: readonly string[] = [\n${rows.map((row) => `  '${row}',`).join('\n')}\n];\n`;

writeFileSync(
  'src/people/data/name-characters.ts',
  [
    '/**\n * Made by scripts/name-tables.ts from the dictionary of nodejieba (cppjieba, MIT): do not edit.\n *\n' +
      ' * Each table lists characters by log-likelihood ratio, name against any text: row 0 is LOWEST, each next row half a nat more.\n */',
    `export const LOWEST = ${LOWEST};`,
    render('SURNAME', 'As a surname.', table(surname, 200, SURNAMES)),
    render('GIVEN_ONLY', 'As a given name of one character.', table(only, 2000, everyone)),
    render('GIVEN_FIRST', 'First of two given characters.', table(first, 2000, everyone)),
    render('GIVEN_SECOND', 'Second of two given characters.', table(second, 2000, everyone)),
    render('TRANSLITERATED', 'In a transliterated name.', table(transliterated, 1000, common)),
  ].join('\n\n'),
);

// Words that begin like a name: 高度, 时间, 周末. Rare ones are left out: they are likelier names.
const wordsBySurname = new Map<string, string[]>();
for (const { word, frequency, tag } of dictionary) {
  if (!han.test(word) || word.length < 2 || word.length > 3 || tag.startsWith('nr') || frequency < 60) continue;
  if (!SURNAMES.has(word[0]!)) continue;
  (wordsBySurname.get(word[0]!) ?? wordsBySurname.set(word[0]!, []).get(word[0]!)!).push(word.slice(1));
}
const MADE = '# Made by scripts/name-tables.ts from the dictionary of nodejieba (cppjieba, MIT): do not edit.';
writeFileSync(
  'src/people/data/name-like-words.txt',
  [
    MADE,
    '# Common words that begin with a surname: the surname, and what follows it in each.',
    ...[...wordsBySurname].sort().map(([one, rests]) => `${one} ${rests.join(' ')}`),
    '',
  ].join('\n'),
);
writeFileSync(
  'src/people/data/common-words.txt',
  [
    MADE,
    '# The commonest words of two characters.',
    ...dictionary
      .filter(({ word, frequency, tag }) => han.test(word) && word.length === 2 && !tag.startsWith('nr') && frequency >= 1000)
      .map(({ word }) => word),
    '',
  ].join('\n'),
);
