import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/question/reading.ts';
import { analyseWording } from '../../src/search/question/question.ts';
import { unmet } from '../../src/search/rank/conditions.ts';

const KNOWN = { places: () => [{ text: '青禾', codes: ['5118'] }], people: () => [], newestDay: null };
const asked = (placed: string[]) => {
  const reading = readQuestion('青禾交警去了哪所驾校', KNOWN);
  return analyseWording(reading.wordings[0], reading, placed);
};

describe('a place', () => {
  it('must be named by the article where no candidate was found by it', () => {
    expect(unmet(asked([]), '交警去了驾校', '交警去了驾校，青禾县', [])).toEqual([]);
    expect(unmet(asked([]), '交警去了驾校', '交警去了驾校，白石县', [])).toEqual([{ asked: '青禾', found: null }]);
  });

  it('has been held to where the candidates were chosen by it', () => {
    expect(unmet(asked(['青禾']), '交警去了驾校', '交警去了驾校', [])).toEqual([]);
  });
});
