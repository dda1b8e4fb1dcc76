import type { Look } from './looks.ts';
import type { Layout } from './parts.ts';

/** An office that signs: 青禾县人民政府, 县旅游局办公室. */
const OFFICE =
  /^[\p{Script=Han}()·、\s]{2,40}(?:政府|委员会|常委会|办公室|办|局|厅|部|处|科|署|委|院|中心|公司|学校|大学|协会|学会|法院|总队|支队|大队|指挥部|领导小组|工作组|社|所|站|馆|会|编辑部|编委会)\)?$/u;
/** 2019年1月17日, 二〇一九年…: as documents are signed, without a time of day. */
const WRITTEN_DAY = /^[(（]?(?:\d{4}|[一二][〇○零o0一二三四五六七八九]{3}|民国.{1,5})\s?年.{2,8}日[)）]?$/;
/** What a text announces with its last words: names, items, what is enclosed. */
const ANNOUNCED = /(?:名单|如下|附后|下列|(?<![米度元岁级层月年\d])以下(?!的)|明细|名次|结果|安排|附件?|分别(?:是|为))[^。]{0,8}[:。]?$/;
const ENCLOSED = /^附(?:件|表|录|图|注)?\s?\d{0,2}\s?[:.、\s]/;
/** A note of the writer's: (文中人物为化名). */
const IN_BRACKETS = /^\(.*\)$/;
const LABELLED = /^[\p{Script=Han}]{2,8}\s?:\s?\S/u;
/** A list that is announced goes on for so many lines at most. */
const LONGEST_LIST = 400;
/** So many offices sign one document. */
const MOST_SIGNING = 6;
/** A line that says so much is no headline of a list, where it stands alone. In UTF-16 units. */
const TELLING = 20;

/** Whether a line is the day under the office that signs, or both in one. */
export function isSignature(looks: readonly Look[], i: number): boolean {
  const { folded, meta } = looks[i]!;
  if (!meta || meta.dates.length !== 1 || meta.labels.length > 0 || meta.dates[0]!.timed) return false;
  const { start, end } = meta.dates[0]!;
  if (!WRITTEN_DAY.test(folded.slice(start, end))) return false;
  const beside = (folded.slice(0, start) + folded.slice(end)).replace(/[\s()]/g, '');
  if (beside !== '') return OFFICE.test(beside);
  return i > 0 && OFFICE.test(looks[i - 1]!.folded);
}

/**
 * What follows the last line of prose: the page's, whatever it says, but for what belongs to the text: a signature, a list that
 * it announces, its own list of items, enclosures, a refrain, a last line without a full stop.
 */
export function tailKinds(layout: Layout, looks: readonly Look[]): void {
  const { kinds, last } = layout;
  const heading = looks.findIndex((look, i) => i > last && look.heading);
  const list = stampedFrom(looks, last + 1, heading < 0 ? looks.length : heading);
  const signed = signedFrom(looks, last, heading < 0 ? looks.length : heading);
  const body = new Set(looks.slice(layout.first, last + 1).map(({ folded }) => folded));
  let open = true;
  let announced = last >= 0 && (looks[last]!.announces || ANNOUNCED.test(looks[last]!.folded)) ? LONGEST_LIST : 0;
  for (let i = last + 1; i < looks.length; i++) {
    const look = looks[i]!;
    if (i === heading || i === list) {
      markRest(layout, looks, i);
      return;
    }
    if (kinds[i] !== null) {
      if (kinds[i] !== 'byline' && kinds[i] !== 'repeated-header' && kinds[i] !== 'title') open = false;
      announced = 0;
      continue;
    }
    if (signs(looks, i, last)) {
      if (look.meta) layout.signed.push(i);
      continue;
    }
    // What stands above the signature is the document's.
    if (i < signed && list < 0 && !look.meta) continue;
    if (look.meta) {
      kinds[i] = look.meta.dates.length > 0 ? 'page-date' : look.meta.labels.includes('count') ? 'counter' : 'byline';
      continue;
    }
    if (look.gap && !ENCLOSED.test(look.folded) && !IN_BRACKETS.test(look.folded)) {
      open &&= announced === LONGEST_LIST || body.has(look.folded);
      announced = open ? announced : 0;
    }
    if (look.announces || ENCLOSED.test(look.folded)) announced = LONGEST_LIST;
    if (open && (announced > 0 || stays(looks, i, body))) announced = Math.max(0, announced - 1);
    else {
      kinds[i] = 'page-foot';
      open = false;
    }
  }
}

/** Whether the line by itself may end a text. */
function stays(looks: readonly Look[], i: number, body: ReadonlySet<string>): boolean {
  const { folded, row } = looks[i]!;
  if (row || body.has(folded) || LABELLED.test(folded) || IN_BRACKETS.test(folded)) return true;
  const next = looks[i + 1];
  const alone = !next || next.gap || next.kind !== null || next.meta !== null || next.heading;
  return alone && (folded.length >= TELLING || /,/.test(folded));
}

/** A document goes on for so many lines behind its last sentence. */
const LAST_LINES = 30;

/** The line of the office that signs below the text, or -1. */
function signedFrom(looks: readonly Look[], last: number, to: number): number {
  for (let i = last + 1; i < to && i - last <= LAST_LINES; i++)
    if (isSignature(looks, i)) return looks[i]!.meta && i > last + 1 && OFFICE.test(looks[i - 1]!.folded) ? i - 1 : i;
  return -1;
}

/** The office or the day of a signature, within a few lines of the text. */
function signs(looks: readonly Look[], i: number, last: number): boolean {
  if (i - last > 6) return false;
  // Several offices may sign, one below the other.
  let day = i;
  while (day - i < MOST_SIGNING && day + 1 < looks.length && OFFICE.test(looks[day]!.folded)) day++;
  return isSignature(looks, day);
}

/** Where a list without a heading begins that stamps two or more of its items; a writer's own closing list carries no such. */
function stampedFrom(looks: readonly Look[], from: number, to: number): number {
  const stamped: number[] = [];
  for (let i = from; i < to; i++) if (looks[i]!.stamped) stamped.push(i);
  if (stamped.length < 2) return -1;
  let first = stamped[0]!;
  while (first > from && looks[first - 1]!.row) first--;
  return first;
}

function markRest({ kinds }: Layout, looks: readonly Look[], from: number): void {
  for (let i = from; i < looks.length; i++) {
    const kind = kinds[i];
    if (kind === null || kind === 'counter' || kind === 'repeated-header') kinds[i] = 'related-list';
  }
}
