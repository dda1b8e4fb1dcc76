/** The page's server: who may talk to it, what it serves, and what goes over its stream. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { servePage } from '../../src/local/page.ts';
import { LocalDiscord } from '../../src/local/server.ts';

let discord: LocalDiscord;
let host: string;
beforeAll(async () => {
  discord = await LocalDiscord.start({ token: 'MTAw.local.token', botName: '摘引' });
  servePage(discord);
  host = new URL(discord.url).host;
});
afterAll(() => discord.close());

/** A request with exactly these headers: fetch would not let Host and Origin be set. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', body = '' } = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(discord.url + path, { method, headers: { host, ...headers } }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => {
          text += chunk;
        })
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', reject).end(body);
  });
}
const act = (what: object, headers: Record<string, string> = {}) =>
  ask('/local/act', { 'content-type': 'application/json', ...headers }, { method: 'POST', body: JSON.stringify(what) });

describe('who may talk to it', () => {
  const paths = ['/', '/page/main.js', '/local/events?role=member', '/local/act', '/api/v10/gateway', '/api/v10/interactions/1/2/callback'];
  it.each(paths)('%s: no other host, no other origin', async (path) => {
    for (const headers of [
      { host: 'evil.example' },
      { host: `evil.example:${new URL(discord.url).port}` },
      { host: '127.0.0.1' },
      { host: '127.0.0.1:1' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `https://${host}` },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ] as Record<string, string>[]) {
      expect((await ask(path, headers)).status, JSON.stringify(headers)).toBe(403);
      expect((await ask(path, headers, { method: 'POST' })).status, JSON.stringify(headers)).toBe(403);
    }
  });

  it('itself, by either of its names', async () => {
    for (const headers of [
      {},
      { origin: discord.url },
      { host: host.replace('127.0.0.1', 'localhost') },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ]) {
      expect((await ask('/', headers as Record<string, string>)).status).toBe(200);
    }
  });

  it.each([{ origin: 'https://evil.example' }, { host: 'evil.example' }])('the gateway refuses %j', async (headers) => {
    const socket = new WebSocket(`ws://${host}/gateway?v=10&encoding=json`, { headers });
    const error = await new Promise<Error>((resolve) => {
      socket.once('error', resolve);
    });
    expect(error.message).toContain('403');
  });

  it('listens on the loopback alone', () => expect(discord.url).toMatch(/^http:\/\/127\.0\.0\.1:/));
});

describe('what it serves', () => {
  it('is a page that can load nothing from elsewhere', async () => {
    const { headers, text } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("img-src 'self' data:");
    expect(policy).not.toMatch(/https?:/);
    expect(text).toContain('<script type="importmap">');
  });

  it('has every module that the page asks for', async () => {
    const { text } = await ask('/');
    const map = (JSON.parse(/importmap">(.*?)<\/script>/s.exec(text)![1]!) as { imports: Record<string, string> }).imports;
    const seen = new Set<string>();
    const follow = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const { status, text: source } = await ask(path);
      expect(status, path).toBe(200);
      const targets = [
        ...source.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\b(?:import|export)(?:[^;'"()]*?\bfrom)?\s*['"]([^'"]+)['"]/g),
      ].map((match) => match[1]!);
      for (const target of targets) {
        const prefix = Object.keys(map)
          .filter((key) => target === key || (key.endsWith('/') && target.startsWith(key)))
          .sort((a, b) => b.length - a.length)[0];
        await follow(prefix === undefined ? new URL(target, `http://x${path}`).pathname : map[prefix]! + target.slice(prefix.length));
      }
    };
    await follow('/page/main.js');
    expect(seen.size).toBeGreaterThan(40);
    expect([...seen].join('\n')).toContain('/modules/lit-html/lit-html.js');
  });

  it.each([
    '/page/tsconfig.json',
    '/page/nothing.js',
    '/page/..%2fpage.ts',
    '/modules/lit/../discord.js/src/index.js',
    '/modules/lit/%2e%2e/ws/index.js',
    '/modules/lit/package.json',
    '/modules/ws/index.js',
    '/modules/lit/nothing.js',
    '/.env',
  ])('is not %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe('what is done on it', () => {
  it('must be an act, in JSON', async () => {
    expect((await act({})).status).toBe(400);
    expect((await act({ kind: 'slash', role: 'nobody', locale: 'zh-CN' })).status).toBe(400);
    expect((await act({ kind: 'slash', role: 'member', locale: 'no language' })).status).toBe(400);
    expect((await act({ kind: 'slash', role: 'member', locale: 'zh-CN' }, { 'content-type': 'text/plain' })).status).toBe(400);
    expect(
      (await ask('/local/act', { 'content-type': 'application/json' }, { method: 'POST', body: `{"kind":"${'x'.repeat(70_000)}"}` }))
        .status,
    ).toBe(400);
    expect((await ask('/local/events?role=nobody')).status).toBe(404);
  });

  it('is refused in words where Discord would refuse it', async () => {
    const { status, text } = await act({ kind: 'slash', role: 'member', locale: 'zh-CN', command: 'nothing' });
    expect(status).toBe(422);
    expect(text).toContain('no command /nothing');
    expect((await act({ kind: 'press', role: 'member', locale: 'zh-CN', message: '1', component: 'x' })).status).toBe(422);
  });

  it('shows to whom it may concern, and to nobody else', async () => {
    const listen = (role: string) =>
      new Promise<{ heard: string[]; stop: () => void }>((resolve) => {
        const heard: string[] = [];
        const sent = request(`${discord.url}/local/events?role=${role}`, (response) => {
          response
            .setEncoding('utf8')
            .on('data', (chunk: string) => {
              heard.push(chunk);
              resolve({ heard, stop: () => sent.destroy() });
            })
            .on('error', () => undefined);
        });
        sent.on('error', () => undefined).end();
      });
    const [member, moderator] = [await listen('member'), await listen('moderator')];
    const channel = [...discord.state.guilds.values()][0]!.channelId;
    const mine = { interaction_metadata: { user: { id: '200000000000000001' } } };
    discord.state.createMessage(channel, { content: 'for all' }, mine);
    const secret = discord.state.createMessage(channel, { content: 'for one', flags: 64 }, mine);
    discord.state.createMessage('1', { content: 'elsewhere' }, mine);
    discord.state.setCommands('', []);
    discord.state.deleteMessage(secret);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(member.heard.join('')).toMatch(/event: hello[\s\S]*for all[\s\S]*for one[\s\S]*event: commands[\s\S]*event: gone/);
    expect(moderator.heard.join('')).toContain('for all');
    expect(moderator.heard.join('')).not.toContain('for one');
    expect(member.heard.join('')).not.toContain('elsewhere');
    member.stop();
    moderator.stop();
    const late = await listen('moderator');
    expect(late.heard.join('')).toContain('for all');
    late.stop();
    while (discord.state.changes.listenerCount('message') > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  });
});
