/**
 * What places, officials, statements and dates cost of a load, in CPU time of one thread.
 *
 * Run: `node --import tsx bench/extraction.ts [folder of evaluation data]`. The whole load (reading, index, extraction)
 * is measured first, in the same process; the parts are then measured apart over the articles it has read.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { articleDates } from '../src/corpus/dates/article-dates.ts';
import { datesInText } from '../src/corpus/dates/text-dates.ts';
import { readCorpus } from '../src/corpus/files/read.ts';
import { fold } from '../src/language/script.ts';
import { openLibrary } from '../src/library.ts';
import { findOfficials } from '../src/people/find-officials.ts';
import { findRegions } from '../src/places/find-regions.ts';
import { Gazetteer } from '../src/places/gazetteer.ts';

const folder = process.argv[2] ?? '../shared/eval';
const packed = join(folder, 'news-10k.jsonl.gz');
if (!existsSync(packed)) {
  console.log(`No evaluation data: ${packed} is not there. Give its folder as the first argument.`);
  process.exit(0);
}

/** Seconds of CPU that `work` takes, user and system together. */
async function cpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const own = mkdtempSync(join(tmpdir(), 'zhaiyin-'));
try {
  const file = join(own, 'news.jsonl');
  writeFileSync(file, gunzipSync(readFileSync(packed)));
  const whole = await cpu(() => openLibrary(file));
  const { articles } = await readCorpus(file);
  const gazetteer = Gazetteer.load();
  findRegions({ title: '', text: '官山镇三坝乡' }, gazetteer);

  const folded = articles.map(({ text }) => fold(text));
  let regions = 0;
  let officials = 0;
  let statements = 0;
  let dates = 0;
  const ofLoad: [string, number][] = [
    [
      'regions',
      await cpu(() => {
        articles.forEach((article, i) => {
          regions += findRegions(article, gazetteer, folded[i]).length;
        });
      }),
    ],
    [
      'officials and statements',
      await cpu(() => {
        articles.forEach((article, i) => {
          const found = findOfficials(article, folded[i]);
          officials += found.length;
          for (const one of found) statements += one.statements.length;
        });
      }),
    ],
    [
      'dates of the articles',
      await cpu(() => {
        for (const { text } of articles) articleDates(text, { metadata: null, pageDates: [], stamps: [] });
      }),
    ],
  ];
  const onDemand = await cpu(() => {
    for (const article of articles) dates += datesInText(article).length;
  });
  const sum = ofLoad.reduce((total, [, seconds]) => total + seconds, 0);
  const row = (name: string, seconds: number) =>
    console.log(`  ${name.padEnd(26)} ${seconds.toFixed(1).padStart(5)} s  ${((seconds / whole) * 100).toFixed(0).padStart(3)} %`);
  console.log(
    `${articles.length} articles, ${articles.reduce((total, { text }) => total + text.length, 0)} characters; the ` +
      `whole load ${whole.toFixed(1)} s of CPU, of which`,
  );
  for (const [name, seconds] of ofLoad) row(name, seconds);
  row('together', sum);
  console.log(`Every date in every text, which only /article reads: ${onDemand.toFixed(1)} s`);
  console.log(`${regions} regions, ${officials} officials, ${statements} statements, ${dates} dates`);
} finally {
  rmSync(own, { recursive: true, force: true });
}
