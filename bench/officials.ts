/**
 * Officials found in news sentences, beside what a reader found there.
 *
 * Run: `node --import tsx bench/officials.ts [folder of evaluation data] [--errors odd|even] [--all]`
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fold } from '../src/language/script.ts';
import { findOfficials } from '../src/people/find-officials.ts';
import type { Official } from '../src/people/official.ts';

const PUBLIC = (
  '总书记 书记 副书记 市长 省长 县长 区长 旗长 州长 盟长 镇长 乡长 村长 村主任 局长 厅长 部长 处长 科长 司长 署长 主任 主任委员 委员 常委 组长 政委 司令 司令员 参谋长 ' +
  '主席 总理 国务委员 秘书长 院长 检察长 会长 理事长 队长 站长 所长 馆长 校长 行长 社长 台长 专员 巡视员 调研员 公使 参赞 大使 总领事 发言人 指挥长 总指挥 党组成员 负责人 ' +
  '议长 议员 国务卿 外长 防长 财长 大臣 特使 法官 检察官 顾问'
).split(' ');
const PRESS = /(记者|通讯员|编辑|摄影|实习生|主编|责编|作者|主持人|主持|解说|主播|撰稿人|翻译|评论员)$/;

interface Row {
  id: string;
  text: string;
  people: string[];
  officials: { name: string; titles: string[] }[];
}
type Kept = (titles: string[]) => boolean;

const isPublic: Kept = (titles) => titles.some((title) => PUBLIC.some((word) => title.endsWith(word)));
const isNotPress: Kept = (titles) => !titles.every((title) => PRESS.test(title));

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--') && !/^(odd|even)$/.test(argument)) ?? '../shared/eval';
const showAt = process.argv.indexOf('--errors');
const shown = showAt > 0 ? process.argv[showAt + 1] : undefined;
const showAll = process.argv.includes('--all');

const file = join(folder, 'officials.dev.jsonl');
if (!existsSync(file)) {
  console.log(`No evaluation data: ${file} is not there. Give its folder as the first argument.`);
  process.exit(0);
}
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const answers = rows.map((row) => findOfficials({ title: '', text: row.text }));

/**
 * Names counted over `rows` numbered by `parity`. `kept` picks officials, expected and found, by their titles;
 * where `wholeRows` is set it picks rows, and everyone titled in them counts.
 */
function measure(label: string, parity: 'even' | 'odd' | 'both', kept: Kept, wholeRows: boolean): void {
  let right = 0;
  let expected = 0;
  let found = 0;
  let titlesRight = 0;
  let titles = 0;
  rows.forEach((row, i) => {
    if (parity !== 'both' && (i % 2 === 0) !== (parity === 'even')) return;
    if (wholeRows && !row.officials.some((official) => kept(official.titles))) return;
    const wanted = row.officials.filter((official) => wholeRows || kept(official.titles));
    const got = answers[i]!.filter((official) => wholeRows || kept(official.titles.map((title) => fold(title.text))));
    const wantedNames = new Map(wanted.map((official) => [fold(official.name), official]));
    const gotNames = new Map(got.map((official) => [official.name, official]));
    expected += wantedNames.size;
    found += gotNames.size;
    for (const [name, official] of gotNames) {
      const listed = wantedNames.get(name);
      if (!listed) {
        show(
          parity,
          row,
          `extra ${name} = ${official.titles.map((title) => title.text).join('|')}`,
          row.people.some((p) => fold(p) === name) ? ' (a person)' : '',
        );
        continue;
      }
      right++;
      for (const title of listed.titles) {
        titles++;
        const whole = official.titles.some((own) => fold(own.text).includes(fold(title)));
        if (whole) titlesRight++;
        else show(parity, row, `title ${title} of ${name}`, ` in ${official.titles.map((own) => own.text).join('|')}`);
      }
    }
    for (const [name, official] of wantedNames) {
      if (!gotNames.has(name)) show(parity, row, `missed ${name} = ${official.titles.join('|')}`, '');
    }
  });
  const precision = right / found;
  const recall = right / expected;
  console.log(
    `${label.padEnd(34)} ${parity.padEnd(5)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} ` +
      `F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)} of ${expected}; titles complete ` +
      `${(titlesRight / titles).toFixed(3)} of ${titles}`,
  );
}

let printing = false;
function show(parity: string, row: Row, what: string, more: string): void {
  if (printing && parity === shown) console.log(`  ${what}${more} :: ${row.text}`);
}

for (const parity of ['even', 'odd', 'both'] as const) {
  printing = true;
  measure('public office, rows', parity, isPublic, true);
  printing = false;
  measure('public office, by own titles', parity, isPublic, false);
  printing = showAll;
  measure('all but press', parity, isNotPress, false);
  printing = false;
  measure('all', parity, () => true, false);
}

/** F1 over rows with a holder of public office, every fifth row of the file in each: sets that share no rows. */
const FIFTHS = 5;
const fifths = Array.from({ length: FIFTHS }, (_, fifth) => {
  let [right, expected, found] = [0, 0, 0];
  for (let i = fifth; i < rows.length; i += FIFTHS) {
    if (!rows[i]!.officials.some((official) => isPublic(official.titles))) continue;
    const wanted = new Set(rows[i]!.officials.map((official) => fold(official.name)));
    expected += wanted.size;
    found += answers[i]!.length;
    for (const { name } of answers[i]!) if (wanted.has(name)) right++;
  }
  return ((2 * right) / (expected + found)).toFixed(3);
});
console.log(`public office, rows, five parts of the file: F1 ${fifths.join(' ')}`);

/** Names that stand right before one of their titles and not behind one: 王大明主席. */
for (const parity of [0, 1]) {
  let [right, expected] = [0, 0];
  rows.forEach((row, i) => {
    if (i % 2 !== parity) return;
    for (const { name, titles } of row.officials) {
      if (
        !isNotPress(titles) ||
        !titles.some((title) => row.text.includes(name + title)) ||
        titles.some((title) => row.text.includes(title + name))
      )
        continue;
      expected++;
      const found = answers[i]!.some((official) => official.name === fold(name));
      if (found) right++;
      else if (shown === 'even' && parity === 0) console.log(`  missed before its title: ${name} :: ${row.text}`);
    }
  });
  console.log(`names before their titles, ${parity === 0 ? 'even' : 'odd'}: recall ${(right / expected).toFixed(3)} of ${expected}`);
}

const news = join(folder, 'news-10k.jsonl.gz');
if (existsSync(news) && !shown) {
  const articles = gunzipSync(readFileSync(news))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string });
  const folded = performance.now();
  for (const article of articles) fold(article.text);
  const before = performance.now();
  let officials = 0;
  let statements = 0;
  const counted = (list: Official[]) => {
    officials += list.length;
    for (const one of list) statements += one.statements.length;
  };
  for (const article of articles) counted(findOfficials({ title: '', text: article.text }));
  const seconds = (performance.now() - before) / 1000;
  console.log(
    `${articles.length} articles, ${articles.reduce((sum, article) => sum + article.text.length, 0)} characters: ` +
      `${seconds.toFixed(1)} s, ` +
      `folding alone ${((before - folded) / 1000).toFixed(1)} s; ${officials} officials, ${statements} statements`,
  );
} else if (!shown) console.log(`No ${news}: speed not measured.`);
