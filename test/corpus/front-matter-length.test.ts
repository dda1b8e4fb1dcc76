import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../src/corpus/page/markdown.ts';

describe('front matter', () => {
  it('is refused by its length before it is parsed', () => {
    // An unknown alias would be another refusal, were it looked at.
    const keys = Array.from({ length: 20_000 }, (_, i) => `key${i}: *nowhere`).join('\n');
    expect(() => frontMatter(`---\n${keys}\n---\n正文`)).toThrow(/at most 16384/);
  });

  it('of usual length is read', () => {
    expect(frontMatter(`---\ntitle: 修路\nofficials: [${'甲某某, '.repeat(300)}乙某]\n---\n正文`).data.title).toBe('修路');
  });
});
