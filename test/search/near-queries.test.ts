import { beforeAll, describe, expect, it } from 'vitest';
import { SearchEngine } from '../../src/search/engine.ts';

const page = (text: string) => ({ title: '', titleBasis: 'derived' as const, text });

describe('what a query that found nothing may have meant', () => {
  let engine: SearchEngine;
  beforeAll(() => {
    engine = SearchEngine.build([
      page('全县召开旅游扶贫工作会议,部署脱贫攻坚任务。'),
      page('旅游扶贫带动了乡村发展,茶叶产业是脱贫攻坚的根本。'),
    ]);
  });

  it.each([
    ['lvyou fupin', '旅游扶贫'],
    ['lvyoufupin', '旅游扶贫'],
    ['LYFP', '旅游扶贫'],
    ['chaye', '茶叶'],
    ['旅游扶频', '旅游扶贫'],
  ])('%s → %s', (typed, meant) => {
    expect(engine.near(typed)).toContain(meant);
  });

  it('offers nothing for what is as long as a paragraph: each of its parts would be compared with all terms', () => {
    const before = '县'.repeat(56);
    expect(engine.near(`${before}旅游扶频`)).toContain(`${before}旅游扶贫`);
    expect(engine.near(`${before}县旅游扶频`)).toEqual([]);
  });

  it('joins two words only where the articles do', () => {
    // 茶叶 and 扶贫 both stand there, but never one behind the other.
    expect(engine.near('chayefupin')).toEqual([]);
  });

  it('never offers the query itself, nor more than five', () => {
    for (const typed of ['旅游', 'l', 'f', 'xyz', '扶', '']) {
      const near = engine.near(typed);
      expect(near).not.toContain(typed);
      expect(near.length).toBeLessThanOrEqual(5);
    }
  });
});
