import type { LeftOutKind } from '../article.ts';
import { type PageEvidence, statedOutright } from './evidence.ts';
import { fold } from '../../language/script.ts';
import { statedTitle } from './furniture.ts';
import { bare, BUTTON_WORD, CHANNEL, findHeadline, isFirstHalf, isSubtitle, titlePairs, share } from './headline.ts';
import type { Look } from './looks.ts';
import type { Layout } from './parts.ts';
import { isSignature, tailKinds } from './tail.ts';

/** A headline-like line that stands so often on a page is a header of it. */
const REPEATED = 3;
/** So many short names one under the other are a menu; and so short is a name of one. */
const MENU = 3;
const MENU_WORD = 8;

/**
 * Reads a page as what pages are built of: what stands above the headline is the page's; then the line of date and source; the
 * text, from the headline to the last line of prose; and what follows, which is the page's again but for signatures, lists
 * that the text announces and the like ({@link tailKinds}).
 *
 * @param known kinds told already (a garbled summary); such lines are no prose
 */
export function layOut(looks: readonly Look[], known: readonly (LeftOutKind | null)[], evidence: PageEvidence): Layout {
  const kinds = looks.map((look, i) => known[i] ?? look.kind ?? (look.notice ? 'site-notice' : null));
  const isText = (i: number) => looks[i]!.prose && kinds[i] === null;
  const title = statedOutright(evidence);
  const layout: Layout = {
    kinds,
    headline: -1,
    first: looks.findIndex((_, i) => isText(i) && !isCried(looks, i)),
    last: looks.findLastIndex((_, i) => isText(i)),
    signed: [],
  };
  if (title !== null) markTitle(layout, looks, bare(fold(title)));
  markRepeated(layout, looks);
  if (layout.first < 0) return withoutProse(layout, looks, title !== null, evidence);
  if (title === null) chooseHeadline(layout, looks, evidence);
  endBeforeComments(layout, looks);
  markHead(layout, looks, title !== null);
  markBody(layout, looks);
  tailKinds(layout, looks);
  return layout;
}

/** 有英勇的你,才有英雄的城! over the line of the date: a headline, though it ends as speech does. */
function isCried(looks: readonly Look[], i: number): boolean {
  const next = looks[i + 1];
  return looks[i]!.headline && (next?.meta?.dates.some(({ timed, role }) => timed || role === 'published') ?? false);
}

function chooseHeadline(layout: Layout, looks: readonly Look[], evidence: PageEvidence): void {
  const { kinds, first, last } = layout;
  for (let i = 0; i < looks.length; i++) if (kinds[i] === null && statedTitle(looks[i]!.folded)) kinds[i] = 'title';
  layout.headline = findHeadline(looks, 0, first, evidence);
  if (layout.headline < 0) {
    // A line of the page's own may say a sentence; the headline with its date then stands below it.
    const later = headlineBelow(looks, kinds, first, last);
    if (later) Object.assign(layout, later);
  }
  if (layout.headline >= 0) markHalves(layout, looks);
}

/** The headline, with the other half of it where it is set in two lines. */
function markHalves({ kinds, headline, first }: Layout, looks: readonly Look[]): void {
  kinds[headline] = 'title';
  const isHalf = (i: number) => i >= 0 && i < first && kinds[i] === null && looks[i]!.meta === null;
  if (isHalf(headline - 1) && isFirstHalf(looks[headline - 1]!.folded, looks[headline]!.folded)) kinds[headline - 1] = 'title';
  else if (isHalf(headline + 1) && isFirstHalf(looks[headline]!.folded, looks[headline + 1]!.folded)) kinds[headline + 1] = 'title';
}

/** A headline with a line of its date, with most of the prose below it and hardly any above. */
function headlineBelow(
  looks: readonly Look[],
  kinds: Layout['kinds'],
  first: number,
  last: number,
): Pick<Layout, 'headline' | 'first'> | null {
  let above = 0;
  let all = 0;
  for (let i = first; i <= last; i++) if (looks[i]!.prose && kinds[i] === null) all += looks[i]!.folded.length;
  for (let i = first; i < last && above * 4 < all; i++) {
    const look = looks[i]!;
    if (look.prose) above += look.folded.length;
    else if (look.headline && kinds[i] === null && !look.row && look.folded.length >= 8 && (looks[i + 1]?.meta?.dates.length ?? 0) > 0) {
      const next = looks.findIndex((one, j) => j > i && one.prose && kinds[j] === null);
      if (next > i) return { headline: i, first: next };
    }
  }
  return null;
}

/** 网友评论, 全部留言(3). */
const COMMENTS = /^[【[]?(?:网友|最新|全部|热门|精彩|精选|读者)(?:评论|留言|跟帖)(?:区|列表)?[】\]]?\s?(?:\(?\d{1,6}条?\)?)?[:>]?$/;

/** What readers wrote below a text is not of it: from a heading of comments on, where less stands below it than above. */
function endBeforeComments(layout: Layout, looks: readonly Look[]): void {
  const { kinds, first, last } = layout;
  const at = looks.findIndex(({ folded }, i) => i > first && i < last && COMMENTS.test(folded));
  if (at < 0) return;
  const prose = (from: number, to: number) =>
    looks.slice(from, to).reduce((sum, { prose: isProse, folded }) => sum + (isProse ? folded.length : 0), 0);
  if (prose(at, last + 1) * 2 > prose(first, last + 1)) return;
  layout.last = looks.findLastIndex(({ prose: isProse }, i) => i < at && isProse && kinds[i] === null);
}

/** Every printing of a title that is known beforehand is one; the first above the text is the headline. */
function markTitle(layout: Layout, looks: readonly Look[], title: string): void {
  looks.forEach(({ folded }, i) => {
    if (folded.length > title.length * 2 + 20 || bare(folded) !== title) return;
    layout.kinds[i] = 'title';
    if (layout.headline < 0 && (i < layout.first || layout.first < 0)) layout.headline = i;
  });
}

/** A headline-like line three times over is a header that the page repeats, wherever it stands. */
function markRepeated({ kinds }: Layout, looks: readonly Look[]): void {
  const seen = new Map<string, number>();
  const each = (visit: (look: Look, i: number) => void) =>
    looks.forEach((look, i) => (kinds[i] === null && look.headline ? visit(look, i) : undefined));
  each(({ folded }) => seen.set(folded, (seen.get(folded) ?? 0) + 1));
  const printed = new Set<string>();
  each(({ folded }, i) => {
    // The first of them may still be the headline.
    const isRepeated = seen.get(folded)! >= REPEATED && (printed.has(folded) || folded.length < MENU_WORD);
    // An office that signs has been named before.
    const signs = i + 1 < looks.length && isSignature(looks, i + 1);
    if (isRepeated && !signs) kinds[i] = 'repeated-header';
    printed.add(folded);
  });
}

function markHead(layout: Layout, looks: readonly Look[], given: boolean): void {
  const { kinds, headline, first, last } = layout;
  // Days on lines of their own between the paragraphs are the writer's, and so is the first of them.
  const chronicle = looks.some((look, i) => i > first && i < last && isBareDay(look) && !isSignature(looks, i));
  for (let i = 0; i < first; i++) {
    if (kinds[i] !== null) continue;
    const { meta, folded } = looks[i]!;
    if (meta) kinds[i] = chronicle && i > headline && isBareDay(looks[i]!) ? null : metaKind(looks, i);
    else if (looks[i - 1]?.meta?.awaits === 'source' && folded.length <= 20) kinds[i] = 'byline';
    else if (looks[i - 1]?.meta?.awaits === 'value' && folded.length <= 40) kinds[i] = 'page-head';
    else if (i < headline || (headline < 0 && !given)) kinds[i] = 'page-head';
    else if (headline >= 0 && folded === looks[headline]!.folded) kinds[i] = 'repeated-header';
    else if (isMenu(looks, kinds, i, headline + 1, first)) kinds[i] = 'page-head';
    else if (headline >= 0) kinds[i] = betweenKind(looks, i, first);
  }
  const copy = headline < 0 ? null : looks[headline]!.folded;
  for (let i = first; copy !== null && i < looks.length; i++)
    if (kinds[i] === null && looks[i]!.folded === copy) kinds[i] = 'repeated-header';
}

/** The name of who publishes, on a line of its own beside the date. */
const PUBLISHER =
  /^[\p{Script=Han}a-z·]{2,12}(?:网|报|社|台|客户端|发布|新闻|在线|融媒体?|传媒|电视|广播|频道|头条|政府|办公室|局|委|中心|宣传)$/u;

/** A line between the headline and the text: a subtitle stays, and what announces; buttons and the publisher's name do not. */
function betweenKind(looks: readonly Look[], i: number, first: number): LeftOutKind | null {
  const { folded, announces } = looks[i]!;
  if (announces || isSubtitle(folded) || folded.length > 20) return null;
  const shared = share(folded, titlePairs(looks[first]!.folded));
  if (BUTTON_WORD.test(folded) && shared < 0.3) return 'page-control';
  const beside = (looks[i - 1]?.meta?.dates.length ?? 0) > 0 || (looks[i + 1]?.meta?.dates.length ?? 0) > 0;
  return beside && PUBLISHER.test(folded) ? 'byline' : null;
}

function isBareDay({ meta, folded }: Look): boolean {
  const [date] = meta?.dates ?? [];
  return date !== undefined && meta!.labels.length === 0 && meta!.source === null && !date.timed && folded.length <= 24;
}

/** A line about the page; a list's own stamp (评论 | 分享 06-12) is its counter. */
function metaKind(looks: readonly Look[], i: number): LeftOutKind {
  const { meta } = looks[i]!;
  if (meta!.dates.length > 0 || meta!.awaits === 'published') return 'page-date';
  return meta!.labels.includes('count') ? 'counter' : 'byline';
}

/** One of several short names in a row. */
function isMenu(looks: readonly Look[], kinds: Layout['kinds'], i: number, from: number, to: number): boolean {
  const isWord = (j: number) =>
    j >= from &&
    j < to &&
    looks[j]!.folded.length <= MENU_WORD &&
    !looks[j]!.announces &&
    looks[j]!.meta === null &&
    (kinds[j] === null || kinds[j] === 'page-head' || kinds[j] === 'page-control');
  let [start, end] = [i, i];
  while (i - start < MENU && isWord(start - 1)) start--;
  while (end - i < MENU && isWord(end + 1)) end++;
  return isWord(i) && end - start + 1 >= MENU;
}

/** ▲昨日，工人在作业。 王一 摄: the sign points to a picture that is not here. */
const CAPTION = /^[▲△▼▽↑↓◀▶◤◥]\s?.{2,80}$/;

/** Inside the text only what cannot be the writer's is left out: buttons, editors, lists of other pages under their heading. */
function markBody(layout: Layout, looks: readonly Look[]): void {
  const { kinds, first, last } = layout;
  for (let i = first; i <= last; i++) {
    const { meta, heading, folded } = looks[i]!;
    if (kinds[i] === 'byline' && /^(?:记者|主持人|通讯员|作者)\s?:/.test(folded)) kinds[i] = null;
    if (kinds[i] !== null && kinds[i] !== 'site-notice') continue;
    if (CAPTION.test(folded)) kinds[i] = 'byline';
    else if (heading) i = markList(layout, looks, i);
    else if (meta && isSignature(looks, i)) layout.signed.push(i);
    else if (meta && meta.labels.some((label) => label === 'published' || label === 'source' || label === 'person'))
      kinds[i] = metaKind(looks, i);
  }
}

/** A heading inside the text acts where a list stands under it; alone over prose it is the writer's own. Gives the last line. */
function markList({ kinds, last }: Layout, looks: readonly Look[], at: number): number {
  let end = at;
  while (end + 1 < last && !looks[end + 1]!.prose) end++;
  const rows = end - at;
  if (rows === 0 || (rows === 1 && !looks[end]!.row)) return at;
  for (let i = at; i <= end; i++) kinds[i] = 'related-list';
  return end;
}

/** A page that says no sentence: a table, a list, a picture. Only what its looks tell is left out, and the head above its date. */
function withoutProse(layout: Layout, looks: readonly Look[], given: boolean, evidence: PageEvidence): Layout {
  const { kinds } = layout;
  const heading = looks.findIndex(({ heading: isHeading }) => isHeading);
  if (heading >= 0) for (let i = heading; i < looks.length; i++) if (kinds[i] !== 'title') kinds[i] = 'related-list';
  const date = looks.findIndex(({ meta }, i) => kinds[i] === null && (meta?.dates.length ?? 0) > 0);
  if (date >= 0) {
    if (!given) layout.headline = findHeadline(looks, 0, date, evidence);
    kinds[date] = 'page-date';
    for (let i = 0; i < layout.headline; i++) kinds[i] ??= looks[i]!.meta ? metaKind(looks, i) : 'page-head';
    if (layout.headline >= 0) kinds[layout.headline] = 'title';
  }
  if (layout.headline < 0 && isMenuAlone(looks, kinds)) for (let i = 0; i < kinds.length; i++) kinds[i] ??= 'page-head';
  return layout;
}

/** Of a page that is nothing but menus, so many lines are told by their looks, and none is long. */
const MENU_SHARE = 0.3;
const LONGEST_MENU_LINE = 20;

function isMenuAlone(looks: readonly Look[], kinds: Layout['kinds']): boolean {
  const told = looks.filter(({ folded }, i) => kinds[i] !== null || CHANNEL.test(folded)).length;
  const isShort = looks.every(({ folded, announces }, i) => kinds[i] !== null || (folded.length < LONGEST_MENU_LINE && !announces));
  return looks.length > MENU && told >= looks.length * MENU_SHARE && isShort;
}
