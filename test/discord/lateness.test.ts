import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lateness } from '../../src/discord/incoming/lateness.ts';

function watched() {
  const clock = { now: 1_000_000 };
  return { clock, lateness: new Lateness(() => clock.now) };
}

it('counts from the quickest arrival, whatever Discord’s clock says', () => {
  for (const ahead of [-3_600_000, 0, 250, 3_600_000]) {
    const { clock, lateness } = watched();
    expect(lateness.of(clock.now + ahead - 80)).toBe(0);
    expect(lateness.of(clock.now + ahead - 120)).toBe(40);
    expect(lateness.of(clock.now + ahead - 5080)).toBe(5000);
    expect(lateness.of(clock.now + ahead - 30)).toBe(0);
    expect(lateness.of(clock.now + ahead - 80)).toBe(50);
  }
});

it('forgets what was quick long ago: clocks drift apart', () => {
  const { clock, lateness } = watched();
  expect(lateness.of(clock.now)).toBe(0);
  clock.now += 11 * 60_000;
  expect(lateness.of(clock.now - 400)).toBe(400);
  clock.now += 11 * 60_000;
  expect(lateness.of(clock.now - 400)).toBe(0);
  expect(lateness.of(clock.now - 500)).toBe(100);
});

it('knows nothing after a long silence', () => {
  const { clock, lateness } = watched();
  lateness.of(clock.now);
  clock.now += 60 * 60_000;
  expect(lateness.of(clock.now - 9000)).toBe(0);
});

it('is never below zero', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ wait: fc.nat(900_000), age: fc.integer({ min: -10_000, max: 10_000 }) })), (arrivals) => {
      const { clock, lateness } = watched();
      for (const { wait, age } of arrivals) {
        clock.now += wait;
        expect(lateness.of(clock.now - age)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
