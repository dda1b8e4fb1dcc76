/**
 * What a command answers, as plain data: the console prints it (as JSON it is the console contract, see
 * docs/design.md), Discord's views draw it. Field names are those of the contract, hence the snake case.
 * All offsets are UTF-16: `start` and `end` in the article's cleaned text, `highlights` in the quote's own text.
 */
import type { ArticleReply } from './reply/article.ts';
import type { CorpusReply, ReloadReply, StatusReply } from './reply/collection.ts';
import type { OfficialReply } from './reply/officials.ts';
import type { RegionReply } from './reply/regions.ts';
import type { AskReply, ExportReply, SearchReply } from './reply/search.ts';
import type { FeedbackReply, FollowReply, HelpReply, SettingsReply } from './reply/server.ts';
import type { LatestReply, TimelineReply } from './reply/timeline.ts';

/** A file, or one line of it, that could not be read: `reason` in English, `code` and `values` to say it in any language. */
export type { Rejection } from './corpus/refusal.ts';
export type * from './reply/article.ts';
export type * from './reply/collection.ts';
export type * from './reply/officials.ts';
export type * from './reply/parts.ts';
export type * from './reply/regions.ts';
export type * from './reply/search.ts';
export type * from './reply/server.ts';
export type * from './reply/timeline.ts';

export interface ErrorReply {
  command: string;
  ok: false;
  took_ms: number;
  suggestions?: string[];
  error: { code: string; message: string };
}

export type AnswerReply =
  | SearchReply
  | AskReply
  | RegionReply
  | OfficialReply
  | ArticleReply
  | LatestReply
  | TimelineReply
  | StatusReply
  | ReloadReply
  | SettingsReply
  | FeedbackReply
  | FollowReply
  | CorpusReply
  | ExportReply
  | HelpReply;

export type Reply = AnswerReply | ErrorReply;

/** A reply before anybody has measured how long it took: `defineCommand` does, once, around all of a command. */
export type Unmeasured<R> = R extends unknown ? Omit<R, 'took_ms'> : never;
