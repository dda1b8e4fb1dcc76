import { DefaultRestOptions, type RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/** Wait in s where a 429 does not say how long: about what Discord names where a limit of one route is hit. */
const UNTOLD_SECONDS = 5;

/**
 * Gives every 429 a `Retry-After` that is a positive number of seconds. discord.js reads nothing else: without the header it asks again
 * at once, and again, a thousand times a second; `Retry-After` as a date or a word makes it wait `NaN` ms, which is the same.
 *
 * @param request what sends the request: discord.js's own, unless told
 * @example new REST({ makeRequest: waitingWhenLimited() })
 */
export function waitingWhenLimited(request: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
  return async (url, init) => {
    const response = await request(url, init);
    if (response.status === 429 && !(secondsIn(response.headers, 'Retry-After') > 0)) {
      const reset = secondsIn(response.headers, 'X-RateLimit-Reset-After');
      response.headers.set('Retry-After', String(reset > 0 ? reset : UNTOLD_SECONDS));
    }
    return response;
  };
}

/** NaN where there is no such header, or it is no number. */
function secondsIn(headers: { get(name: string): string | null }, name: string): number {
  const seconds = Number(headers.get(name) ?? NaN);
  return Number.isFinite(seconds) ? seconds : NaN;
}
