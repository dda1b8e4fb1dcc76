import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/search/rank/coverage.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import { weigh } from '../../src/search/rank/rank.ts';

/** What the one article of a collection covers of a question. */
function coverage(question: string, text: string, title = '桥'): ReturnType<typeof coverageOf> {
  const engine = SearchEngine.build([{ title, titleBasis: 'stated', text }]);
  const { hits, question: read } = engine.ask(question, 1, () => true);
  return coverageOf(engine.index, read, weigh(engine.index, read), hits[0]!);
}

const FAR = '这里说的是别的事情,与前后各句都没有什么关系。'.repeat(12);

describe('the words of a question', () => {
  it('stand together where one sentence has them all', () => {
    const { together, scattered, lacking, pairsTogether } = coverage('望江大桥的宽度', '望江大桥的宽度是十二米。');
    expect([together, scattered, lacking, pairsTogether]).toEqual([1, 0, 0, 1]);
  });

  it('are scattered where no sentence has them all', () => {
    const { together, scattered } = coverage('望江大桥的宽度', '望江大桥去年建成。道路的宽度是十二米。');
    expect(together).toBeGreaterThan(0);
    expect(together).toBeLessThan(1);
    expect(together + scattered).toBeCloseTo(1);
  });

  it('are lacking where they stand nowhere, and are then as rare as a word can be', () => {
    const { together, scattered, lacking } = coverage('望江大桥的磁悬浮', '望江大桥去年建成。');
    expect(together).toBeLessThan(1);
    expect(scattered).toBe(0);
    expect(lacking).toBe(1);
  });

  it('lack what the passage has, but not the quote', () => {
    const { lacking } = coverage('望江大桥的宽度', `望江大桥去年建成,通车以后来往的车辆很多。${FAR}宽度十二米。`);
    expect(lacking).toBeGreaterThan(0);
  });

  it('stand in the same order: pairs of neighbours tell words from the same characters elsewhere', () => {
    const { pairsTogether } = coverage('望江大桥的宽度', '江望大桥,度宽。');
    expect(pairsTogether).toBeLessThan(0.5);
    expect(pairsTogether).toBeGreaterThan(0);
  });

  it('count as told where the title has them', () => {
    const { together, lacking, pairsTogether, subject } = coverage('望江大桥', '它去年建成。', '望江大桥');
    expect([together, lacking, pairsTogether, subject]).toEqual([1, 0, 1, 1]);
  });

  it('have a subject, the first of them, in the quote', () => {
    expect(coverage('望江大桥宽度', '望江大桥的宽度是十二米。').subject).toBe(1);
    expect(coverage('磁悬浮列车宽度', '望江大桥的宽度是十二米。').subject).toBe(0);
  });
});

describe('numbers of a question', () => {
  it('are lost where the article has them nowhere, whichever way they are written', () => {
    expect(coverage('第13座望江大桥', '望江大桥是第十三座。').lostFigures).toBe(0);
    expect(coverage('第13座望江大桥', '望江大桥是第四座。').lostFigures).toBe(1);
    expect(coverage('第13座和第15座望江大桥', '望江大桥是第四座。').lostFigures).toBe(2);
    expect(coverage('望江大桥', '望江大桥是第四座。').lostFigures).toBe(0);
  });

  it('are whole: part of a longer one is another', () => {
    expect(coverage('2座望江大桥', '望江大桥有12座。').lostFigures).toBe(1);
    expect(coverage('2座望江大桥', '望江大桥有25座。').lostFigures).toBe(1);
    expect(coverage('2座望江大桥', '望江大桥有3.2座。').lostFigures).toBe(1);
    expect(coverage('2座望江大桥', '望江大桥有12座,另有2座。').lostFigures).toBe(0);
    expect(coverage('2.5米望江大桥', '望江大桥高2.5米。').lostFigures).toBe(0);
  });

  it('may stand in the title or in another passage', () => {
    expect(coverage('第13座望江大桥', '望江大桥建成。', '第十三座').lostFigures).toBe(0);
    expect(coverage('第13座望江大桥', `望江大桥建成。${FAR}它是第十三座。`).lostFigures).toBe(0);
  });
});
