import type { Article } from '../corpus/article.ts';
import { kindOf } from '../corpus/formats/kinds.ts';
import type { ArticleRemark } from '../reply.ts';

/** So many articles whose dates disagree are named. */
export const MOST_NAMED = 5;
/** So many articles with remarks are told of: more fill a screen and are not read. */
export const MOST_REMARKED = 50;

/** What people should know of how an article was read. */
export function remarksOf({ file, line, notes = [] }: Article): ArticleRemark[] {
  return notes.map((note) => ({ file, line: kindOf(file)?.many ? line : null, ...note }));
}
