import type { Follow, FollowReply } from '../reply.ts';
import { type Locale, text } from '../text/index.ts';

/** `/follow` in a terminal, where whoever runs the bot sees all that is followed, and may end it. */
export function followText(reply: FollowReply, locale: Locale): string {
  const what = ({ kind, name }: Follow) => text(locale, `view.follow_${kind}`, { name });
  const where = ({ server, channel, user }: Follow) => (channel === null ? `@${user}` : `${server} #${channel}`);
  if (reply.action === 'list')
    return [
      text(locale, reply.total === 0 ? 'view.follow_none' : 'view.follow_list', { total: reply.total, place: '' }),
      ...reply.follows.map((each) => `  ${each.id}  ${what(each)}  ${where(each)}`),
    ].join('\n');
  const values = { what: what(reply.follow), id: reply.follow.id };
  if (reply.action === 'stop') return text(locale, 'view.follow_stopped', values);
  return text(locale, 'view.follow_added', { ...values, where: where(reply.follow), most: reply.per_day });
}
