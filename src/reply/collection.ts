/** `/status`, `/reload` and `/corpus`: what the collection holds, and what changes in it. */
import type { LeftOutKind, PageNote } from '../corpus/article.ts';
import type { Rejection } from '../corpus/refusal.ts';
import type { Change } from '../store/curation.ts';
import type { VoteCounts } from '../store/feedback.ts';
import type { StoreCode } from '../store/reason-codes.ts';
import type { Answered, ArticleRef, Relation } from './parts.ts';

export interface CorpusStatus {
  articles: number;
  passages: number;
  rejected: Rejection[];
  loaded_at: string;
  build_ms: number;
  rss_mb: number;
  /** Articles that name no region; no official; whose year is unknown. */
  no_region: number;
  no_official: number;
  no_year: number;
  /** Articles of which parts of the page give different dates, and the first of them by id; `/article` tells what they say. */
  date_conflicts: number;
  conflicting: string[];
  /** Articles of which people should know how they were read (fields that were not used); the first of them in `remarks`. */
  remarked: number;
  remarks: ArticleRemark[];
}

/** What people should know of how an article, or the file that it begins, was read. `line` is null where the file is the article. */
export interface ArticleRemark extends PageNote {
  file: string;
  line: number | null;
}

/** `not_kept`: why settings and votes do not last; absent where they do. */
export interface StatusReply extends Answered {
  command: 'status';
  status: CorpusStatus;
  version: string;
  uptime_s: number;
  feedback: VoteCounts;
  not_kept?: StoreCode;
}

/** Files by name: what a reload found different. */
export interface CorpusChanges {
  added: string[];
  removed: string[];
  changed: string[];
  rejected: Rejection[];
}

export interface ReloadReply extends Answered {
  command: 'reload';
  changes: CorpusChanges;
  status: CorpusStatus;
}

/**
 * A file of the collection: how many articles it holds and of how many lines none could be read; `sha256` null where it
 * could not be read at all.
 */
export interface CorpusFile {
  file: string;
  sha256: string | null;
  articles: number;
  title: string | null;
  rejected: number;
}

/** What would be read of one article. `left_out`: how much of the file, in UTF-16 units, is taken for no part of it. */
export interface ArticlePreview {
  article: ArticleRef;
  characters: number;
  regions: { path: string[]; relation: Relation }[];
  officials: { name: string; title: string | null }[];
  left_out: { kind: LeftOutKind; characters: number }[];
  remarks: readonly PageNote[];
}

/** What would be read of a file: so many articles, the first of them closely, and what would be refused of it. */
export interface UploadPreview {
  articles: number;
  shown: ArticlePreview[];
  rejected: Rejection[];
}

/**
 * Of a proposal, `pending` is what it is decided by. `reloaded` is null where nothing was done, or `problem` says why
 * it is not read yet.
 */
export type CorpusReply = Answered & { command: 'corpus' } & (
    | { action: 'list'; query: string | null; total: number; files: CorpusFile[] }
    | { action: 'log'; changes: Change[] }
    | { action: 'add'; pending: string; file: string; size: number; preview: UploadPreview }
    | { action: 'remove'; pending: string; file: string; found: CorpusFile }
    | {
        action: 'decided';
        what: 'add' | 'remove';
        file: string;
        done: boolean;
        reloaded: { changes: CorpusChanges; status: CorpusStatus } | null;
        problem: { code: string; message: string; wording: string; params: Readonly<Record<string, string | number>> } | null;
      }
  );
