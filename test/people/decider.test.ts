import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS } from '../../src/people/decider/features.ts';
import { findTitled } from '../../src/people/holders/find-titled.ts';
import { Recurrence } from '../../src/people/names/recurrence.ts';
import { atOnce } from '../../src/steps/breather.ts';

describe('the same string elsewhere', () => {
  it('is counted, with how often the same character follows', () => {
    const text = '高建新说。高建新来。高建说。';
    expect(new Recurrence(text, [0]).elsewhere(0, 3)).toEqual({ times: 1, same: 0 });
    expect(new Recurrence(text, [0]).elsewhere(0, 2)).toEqual({ times: 2, same: 1 });
  });

  it('is nothing where it was not asked for', () =>
    expect(new Recurrence('高建新，高建新', []).elsewhere(0, 3)).toEqual({ times: 0, same: 0 }));

  it('looks at no more places of a text twice as long than twice as many', () => {
    const looks = (text: string) => {
      let steps = 0;
      const counted = new Proxy(Object(text) as object, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key);
          if (key !== 'charCodeAt') return value;
          return (at: number) => {
            steps++;
            return text.charCodeAt(at);
          };
        },
      });
      new Recurrence(counted as unknown as string, [0]).elsewhere(0, 3);
      return steps;
    };
    const text = '高建新说好。'.repeat(500);
    expect(looks(text + text)).toBeLessThan(looks(text) * 2.1);
  });
});

describe('the weights', () => {
  const lines = readFileSync('src/people/data/holder-weights.txt', 'utf8').split('\n');

  it('name what they were learned from', () => expect(lines[0]).toMatch(/CC BY-SA.*Apache-2\.0/));
  it('are a byte a bucket', () => expect(Buffer.from(lines[1]!, 'base64')).toHaveLength(BUCKETS));
});

it('gives names that lie within the text and whose titles lie beside them, whatever the text', () => {
  const piece = fc.constantFrom('副市长', '主席', '高建新', '孟和', '·', '在', '说', '。', '、', '的', '院', '长', '（', 'a', ' ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const { name, titles } of atOnce(findTitled(text))) {
        expect(name.start).toBeGreaterThanOrEqual(0);
        expect(name.end).toBeLessThanOrEqual(text.length);
        expect(name.end - name.start).toBeGreaterThan(1);
        for (const { start, end } of titles) expect(end).toBeGreaterThan(start);
      }
    }),
  );
});
