import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Turns } from '../../src/discord/outgoing/turns.ts';

/** A promise with its end in hand. */
function open<T = void>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
const settle = async () => {
  for (let i = 0; i < 40; i++) await nextTurn();
};

describe('turns of work behind answers', () => {
  afterEach(() => void vi.useRealTimers());

  it('lets so many work at once, and the others in the order in which they came', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const works = Array.from({ length: 5 }, () => open());
    const all = works.map(({ promise }, n) =>
      turns.take(() => {
        begun.push(n);
        return promise;
      }),
    );
    expect([turns.areTaken, begun]).toEqual([true, [0, 1]]);
    works[1]!.resolve();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    works[0]!.resolve();
    works[2]!.resolve();
    await settle();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    works[3]!.resolve();
    works[4]!.resolve();
    await Promise.all(all);
    await settle();
    expect(turns.areTaken).toBe(false);
  });

  it('begins no work that waits while a sign of life is being sent', async () => {
    const turns = new Turns(1);
    const [first, sign] = [open(), open()];
    const begun: string[] = [];
    const before = turns.take(() => first.promise);
    const sent = turns.first(() => sign.promise);
    const after = turns.take(() => Promise.resolve(void begun.push('after')));
    first.resolve();
    await before;
    await settle();
    expect(begun).toEqual([]);
    sign.resolve();
    await Promise.all([sent, after]);
    expect(begun).toEqual(['after']);
  });

  it('gives the turn on where work or a sign of life fails, and tells whose it was', async () => {
    const turns = new Turns(1);
    const failing = turns.take(() => Promise.reject(new Error('work')));
    const refused = turns.first(() => Promise.reject(new Error('refused')));
    const next = turns.take(() => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('work');
    await expect(refused).rejects.toThrow('refused');
    expect(await next).toBe('next');
  });

  it('waits no longer than a second for work that takes minutes, nor three for a socket that hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const turns = new Turns(1);
    const long = open();
    const working = turns.take(() => long.promise);
    const begun: string[] = [];
    const next = turns.take(() => Promise.resolve(void begun.push('next')));
    vi.advanceTimersByTime(999);
    await settle();
    expect(begun).toEqual([]);
    vi.advanceTimersByTime(1);
    await next;
    // The end of the long one gives no second turn away.
    long.resolve();
    await working;
    await settle();
    const [one, hanging] = [open(), open()];
    const busy = turns.take(() => one.promise);
    expect(turns.areTaken).toBe(true);
    void turns.first(() => hanging.promise);
    const last = turns.take(() => Promise.resolve(void begun.push('last')));
    one.resolve();
    await busy;
    await settle();
    expect(begun).toEqual(['next']);
    vi.advanceTimersByTime(2500);
    await last;
    expect(begun).toEqual(['next', 'last']);
  });
});
