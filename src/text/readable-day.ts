import type { Locale } from './index.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day in figures as English has it (7月4日 is 4 July); what is printed otherwise, and in Chinese, stays. */
export function readable(locale: Locale, printed: string): string {
  const [, year, month, day] = (locale === 'en' && /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/.exec(printed)) || [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? printed : `${day} ${name}${year === undefined ? '' : ` ${year}`}`;
}
