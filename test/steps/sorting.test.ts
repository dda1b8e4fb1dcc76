import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atOnce } from '../../src/steps/breather.ts';
import { sorting } from '../../src/steps/sorting.ts';

it('sorts as the language does, equals in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 200 }), fc.constantFrom(1, 40, 100), (some, times) => {
      const items = Array.from({ length: some.length * times }, (_, at) => ({ value: some[at % some.length]!, at }));
      const compare = (a: { value: number }, b: { value: number }) => a.value - b.value;
      expect(atOnce(sorting(items, compare))).toEqual([...items].sort(compare));
    }),
    { numRuns: 60 },
  );
});

it('pauses while it sorts many', () => {
  const items = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_000);
  expect([...sorting(items, (a, b) => a - b)].length).toBeGreaterThan(10);
});
