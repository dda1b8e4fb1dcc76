import type { LeftOutKind } from '../article.ts';
import { furnitureKind, isDatedRow, isListItem, isRelatedHeading, itemStampOf } from './furniture.ts';
import type { Line } from './lines.ts';
import { isMetaLine, type MetaLine, readMetaLine } from './meta-line.ts';
import { isSiteNotice } from './site-notice.ts';

/** What a line of a page looks like by itself; where it stands is not asked. */
export interface Look {
  folded: string;
  /** A blank line stands before it. */
  gap: boolean;
  /** It says a sentence, or part of a long one. */
  prose: boolean;
  /** It ends with a colon: what follows is announced. */
  announces: boolean;
  /** It could be a headline. */
  headline: boolean;
  /** The parts of a line that says when the page came out, from where and by whom; null in any other. */
  meta: MetaLine | null;
  /** Furniture by its looks. */
  kind: LeftOutKind | null;
  /** The heading of a list of other pages. */
  heading: boolean;
  /** An entry of a list, and whether it is stamped with a day or a time. */
  row: boolean;
  stamped: boolean;
  /** A site's disclaimer or call to its readers: prose that is the page's. */
  notice: boolean;
}

const SENTENCE_END = /[。;]["'”’」』)〕】]*$/;
const SPEECH_END = /[!?…]["'”’」』)]*$/;
/** So long a line with commas is a paragraph, whatever ends it. In UTF-16 units. */
const PARAGRAPH = 60;
/** What announces at such length says a sentence. */
const ANNOUNCEMENT = 25;

export function lookOf({ folded, gap }: Line): Look {
  const meta = readMetaLine(folded);
  const isMeta = meta !== null && isMetaLine(folded, meta);
  const kind = furnitureKind(folded, meta);
  const notice = kind === null && isSiteNotice(folded);
  const stamped = itemStampOf(folded) !== null || (!isMeta && isDatedRow(folded));
  return {
    folded,
    gap,
    prose: kind === null && !isMeta && !notice && (isProse(folded) || (/:$/.test(folded) && folded.length >= ANNOUNCEMENT)),
    announces: kind === null && !isMeta && /[:]$/.test(folded),
    headline: kind === null && !isMeta && looksLikeHeadline(folded),
    meta: isMeta ? meta : null,
    kind,
    heading: isRelatedHeading(folded),
    row: stamped || isListItem(folded),
    stamped,
    notice,
  };
}

/** Whether the line says a sentence: it ends as one, or is a long run of clauses. */
function isProse(folded: string): boolean {
  if (folded.length < 4) return false;
  if (SENTENCE_END.test(folded) || /。/.test(folded)) return true;
  const clauses = commas(folded);
  if (SPEECH_END.test(folded)) return folded.length > 30 || /:/.test(folded) || clauses > 1;
  return (folded.length >= PARAGRAPH && clauses > 0) || (folded.length >= 30 && clauses >= 2);
}

function commas(folded: string): number {
  let count = 0;
  for (let at = folded.indexOf(','); at >= 0; at = folded.indexOf(',', at + 1)) count++;
  return count;
}

/** 公告, 通 知, 任前公示: what a document calls itself, and nothing more. */
export const DOCUMENT =
  /^(?:(?:任前|任职前|结果|中标|成交|招标|招聘|招租|征收|更正|补充|紧急|重要|情况|表扬|干部任[前职]|拟录用)?(?:[通公] ?[告知报示])|(?:寻人|招领|遗失)?启 ?事|声 ?明|讣 ?告|倡 ?议 ?书|公 ?开 ?信)$/;

/** A headline: short, one line, and not a sentence; or the name of a kind of document. */
export function looksLikeHeadline(folded: string): boolean {
  if (DOCUMENT.test(folded)) return true;
  return folded.length >= 4 && folded.length <= 80 && /\p{Script=Han}/u.test(folded) && !/[。;,:…]$/.test(folded) && !/。/.test(folded);
}
