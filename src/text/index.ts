/** All that the bot says in its own words, in three languages; quotes are the articles' words and stand in no table. */
import { en } from './en.ts';
import { zhCN, type Texts } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'zh-TW', 'en'];
export type TextKey = keyof Texts;

const TABLES: Readonly<Record<Locale, Readonly<Texts>>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** The language for a reader whose client or environment names `tag` (`zh-HK` reads Traditional, `de` reads English). */
export function localeOf(tag: string | null | undefined): Locale {
  const lower = (tag ?? '').toLowerCase().replace('_', '-');
  if (!lower.startsWith('zh')) return 'en';
  return /^zh-(tw|hk|mo|hant)/.test(lower) ? 'zh-TW' : 'zh-CN';
}

/** The text of `key`, its `{name}` places filled from `values`; a place without a value stays visible. */
export function text(locale: Locale, key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return TABLES[locale][key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
