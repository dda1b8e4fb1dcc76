import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { servePage } from '../../src/local/page.ts';
import { LocalDiscord } from '../../src/local/server.ts';

/** What no client of ours sends, but any web page or program of the machine can. */
let discord: LocalDiscord;
beforeEach(async () => {
  discord = await LocalDiscord.start({ token: 'local' });
  servePage(discord);
});
afterEach(() => discord.close());

/** Sends a request as it is written, and resolves to the first line of the answer. */
async function raw(requestLine: string, headers: readonly string[] = ['Connection: close']): Promise<string> {
  const { port } = new URL(discord.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write([requestLine, `Host: 127.0.0.1:${port}`, ...headers, '', ''].join('\r\n'));
  let answer = '';
  // A connection that was taken over stays open: its answer is one piece.
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.includes('\r\n\r\n')) break;
  }
  return answer.split('\r\n')[0]!;
}

const isUp = async () => (await fetch(discord.url)).status;
const upgrade = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='];

describe('the stand-in goes on after', () => {
  it.each([
    ['//', 404],
    ['///', 404],
    ['//[', 404],
    ['/\\', 404],
    ['/api/v10/webhooks/%E0%A4%A/x', 404],
    ['/attachments/%/%', 404],
    ['/page/..%2f..%2fpackage.json', 404],
    ['/modules/%', 404],
    ['*', 400],
    ['http://[/', 400],
  ])('GET %s', async (target, status) => {
    expect(await raw(`GET ${target} HTTP/1.1`)).toContain(String(status));
    expect(await isUp()).toBe(200);
  });

  it.each(['//', '//[', '*'])('an upgrade to %s', async (target) => {
    expect(await raw(`GET ${target} HTTP/1.1`, upgrade)).toMatch(target === '*' ? / 400 / : /^HTTP\/1\.1/);
    expect(await isUp()).toBe(200);
  });

  it.each(['null', '5', '"x"', '[]', '[null]', 'not json', '', '{"op":2,"d":5}', '{"op":6,"d":[]}', '{"op":1,"d":{"a":null}}'])(
    'a gateway frame %j',
    async (frame) => {
      const socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway`);
      await new Promise((resolve) => socket.once('message', resolve));
      socket.send(frame);
      await new Promise((resolve) => {
        socket.once('close', resolve);
        socket.once('message', resolve);
      });
      socket.terminate();
      expect(await isUp()).toBe(200);
    },
  );

  it.each([['null'], ['5'], ['{'], [JSON.stringify({ kind: 'slash', locale: 'en-US', command: 'x', options: null })]])(
    'an act %s on the page',
    async (body) => {
      await fetch(`${discord.url}/local/act`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }).catch(
        () => undefined,
      );
      expect(await isUp()).toBe(200);
    },
  );
});
