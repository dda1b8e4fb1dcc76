import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type nodejiebaModule from 'nodejieba';

type Nodejieba = typeof nodejiebaModule;

/** nodejieba could not be used on this machine; the message says what to install. */
export class SegmenterUnavailable extends Error {
  constructor(cause: unknown) {
    super(
      'The word segmenter nodejieba has no binary on this machine. Install a compiler (Debian and Ubuntu: ' +
        '`apt-get install python3 make g++`), then run `npm rebuild nodejieba`. ' +
        `Reason: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
    this.name = 'SegmenterUnavailable';
  }
}

const ownDict = (name: string) => fileURLToPath(new URL(`./dict/${name}`, import.meta.url));
/** jieba returns Latin letters and digits one by one; runs of them are one word to us (`gdp`, `3.5`, `2020`). */
const LATIN = /^[0-9a-zà-öø-ÿ]$/;
const JOINER = /^[.\-_]$/;

let jieba: Nodejieba | undefined;

/**
 * Loads nodejieba's dictionaries: 1–3 s and about 250 MB, once a process. Called by {@link words} where it is
 * needed, and by the library at start so that a missing binary is told at once.
 *
 * @throws {SegmenterUnavailable} where nodejieba's native part is not there.
 */
export function loadSegmenter(): void {
  if (jieba) return;
  try {
    const module = createRequire(import.meta.url)('nodejieba') as Nodejieba;
    // Its keyword tables (6 MB) are never used here; near-empty ones save a quarter of the loading time.
    module.load({ idfDict: ownDict('idf.utf8'), stopWordDict: ownDict('stop-words.utf8') });
    jieba = module;
  } catch (error) {
    throw new SegmenterUnavailable(error);
  }
}

/**
 * The words of a folded text, in order and without gaps: joined they are `folded` again, so offsets follow from
 * their lengths. Punctuation and spaces come as words of their own.
 */
export function words(folded: string): string[] {
  loadSegmenter();
  const pieces = jieba!.cut(folded);
  const out: string[] = [];
  let latin = false;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const isLatin = LATIN.test(piece);
    const joins: boolean = latin && (isLatin || (JOINER.test(piece) && LATIN.test(pieces[i + 1] ?? '')));
    if (joins) out[out.length - 1] += piece;
    else out.push(piece);
    latin = isLatin || joins;
  }
  return out;
}

/** The words of a folded text with their parts of speech by nodejieba (ns: place, nt: body, v: verb …); slower than {@link words}. */
export function taggedWords(folded: string): { word: string; tag: string }[] {
  loadSegmenter();
  return jieba!.tag(folded);
}
