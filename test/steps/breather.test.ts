import { expect, it } from 'vitest';
import { Breather } from '../../src/steps/breather.ts';

const spin = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end;) {
    /* busy */
  }
};

it('lets the event loop in after a long stretch, and not after a short one', async () => {
  const breather = new Breather();
  const seen: string[] = [];
  setImmediate(() => seen.push('other'));
  await breather.pause();
  seen.push('short');
  spin(20);
  await breather.pause();
  seen.push('long');
  expect(seen).toEqual(['short', 'other', 'long']);
});

it('runs work in steps, to its result', async () => {
  let others = 0;
  const work = function* () {
    for (let i = 0; i < 5; i++) {
      setImmediate(() => others++);
      spin(12);
      yield;
    }
    return others;
  };
  expect(await new Breather().run(work())).toBe(5);
});
