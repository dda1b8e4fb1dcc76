import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/corpus/parse.ts';
import { openAnalyser } from '../../../src/library/opensearch/pool.ts';
import type { ToAnalyse } from '../../../src/library/opensearch/analyse.ts';
import { BODY } from '../../corpus/pages.ts';

const some = (from: number): ToAnalyse[] => {
  const rows = [0, 1, 2].map((i) => JSON.stringify({ id: `a${from + i}`, text: `雅安市委书记兰开驰说，第${from + i}座桥通车了。${BODY}` }));
  const { articles } = parseFile('rows.jsonl', new TextEncoder().encode(rows.join('\n')));
  return articles.map((article, order) => ({ article, order, fingerprint: article.id, known: null }));
};

describe('the analyser of articles for the cluster', () => {
  it('makes the same documents in threads as in this one, each task its own', async () => {
    const [here, there] = [openAnalyser(0), openAnalyser(2)];
    try {
      const tasks = [0, 10, 20].map(some);
      const expected = await Promise.all(tasks.map((task) => here.analyse(task)));
      expect(expected[1]!.articles.length).toBe(3);
      expect(await Promise.all(tasks.map((task) => there.analyse(task)))).toEqual(expected);
    } finally {
      await there.close();
    }
  });

  it('rejects where its threads cannot start', async () => {
    const analyser = openAnalyser(1, new URL('data:text/javascript,process.exit(1)'));
    await expect(analyser.analyse(some(0))).rejects.toThrow('The thread ended');
    await analyser.close();
  });
});
