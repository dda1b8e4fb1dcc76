/** China has one time, eight hours ahead of UTC, all the year. In ms. */
const CHINA_AHEAD = 8 * 60 * 60 * 1000;
/** The web's first pages are no older, and no page is from so far ahead: what is outside is a number of something else. */
const [EARLIEST, LATEST] = [Date.UTC(1991, 0, 1), Date.UTC(2100, 0, 1)];

/** With a zone, a time is a moment: ISO 8601, RFC 2822 (feeds), and as JavaScript prints a date. */
const WITH_ZONE = new RegExp(
  String.raw`^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:Z|[+-]\d\d:?\d\d)|` +
    String.raw`(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? ?(?:GMT|UTC?|Z|[+-]\d{4})|` +
    String.raw`\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}.{0,40})$`,
);

/**
 * A time as programs write it, as the day that a reader in China saw: seconds or milliseconds since 1970, and times with
 * a zone. Everything else stays as it is printed.
 *
 * @example dayWritten(1623196800) // '2021-06-09'
 * @example dayWritten('Tue, 08 Jun 2021 23:30:00 GMT') // '2021-06-09'
 */
export function dayWritten(value: string | number): string {
  const printed = String(value).trim();
  const digits = /^\d{10}(?:\.\d{1,9})?$|^\d{13}$/.test(printed);
  const moment = digits
    ? Number(printed) * (printed.length === 13 && !printed.includes('.') ? 1 : 1000)
    : WITH_ZONE.test(printed)
      ? Date.parse(printed)
      : NaN;
  if (!(moment >= EARLIEST && moment < LATEST)) return printed.replace(/^(\d{4})(\d\d)(\d\d)(?:\d{6})?$/, '$1-$2-$3');
  return new Date(moment + CHINA_AHEAD).toISOString().slice(0, 10);
}
