/**
 * What a command answers, as plain data: the console prints it (as JSON it is the console contract, see
 * docs/design.md), Discord's views draw it. Field names are those of the contract, hence the snake case.
 * All offsets are UTF-16: `start` and `end` in the article's cleaned text, `highlights` in the quote's own text.
 */
import type { DateBasis, DateClaim, DateEvidence, LeftOutKind, PageNote } from './corpus/article.ts';
import type { Rejection } from './corpus/refusal.ts';
import type { Conditions } from './question/conditions.ts';
import type { Demand } from './question/demand.ts';
import type { Change } from './store/curation.ts';
import type { Failure, VoteCounts } from './store/feedback.ts';
import type { ServerSettings } from './store/settings.ts';
import type { NoteCode, StoreCode } from './text/index.ts';

export interface DateRef {
  text: string;
  iso: string | null;
  basis: DateBasis;
  /** In words (Simplified Chinese); a view says it in the reader's language from `evidence_code`. */
  evidence: string | null;
  evidence_code: DateEvidence | null;
  /** What other parts of the page say against it; absent where the page agrees with itself. */
  conflicts?: readonly DateClaim[];
}

/**
 * A date that an article's text prints: `article.text.slice(start, end) === text`. `iso` is `YYYY[-MM[-DD]]`, of a stretch
 * `from/to`, of what goes on (以来) `from/..`; null where nothing tells its year or day.
 */
export interface TextDateRef extends Omit<DateRef, 'conflicts'> {
  start: number;
  end: number;
}

export interface ArticleRef {
  id: string;
  title: string;
  title_basis: 'stated' | 'derived';
  file: string;
  source: string | null;
  url: string | null;
  published: DateRef | null;
  event: DateRef | null;
  /** The published date, or else the event's; `unknown` with empty text where the page prints none. */
  date: DateRef;
}

/** A verbatim slice: `article.text.slice(start, end) === text`. */
export interface Quote {
  text: string;
  start: number;
  end: number;
  highlights: [number, number][];
}

export interface Result {
  article: ArticleRef;
  quote: Quote;
  score: number;
  /** The places that the article is about, three at most. */
  regions: RegionRef[];
  /** Whom the quote names, three at most. */
  officials: NamedOfficial[];
}

/** The name as the quote prints it; `title`: as printed in the quote, or else in the article. */
export interface NamedOfficial {
  name: string;
  title: string | null;
}

export type Relation = 'about' | 'mentioned';

export interface RegionRef {
  name: string;
  code: string;
  path: string[];
}

export interface RegionPart extends RegionRef {
  articles: number;
}

/** `in_title`: only the article's title has it; `start` and `end` are 0 then. */
export interface TitleRef {
  text: string;
  article: string;
  start: number;
  end: number;
  organisation: string | null;
  in_title?: true;
}

export interface StatementRef {
  verb: string;
  text: string;
  article: string;
  start: number;
  end: number;
  /** How the speaker is known: named in the sentence, or 承前 (a pronoun, or speech that runs on). */
  speaker: 'named' | 'continued';
}

/** Something narrated of someone (出席, 调研): the whole sentence as printed. */
export interface ActRef {
  verb: string;
  text: string;
  article: string;
  start: number;
  end: number;
}

export interface OfficialRef {
  name: string;
  titles: TitleRef[];
  statements: StatementRef[];
  acts: ActRef[];
}

/** An office of a person: all titles that say the same, as the newest article prints it, and the articles that have it. */
export interface OfficeRef {
  text: string;
  /** How many articles. */
  articles: number;
  newest: string;
  oldest: string;
}

/** A person over all articles; the offices that the newest articles name come first. */
export interface PersonRef extends OfficialRef {
  offices: OfficeRef[];
}

/** The script that the reader asked to see quotes in; the data keeps what is printed, a view converts. */
export type Script = 'simplified' | 'traditional';

interface Answered {
  ok: true;
  took_ms: number;
  suggestions?: string[];
  script?: Script;
}

/** Why the filters leave nothing, for a view to say: `note.…` in the text tables. */
export interface Note {
  code: NoteCode;
  values: Readonly<Record<string, string | number>>;
}

export interface SearchReply extends Answered {
  command: 'search';
  query: string;
  total: number;
  results: Result[];
  note?: Note;
}

/**
 * How a question was read, before it was looked up: the words to find, what is asked for, what must be so (texts folded:
 * Simplified, lower case), whether the newest answer is wanted, and in which words it was looked up.
 */
export interface ReadRef {
  matter: string[];
  demand: Demand;
  conditions: Conditions;
  newest: boolean;
  wordings: string[];
}

export interface AskReply extends Answered {
  command: 'ask';
  question: string;
  read: ReadRef;
  answered: boolean;
  /** 0 to 1: how sure it is that the first quote answers; `answered` was decided on it. */
  confidence: number;
  /** How many of the first results fit about as well as the best: what is shown as the answer. 0 where not answered. */
  answers: number;
  total: number;
  results: Result[];
  note?: Note;
}

export interface RegionReply extends Answered {
  command: 'region';
  query: string;
  total: number;
  results: (Result & { relation: Relation })[];
  /** How many of the total are about it; the others only mention it. */
  about: number;
  region: RegionRef | null;
  /** The divisions right below it, with the number of articles that name each or a place in it. */
  parts: RegionPart[];
  /** Other regions of that name, where the name alone does not tell which. */
  others: RegionRef[];
  /** Articles that print the name without telling which of these they mean: in none of their results. Absent where there are none. */
  unplaced?: Result[];
  /** Which they may mean; there where `unplaced` is. */
  open_between?: RegionRef[];
}

export interface OfficialReply extends Answered {
  command: 'official';
  query: string;
  total: number;
  results: Result[];
  official: PersonRef | null;
  /** All that name the person, the newest first. */
  articles: ArticleRef[];
  /** Other people the query fits: holders of the same title, or of the same name elsewhere. */
  others: PersonRef[];
}

export interface ArticleReply extends Answered {
  command: 'article';
  total: 1;
  results: [Result];
  text: string;
  regions: (RegionRef & { relation: Relation; start: number; end: number })[];
  /** Names in the text that several regions have, where the article does not tell which. Absent where there are none. */
  open_names?: { text: string; start: number; end: number; candidates: RegionRef[] }[];
  officials: OfficialRef[];
  /** Each date that the text prints, once, where it stands first; in the order of the text. */
  dates: TextDateRef[];
}

/** The newest first; those whose year is unknown last. */
export interface LatestReply extends Answered {
  command: 'latest';
  total: number;
  results: Result[];
  note?: Note;
}

/** `when` is the day of the event, or else of publication; `dated`: its year is known. */
export type TimelineEntry = Result & { when: DateRef; dated: boolean };

/** The oldest first, the undated ones after all others. */
export interface TimelineReply extends Answered {
  command: 'timeline';
  query: string;
  total: number;
  /** How many of the total are undated. */
  undated: number;
  results: TimelineEntry[];
  region: RegionRef | null;
  official: { name: string } | null;
  /** Others of that name, or holders of that title. */
  others: string[];
}

/** A file, or one line of it, that could not be read: `reason` in English, `code` and `values` to say it in any language. */
export type { Rejection };

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

/** What is set for a server, after the change where one was asked for; `lasting`: it survives a restart. */
export interface SettingsReply extends Answered {
  command: 'settings';
  settings: ServerSettings;
  changed: boolean;
  lasting: boolean;
}

/** What was called bad, the latest first; `total`: how many there are; `lines`: as JSON lines, where that was asked for. */
export interface FeedbackReply extends Answered {
  command: 'feedback';
  counts: VoteCounts;
  total: number;
  failures: Failure[];
  lines: string | null;
  lasting: boolean;
}

/** A file of the collection: how many articles it holds and of how many lines none could be read; `sha256` null where it could not be read at all. */
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

/** Of a proposal, `pending` is what it is decided by. `reloaded` is null where nothing was done, or `problem` says why it is not read yet. */
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

/** A text in the languages that the bot speaks. */
type Localised = Readonly<Record<'zh-CN' | 'zh-TW' | 'en', string>>;

export interface HelpEntry {
  name: string;
  names: Localised;
  description: Localised;
  example: string;
  access: 'everyone' | 'admins' | 'operators' | 'curators';
}

export interface HelpReply extends Answered {
  command: 'help';
  entries: HelpEntry[];
}

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
  | CorpusReply
  | HelpReply;

export type Reply = AnswerReply | ErrorReply;
