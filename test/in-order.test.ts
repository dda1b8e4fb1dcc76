import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { HelperLost, type Helpers, inOrder } from '../src/steps/in-order.ts';

const NOBODY: Helpers<number, number> = { offer: () => null };
const later = () => new Promise<void>((resolve) => setImmediate(resolve));
const squared = async (n: number) => {
  await later();
  return n * n;
};
async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of results) list.push(one);
  return list;
}

it('gives results in the order of the tasks, whoever brings them and however late', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ free: fc.boolean(), turns: fc.nat(5), lost: fc.boolean() }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      async (fates, ahead) => {
        const once = new Set<number>();
        const helpers: Helpers<number, number> = {
          offer: (n) => {
            const { free, turns, lost } = fates[n]!;
            if (!free || once.has(n)) return null;
            once.add(n);
            return (async () => {
              for (let turn = 0; turn < turns; turn++) await later();
              if (lost) throw new HelperLost();
              return n * n;
            })();
          },
        };
        const tasks = fates.map((_, n) => n);
        expect(await all(inOrder(tasks, squared, helpers, ahead))).toEqual(tasks.map((n) => n * n));
      },
    ),
    { numRuns: 50 },
  );
});

it('works itself while helpers take their time, and no further ahead than it may', async () => {
  const own = vi.fn(squared);
  let release = () => {};
  const slow = new Promise<number>((resolve) => (release = () => resolve(1)));
  const helpers: Helpers<number, number> = { offer: (n) => (n === 1 ? slow : null) };
  const results = inOrder(
    Array.from({ length: 20 }, (_, n) => n),
    own,
    helpers,
    5,
  );
  expect((await results.next()).value).toBe(0);
  const next = results.next();
  for (let turn = 0; turn < 50; turn++) await later();
  expect(own.mock.calls.map(([n]) => n)).toEqual([0, 2, 3, 4, 5]);
  release();
  expect((await next).value).toBe(1);
});

it('tells a failure when the failed task is due, and asks no more of the source', async () => {
  const taken: number[] = [];
  function* tasks() {
    for (let n = 0; n < 10; n++) {
      taken.push(n);
      yield n;
    }
  }
  const results = inOrder(tasks(), (n) => (n === 2 ? Promise.reject(new Error('two')) : squared(n)), NOBODY, 2);
  expect((await results.next()).value).toBe(0);
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('two');
  expect(taken.length).toBeLessThan(6);
});
