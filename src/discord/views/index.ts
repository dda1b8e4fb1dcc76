import type { AnswerReply } from '../../reply.ts';
import { namesIn } from '../../reply/names.ts';
import { articleView } from './article.ts';
import { askView } from './ask.ts';
import { corpusView } from './corpus.ts';
import { exportView } from './export.ts';
import { feedbackView } from './feedback.ts';
import { followView } from './follow.ts';
import { helpView } from './help.ts';
import { officialView } from './official.ts';
import type { Payload, ViewContext } from './payload.ts';
import { regionView } from './region.ts';
import { reloadView } from './reload.ts';
import { latestView, searchView, timelineView } from './search.ts';
import { settingsView } from './settings.ts';
import { statusView } from './status.ts';

/** Draws a reply as a Discord message. Pure: what it shows is all in the reply and the context. */
export function view(reply: AnswerReply, given: ViewContext): Payload {
  const context = { ...given, people: namesIn(reply) };
  switch (reply.command) {
    case 'search':
      return searchView(reply, context);
    case 'ask':
      return askView(reply, context);
    case 'region':
      return regionView(reply, context);
    case 'official':
      return officialView(reply, context);
    case 'latest':
      return latestView(reply, context);
    case 'timeline':
      return timelineView(reply, context);
    case 'article':
      return articleView(reply, context);
    case 'status':
      return statusView(reply, context);
    case 'reload':
      return reloadView(reply, context);
    case 'settings':
      return settingsView(reply, context);
    case 'corpus':
      return corpusView(reply, context);
    case 'feedback':
      return feedbackView(reply, context);
    case 'export':
      return exportView(reply, context);
    case 'follow':
      return followView(reply, context);
    case 'help':
      return helpView(reply, context);
  }
}
