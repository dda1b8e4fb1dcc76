import type { LeftOutKind } from '../article.ts';

/** A stretch of a file that is not to be read as the article's words. UTF-16 offsets into the decoded file. */
export interface Flaw {
  kind: Extract<LeftOutKind, 'pinyin-gloss' | 'damage' | 'markup' | 'byline' | 'site-notice'>;
  start: number;
  end: number;
}

/** One syllable of Hanyu Pinyin, with or without its tone mark: an initial, a final, nothing else. */
const SYLLABLE = '(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aāáǎàoōóǒòeēéěèêiīíǐìuūúǔùüǖǘǚǜv][aāáǎàoōóǒòeēéěèiīíǐìuūúǔùüǖǘǚǜ]{0,3}(?:ng?|r)?';
const GLOSS = new RegExp(`(?<=\\p{Script=Han})[(（]${SYLLABLE}[)）]`, 'gu');
/** The same behind a word or a name: `安洮(Āntáo)`, `祁连海(Qí Liánhǎi)`; a tone mark tells it from English. */
const WORD_GLOSS = new RegExp("(?<=\\p{Script=Han})[(（][a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜ'’ ]{2,48}[)）]", 'giu');
const TONED = /[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]/i;
/**
 * What is left of a gloss whose character and bracket were lost (`?jiǎng)`), with a short run behind it that ends
 * in a second loss before punctuation (`悠饋?,`): between two lost places of one clause nothing can be trusted.
 */
const ORPHAN = new RegExp(`(?<![?？\uFFFD])[?？\uFFFD]+${SYLLABLE}[)）](?:\\p{Script=Han}{1,4}[?？\uFFFD]+(?=[,，、;；。:：]))?`, 'gu');
/**
 * What is left where a glossed character was lost before its gloss was: `召開??h委`, `??委`, and on a glossed page a small letter
 * alone between two characters (`縣h委`). One question mark alone is a writer's.
 */
const LOST = /(?<=\p{Script=Han}(?:\([a-zāáǎàōóǒòēéěèīíǐìūúǔùüǖǘǚǜ]{1,6}\))?)(?:[?？]{2,4}[a-z]{0,6}|[?？][a-z]{1,6})(?=\p{Script=Han})/gu;
const STRAY = /(?<=\p{Script=Han})[a-z](?=\p{Script=Han})/gu;
/** What decoders leave of lost bytes, and halves of surrogate pairs, which JSON can hold. */
const REPLACEMENT = /[\uFFFD\uD800-\uDFFF]+/gu;
/** No letter, no blank: what machines wrote to machines. JSON can hold them, `\0` among them. */
const CONTROLS = /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/g;

/** A writer explains a rare character once or twice; a converting machine glosses every other one. */
const MACHINE_GLOSSES = 3;

/**
 * Pinyin that a converter printed behind each converted character (`鄉(xiāng)`), and places where characters were
 * lost on the way (`?cái)力`, U+FFFD), in ascending order.
 *
 * Glosses are told from a writer's own (`氿(jiǔ)`) by their number: fewer than three toned ones on a page are kept.
 * Syllables without a tone mark (`了(le)`) count only on a page that is glossed. Other brackets never match.
 */
export function findFlaws(file: string): Flaw[] {
  const words = TONED.test(file) ? [...file.matchAll(WORD_GLOSS)].filter(([gloss]) => TONED.test(gloss)) : [];
  const glosses = words.length === 0 ? [...file.matchAll(GLOSS)] : distinct([...file.matchAll(GLOSS), ...words]);
  const toned = glosses.filter((gloss) => TONED.test(gloss[0])).length;
  const lost = toned > 0 ? [...file.matchAll(LOST)] : [];
  // One gloss beside such a loss is a machine's, too.
  const machine = toned >= MACHINE_GLOSSES || lost.length > 0;
  const flaws: Flaw[] = [];
  if (machine) {
    for (const gloss of glosses) flaws.push(flaw('pinyin-gloss', gloss));
    const orphans = [...file.matchAll(ORPHAN)].map((orphan) => flaw('damage', orphan));
    const strays = toned >= MACHINE_GLOSSES ? [...file.matchAll(STRAY)] : [];
    flaws.push(
      ...apart(
        orphans,
        [...lost, ...strays].map((match) => flaw('damage', match)),
      ),
    );
  }
  const known = flaws.slice();
  flaws.push(
    ...apart(
      known,
      [...file.matchAll(REPLACEMENT)].map((match) => flaw('damage', match)),
    ).slice(known.length),
  );
  for (const controls of file.matchAll(CONTROLS)) flaws.push(flaw('markup', controls));
  return flaws.sort((a, b) => a.start - b.start);
}

/** Each place once, ascending. */
function distinct(matches: readonly RegExpExecArray[]): RegExpExecArray[] {
  return [...new Map(matches.map((match) => [match.index, match])).values()].sort((a, b) => a.index - b.index);
}

/** The first list, and of the second what overlaps none of it nor of itself. */
function apart(first: readonly Flaw[], second: readonly Flaw[]): Flaw[] {
  const sorted = [...first].sort((a, b) => a.start - b.start);
  const kept: Flaw[] = [];
  let at = 0;
  for (const one of [...second].sort((a, b) => a.start - b.start)) {
    while (at < sorted.length && sorted[at]!.end <= one.start) at++;
    const overlaps = (sorted[at] && sorted[at]!.start < one.end) || (kept.at(-1)?.end ?? 0) > one.start;
    if (!overlaps) kept.push(one);
  }
  return [...first, ...kept];
}

function flaw(kind: Flaw['kind'], match: RegExpExecArray): Flaw {
  return { kind, start: match.index, end: match.index + match[0].length };
}
