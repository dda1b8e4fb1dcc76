/** What is typed or sent back costs steps in proportion to its length, whatever it holds. Steps are counted, not timed. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import type { Command } from '../../src/command/command.ts';
import { parseLine } from '../../src/console/parse-line.ts';
import { unpackId } from '../../src/discord/custom-id/custom-id.ts';
import { typed } from '../../src/discord/typed.ts';
import { readQuestion } from '../../src/question/reading.ts';
import { LONG, text } from './texts.ts';

/** Look-ups in tables, and expressions begun, while something runs. */
function stepsOf(run: () => unknown): number {
  let steps = 0;
  const counted = [
    [Map.prototype, 'get'],
    [Set.prototype, 'has'],
    [RegExp.prototype, 'exec'],
  ] as const;
  const originals = counted.map(([owner, name]) => (owner as unknown as Record<string, (...given: unknown[]) => unknown>)[name]!);
  const put = (i: number, does: (...given: unknown[]) => unknown) =>
    Object.defineProperty(counted[i]![0], counted[i]![1], { value: does, configurable: true, writable: true });
  originals.forEach((original, i) =>
    put(i, function (this: unknown, ...given) {
      steps++;
      return original.apply(this, given);
    }),
  );
  try {
    run();
  } catch {
    // Refusing is an answer; what it costs counts all the same.
  } finally {
    originals.forEach((original, i) => put(i, original));
  }
  return steps;
}

const TIMES = 40;
/** What is done once, whatever the length. */
const ONCE = 300;

describe('twice as long takes at most twice the steps', () => {
  let commands: Command[];
  beforeAll(async () => {
    commands = await loadCommands();
    readQuestion('谁是市长？');
  });

  it.each<[string, (given: string) => unknown]>([
    ['a question, read', (given) => readQuestion(given)],
    ['a text as Discord sends it', (given) => typed(given)],
    ['a line with options', (given) => parseLine(`/search ${given}`, commands)],
    ['the id of a button', (given) => unpackId(`2p|search|1|x|1||query=${given}`)],
  ])('%s', LONG, (_, run) => {
    expect(stepsOf(() => run('雅安5月 '.repeat(TIMES)))).toBeGreaterThan(0);
    fc.assert(
      fc.property(text, (piece) => {
        // The longer first: what it leaves in caches would only lower the other.
        const twice = stepsOf(() => run(piece.repeat(2 * TIMES)));
        const once = stepsOf(() => run(piece.repeat(TIMES)));
        expect(twice).toBeLessThanOrEqual(2.3 * once + ONCE);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('counts: a square is seen', () => {
    const square = (given: string) => [...given].forEach(() => [...given].forEach((letter) => new Set('a').has(letter)));
    expect(stepsOf(() => square('ab'.repeat(80)))).toBe(25_600);
  });
});
