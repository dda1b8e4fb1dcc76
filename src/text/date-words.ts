import { text, type Locale, type TextKey } from './index.ts';
import { readable } from './readable-day.ts';

type Values = Readonly<Record<string, string | number>>;

/** What is told of a date: the shape of a reply's dates. */
interface KnownDate {
  text: string;
  iso: string | null;
  basis: 'explicit' | 'inferred' | 'unknown';
  evidence: string | null;
  evidence_code: { code: string; values: Values } | null;
  conflicts?: readonly { from: string; text: string; iso: string | null }[];
}

/** A date as printed, in words how its year is known, and what the page says against it. */
export function dateWords(locale: Locale, date: KnownDate): string {
  const words = plainWords(locale, date);
  if (!date.conflicts || date.conflicts.length === 0) return words;
  const claims = date.conflicts.map(({ from, text: printed, iso }) =>
    text(locale, `claim.${from}` as TextKey, { text: readable(locale, printed), iso: iso ?? '' }),
  );
  return text(locale, 'view.date_conflict', { date: words, claims: claims.join(locale === 'en' ? '; ' : '；') });
}

function plainWords(locale: Locale, { text: printed, iso, basis, evidence, evidence_code: code }: KnownDate): string {
  if (printed === '') return text(locale, 'view.date_unknown');
  if (basis === 'explicit') return text(locale, 'view.date_explicit', { text: readable(locale, printed) });
  const values = {
    text: readable(locale, printed),
    iso: iso ?? '',
    evidence: code ? text(locale, `evidence.${code.code}` as TextKey, code.values) : (evidence ?? ''),
  };
  return text(locale, basis === 'inferred' ? 'view.date_inferred' : 'view.date_unknown_year', values);
}
