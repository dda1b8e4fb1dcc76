import { fold } from '../../language/script.ts';

const COLUMN_LABEL = /^[\p{Script=Han}a-z0-9]{2,4}\s*[|丨∣│]\s*(?=.{6})/u;
const SITE_TAIL =
  /(?<!\s)\s*(?:[_|丨∣│]|\s[-—–]+\s|(?<!-)-+)\s*[\p{Script=Han}a-z0-9·]{2,14}(?:网|报|在线|频道|新闻|门户|门户网站|人民政府|客户端|日报社)(?:\s*[-_|].{0,20})?$/u;

/** The title in a printed headline: without the column it stood in (`头条|`) and the site's name behind it. */
export function bareTitle(headline: string): string {
  const folded = fold(headline);
  const head = COLUMN_LABEL.exec(folded)?.[0].length ?? 0;
  const tail = SITE_TAIL.exec(folded)?.index ?? headline.length;
  return headline
    .slice(head, Math.max(tail, head + 4))
    .replace(/(?<![\s【[(（—–-])[\s【[(（—–-]+$/u, '')
    .trim();
}

/**
 * The real title inside one that was stuffed with search words: pages for search engines print
 * `关键词 关键词组成的标题`. Told by this: all characters of the first part stand in the last, which is longer.
 * Null where the headline is an ordinary one.
 */
export function unstuffed(headline: string): string | null {
  const at = headline.search(/[\s　]\S+$/);
  if (at < 2) return null;
  const [stuffing, title] = [fold(headline.slice(0, at)).replace(/\s/g, ''), headline.slice(at + 1).trim()];
  const inTitle = new Set(fold(title));
  return title.length >= 8 && title.length > stuffing.length && [...stuffing].every((character) => inTitle.has(character)) ? title : null;
}

const LEAD_IN = new RegExp(
  String.raw`^(?:[^\n。,]{0,20}?(?:网|社|报|台|客户端)[^\n。,]{0,12}?(?:讯|电|消息|` +
    String.raw`报道(?![了称说指]))[】)\]]?\s*(?:[(【[][^)】\]\n。]{0,40}[)】\]]\s*)?|本报讯\s*|[^\n。,]{0,16}(?:记者|` +
    String.raw`通讯员)[:\s]*[\p{Script=Han}]{2,4}(?:\s[\p{Script=Han}]{2,3}){0,3}(?=\d|近日|日前|昨[日天]|今[日天])|` +
    String.raw`[(【[](?:[^)】\]]{0,6}(?:记者|通讯员|作者)[^)】\]]{0,30})[)】\]]\s*|(?:本报|特约)?(?:记者|通讯员)[^\n。,]{2,10}?报道[:\s]\s*|` +
    String.raw`(?:[^\n。,]{0,12}记者|通讯员)\s+[^\n。,]{2,12}[,\s]\s*|原标题[::]\s*)`,
  'u',
);
const LEADING_DATE =
  /^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上午|下午|晚间|早间|深夜|傍晚|夜间|晚上?|凌晨|中午|清晨|起|以来)?(?:\d{1,2}[时点]\d{0,2}分?)?,?\s*/u;
const LEADING_DAY = /^(?:近日|日前|昨日|昨天|今天|今日|当日|近期|连日来|最近)[,\s]\s*/;
const ADVERBIAL = /^(?:为|根据|按照|随着|在|据|由于|自|从|通过|当|截至|经)[^,。]*,/;
/** A derived title shorter than this says too little; the next clause is taken too. */
const SHORTEST = 10;
const LONGEST = 60;
/** Datelines and adverbials end long before; a text need not be folded as a whole. */
const OPENING = 300;

/**
 * A title from the first sentence, for a page that prints none: the sentence without dateline, byline, date and
 * opening adverbial, up to the first clause end that leaves at least ten characters. A slice of `text`, at most
 * 60 UTF-16 units.
 *
 * @param whole `fold(text)`, where it is at hand
 */
export function derivedTitle(text: string, whole?: string): string {
  const folded = whole?.slice(0, OPENING) ?? fold(text.slice(0, OPENING));
  let at = 0;
  for (let moved = true; moved;) {
    moved = false;
    for (const opening of [LEAD_IN, LEADING_DATE, LEADING_DAY, /^(?:消息(?=[\s,]))?[\s,、::|]+/]) {
      const length = opening.exec(folded.slice(at))?.[0].length ?? 0;
      if (length > 0 && at + length < folded.length) {
        at += length;
        moved = true;
      }
    }
  }
  const adverbial = ADVERBIAL.exec(folded.slice(at))?.[0].length ?? 0;
  if (adverbial > 0 && /[^,。\n]{6}/.test(folded.slice(at + adverbial, at + adverbial + 8))) at += adverbial;
  const rest = folded.slice(at);
  let end = rest.search(/[。\n]/);
  if (end < 0) end = rest.length;
  for (const clause of rest.slice(0, end).matchAll(/[,;!?]/g)) {
    if (clause.index >= SHORTEST) {
      end = clause.index;
      break;
    }
  }
  return upTo(text, at, at + Math.min(end, LONGEST)) || upTo(text, 0, LONGEST);
}

/** A slice without blanks around it that ends before `end` rather than inside a surrogate pair. */
function upTo(text: string, start: number, end: number): string {
  const whole = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') && end < text.length ? end - 1 : end;
  return text.slice(start, whole).trim();
}
