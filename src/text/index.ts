/** All that the bot says in its own words, in three languages; quotes are the articles' words and stand in no table. */
import type { RefusalCode, RemarkCode } from '../corpus/reason-codes.ts';
import type { NoteCode } from '../reply/note-codes.ts';
import type { StoreCode } from '../store/reason-codes.ts';
import { en } from './en.ts';
import { zhCN, type Texts } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'zh-TW', 'en'];
export type TextKey = keyof Texts;
/** All reasons that are given anywhere, declared where they arise; the words for them are here. */
type ReasonKey = `refusal.${RefusalCode}` | `remark.${RemarkCode}` | `note.${NoteCode}` | `store.${StoreCode}`;
/** Words for a reason that nobody gives. */
type Unsaid = Exclude<Extract<TextKey, `${'refusal' | 'remark' | 'note' | 'store'}.${string}`>, ReasonKey>;
type Values = Readonly<Record<string, string | number>>;

/** Words for every reason and for no other: a key of {@link Unsaid} fits nothing. */
const TABLES: Readonly<Record<Locale, Readonly<Texts & Record<ReasonKey, string> & Record<Unsaid, never>>>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
};

/** The language for a reader whose client or environment names `tag` (`zh-HK` reads Traditional, `de` reads English). */
export function localeOf(tag: string | null | undefined): Locale {
  const lower = (tag ?? '').toLowerCase().replace('_', '-');
  if (!lower.startsWith('zh')) return 'en';
  return /^zh-(tw|hk|mo|hant)/.test(lower) ? 'zh-TW' : 'zh-CN';
}

/**
 * The language of a program in a terminal: that of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is not empty.
 * Where none is, or it names no language (`C`, `POSIX`), it speaks its own: Simplified Chinese.
 */
export function localeOfEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): Locale {
  const tag = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^(?:(?:C|POSIX)(?:\..*)?)?$/i.test(tag) ? 'zh-CN' : localeOf(tag);
}

/** A stretch of days for people; '' where an end is open. @example daysText('en', '2017', '') // 'since 2017' */
export function daysText(locale: Locale, from: string, to: string): string {
  return text(locale, to === '' ? 'view.days_from' : from === '' ? 'view.days_to' : 'view.days', { from, to });
}

/** A file, or a line of it, that cannot be read, and why, in the reader's language. */
export function rejectionText(
  locale: Locale,
  { file, line, code, values }: { file: string; line: number | null; code: RefusalCode; values: Values },
): string {
  const reason = text(locale, `refusal.${code}`, values);
  return line === null ? text(locale, 'view.rejection', { file, reason }) : text(locale, 'view.rejection_line', { file, line, reason });
}

/** What people should know of how an article of a file was read, in the reader's language. */
export function remarkText(
  locale: Locale,
  { file, line, code, values }: { file: string; line: number | null; code: RemarkCode; values: Values },
): string {
  const reason = text(locale, `remark.${code}`, values);
  return line === null ? text(locale, 'view.rejection', { file, reason }) : text(locale, 'view.rejection_line', { file, line, reason });
}

/** What a `UserError` tells, in the reader's language where there are words for it; its values as `escape` leaves them. */
export function errorText(
  locale: Locale,
  { wording, params, message }: { wording: string; params: Values; message: string },
  escape: (text: string) => string = (same) => same,
): string {
  const key = `error.${wording}`;
  if (!(key in zhCN)) return escape(message);
  const refused = `refusal.${params.why}`;
  const reason = refused in zhCN ? { reason: text(locale, refused as TextKey, params) } : {};
  return text(
    locale,
    key as TextKey,
    Object.fromEntries(
      Object.entries({ ...params, ...reason }).map(([name, value]) => [name, typeof value === 'string' ? escape(value) : value]),
    ),
  );
}

/** A note as lines in the reader's language; whoever does not ask in Chinese is told so in English first, wherever they are. */
export function noteTexts(locale: Locale, code: NoteCode, values: Values): string[] {
  const languages: readonly Locale[] = code === 'articles_are_chinese' && locale !== 'en' ? ['en', locale] : [locale];
  return languages.map((language) => text(language, `note.${code}`, withDays(language, values)));
}

/** The filters of a note for people: 雅安市、2017 年以前 instead of 雅安市、–2017. */
function withDays(locale: Locale, { named = '', from = '', to = '', ...values }: Values): Values {
  if (from === '' && to === '') return values;
  const days = daysText(locale, String(from), String(to));
  return { ...values, filters: named === '' ? days : `${named}${locale === 'en' ? ', ' : '、'}${days}` };
}

/**
 * The text of `key`, its `{name}` places filled from `values`; a place without a value stays visible. `{name|one|many}`
 * is a word that goes with a number.
 */
export function text(locale: Locale, key: TextKey, values: Values = {}): string {
  return TABLES[locale][key].replace(/\{(\w+)(?:\|(\w+)\|(\w+))?\}/g, (place, name: string, one?: string, many?: string) =>
    String((one === undefined ? values[name] : values[name] === 1 ? one : many) ?? place),
  );
}
