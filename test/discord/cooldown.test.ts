import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cooldown } from '../../src/discord/incoming/cooldown.ts';

const clock = (start = 1_000_000) => {
  let time = start;
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
  };
};

describe('Cooldown', () => {
  it('lets so many pass at once, then tells how long to wait', () => {
    const { now, pass } = clock();
    const cooldown = new Cooldown({ uses: 5, seconds: 10 }, 10, now);
    for (let use = 0; use < 5; use++) expect(cooldown.take('a')).toBeNull();
    expect(cooldown.take('a')).toBeCloseTo(2000);
    pass(1500);
    expect(cooldown.take('a')).toBeCloseTo(500);
    pass(500);
    expect(cooldown.take('a')).toBeNull();
    expect(cooldown.take('a')).not.toBeNull();
    expect(cooldown.take('b')).toBeNull();
  });

  it('of no uses is none', () => {
    const cooldown = new Cooldown({ uses: 0, seconds: 10 });
    for (let use = 0; use < 1000; use++) expect(cooldown.take('a')).toBeNull();
    expect(cooldown.size).toBe(0);
  });

  it('never lets more pass in any time than so many and those that were earned back', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 3000 }), fc.constantFrom('a', 'b')), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 20 }), (walk, uses, seconds) => {
        const { now, pass } = clock(0);
        const cooldown = new Cooldown({ uses, seconds }, 10, now);
        const passed: Record<string, number[]> = { a: [], b: [] };
        for (const [ms, person] of walk) {
          pass(ms);
          if (cooldown.take(person) === null) passed[person]!.push(now());
        }
        for (const times of Object.values(passed)) {
          times.forEach((from, at) =>
            times.slice(at).forEach((to, more) => {
              expect(more + 1).toBeLessThanOrEqual(uses + ((to - from) * uses) / (seconds * 1000) + 1e-6);
            }),
          );
        }
      }),
    );
  });

  it('is right about the wait: just before it is over none passes, then one does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 600 }), (uses, seconds) => {
        const { now, pass } = clock();
        const cooldown = new Cooldown({ uses, seconds }, 10, now);
        for (let use = 0; use < uses; use++) cooldown.take('a');
        const wait = cooldown.take('a')!;
        pass(wait - 1);
        expect(cooldown.take('a')).not.toBeNull();
        pass(1.001);
        expect(cooldown.take('a')).toBeNull();
      }),
    );
  });

  it('remembers so many people, the latest', () => {
    const { now } = clock();
    const cooldown = new Cooldown({ uses: 1, seconds: 60 }, 3, now);
    for (const person of ['a', 'b', 'c', 'd']) cooldown.take(person);
    expect(cooldown.size).toBe(3);
    expect(cooldown.take('b')).not.toBeNull();
    expect(cooldown.take('a')).toBeNull();
    for (let at = 0; at < 10_000; at++) cooldown.take(String(at));
    expect(cooldown.size).toBe(3);
  });
});
