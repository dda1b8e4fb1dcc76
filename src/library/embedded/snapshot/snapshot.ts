import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Breather } from '../../../steps/breather.ts';
import type { Article } from '../../../corpus/article.ts';
import type { FileRecord } from '../../../corpus/files/read-file.ts';
import { refusal, type Rejection } from '../../../corpus/refusal.ts';
import type { Official } from '../../../people/official.ts';
import type { OpenName, RegionFinding } from '../../../places/find-regions.ts';
import type { Region } from '../../../places/region.ts';
import { type IndexSnapshot, restored, snapshotOf } from '../../../search/index/snapshot.ts';
import { ChunkWriter, Damaged, readChunks } from './chunk-file.ts';
import { codeKey } from './code-key.ts';
import type { Findings } from '../findings.ts';

/** Raised where the shape of what is written changes other than by the code that `codeKey` covers. */
const FORMAT = 2;
/** So many files, articles, findings or terms are written in one piece: a few milliseconds of work. */
const BATCH = 100;
/** Of long articles fewer are written in one piece. In UTF-16 units of their texts. */
const BATCH_TEXT = 200_000;
const TERMS = 20_000;
/** Of a typed array, in bytes. */
const PIECE = 1024 * 1024;

interface Head {
  format: number;
  code: string;
  files: number;
  parsed: number;
  articles: number;
  terms: number;
  arrays: Record<string, { kind: 'Uint32Array' | 'Uint8Array'; length: number }>;
}
type FileEntry = [name: string, stamp: string, settled: boolean, sha256: string, parsed: number];
/** Regions stand once in a list and are meant by their places in it. */
interface StoredFindings {
  regions: (Omit<RegionFinding, 'region'> & { region: number })[];
  open: { start: number; end: number; candidates: number[] }[];
  officials: readonly Official[];
  foldedTitle: string;
  indexedTitle: string;
  folded: string | null;
}

/** Where the snapshot of a corpus is kept: in `.cache/` beside it, unless another folder is given. */
export function snapshotFile(corpus: string, cacheDir: string | null): string {
  const whole = path.resolve(corpus);
  const name = `${path.basename(whole)}-${createHash('sha256').update(whole).digest('hex').slice(0, 12)}.snapshot`;
  return path.join(cacheDir ?? path.join(path.dirname(whole), '.cache'), name);
}

/** Writes what was found in a corpus, for the next start. @throws as the file system does; an older snapshot stays then */
export async function writeSnapshot(file: string, findings: Findings): Promise<void> {
  const breather = new Breather();
  const writer = await ChunkWriter.create(file);
  try {
    const index = snapshotOf(findings.index, findings.articles);
    const arrays = arraysOf(index);
    const terms = findings.index.lexicon.terms();
    const parsed = [...findings.files.values()].flatMap((record) => record.parsed);
    const head: Head = {
      format: FORMAT,
      code: await codeKey(),
      files: findings.files.size,
      parsed: parsed.length,
      articles: findings.articles.length,
      terms: terms.length,
      arrays: Object.fromEntries(
        Object.entries(arrays).map(([name, array]) => [
          name,
          { kind: array instanceof Uint8Array ? 'Uint8Array' : 'Uint32Array', length: array.length },
        ]),
      ),
    };
    await writer.write(head);
    const batches = async (
      length: number,
      size: number,
      part: (start: number, end: number) => unknown,
      textOf?: (at: number) => number,
    ) => {
      for (let start = 0; start < length;) {
        const most = Math.min(start + size, length);
        let end = textOf ? start + 1 : most;
        for (let text = textOf?.(start) ?? 0; end < most && (text += textOf!(end)) <= BATCH_TEXT;) end++;
        await writer.write(part(start, end));
        await breather.pause();
        start = end;
      }
    };
    const files = [...findings.files];
    await batches(files.length, BATCH * 10, (start, end) =>
      files
        .slice(start, end)
        .map(([name, { stamp, settled, sha256, parsed: own }]): FileEntry => [name, stamp, settled, sha256, own.length]),
    );
    await batches(
      parsed.length,
      BATCH,
      (start, end) => parsed.slice(start, end),
      (at) => {
        const one = parsed[at]!;
        return 'reason' in one ? 0 : one.text.length;
      },
    );
    const regions = new Map<string, number>();
    await batches(
      findings.articles.length,
      BATCH,
      (start, end) => {
        const fresh: Region[] = [];
        const numberOf = (region: Region) => {
          const known = regions.get(region.code);
          if (known !== undefined) return known;
          fresh.push(region);
          regions.set(region.code, regions.size);
          return regions.size - 1;
        };
        const found: StoredFindings[] = [];
        for (let number = start; number < end; number++) {
          found.push({
            regions: findings.regions[number]!.map((finding) => ({ ...finding, region: numberOf(finding.region) })),
            open: findings.open[number]!.map(({ start, end, candidates }) => ({ start, end, candidates: candidates.map(numberOf) })),
            officials: findings.officials[number]!,
            foldedTitle: findings.foldedTitles[number]!,
            indexedTitle: index.foldedTitles[number]!,
            folded: index.folded[number]!,
          });
        }
        return { fresh, found };
      },
      (number) => findings.articles[number]!.text.length,
    );
    await batches(terms.length, TERMS, (start, end) => terms.slice(start, end));
    for (const array of Object.values(arrays)) {
      const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
      await batches(bytes.length, PIECE, (start, end) => bytes.subarray(start, end));
    }
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/**
 * What an earlier run found, or why it can't be used: `missing`, `damaged`, or written by `other-code`. Of the files
 * nothing is believed but that bytes of the same SHA-256 say the same: see `readCorpus`.
 */
export async function readSnapshot(file: string): Promise<Findings | 'missing' | 'damaged' | 'other-code'> {
  const handle = await open(file).catch(() => null);
  if (!handle) return 'missing';
  try {
    const breather = new Breather();
    const chunks = readChunks(handle, breather);
    const head = await next<Head>(chunks);
    if (head.format !== FORMAT || head.code !== (await codeKey())) return 'other-code';
    const findings = await breather.run(await gather(head, chunks, breather));
    if (!(await chunks.next()).done) throw new Damaged('it does not end');
    return findings;
  } catch {
    // Whatever is wrong with it: it can be made again.
    return 'damaged';
  } finally {
    await handle.close();
  }
}

async function gather(head: Head, chunks: AsyncGenerator<unknown>, breather: Breather): Promise<Generator<void, Findings>> {
  const entries = await list<FileEntry>(chunks, head.files);
  const parsed = await list<Article | Rejection>(chunks, head.parsed);
  const { files, articles, numbers } = await breather.run(filesOf(entries, parsed));
  if (articles.length !== head.articles) throw new Damaged('the articles are not all there');
  const allRegions: Region[] = [];
  const regions: RegionFinding[][] = [];
  const open: OpenName[][] = [];
  const officials: (readonly Official[])[] = [];
  const foldedTitles: string[] = [];
  const index = { foldedTitles: [] as string[], folded: [] as (string | null)[] };
  while (regions.length < head.articles) {
    const { fresh, found } = await next<{ fresh: Region[]; found: StoredFindings[] }>(chunks);
    allRegions.push(...fresh);
    for (const one of found) {
      regions.push(one.regions.map((finding) => ({ ...finding, region: allRegions[finding.region]! })));
      const { text } = articles[open.length]!;
      open.push(
        one.open.map(({ start, end, candidates }) => ({
          text: text.slice(start, end),
          start,
          end,
          candidates: candidates.map((place) => allRegions[place]!),
        })),
      );
      officials.push(one.officials);
      foldedTitles.push(one.foldedTitle);
      index.foldedTitles.push(one.indexedTitle);
      index.folded.push(one.folded);
    }
  }
  const terms = await list<string>(chunks, head.terms);
  const arrays = new Map<string, Uint32Array | Uint8Array>();
  for (const [name, { kind, length }] of Object.entries(head.arrays)) {
    const array = kind === 'Uint8Array' ? new Uint8Array(length) : new Uint32Array(length);
    const bytes = new Uint8Array(array.buffer);
    for (let filled = 0; filled < bytes.length;) {
      const piece = await next<Uint8Array>(chunks);
      bytes.set(piece, filled);
      filled += piece.length;
    }
    arrays.set(name, array);
  }
  return (function* () {
    const whole = yield* restored({ ...index, terms, ...partsOf(arrays) }, articles);
    return { articles, numbers, foldedTitles, index: whole, regions, open, officials, files };
  })();
}

/** Files with their articles, and the articles as `readCorpus` numbers them: the first of each id. Pauses now and then. */
function* filesOf(
  entries: readonly FileEntry[],
  parsed: readonly (Article | Rejection)[],
): Generator<void, { files: Map<string, FileRecord>; articles: Article[]; numbers: Map<string, number> }> {
  const files = new Map<string, FileRecord>();
  const articles: Article[] = [];
  const numbers = new Map<string, number>();
  let at = 0;
  for (const [name, stamp, settled, sha256, count] of entries) {
    // Why a file was refused is told in this version's words.
    const own = parsed.slice(at, (at += count)).map((one) => ('reason' in one ? { ...one, ...refusal(one.code, one.values) } : one));
    files.set(name, { stamp, settled, sha256, parsed: own });
    for (const one of own) {
      if ('reason' in one || numbers.has(one.id)) continue;
      numbers.set(one.id, articles.length);
      if (articles.push(one) % BATCH === 0) yield;
    }
  }
  return { files, articles, numbers };
}

async function next<T>(chunks: AsyncGenerator<unknown>): Promise<T> {
  const step = await chunks.next();
  if (step.done) throw new Damaged('it ends too soon');
  return step.value as T;
}

async function list<T>(chunks: AsyncGenerator<unknown>, length: number): Promise<T[]> {
  const all: T[] = [];
  while (all.length < length) for (const one of await next<T[]>(chunks)) all.push(one);
  return all;
}

function arraysOf({ postings, passages, pairs }: IndexSnapshot): Record<string, Uint32Array | Uint8Array> {
  return {
    'pairs.counts': pairs.counts,
    'pairs.characters': pairs.characters,
    'postings.firsts': postings.firsts,
    'postings.columns': postings.columns,
    'postings.values': postings.values,
    'passages.articles': passages.articles,
    'passages.starts': passages.starts,
    'passages.ends': passages.ends,
    'passages.lengths': passages.lengths,
    'passages.firsts': passages.firsts,
  };
}

function partsOf(arrays: ReadonlyMap<string, Uint32Array | Uint8Array>): Pick<IndexSnapshot, 'postings' | 'passages' | 'pairs'> {
  const numbers = (name: string): Uint32Array => {
    const array = arrays.get(name);
    if (!(array instanceof Uint32Array)) throw new Damaged(`${name} is missing`);
    return array;
  };
  const values = arrays.get('postings.values');
  if (!(values instanceof Uint8Array)) throw new Damaged('postings.values is missing');
  return {
    pairs: { counts: numbers('pairs.counts'), characters: numbers('pairs.characters') },
    postings: { firsts: numbers('postings.firsts'), columns: numbers('postings.columns'), values },
    passages: {
      articles: numbers('passages.articles'),
      starts: numbers('passages.starts'),
      ends: numbers('passages.ends'),
      lengths: numbers('passages.lengths'),
      firsts: numbers('passages.firsts'),
    },
  };
}
