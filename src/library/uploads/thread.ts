/** What the thread of `LongUploads` runs: it holds a dictionary and a gazetteer of its own, and looks at one upload after the other. */
import type { Rejection } from '../../corpus/refusal.ts';
import type { ArticlePreview } from '../../reply.ts';
import { Gazetteer } from '../../places/gazetteer.ts';
import { Breather } from '../../steps/breather.ts';
import { answerTasks } from '../threads/answer-tasks.ts';
import { CLOSELY, lookedAt } from './look.ts';

/** A file's name, relative to the corpus, and what is in it. */
export interface UploadTask {
  file: string;
  bytes: Uint8Array;
}

/** What {@link lookedAt} tells, as plain data: the first articles are looked at closely. */
export type SeenElsewhere = Rejection | { id: string; line: number; preview: ArticlePreview | null };

const gazetteer = Gazetteer.load();
const breather = new Breather();

answerTasks(async ({ file, bytes }: UploadTask) => {
  const seen: SeenElsewhere[] = [];
  let articles = 0;
  for await (const one of lookedAt(file, bytes, gazetteer, breather))
    seen.push('reason' in one ? one : { id: one.id, line: one.line, preview: articles++ < CLOSELY ? await one.look() : null });
  return seen;
});
