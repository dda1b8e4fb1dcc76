/** The page on which the loopback is used: its files, what is said and done there, and the stream of what changes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { importMap, readModule } from './page-modules.ts';
import { requestUrl } from './request-url.ts';
import type { LocalDiscord } from './server.ts';
import { PLAIN_MEMBER } from './state.ts';
import { FLAG_EPHEMERAL, type LocalUser, type Message } from './types.ts';

const FILES = new URL('./page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
/** As large a file as Discord lets its members send, in base 64. */
const MAX_BODY = 14 * 1024 * 1024;
const MAX_MESSAGE = 2000;
const MANAGE_GUILD = 1n << 5n,
  MODERATE_MEMBERS = 1n << 40n;

/** Those who use the page; each sees their own private messages only. */
const PEOPLE: Readonly<Record<string, LocalUser>> = {
  member: { id: '200000000000000001', name: 'member' },
  moderator: { id: '200000000000000002', name: 'moderator', permissions: PLAIN_MEMBER | MANAGE_GUILD | MODERATE_MEMBERS },
};

/** What someone does on the page. `locale` is the reader's language, one of Discord's. */
interface Act {
  kind: 'slash' | 'complete' | 'press' | 'say' | 'menu';
  role: string;
  locale: string;
  command?: string;
  options?: Record<string, string | number | boolean>;
  focused?: string;
  /** For the option `option`: a file, in base 64. */
  file?: { option: string; name: string; type: string; content: string };
  message?: string;
  component?: string;
  values?: string[];
  /** What is said; `@` and the bot's name mention it. */
  text?: string;
}

/** Serves the page beside the gateway and the REST API, on the first of the loopback's servers. */
export function servePage(discord: LocalDiscord): void {
  const page = new Page(discord);
  discord.extra = (request, response) => page.take(request, response);
}

class Page {
  private readonly html: string;
  private readonly policy: string;
  constructor(private readonly discord: LocalDiscord) {
    const map = importMap();
    this.html = readFileSync(new URL('index.html', FILES), 'utf8').replace(
      '<!-- import map -->',
      () => `<script type="importmap">${map}</script>`,
    );
    // Nothing from elsewhere, and no text that becomes HTML by the page's own doing: "lit-html" is the library's templates.
    this.policy = [
      "default-src 'none'",
      `script-src 'self' 'sha256-${createHash('sha256').update(map).digest('base64')}'`,
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
  }

  take(request: IncomingMessage, response: ServerResponse): boolean {
    const url = requestUrl(request.url);
    if (!url) return false;
    if (request.method === 'POST' && url.pathname === '/local/act') this.act(request, response).catch(() => response.destroy());
    else if (request.method !== 'GET') return false;
    else if (url.pathname === '/local/events') this.stream(url.searchParams.get('role') ?? '', response);
    else return this.file(url.pathname, response);
    return true;
  }

  private file(path: string, response: ServerResponse): boolean {
    if (path === '/') return this.send(response, 'html', this.html);
    const [, name, type] = /^\/page\/([\w-]+\.(js|css))$/.exec(path) ?? [];
    if (name !== undefined && type !== undefined) {
      try {
        return this.send(response, type, readFileSync(new URL(name, FILES)));
      } catch {
        return false;
      }
    }
    const module = path.startsWith('/modules/') ? readModule(path.slice('/modules/'.length)) : null;
    return module !== null && this.send(response, 'js', module);
  }

  private send(response: ServerResponse, type: string, body: string | Buffer): true {
    response.writeHead(200, {
      'Content-Type': `${TYPES[type]}; charset=utf-8`,
      'Content-Security-Policy': this.policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    });
    response.end(body);
    return true;
  }

  /** Server-sent events: first all there is, then every change that this reader may see. */
  private stream(role: string, response: ServerResponse): void {
    const reader = PEOPLE[role];
    if (!reader) return answer(response, 404, { message: 'no such role' });
    const { state } = this.discord;
    const [guildId = ''] = state.guilds.keys();
    const channelId = state.guilds.get(guildId)?.channelId;
    const sees = (message: Message): boolean =>
      message.channel_id === channelId && (!(message.flags & FLAG_EPHEMERAL) || ownerOf(message) === reader.id);
    const tell = (event: string, data: unknown) => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    // The page knows the bot by its name.
    const shown = (message: Message): Message => ({
      ...message,
      content: message.content.replaceAll(`<@${state.bot.id}>`, `@${state.bot.username}`),
    });
    const onMessage = (message: Message) => {
      if (sees(message)) tell('message', shown(message));
    };
    const onGone = (id: string) => tell('gone', { id });
    const onCommands = () => tell('commands', state.commandsIn(guildId));
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    tell('hello', {
      bot: state.bot.username,
      people: Object.fromEntries(Object.entries(PEOPLE).map(([name, { id }]) => [id, name])),
      messages: [...state.messages.values()].filter(sees).map(shown),
      commands: state.commandsIn(guildId),
    });
    state.changes.on('message', onMessage).on('gone', onGone).on('commands', onCommands);
    response.on('close', () => state.changes.off('message', onMessage).off('gone', onGone).off('commands', onCommands));
  }

  private async act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const act = await readAct(request);
    const user = act && PEOPLE[act.role];
    if (!act || !user) return answer(response, 400, { message: 'not an act' });
    try {
      answer(response, 200, { choices: await this.perform(act, user) });
    } catch (error) {
      answer(response, 422, { message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** On the page a channel is typed by its name, where Discord's client puts in its mention. */
  private withChannels(options: NonNullable<Act['options']>): NonNullable<Act['options']> {
    const [guild] = this.discord.state.guilds.values();
    const mention = (typed: string, name: string): string => {
      const channel = guild?.channels.find((each) => each.name === name);
      return channel ? `<#${channel.id}>` : typed;
    };
    return Object.fromEntries(
      Object.entries(options).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replace(/#([^\s#,，、]+)/g, mention) : value,
      ]),
    );
  }

  private async perform(
    { kind, locale, command = '', options = {}, focused = '', message: id = '', component = '', values, text = '', file }: Act,
    user: LocalUser,
  ) {
    const { discord } = this;
    // One person uses this server: its language is theirs, as if its admin had set it, so that public answers are too.
    for (const guild of discord.state.guilds.values()) guild.locale = locale;
    // Its admin lets everyone use every command: what the bot itself refuses can then be seen.
    const input = { command, options, user, locale, permitted: true };
    if (kind === 'complete') return discord.autocomplete({ ...input, focused });
    if (kind === 'slash') await discord.slash({ ...input, options: { ...this.withChannels(options), ...fileOption(file) } });
    else if (kind === 'say')
      discord.say({ user, content: text.slice(0, MAX_MESSAGE).replaceAll(`@${discord.state.bot.username}`, `<@${discord.state.bot.id}>`) });
    else {
      const message = discord.state.messages.get(id);
      if (!message) throw new Error('the message is gone');
      if (kind === 'menu') await discord.chooseFromMenu({ command, message, user, locale });
      else
        await (values ? discord.select(message, component, values, { user, locale }) : discord.click(message, component, { user, locale }));
    }
    return [];
  }
}

const fileOption = (file: Act['file']) =>
  file ? { [file.option]: { name: file.name, type: file.type || undefined, content: Buffer.from(file.content, 'base64') } } : {};

function ownerOf(message: Message): string | undefined {
  return (message.interaction_metadata as { user?: { id: string } } | undefined)?.user?.id;
}

/** The act that a request holds; null where it holds none. A form of another site cannot send JSON. */
async function readAct(request: IncomingMessage): Promise<Act | null> {
  if (!request.headers['content-type']?.startsWith('application/json')) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if ((size += chunk.length) > MAX_BODY) return null;
    chunks.push(chunk);
  }
  try {
    const act = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Act | null;
    return typeof act === 'object' &&
      act !== null &&
      ['slash', 'complete', 'press', 'say', 'menu'].includes(act.kind) &&
      /^[a-z]{2}(-[A-Z]{2})?$/.test(act.locale)
      ? act
      : null;
  } catch {
    return null;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
