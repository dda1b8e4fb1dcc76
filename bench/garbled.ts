/**
 * `node --import tsx bench/garbled.ts [FOLDER] [TEXTS]`: news articles that were misread before they were saved, in every pair of
 * encodings, at several lengths; and clean ones. Right is that a garbled text is refused or mended, and that a clean one is read.
 */
import iconv from 'iconv-lite';
import { isMisread } from '../src/corpus/files/misread.ts';
import { toTraditional } from '../src/language/script.ts';
import { EvalData } from './eval/data.ts';

const MEANT = ['utf8', 'gb18030', 'big5hkscs', 'utf16le'];
const READ = [
  'utf8',
  'gb18030',
  'big5hkscs',
  'shiftjis',
  'eucjp',
  'euckr',
  'win1251',
  'win1252',
  'latin1',
  'macintosh',
  'koi8r',
  'cp437',
  'cp866',
  'utf16le',
];
const LENGTHS = [400, 150, 60, 25, 12];
/** What programs do with what the table lacks. */
const LOSSES: Readonly<Record<string, (text: string) => string>> = {
  kept: (text) => text,
  dropped: (text) => text.replace(/[\uFFFD\u0080-\u009f]/g, ''),
  asked: (text) => text.replace(/[\uFFFD\u0080-\u009f]/g, '?'),
};

const [folder = '../shared/eval', texts = '60'] = process.argv.slice(2);
const news = new EvalData(folder)
  .articles('news-10k.jsonl.gz')
  .map(({ text }) => text)
  .filter((text) => text.length >= LENGTHS[0]!);
const step = Math.max(1, Math.floor(news.length / Number(texts)));
const chosen = news.filter((_, n) => n % step === 0).slice(0, Number(texts));

const ways: [name: string, garble: (text: string) => string][] = [];
for (const meant of MEANT) {
  for (const read of READ) {
    if (meant === read) continue;
    const script = meant === 'big5hkscs' ? toTraditional : (text: string) => text;
    const once = (text: string) => iconv.decode(iconv.encode(script(text), meant), read);
    for (const [loss, lose] of Object.entries(LOSSES)) ways.push([`${meant} as ${read}, ${loss}`, (text) => lose(once(text))]);
    if (meant === 'utf8') ways.push([`${meant} as ${read}, twice`, (text) => once(once(text))]);
  }
}

console.log(['known, of 100'.padEnd(36), ...LENGTHS.map((length) => String(length).padStart(5))].join(''));
for (const [name, garble] of ways) {
  const known = LENGTHS.map((length) => {
    const cut = chosen.map((text, n) => garble(text.slice(n % 7, (n % 7) + length)));
    return Math.round((100 * cut.filter((text) => isMisread(text)).length) / cut.length);
  });
  if (known.some((share) => share < 100)) console.log([name.padEnd(36), ...known.map((share) => String(share).padStart(5))].join(''));
}
for (const length of LENGTHS) {
  let [tried, refused] = [0, 0];
  for (const text of news.slice(0, 1000)) {
    for (const written of [text, toTraditional(text)]) {
      tried++;
      if (isMisread(written.slice(tried % 7, (tried % 7) + length))) refused++;
    }
  }
  console.log(`clean, ${length}: ${refused} of ${tried} refused`);
}
