import type { Rejection, StatusReply } from '../../reply.ts';
import { type Locale, rejectionText, remarkText, text } from '../../text/index.ts';
import { fitLines, MAX_FIELD_VALUE } from '../limits.ts';
import { fitEscaped } from './hit.ts';
import { COLOURS, type Payload, payload, type ViewContext } from './payload.ts';

/** `/status`: what is loaded, what was left out and why, and how the bot is. */
export function statusView(reply: StatusReply, context: ViewContext): Payload {
  const { locale } = context;
  const { status } = reply;
  const field = (key: Parameters<typeof text>[1], value: string) => ({
    name: text(locale, key),
    value: fitEscaped(value, MAX_FIELD_VALUE),
    inline: true,
  });
  return payload(context, {
    lines: [],
    embeds: [
      {
        title: text(locale, 'view.status'),
        color: COLOURS.card,
        fields: [
          field('view.articles', String(status.articles)),
          field('view.passages', String(status.passages)),
          field('view.no_region', String(status.no_region)),
          field('view.no_official', String(status.no_official)),
          field('view.no_year', String(status.no_year)),
          field('view.date_conflicts', [String(status.date_conflicts), ...status.conflicting].join(' · ')),
          field('view.loaded', `${status.loaded_at.slice(0, 16).replace('T', ' ')} UTC`),
          field('view.built_in', `${(status.build_ms / 1000).toFixed(2)} s`),
          field('view.memory', `${Math.round(status.rss_mb)} MB`),
          field('view.version', reply.version),
          field('view.uptime', duration(reply.uptime_s)),
          field('view.votes', `👍 ${reply.feedback.up} 👎 ${reply.feedback.down}`),
          ...(reply.not_kept
            ? [{ name: text(locale, 'view.kept'), value: `⚠️ ${text(locale, `store.${reply.not_kept}`)}`, inline: false }]
            : []),
          ...remarksField(locale, status),
          ...rejectedField(locale, status.rejected),
        ],
      },
    ],
  });
}

/** Which files, or lines of files, are not articles, and why. */
export function rejectedField(locale: Locale, rejected: readonly Rejection[]) {
  if (rejected.length === 0) return [];
  const lines = rejected.map((one) => fitEscaped(rejectionText(locale, one), 300));
  return [
    {
      name: `${text(locale, 'view.rejected')} (${rejected.length})`,
      value: fitLines(lines, MAX_FIELD_VALUE, (left) => text(locale, 'view.more', { left })),
    },
  ];
}

/** What people should know of how files were read. */
function remarksField(locale: Locale, { remarked, remarks }: StatusReply['status']) {
  if (remarks.length === 0) return [];
  const lines = remarks.map((one) => fitEscaped(remarkText(locale, one), 300));
  return [
    {
      name: `${text(locale, 'view.remarks')} (${remarked})`,
      value: fitLines(lines, MAX_FIELD_VALUE, (left) => text(locale, 'view.more', { left })),
    },
  ];
}

/** `1d 02:03:04` */
function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(whole / 86_400);
  return `${days > 0 ? `${days}d ` : ''}${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
