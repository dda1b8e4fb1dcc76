import { expect, it, vi } from 'vitest';
import { LocalDiscord } from '../../src/local/server.ts';

const TOKEN = 'local';

it('closes while it answers a request, and nothing of that goes wrong', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const one = await LocalDiscord.start({ token: TOKEN });
  const { url } = one;
  one.faults.add({ match: /users/, delay: 100 });
  const asked = fetch(`${one.apiUrl}/v10/users/@me`, { headers: { Authorization: `Bot ${TOKEN}` } }).catch(() => 'cut');
  await vi.waitFor(() => expect(one.rest.requests).toHaveLength(1), { timeout: 10_000 });
  await one.close();
  expect(await asked).toBe('cut');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told.mock.calls).toEqual([]);
  expect(one.url).toBe(url);
  told.mockRestore();
});
