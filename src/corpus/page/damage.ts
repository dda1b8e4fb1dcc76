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
const TONED = /[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]/;
/**
 * What is left of a gloss whose character and bracket were lost (`?jiǎng)`), with a short run behind it that ends
 * in a second loss before punctuation (`悠饋?,`): between two lost places of one clause nothing can be trusted.
 */
const ORPHAN = new RegExp(`[?？\uFFFD]+${SYLLABLE}[)）](?:\\p{Script=Han}{1,4}[?？\uFFFD]+(?=[,，、;；。:：]))?`, 'gu');
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
  const glosses = [...file.matchAll(GLOSS)];
  const machine = glosses.filter((gloss) => TONED.test(gloss[0])).length >= MACHINE_GLOSSES;
  const flaws: Flaw[] = [];
  if (machine) {
    for (const gloss of glosses) flaws.push(flaw('pinyin-gloss', gloss));
    for (const orphan of file.matchAll(ORPHAN)) flaws.push(flaw('damage', orphan));
  }
  for (const lost of file.matchAll(REPLACEMENT)) {
    const next = flaw('damage', lost);
    if (!flaws.some((known) => known.start < next.end && next.start < known.end)) flaws.push(next);
  }
  for (const controls of file.matchAll(CONTROLS)) flaws.push(flaw('markup', controls));
  return flaws.sort((a, b) => a.start - b.start);
}

function flaw(kind: Flaw['kind'], match: RegExpExecArray): Flaw {
  return { kind, start: match.index, end: match.index + match[0].length };
}
