import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLog } from '../../src/discord/lifecycle/log.ts';
import { printable } from '../../src/operation/printable.ts';

const OBEYED = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...'\u001b\u009b\u0007\u202e\u2066\u2028雅安"\\\n\t'), fc.string({ unit: 'binary', maxLength: 1 })),
});

it('leaves nothing that a terminal obeys, and all else as it was', () => {
  expect(printable('红\u202e字\u001b[31m\u009b1m\n\t“雅安”')).toBe('红\\u202e字\\u001b[31m\\u009b1m\n\t“雅安”');
  fc.assert(
    fc.property(text, (any) => {
      expect(printable(any).replaceAll(/\u001b\[[01]m/g, '')).not.toMatch(OBEYED);
      if (!OBEYED.test(any) && !/[\u061c\u200e\u200f\u2028\u2029]/.test(any)) expect(printable(any)).toBe(any);
    }),
  );
});

it('leaves the value of a line of JSON as it was', () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(JSON.parse(printable(JSON.stringify({ any })))).toEqual({ any });
    }),
  );
});

it('is what logs are written with', () => {
  const lines: string[] = [];
  createLog('info', { write: (line) => void lines.push(line) }).warn({ file: 'a\u009b\u202e.txt' }, 'rejected');
  expect(lines[0]).not.toMatch(/[\u0080-\u009f\u202e]/);
  expect(JSON.parse(lines[0]!)).toMatchObject({ file: 'a\u009b\u202e.txt' });
});
