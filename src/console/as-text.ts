import type {
  ArticleReply,
  AskReply,
  CorpusReply,
  FeedbackReply,
  LatestReply,
  Note,
  OfficeRef,
  OfficialReply,
  Quote,
  RegionRef,
  RegionReply,
  Rejection,
  ReloadReply,
  Reply,
  Result,
  Script,
  SearchReply,
  StatusReply,
  TimelineReply,
} from '../reply.ts';
import { namesIn } from '../reply/names.ts';
import { toScript } from '../language/script.ts';
import { dateWords } from '../text/date-words.ts';
import { searchRead } from '../text/search-read.ts';
import { shortDate } from '../text/short-date.ts';
import { noteTexts, rejectionText, remarkText, text, type Locale, type TextKey } from '../text/index.ts';
import { followText } from './follow-text.ts';
import { inBold } from './in-bold.ts';
import { helpText } from './help-text.ts';
import { settingsText } from './settings-text.ts';

/** A reply as a person reads it in a terminal. Quotes stand between 「」, with the matched words in bold where it is a terminal. */
export function asText(reply: Reply, locale: Locale, colour = process.stdout.isTTY): string {
  const say = (key: TextKey, values: Record<string, string | number> = {}) => text(locale, key, values);
  if (!reply.ok)
    return [reply.error.message, ...(reply.suggestions ? [say('view.suggest', { names: reply.suggestions.join('、') })] : [])].join('\n');
  const page = new Printer(say, locale, colour, reply.script ?? null, namesIn(reply));
  const note = reply.script ? `\n${say(`view.in_${reply.script}`)}` : '';
  return print(page, reply, locale) + note;
}

function print(page: Printer, reply: Exclude<Reply, { ok: false }>, locale: Locale): string {
  switch (reply.command) {
    case 'search':
      return page.search(reply);
    case 'ask':
      return page.ask(reply);
    case 'region':
      return page.region(reply);
    case 'official':
      return page.official(reply);
    case 'latest':
      return page.latest(reply);
    case 'timeline':
      return page.timeline(reply);
    case 'article':
      return page.article(reply);
    case 'status':
      return page.status(reply);
    case 'reload':
      return page.reload(reply);
    case 'corpus':
      return page.corpus(reply);
    case 'feedback':
      return page.feedback(reply);
    case 'settings':
      return settingsText(reply, locale);
    case 'export': // Rows for another program, so that a file can be made of them.
      return reply.exported === 0 ? text(locale, 'view.none', { query: reply.query }) : reply.jsonl.trimEnd();
    case 'follow':
      return followText(reply, locale);
    case 'help':
      return helpText(reply, locale);
  }
}

const pathOf = ({ path }: RegionRef): string => path.join('');

type Say = (key: TextKey, values?: Record<string, string | number>) => string;

class Printer {
  constructor(
    private readonly say: Say,
    private readonly locale: Locale,
    private readonly colour: boolean,
    private readonly script: Script | null,
    private readonly people: readonly string[],
  ) {}

  search({ query, read, total, results, note, suggestions }: SearchReply): string {
    const how = searchRead(this.locale, read);
    if (total === 0) return this.#lines(this.say('view.none', { query }), how, this.#note(note), this.#suggest(suggestions));
    return this.#lines(
      this.say('console.found', { query, total, shown: results.length }),
      how,
      ...results.map((result) => this.#result(result)),
      this.#suggest(suggestions),
    );
  }

  ask({ question, answered, answers, nearest: near, total, results: all, note, suggestions }: AskReply): string {
    const results = all.slice(0, answered ? answers : near);
    const counts = { total, shown: results.length };
    const head = answered ? this.say('console.answered', { query: question }) : this.say('view.unanswered', { query: question });
    const nearest = answered || results.length === 0 ? '' : this.say('console.nearest', counts);
    return this.#lines(head, this.#note(note), nearest, ...results.map((result) => this.#result(result)), this.#suggest(suggestions));
  }

  region({ query, region, total, results, parts, others, unplaced = [], open_between: between = [], suggestions }: RegionReply): string {
    if (!region) return this.#lines(this.say('view.none', { query }), this.#suggest([...(suggestions ?? []), ...others.map(pathOf)]));
    if (total === 0 && unplaced.length === 0)
      return this.#lines(
        this.say('view.region_unnamed', { query }),
        this.say('view.region_meant', { names: [region, ...others].map(pathOf).join('、') }),
      );
    return this.#lines(
      this.say('console.region', { path: region.path.join(' › '), total, shown: results.length }),
      parts.length > 0 ? `${this.say('view.parts')}: ${parts.map(({ name, articles }) => `${name} ${articles}`).join('、')}` : '',
      ...results.map((result) => `${this.say(result.relation === 'about' ? 'view.about' : 'view.mentioned')}  ${this.#result(result)}`),
      others.length > 0 ? this.say('view.same_name', { names: others.map(pathOf).join('、') }) : '',
      unplaced.length > 0
        ? this.say('view.unplaced', {
            name: query,
            places: this.#oneOf(between),
            titles: unplaced.map(({ article }) => `${article.title} [${article.id}]`).join('、'),
          })
        : '',
    );
  }

  official({ query, official, total, articles, others, suggestions }: OfficialReply): string {
    if (!official) return this.#lines(this.say('view.none', { query }), this.#suggest(suggestions));
    const dates = new Map(articles.map(({ id, date }) => [id, shortDate(this.locale, date)]));
    const several = ({ articles: count, newest, oldest }: OfficeRef) =>
      count === 1
        ? `[${newest}]`
        : this.say('view.office', { articles: count, from: dates.get(oldest) ?? '', to: dates.get(newest) ?? '' });
    return this.#lines(
      this.say('console.official', { name: official.name, total, statements: official.statements.length }),
      official.titles.length > 0 ? this.say('view.titles') : this.say('view.no_titles'),
      ...official.offices.map((office) => `  ${this.#as(office.text)}  ${several(office)}`),
      ...official.statements.map(
        (statement) =>
          `「${this.#as(statement.text)}」\n` +
          `  ${statement.verb}${statement.speaker === 'continued' ? ` · ${this.say('view.continued')}` : ''}  [${statement.article}]`,
      ),
      ...(official.acts.length > 0 ? [this.say('view.acts')] : []),
      ...official.acts.map((act) => `  ${act.verb}  ${this.#as(act.text)}  [${act.article}]`),
      others.length > 0 ? this.say('view.others', { names: others.map((other) => other.name).join('、') }) : '',
    );
  }

  article({ results: [{ article }], text: body, regions, open_names: open = [], officials, dates }: ArticleReply): string {
    return this.#lines(
      article.title_basis === 'derived' ? this.say('view.title_derived', { title: article.title }) : article.title,
      this.#source(article),
      this.#as(body),
      regions.length > 0 ? `${this.say('view.regions')}: ${regions.map((region) => region.path.join('')).join('、')}` : '',
      open.length > 0
        ? `${this.say('view.open_names')}: ${open.map(({ text: name, candidates }) => this.#openName(name, candidates)).join('、')}`
        : '',
      officials.length > 0 ? `${this.say('view.officials')}: ${officials.map((official) => official.name).join('、')}` : '',
      dates.length > 0
        ? `${this.say('view.dates')}: ${dates.map((date) => `${date.text}${date.basis === 'inferred' ? ` (${date.iso})` : ''}`).join('、')}`
        : '',
    );
  }

  latest({ total, results, note }: LatestReply): string {
    if (total === 0) return this.#lines(this.say('view.latest_none'), this.#note(note));
    return this.#lines(this.say('view.latest', { total, place: '' }), ...results.map((result) => this.#result(result)));
  }

  timeline({ query, region, official, total, undated, results, others, suggestions }: TimelineReply): string {
    const name = official?.name ?? region?.path.join(' › ');
    if (name === undefined) return this.#lines(this.say('view.none', { query }), this.#suggest(suggestions));
    return this.#lines(
      this.say('view.timeline', { name, total, place: '' }),
      undated > 0 ? this.say('view.timeline_undated', { undated }) : '',
      ...results.map(
        (entry) => `${entry.when.text === '' ? this.say('view.undated') : shortDate(this.locale, entry.when)}  ${this.#result(entry)}`,
      ),
      others.length > 0 ? this.say('view.same_name', { names: others.join('、') }) : '',
    );
  }

  status({ status, version, uptime_s, feedback, not_kept: notKept }: StatusReply): string {
    return this.#lines(
      `${this.say('view.articles')} ${status.articles} · ${this.say('view.passages')} ${status.passages} · ` +
        `${this.say('view.memory')} ${status.rss_mb} MB`,
      `${this.say('view.no_region')} ${status.no_region} · ${this.say('view.no_official')} ${status.no_official} · ` +
        `${this.say('view.no_year')} ${status.no_year} · ${this.say('view.date_conflicts')} ` +
        `${[status.date_conflicts, ...status.conflicting].join(' · ')}`,
      `${this.say('view.loaded')} ${status.loaded_at} · ${this.say('view.built_in')} ${status.build_ms} ms · ` +
        `${this.say('view.version')} ${version} · ${this.say('view.uptime')} ${uptime_s} s · 👍 ${feedback.up} 👎 ` +
        `${feedback.down}`,
      notKept ? `${this.say('view.kept')}: ${this.say(`store.${notKept}`)}` : '',
      ...status.remarks.map((one) => `${this.say('view.remarks')}  ${remarkText(this.locale, one)}`),
      ...this.#rejected(status.rejected),
    );
  }

  reload({ changes, status, took_ms }: ReloadReply): string {
    const list = (key: TextKey, files: readonly string[]) => files.map((file) => `${this.say(key)}  ${file}`);
    const changed = [
      ...list('view.added', changes.added),
      ...list('view.removed', changes.removed),
      ...list('view.changed', changes.changed),
    ];
    return this.#lines(
      this.say('view.reloaded', { articles: status.articles, passages: status.passages, seconds: (took_ms / 1000).toFixed(1) }),
      ...(changed.length > 0 ? changed : [this.say('view.unchanged')]),
      ...this.#rejected(changes.rejected),
    );
  }

  corpus(reply: CorpusReply): string {
    if (reply.action === 'log')
      return reply.changes.length === 0
        ? this.say('view.log_empty')
        : this.#lines(
            ...reply.changes.map(
              ({ at, user, action, file }) =>
                `${at}  ${user ?? this.say('view.terminal')}  ${this.say(action === 'add' ? 'view.added' : 'view.removed')}  ${file}`,
            ),
          );
    if (reply.action !== 'list') return '';
    const lines = reply.files.map(({ file, articles, rejected, title }) =>
      [
        file,
        this.say('view.file_articles', { articles }),
        ...(rejected > 0 ? [this.say('view.file_rejected', { rejected })] : []),
        ...(title === null ? [] : [title]),
      ].join('  '),
    );
    return this.#lines(this.say('view.files', { total: reply.total, place: '' }), ...lines);
  }

  feedback({ counts, total, failures, unanswered, lines }: FeedbackReply): string {
    if (lines !== null) return lines.trimEnd();
    return this.#lines(
      this.say('view.feedback', { up: counts.up, down: counts.down, total }),
      ...failures.map(({ command, question, up, down, at }) => `👎 ${down} 👍 ${up}  ${at.slice(0, 10)}  /${command} ${question}`),
      unanswered.total > 0 ? this.say('feedback.unanswered', { total: unanswered.total }) : '',
      ...unanswered.questions.map(({ question, times }) => `  ${this.say('feedback.times', { times })}  ${question}`),
    );
  }

  #result({ article, quote }: Result): string {
    const title = article.title_basis === 'derived' ? this.say('view.title_derived', { title: article.title }) : article.title;
    return this.#lines(`「${this.#marked(quote)}」`, `  —— ${title}`, `     ${this.#source(article)}  [${article.id}]`);
  }

  #openName(name: string, candidates: readonly RegionRef[]): string {
    return this.say('view.noted', { name: this.#as(name), note: this.#oneOf(candidates) });
  }

  #oneOf(places: readonly RegionRef[]): string {
    return places.map(({ path }) => path.join(' › ')).join(this.say('view.or'));
  }

  /** The articles' own words in the script that was asked for. */
  #as(printed: string): string {
    return toScript(printed, this.script, this.people);
  }

  #source(article: Result['article']): string {
    const source = article.source === null ? this.say('view.source_unknown') : this.say('view.source', { source: article.source });
    const dates = [
      article.published && this.say('view.published', { date: dateWords(this.locale, article.published) }),
      article.event && this.say('view.event', { date: dateWords(this.locale, article.event) }),
    ].filter((date) => date !== null);
    return [source, ...(dates.length > 0 ? dates : [this.say('view.date_unknown')])].join(' · ');
  }

  #marked(quote: Quote): string {
    return this.colour ? inBold(quote, (printed) => this.#as(printed)) : this.#as(quote.text);
  }

  #rejected(rejected: readonly Rejection[]): string[] {
    if (rejected.length === 0) return [];
    return [this.say('view.rejected'), ...rejected.map((one) => `  ${rejectionText(this.locale, one)}`)];
  }

  #note(note: Note | undefined): string {
    return note ? noteTexts(this.locale, note.code, note.values).join('\n') : '';
  }

  #suggest(names: readonly string[] | undefined): string {
    return names && names.length > 0 ? this.say('view.suggest', { names: names.join('、') }) : '';
  }

  #lines(...lines: string[]): string {
    return lines.filter((line) => line !== '').join('\n');
  }
}
