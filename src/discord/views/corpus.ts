import { type APIEmbed, ButtonStyle, ComponentType } from 'discord.js';
import type { ArticlePreview, CorpusReply, UploadPreview } from '../../reply.ts';
import { dateWords } from '../../text/date-words.ts';
import { errorText, type Locale, text, type TextKey } from '../../text/index.ts';
import { escapeMarkdown, plain } from '../escape.ts';
import { fitLines, MAX_EMBED_DESCRIPTION, truncate } from '../limits.ts';
import { fitEscaped, named, titleOf } from './hit.ts';
import {
  COLOURS,
  pageButtons,
  pageOf,
  type Payload,
  payload,
  pageNumber,
  type Row,
  secondaryButton,
  shown,
  type ViewContext,
} from './payload.ts';
import { changeFields } from './reload.ts';
import { placeName } from './script.ts';
import { rejectedField } from './status.ts';

const LINES_PER_PAGE = 20;
const MAX_NAME = 90;

/** `/corpus`: what is there, what would change, what was changed. */
export function corpusView(reply: CorpusReply, context: ViewContext): Payload {
  switch (reply.action) {
    case 'list':
      return listView(reply, context);
    case 'log':
      return logView(reply, context);
    case 'add':
      return addView(reply, context);
    case 'remove':
      return removeView(reply, context);
    case 'decided':
      return decidedView(reply, context);
  }
}

type Reply<A extends CorpusReply['action']> = Extract<CorpusReply, { action: A }>;

function listView({ query, total, files }: Reply<'list'>, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(files, context.page, LINES_PER_PAGE);
  const lines = page.items.map(({ file, title, articles, rejected }) =>
    [
      `\`${escapeCode(file)}\``,
      title === null ? '' : fitEscaped(title, MAX_NAME),
      articles === 1 ? '' : text(locale, 'view.file_articles', { articles }),
      rejected > 0 ? `⚠️ ${text(locale, 'view.file_rejected', { rejected })}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  );
  const head = query === null ? 'view.files' : 'view.files_of';
  return payload(context, {
    lines: [text(locale, head, { total, place: pageNumber(locale, page), query: shown(query ?? '') })],
    embeds:
      lines.length > 0
        ? [{ color: COLOURS.card, description: fitLines(lines, MAX_EMBED_DESCRIPTION, (left) => text(locale, 'view.more', { left })) }]
        : [],
    rows: [pageButtons(context, page)],
  });
}

function logView({ changes }: Reply<'log'>, context: ViewContext): Payload {
  const { locale } = context;
  const page = pageOf(changes, context.page, LINES_PER_PAGE);
  const lines = page.items.map(
    ({ at, action, file, user }) =>
      `${at.slice(0, 16).replace('T', ' ')} UTC · ${user === null ? text(locale, 'view.terminal') : `<@${user}>`} · ` +
      `${text(locale, action === 'add' ? 'view.added' : 'view.removed')} \`${escapeCode(file)}\``,
  );
  return payload(context, {
    lines: [text(locale, changes.length === 0 ? 'view.log_empty' : 'view.log', { place: pageNumber(locale, page) })],
    embeds:
      lines.length > 0
        ? [{ color: COLOURS.card, description: fitLines(lines, MAX_EMBED_DESCRIPTION, (left) => text(locale, 'view.more', { left })) }]
        : [],
    rows: [pageButtons(context, page)],
  });
}

function addView({ file, size, preview, pending }: Reply<'add'>, context: ViewContext): Payload {
  const { locale } = context;
  return payload(context, {
    lines: [text(locale, 'view.preview', { file: `\`${escapeCode(file)}\``, size: (size / 1024).toFixed(1), articles: preview.articles })],
    embeds: [...preview.shown.map((one) => previewEmbed(locale, one)), ...rejectedEmbed(locale, preview)],
    rows: [decideButtons(context, pending, 'view.confirm_add', ButtonStyle.Success)],
  });
}

function previewEmbed(locale: Locale, { article, characters, regions, officials, left_out: leftOut, remarks }: ArticlePreview): APIEmbed {
  const field = (key: TextKey, values: readonly string[], empty: TextKey) => ({
    name: text(locale, key),
    value: values.length === 0 ? text(locale, empty) : truncate(values.map((value) => fitEscaped(value, 80)).join('、'), 300),
  });
  return {
    title: titleOf({ locale, script: null }, article),
    color: COLOURS.card,
    description: [
      article.source === null
        ? text(locale, 'view.source_unknown')
        : text(locale, 'view.source', { source: fitEscaped(article.source, 100) }),
      escapeMarkdown(truncate(dateWords(locale, article.date), 200)),
      text(locale, 'view.characters', { characters }),
    ].join('\n'),
    fields: [
      field(
        'view.regions',
        regions.map(({ path, relation }) =>
          named({ locale }, placeName(locale, path), relation === 'about' ? text(locale, 'view.about') : null),
        ),
        'view.none_found',
      ),
      field(
        'view.officials',
        officials.map(({ name, title }) => named({ locale }, name, title)),
        'view.none_found',
      ),
      field(
        'view.left_out',
        leftOut.map(({ kind, characters: count }) => text(locale, 'view.left_out_of', { kind: text(locale, `left.${kind}`), count })),
        'view.nothing_left_out',
      ),
      ...(remarks.length === 0
        ? []
        : [
            field(
              'view.remarks',
              remarks.map(({ code, values }) => text(locale, `remark.${code}`, values)),
              'view.none_found',
            ),
          ]),
    ],
  };
}

function rejectedEmbed(locale: Locale, { rejected }: UploadPreview): APIEmbed[] {
  return rejected.length === 0 ? [] : [{ color: COLOURS.problem, fields: rejectedField(locale, rejected) }];
}

function removeView({ file, found, pending }: Reply<'remove'>, context: ViewContext): Payload {
  const { locale } = context;
  return payload(context, {
    lines: [
      text(locale, 'view.remove', { file: `\`${escapeCode(file)}\``, articles: found.articles }),
      ...(found.title === null ? [] : [`> ${fitEscaped(found.title, 300)}`]),
    ],
    rows: [decideButtons(context, pending, 'view.confirm_remove', ButtonStyle.Danger)],
  });
}

function decidedView({ what, file, done, reloaded, problem }: Reply<'decided'>, context: ViewContext): Payload {
  const { locale } = context;
  const shownFile = `\`${escapeCode(file)}\``;
  if (!done) return payload(context, { lines: [text(locale, 'view.given_up', { file: shownFile })] });
  const fields = reloaded ? changeFields(locale, reloaded.changes) : [];
  return payload(context, {
    lines: [
      text(locale, what === 'add' ? 'view.was_added' : 'view.was_removed', { file: shownFile }),
      ...(problem ? [`⚠️ ${errorText(locale, problem, escapeMarkdown)}`, text(locale, 'view.reload_later')] : []),
      ...(reloaded
        ? [
            text(locale, 'view.reloaded', {
              articles: reloaded.status.articles,
              passages: reloaded.status.passages,
              seconds: (reloaded.status.build_ms / 1000).toFixed(2),
            }),
          ]
        : []),
    ],
    embeds: fields.length > 0 ? [{ color: COLOURS.card, fields: fields.map(({ name, value }) => ({ name, value })) }] : [],
  });
}

function decideButtons(
  { locale, links }: ViewContext,
  pending: string,
  yes: TextKey,
  style: ButtonStyle.Success | ButtonStyle.Danger,
): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.Button, style, label: text(locale, yes), custom_id: links.decide(pending, true) },
      secondaryButton(text(locale, 'view.give_up'), links.decide(pending, false)),
    ],
  };
}

/** A file's name between backticks, where nothing is escaped: its own backticks go. */
const escapeCode = (name: string): string => truncate(plain(name).replaceAll('`', '´').replace(/\s+/g, ' '), MAX_NAME);
