/** Messages that nobody has asked for: into channels and to people, and the nonce by which one is not posted twice. */
import { expect, it, onTestFinished } from 'vitest';
import { LocalDiscord } from '../../src/local/server.ts';

const TOKEN = 'local';
const GUILD = '100000000000000001';

async function start() {
  const discord = await LocalDiscord.start({ token: TOKEN, guilds: [{ id: GUILD }] });
  onTestFinished(() => discord.close());
  const post = async (path: string, body: object) => {
    const headers = { 'Authorization': `Bot ${TOKEN}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${discord.apiUrl}/v10${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as { id: string; code?: number } };
  };
  return { discord, post };
}

it('a message with an enforced nonce is made once in a channel, for some minutes', async () => {
  const { discord, post } = await start();
  const path = `/channels/${discord.state.guilds.get(GUILD)!.channelId}/messages`;
  const send = async (more: object) => (await post(path, { content: '一', nonce: 'a', ...more })).body.id;
  const first = await send({ enforce_nonce: true });
  expect(await send({ enforce_nonce: true })).toBe(first);
  expect(await send({ enforce_nonce: true, nonce: 'b' })).not.toBe(first);
  expect(await send({})).not.toBe(first);
  const { body: direct } = await post('/users/@me/channels', { recipient_id: '300000000000000001' });
  expect((await post(`/channels/${direct.id}/messages`, { content: '一', nonce: 'a', enforce_nonce: true })).body.id).not.toBe(first);
  discord.state.advance(6 * 60_000);
  expect(await send({ enforce_nonce: true })).not.toBe(first);
});

it('the channel of direct messages is the same each time, and of nobody there is none', async () => {
  const { discord, post } = await start();
  const id = '300000000000000001';
  expect((await post('/users/@me/channels', { recipient_id: id })).body.id).toBe(discord.state.directChannel(id));
  expect(await post('/users/@me/channels', {})).toMatchObject({ status: 400, body: { code: 50033 } });
});
