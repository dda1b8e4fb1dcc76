import { statedTitle } from './furniture.ts';
import { bare, titlePairs, share } from './headline.ts';
import type { Look } from './looks.ts';
import { isSignature } from './tail.ts';

/** An article before another has at least so much prose: a caption or a notice above the headline is none. */
const LEAST_PROSE = 40;
/** The line of the date stands so near below the headline, and the text so near below that. In lines. */
const [DATE_WITHIN, TEXT_WITHIN] = [3, 6];
const BRIEF = /^[◆◇●○■□▲△★☆▶►◎※]\s*/;
/** A column of briefs is called so, or its items open as news does. */
const COLUMN = /简讯|短讯|快讯|速览|速递|集锦|一句话|短波|要闻|动态|播报|信息/;
const NEWS_OPENS = /^[^。]{0,24}?(?:\d{1,2}月\d{1,2}日|近日|日前|昨[日天]|今[日天]|本报讯|[网社报台]讯|\d{1,2}日)/;
/** A heading inside a text shares fewer words with what follows; a headline, most of them. */
const [HEADLINE_SHARE, HEADLINE_LENGTH] = [0.6, 8];

/** The articles of one page: the lines where they begin. */
export interface Articles {
  /** Numbers of lines, ascending; the first is where the first article begins. One where the page is one article. */
  starts: number[];
  /** `briefs`: items of a column under one head. */
  kind: 'page' | 'briefs';
  /** Lines above this one are the head of all of them: its day and source are each one's. */
  head: number;
  /** The page looks like several articles, and does not show where they part. */
  unsure: boolean;
}

/**
 * Where a page holds several articles: a headline with a line of its date between two texts; titles that are labelled as such;
 * headlines with their writers' lines; items of a column of briefs, each behind its sign.
 */
export function articlesOnPage(looks: readonly Look[]): Articles {
  const briefs = briefsOf(looks);
  if (briefs.starts.length > 1) return briefs;
  const signed = byWriters(looks);
  if (signed.length > 1) return { starts: [0, ...signed.slice(1)], kind: 'page', head: signed[0]!, unsure: false };
  const starts = [0];
  let prose = 0;
  let listed = false;
  looks.forEach((look, i) => {
    // What stands under the heading of a list, day and summary and all, is another page's.
    if (look.heading && prose > 0) listed = true;
    if (prose >= LEAST_PROSE && !listed && opens(looks, i)) {
      starts.push(i);
      prose = 0;
    }
    if (look.prose) prose += look.folded.length;
  });
  return { starts, kind: 'page', head: 0, unsure: starts.length === 1 && (briefs.unsure || looksSeveral(looks)) };
}

function opens(looks: readonly Look[], i: number): boolean {
  const { headline, row, kind, folded } = looks[i]!;
  if (kind !== null || row || looks[i]!.prose) return false;
  if (statedTitle(folded)) return proseWithin(looks, i + 1);
  if (!headline || folded.length < 6) return false;
  for (let j = i + 1; j < looks.length && j <= i + DATE_WITHIN && !looks[j]!.prose; j++) {
    const { meta } = looks[j]!;
    if (meta && meta.dates.some(({ role }) => role !== 'other-day')) return !isSignature(looks, j) && proseWithin(looks, j + 1);
  }
  return false;
}

/** □ 本报记者 王一, 通讯员 李二: who wrote what follows, on a line of its own. */
const WRITER = /^[□■◎●◆]?\s?(?:本报|本网|本台)?(?:特约|见习|实习)?(?:记者|通讯员)[\s:]/;

/** A page of a paper: headlines, each with its writer's line between it and its text. Where only one has, it says nothing. */
function byWriters(looks: readonly Look[]): number[] {
  const starts: number[] = [];
  let prose = LEAST_PROSE;
  looks.forEach((look, i) => {
    const next = looks[i + 1];
    const isHead = look.headline && !look.row && !look.prose && look.kind === null && bare(look.folded).length >= 6;
    if (isHead && next?.kind === 'byline' && WRITER.test(next.folded) && looks[i + 2]?.prose && prose >= LEAST_PROSE) {
      starts.push(i);
      prose = 0;
    }
    if (look.prose) prose += look.folded.length;
  });
  const first = looks.findIndex(({ prose: isProse }) => isProse);
  // The first text must have its writer as well: in an interview or a column of letters, only the later ones may.
  return starts.length > 1 && starts[0]! < first ? starts : [];
}

function proseWithin(looks: readonly Look[], from: number): boolean {
  return looks.slice(from, from + TEXT_WITHIN).some(({ prose }) => prose);
}

/** Items behind a sign, from the first line of the text on; signs before the sections of one article stand below its lead. */
function briefsOf(looks: readonly Look[]): Articles {
  const starts: number[] = [];
  for (let i = 0; i < looks.length; i++) {
    if (BRIEF.test(looks[i]!.folded) && looks[i]!.kind !== 'byline') starts.push(i);
    else if (starts.length === 0 && looks[i]!.prose) break;
  }
  const texts = starts.map((start, n) => looks.slice(start, starts[n + 1] ?? looks.length).find(({ prose }) => prose)?.folded ?? '');
  const one: Articles = { starts: [0], kind: 'page', head: 0, unsure: false };
  if (starts.length < 2 || texts.some((text) => text === '')) return one;
  const isColumn = looks.slice(0, starts[0]).some(({ folded }) => folded.length <= 20 && COLUMN.test(folded));
  const news = texts.filter((text) => NEWS_OPENS.test(text.replace(BRIEF, ''))).length;
  return isColumn || news * 2 > texts.length ? { starts, kind: 'briefs', head: starts[0]!, unsure: false } : { ...one, unsure: true };
}

/** Lines inside the text that are all but headlines of what follows them, and say nothing of what stands above. */
function looksSeveral(looks: readonly Look[]): boolean {
  let prose = 0;
  let found = 0;
  let ruled = false;
  for (let i = 0; i < looks.length; i++) {
    const { folded, headline, row, gap, prose: isProse, kind } = looks[i]!;
    if (isProse) prose += folded.length;
    if (prose < LEAST_PROSE) continue;
    if (kind !== null && !/[\p{L}\p{N}]/u.test(folded) && folded.length >= 3) ruled = true;
    const next = looks[i + 1];
    if (!headline || row || isProse || !(gap || ruled) || !next?.prose || bare(folded).length < HEADLINE_LENGTH) continue;
    if (share(folded, titlePairs(next.folded)) >= HEADLINE_SHARE && ++found >= (ruled ? 1 : 2)) return true;
  }
  return false;
}
