import { dayOfIso, isInCalendar } from '../corpus/dates/calendar.ts';
import { fold } from '../language/script.ts';
import { UserError } from '../user-error.ts';
import type { Days } from './collection.ts';

/** Whether `day`, itself perhaps only a year or a month, can lie between the two, each end included. */
export function isWithinDays(day: string | null, { from, to }: Days): boolean {
  if (day === null) return false;
  // '2018-05' compared with '2018-05-25' to the length of the shorter: both ends include what they name.
  const clipped = (other: string) => [day.slice(0, other.length), other.slice(0, day.length)] as const;
  if (from !== undefined && clipped(from)[0] < clipped(from)[1]) return false;
  return to === undefined || clipped(to)[0] <= clipped(to)[1];
}

/**
 * The two days as they can be compared; null where neither is given.
 *
 * @throws {UserError} `bad_date` for what is no year, month or day of the calendar; `date_order` where they are the wrong way round
 */
export function checkedDays({ from, to }: { from?: string | undefined; to?: string | undefined }): Days | null {
  const days = { from: checkedDay('from', from), to: checkedDay('to', to) };
  if (days.from === undefined && days.to === undefined) return null;
  const length = Math.min(days.from?.length ?? 0, days.to?.length ?? 0);
  if (length > 0 && days.from!.slice(0, length) > days.to!.slice(0, length)) {
    throw new UserError('date_order', `from (${from}) is later than to (${to}): no day lies between them.`, { from: from!, to: to! });
  }
  return days;
}

/** 2018, 2018-5, 2018/05/25, 2018年5月, in either width. */
function checkedDay(option: 'from' | 'to', value: string | undefined): string | undefined {
  const day =
    value === undefined
      ? undefined
      : fold(value)
          .trim()
          .replace(/[年月](?=\d)/g, '-')
          .replace(/[年月日号]$/, '')
          .replace(/[/.]/g, '-')
          .replace(/-(\d)(?!\d)/g, '-0$1');
  if (day === undefined) return undefined;
  const known = dayOfIso(day);
  if (!known || !isInCalendar(known)) {
    throw new UserError('bad_date', `${option} should be a year, a month or a day, such as 2018, 2018-05 or 2018-05-25.`, {
      option,
      value: value ?? '',
    });
  }
  return day;
}
