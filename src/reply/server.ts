/** `/settings`, `/feedback`, `/follow` and `/help`: what is kept for a server, and what can be asked. */
import type { Failure, VoteCounts } from '../store/feedback.ts';
import type { Unanswered } from '../store/unanswered.ts';
import type { Follow } from '../store/follows.ts';
import type { ServerSettings } from '../store/settings.ts';
import type { Answered } from './parts.ts';

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
  /** What was asked and not answered, most often asked first; `total`: how many questions there are. */
  unanswered: { total: number; questions: Unanswered[] };
  lines: string | null;
  lasting: boolean;
}

/** A text in the languages that the bot speaks. */
type Localised = Readonly<Record<'zh-CN' | 'zh-TW' | 'en', string>>;

export interface HelpEntry {
  name: string;
  names: Localised;
  description: Localised;
  example: string;
  /** The same as each language writes it. */
  examples: Localised;
  /** What it does apart, where it does several things: `/corpus add`. */
  subcommands: string[];
  access: 'everyone' | 'admins' | 'operators' | 'curators';
}

/** Something to know of several commands, by one example: how to narrow a query; that both scripts find the same. */
export interface HelpLesson {
  topic: 'filters' | 'scripts';
  examples: Localised;
}

/** The commands that the one who asks may use. */
export interface HelpReply extends Answered {
  command: 'help';
  entries: HelpEntry[];
  lessons: HelpLesson[];
  /** Whether questions that were not answered are kept. */
  keeps_unanswered: boolean;
}

export type { Follow };

/** What is followed now; what the one who asks may see of it; what is followed no longer. `per_day`: quotes in 24 hours at most. */
export type FollowReply = Answered & { command: 'follow' } & (
    | { action: 'add'; follow: Follow; per_day: number; lasting: boolean }
    | { action: 'list'; total: number; follows: Follow[] }
    | { action: 'stop'; follow: Follow }
  );
