/**
 * People of a news file: in how many pieces the names that most articles give a title are, and which share of the articles that print
 * such a name the largest piece has. Names that are not a person's, and articles that mean somebody else, count against it.
 *
 * Run: `node --import tsx bench/people.ts [folder of evaluation data] [how many names]`
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fold } from '../src/language/script.ts';
import { findOfficials } from '../src/people/find-officials.ts';
import { mergeOfficials, type Person } from '../src/people/merge-officials.ts';

const file = join(process.argv[2] ?? '../shared/eval', 'news-10k.jsonl.gz');
const most = Number(process.argv[3] ?? 40);
if (!existsSync(file)) {
  console.log(`No evaluation data: ${file} is not there. Give its folder as the first argument.`);
  process.exit(0);
}
const articles = gunzipSync(readFileSync(file))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const { id, text, date } = JSON.parse(line) as { id: string; text: string; date: string };
    const folded = fold(text);
    const officials = findOfficials({ title: '', text }, folded);
    return { articleId: id, text, folded, officials, day: Math.floor(Date.parse(date) / 86_400_000) };
  });
const byName = new Map<string, Person[]>();
for (const person of mergeOfficials(articles)) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
const titledIn = ({ titles }: Person) => new Set(titles.map(({ article }) => article)).size;
const rows = [...byName].map(([name, people]) => ({ name, people, titled: people.reduce((sum, person) => sum + titledIn(person), 0) }));
let whole = 0;
let found = 0;
for (const { name, people, titled } of rows.sort((a, b) => b.titled - a.titled).slice(0, most)) {
  const largest = Math.max(...people.map((person) => person.articles.length));
  const printing = articles.filter(({ folded }) => folded.includes(name)).length;
  if (people.length === 1) whole++;
  if (largest >= 0.9 * printing) found++;
  console.log(
    `${name}: ${people.length} pieces, titled in ${titled}; the largest has ${largest} of ${printing} articles that print the name`,
  );
}
console.log(`${most} names: ${whole} in one piece, ${found} with 90 % of the articles`);
