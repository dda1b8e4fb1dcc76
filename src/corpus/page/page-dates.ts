import { dayOfPage } from '../dates/page-day.ts';
import type { Line } from './lines.ts';
import type { Look } from './looks.ts';
import type { MetaDate } from './meta-line.ts';
import type { Layout } from './parts.ts';

/** A day that a page prints for itself. */
export interface PageDay {
  /** As printed. */
  text: string;
  /** `YYYY-MM-DD`; null where it is not told which number is the month, or the calendar has no such day. */
  iso: string | null;
}

/** What a page says of when it came out. */
export interface PageDays {
  /** Days of publication, the one to trust first. */
  published: PageDay[];
  /** The day under the signature of a document. */
  signed: PageDay | null;
}

/** How far each printing is to be trusted; the lower the more. 0: labelled and at the head. */
const RANKS = { labelledHead: 0, besideHeadline: 1, labelledFoot: 2, foot: 3, edition: 4, updated: 5, issued: 6 } as const;
/** A day above the headline is the paper's own where the page is a paper's; elsewhere it is the visitor's. */
const EDITION = /第\s?(?:[a-z]?\d{1,4}|[一二三四五六七八九十]{1,2})\s?[版期]|[版期]次|日报|晚报|时报|周刊|周报|早报|快报/;

/** The days of a page by where they stand and how they are labelled. Days of other pages' lists are not among them. */
export function daysOfPage(lines: readonly Line[], looks: readonly Look[], layout: Layout): PageDays {
  const dayOf = ({ start, end }: MetaDate, i: number): PageDay => {
    const text = lines[i]!.text.slice(start, end);
    return { text, iso: dayOfPage(lines[i]!.folded.slice(start, end), () => foldedText(looks)) };
  };
  const ranked: { rank: number; day: PageDay }[] = [];
  looks.forEach(({ meta }, i) => {
    if (layout.kinds[i] !== 'page-date' || !meta) return;
    for (const date of meta.dates) {
      const rank = rankOf(date, i, looks, layout);
      if (rank !== null) ranked.push({ rank, day: dayOf(date, i) });
    }
  });
  ranked.sort((a, b) => a.rank - b.rank);
  const best = ranked[0]?.rank ?? 0;
  // Days of the same trust, and others that say outright when the page came out, may contradict each other; the rest is silent.
  const published = ranked
    .filter(({ rank }) => rank === best || (rank <= RANKS.labelledFoot && best <= RANKS.labelledFoot))
    .map(({ day }) => day);
  const signedAt = layout.signed.at(0);
  const signed = signedAt === undefined ? null : dayOf(looks[signedAt]!.meta!.dates[0]!, signedAt);
  return { published: distinct(published), signed };
}

function rankOf({ role }: MetaDate, i: number, looks: readonly Look[], { headline, first, last }: Layout): number | null {
  if (role === 'other-day') return null;
  if (role === 'updated') return RANKS.updated;
  if (role === 'issued') return RANKS.issued;
  const isHead = i < first || first < 0;
  if (role === 'published') return isHead ? RANKS.labelledHead : RANKS.labelledFoot;
  if (!isHead) return i > last ? RANKS.foot : RANKS.labelledFoot;
  if (headline < 0 || i > headline) return RANKS.besideHeadline;
  // Above the headline: beside it, or the page's.
  for (let j = i + 1; j < headline; j++)
    if (looks[j]!.meta === null && looks[j]!.kind === null) return isClock(looks[i]!) && !isEdition(looks, headline) ? null : RANKS.edition;
  const meta = looks[i]!.meta!;
  const saysMore = meta.labels.length > 0 || meta.source !== null || meta.dates[0]!.timed;
  return saysMore ? RANKS.besideHeadline : isEdition(looks, headline) ? RANKS.edition : RANKS.foot;
}

/** A bare day, or one with its weekday, far above the headline: what the visitor's clock says. */
function isClock({ folded, meta }: Look): boolean {
  return !meta!.dates[0]!.timed || /星期|周[一二三四五六日]|今天|欢迎/.test(folded);
}

function isEdition(looks: readonly Look[], headline: number): boolean {
  return looks.slice(0, headline).some(({ folded }) => folded.length <= 60 && EDITION.test(folded));
}

function distinct(days: readonly PageDay[]): PageDay[] {
  return [...new Map(days.map((day) => [day.iso ?? day.text, day] as const)).values()];
}

function foldedText(looks: readonly Look[]): string {
  return looks.map(({ folded }) => folded).join('\n');
}
