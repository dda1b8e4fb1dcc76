import { describe, expect, it } from 'vitest';
import { waitingWhenLimited } from '../../src/discord/outgoing/rate-limit.ts';

/** What discord.js would read of Discord's answer. */
async function retryAfter(status: number, headers: Record<string, string>): Promise<string | null> {
  const request = waitingWhenLimited(() => Promise.resolve(new Response(null, { status, headers })));
  return (await request('https://discord.com/api', {})).headers.get('Retry-After');
}

describe('a 429 says how long to wait', () => {
  it('as Discord says', async () => {
    expect(await retryAfter(429, { 'Retry-After': '0.3' })).toBe('0.3');
    expect(await retryAfter(429, { 'Retry-After': '3600' })).toBe('3600');
  });

  it('or else until the limit is reset', async () => {
    expect(await retryAfter(429, { 'X-RateLimit-Reset-After': '1.5' })).toBe('1.5');
  });

  it.each([{}, { 'Retry-After': '' }, { 'Retry-After': '0' }, { 'Retry-After': '-1' }, { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }])(
    'some seconds where that is told by nothing discord.js can read: %j',
    async (headers) => {
      expect(Number(await retryAfter(429, headers))).toBeGreaterThanOrEqual(1);
    },
  );

  it('and only a 429 does', async () => {
    expect(await retryAfter(200, {})).toBeNull();
    expect(await retryAfter(503, {})).toBeNull();
  });
});
