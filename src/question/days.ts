/** A day of the calendar with its weekday, 0 for Sunday. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
  weekday: number;
}

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` as a day; null for a month, a year, or nothing. */
export function calendarDay(iso: string | null): CalendarDay | null {
  if (iso === null || !/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
}

/** ISO of the day so many days later. */
export function dayAfter({ year, month, day }: CalendarDay, days: number): string {
  return new Date(Date.UTC(year, month - 1, day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** First and last day, ISO, of the month so many months later. */
export function monthAfter({ year, month }: CalendarDay, months: number): [string, string] {
  const iso = (date: number) => new Date(date).toISOString().slice(0, 10);
  return [iso(Date.UTC(year, month - 1 + months, 1)), iso(Date.UTC(year, month + months, 0))];
}
