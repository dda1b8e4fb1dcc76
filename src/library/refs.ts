import type { Article, ArticleDate, TextDate } from '../corpus/article.ts';
import type { Region } from '../places/region.ts';
import type { ArticleRef, DateRef, RegionRef, TextDateRef } from '../reply.ts';
import { text } from '../text/index.ts';

/** What a reply says of an article. */
export function articleRef(article: Article): ArticleRef {
  const { published, event } = datesOf(article);
  return {
    id: article.id,
    title: article.title,
    title_basis: article.titleBasis,
    file: article.file,
    source: article.source,
    url: article.url,
    published,
    event,
    date: published ?? event ?? NO_DATE,
  };
}

const NO_DATE: DateRef = { text: '', iso: null, basis: 'unknown', ...evidence({ code: 'no-year', values: {} }) };

/** An article's dates; `happened` is that of its event, or else of its publication. */
export function datesOf(article: Article): { published: DateRef | null; event: DateRef | null; happened: DateRef } {
  const [published, event] = [dateRef(article.published), dateRef(article.event)];
  return { published, event, happened: event ?? published ?? NO_DATE };
}

export function regionRef(region: Region): RegionRef {
  return { name: region.name, code: region.code, path: [...region.path] };
}

/** The day an article is sorted and filtered by: published, or else of its event; null where the year is unknown. */
export function dayOf(article: Article): string | null {
  return article.published?.iso ?? article.event?.iso ?? null;
}

/** The day that an article tells of: of its event, or else of its publication; null where the year is unknown. */
export function happenedOn(article: Article): string | null {
  return (article.event ?? article.published)?.iso ?? null;
}

/**
 * A day as a number that orders as days do: 2018-05 as 20180500, and nought where it is unknown. @param fill what
 * stands for a part that is not known
 */
export function dayWeight(day: string | null, fill = '0'): number {
  return day === null ? 0 : Number(day.replace(/\D/g, '').padEnd(8, fill));
}

function dateRef(date: ArticleDate | null): DateRef | null {
  if (date === null) return null;
  return {
    text: date.text,
    iso: date.iso,
    basis: date.basis,
    ...evidence(date.evidence),
    ...(date.conflicts ? { conflicts: date.conflicts } : {}),
  };
}

export function textDateRef({ text: printed, start, end, iso, basis, evidence: of }: TextDate): TextDateRef {
  return { text: printed, iso, basis, ...evidence(of), start, end };
}

function evidence(of: ArticleDate['evidence']): Pick<DateRef, 'evidence' | 'evidence_code'> {
  return { evidence: of === null ? null : text('zh-CN', `evidence.${of.code}`, of.values), evidence_code: of };
}
