import { afterAll, describe, expect, it, vi } from 'vitest';
import { TaskThread } from '../../src/library/threads/task-thread.ts';
import { HelperLost } from '../../src/steps/in-order.ts';

const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const answering = (body: string) =>
  script(`import { answerTasks } from ${JSON.stringify(new URL('../../src/library/threads/answer-tasks.ts', import.meta.url).href)};
    answerTasks(${body});`);

describe('a thread that does tasks', () => {
  const running: TaskThread<unknown, unknown>[] = [];
  const start = (url: URL, failed?: (error: unknown) => void) => {
    const thread = new TaskThread<unknown, unknown>(url, failed);
    running.push(thread);
    return thread;
  };
  afterAll(() => Promise.all(running.map((thread) => thread.close())));

  it('does them in their order, though the first takes longest, and counts what it has left', async () => {
    const thread = start(answering('async (n) => { await new Promise((done) => setTimeout(done, n)); return n; }'));
    const order: unknown[] = [];
    const all = [30, 1, 0].map((n) => thread.run(n, n).then((result) => order.push(result)));
    expect([thread.isReady, thread.weight]).toEqual([false, 31]);
    await Promise.all(all);
    expect(order).toEqual([30, 1, 0]);
    expect([thread.isReady, thread.weight]).toEqual([true, 0]);
  });

  it('rejects a task that fails with its error, and does the next', async () => {
    const thread = start(answering('(n) => { if (n === 1) throw new TypeError("one"); return n; }'));
    const results = await Promise.allSettled([thread.run(1), thread.run(2)]);
    expect(results).toEqual([
      { status: 'rejected', reason: new TypeError('one') },
      { status: 'fulfilled', value: 2 },
    ]);
    expect(thread.weight).toBe(0);
  });

  it('rejects what it has been given when it ends, and all that comes after, with the reason', async () => {
    const failed = vi.fn();
    const thread = start(script('throw new Error("no dictionary")'), failed);
    const before = await thread.run(1).catch((error: unknown) => error);
    const after = await thread.run(2).catch((error: unknown) => error);
    for (const error of [before, after]) {
      expect(error).toBeInstanceOf(HelperLost);
      expect((error as HelperLost).cause).toMatchObject({ message: 'no dictionary' });
    }
    expect(failed).toHaveBeenCalledTimes(1);
    expect(thread.isReady).toBe(false);
  });
});
