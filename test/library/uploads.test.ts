import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticlePreview } from '../../src/reply.ts';
import { LongUploads } from '../../src/library/uploads/long-uploads.ts';
import { Gazetteer } from '../../src/places/gazetteer.ts';
import { endThreads } from '../../src/library/threads/start.ts';

const TEXT = '雅安市石门镇的公路修好了。市委书记王建国指出，这条路很重要。';
const LONG = Buffer.from(TEXT.repeat(400));
const gazetteer = Gazetteer.load();
const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const yes = () => true;

/** What comes of an upload, as plain data. */
async function seen(uploads: LongUploads, file: string, bytes: Uint8Array) {
  const all: (string | { id: string; line: number; preview: ArticlePreview | null })[] = [];
  for await (const one of uploads.lookedAt(file, bytes, gazetteer))
    all.push('reason' in one ? one.code : { id: one.id, line: one.line, preview: await one.look() });
  return all;
}

describe('long uploads', () => {
  afterEach(endThreads);

  it('are looked at on a thread, and the same is found as here', { timeout: 60_000 }, async () => {
    const [here, there] = [new LongUploads(() => false), new LongUploads(yes)];
    const rows = (count: number) =>
      Buffer.from(Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: TEXT.repeat(20) })).join('\n'));
    for (const [file, bytes] of [
      ['a.txt', LONG],
      ['a.jsonl', rows(30)],
    ] as const) {
      const found = await seen(there, file, bytes);
      expect(there.isRunning).toBe(true);
      const expected = await seen(here, file, bytes);
      expect(here.isRunning).toBe(false);
      // Of rows only the first ones are looked at there.
      expect(found).toEqual(expected.map((one, n) => (typeof one !== 'string' && n >= 3 ? { ...one, preview: null } : one)));
    }
    expect(await seen(there, 'a.pdf', Buffer.alloc(40_000))).toEqual(await seen(here, 'a.pdf', Buffer.alloc(40_000)));
  });

  it('leave the event loop free', { timeout: 60_000 }, async () => {
    const uploads = new LongUploads(
      yes,
      script(`import { parentPort } from 'node:worker_threads';
      const work = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };
      parentPort.on('message', ({ number }) => { work(300); parentPort.postMessage({ number, result: [] }); });`),
    );
    let turns = 0;
    const timer = setInterval(() => turns++, 10);
    await seen(uploads, 'a.txt', LONG);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it('are looked at here where they are short, or the thread ends before its time, and the next starts another', async () => {
    const uploads = new LongUploads(yes, script('throw new Error("no dictionary")'));
    expect(await seen(uploads, 'a.txt', Buffer.from(TEXT))).toMatchObject([{ id: 'a', preview: { characters: TEXT.length } }]);
    expect(uploads.isRunning).toBe(false);
    for (let i = 0; i < 2; i++) {
      expect(await seen(uploads, 'a.txt', LONG)).toMatchObject([{ id: 'a', preview: { characters: TEXT.length * 400 } }]);
      expect(uploads.isRunning).toBe(false);
    }
  });

  it('end their thread when there is nothing to do any more', async () => {
    const echo = script(`import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ number }) => setTimeout(() => parentPort.postMessage({ number, result: [] }), 100));`);
    const uploads = new LongUploads(yes, echo, 20);
    const both = [seen(uploads, 'a.txt', LONG), seen(uploads, 'b.txt', LONG)];
    await Promise.all(both);
    expect(uploads.isRunning).toBe(true);
    await sleep(100);
    expect(uploads.isRunning).toBe(false);
  });
});
