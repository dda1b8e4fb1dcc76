import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/language/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['', '雅安', 2],
    ['雅安', '雅安', 0],
    ['雅安', '雅安市', 1],
    ['雅安市', '雅女市', 1],
    ['香格拉里', '香格里拉', 1],
    ['雅安市', '安雅区', 2],
    ['kitten', 'sitting', 3],
  ])('%s → %s: %i', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits);
    expect(editDistance(b, a)).toBe(edits);
  });

  it('stops counting above the most that is asked for', () => {
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
    expect(editDistance('雅', '雅安市区', 1)).toBe(2);
  });
});
