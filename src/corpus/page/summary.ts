import type { LeftOutKind } from '../article.ts';
import { bare } from './headline.ts';
import type { Look } from './looks.ts';

const SUMMARY = /^(?:文章简介|内容简介|文章摘要|内容摘要|内容提要|摘要|简介|导读|核心提示)[:\s]/;
/** A summary is the garbled double of the article where so much of it stands there again. */
const DOUBLE_SHARE = 0.8;

/** A site's own summary that is the article's beginning once more, in worse shape. Marks such lines in `kinds`. */
export function markGarbledSummaries(looks: readonly Look[], kinds: (LeftOutKind | null)[]): void {
  if (!looks.some(({ folded }) => SUMMARY.test(folded))) return;
  const body = new Map<string, number>();
  looks.forEach((look, i) => {
    if (kinds[i] === null) count(bare(look.folded.replace(SUMMARY, '')), body, 1);
  });
  looks.forEach((look, i) => {
    if (kinds[i] !== null || !SUMMARY.test(look.folded)) return;
    const summary = bare(look.folded.replace(SUMMARY, ''));
    count(summary, body, -1);
    if (summary.length > 0 && shared(summary, body) >= DOUBLE_SHARE) kinds[i] = 'garbled-summary';
    else count(summary, body, 1);
  });
}

function count(words: string, trigrams: Map<string, number>, by: 1 | -1): void {
  for (let i = 0; i + 3 <= words.length; i++) {
    const trigram = words.slice(i, i + 3);
    trigrams.set(trigram, (trigrams.get(trigram) ?? 0) + by);
  }
}

function shared(words: string, trigrams: ReadonlyMap<string, number>): number {
  let found = 0;
  for (let i = 0; i + 3 <= words.length; i++) if ((trigrams.get(words.slice(i, i + 3)) ?? 0) > 0) found++;
  return found / Math.max(1, words.length - 2);
}
