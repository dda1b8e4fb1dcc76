import { application, guild, listCommands, overwrite } from './application-routes.ts';
import { type HttpAnswer, type Call, nothing, ok } from './call.ts';
import {
  alreadyAcknowledged,
  ApiError,
  expiredToken,
  notFound,
  unauthorized,
  unknownChannel,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './errors.ts';
import { answerFields, sentBefore } from './messages.ts';
import { type PendingInteraction, profile, type State } from './state.ts';
import { CallbackKind, type Fields, FLAG_EPHEMERAL, FLAG_LOADING, InteractionKind, type Message } from './types.ts';
import { checkChoices, checkDeferral, checkMessage, checkThread } from './validate.ts';

const ACKNOWLEDGE_WITHIN_MS = 3000;
const TOKEN_LIFE_MS = 15 * 60_000;

const PUBLIC_THREAD = 11;

interface Route {
  method: string;
  pattern: RegExp;
  open?: boolean;
  run: (call: Call) => HttpAnswer;
}

const routes: Route[] = [
  route('GET', '/gateway', ({ gatewayUrl }) => ok({ url: gatewayUrl }), true),
  route('GET', '/gateway/bot', ({ gatewayUrl }) =>
    ok({ url: gatewayUrl, shards: 1, session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 } }),
  ),
  route('GET', '/users/@me', ({ state }) => ok({ ...state.bot, verified: true, mfa_enabled: true, email: null, locale: 'en-US' })),
  route('GET', '/applications/@me', ({ state }) => ok(application(state))),
  route('POST', '/users/@me/channels', ({ state, body }) => {
    const { recipient_id: recipient } = (body ?? {}) as { recipient_id?: unknown };
    if (typeof recipient !== 'string' || !/^\d{17,20}$/.test(recipient)) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
    return ok({ id: state.directChannel(recipient), type: 1, recipients: [{ id: recipient }] });
  }),
  route('GET', '/oauth2/applications/@me', ({ state }) => ok(application(state))),
  route('GET', '/applications/:/commands', (call) => listCommands(call, '')),
  route('PUT', '/applications/:/commands', (call) => overwrite(call, '')),
  route('GET', '/applications/:/guilds/:/commands', (call) => listCommands(call, guild(call, 1))),
  route('PUT', '/applications/:/guilds/:/commands', (call) => overwrite(call, guild(call, 1))),
  route('POST', '/interactions/:/:/callback', callback, true),
  route('POST', '/webhooks/:/:', followUp, true),
  route('GET', '/webhooks/:/:/messages/:', (call) => ok(webhookMessage(call).message), true),
  route('PATCH', '/webhooks/:/:/messages/:', editWebhookMessage, true),
  route('DELETE', '/webhooks/:/:/messages/:', deleteWebhookMessage, true),
  route('GET', '/channels/:/messages/:', (call) => ok(channelMessage(call))),
  route('POST', '/channels/:/messages', (call) => {
    const channelId = channel(call);
    const body = checkMessage(call.body);
    return ok(sentBefore(call.state, channelId, body) ?? call.state.createMessage(channelId, body, answerFields(call.state, body)));
  }),
  route('POST', '/channels/:/messages/:/threads', (call) => {
    const { id, channel_id: parent } = channelMessage(call);
    const guildId = call.state.guildOf(parent)?.id;
    call.state.threads.set(id, parent);
    return ok({ id, type: PUBLIC_THREAD, guild_id: guildId, parent_id: parent, ...checkThread(call.body), thread_metadata: {} });
  }),
  route('PATCH', '/channels/:/messages/:', (call) => {
    const message = channelMessage(call);
    call.state.editMessage(message, checkMessage(call.body, [], message));
    return ok(message);
  }),
  route('DELETE', '/channels/:/messages/:', (call) => {
    call.state.deleteMessage(channelMessage(call));
    return nothing;
  }),
];

/** Does what a request asks. @throws ApiError in Discord's shape */
export function handle(method: string, path: string, call: Omit<Call, 'params'>): HttpAnswer {
  for (const { method: wanted, pattern, open, run } of routes) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (!match) continue;
    if (!open && call.authorization !== `Bot ${call.state.token}`) throw unauthorized();
    return run({ ...call, params: match.slice(1).map(decoded) });
  }
  throw notFound();
}

/** A part of a path; one whose `%` is no escape names nothing. @throws ApiError 404 */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notFound();
  }
}

function route(method: string, shape: string, run: (call: Call) => HttpAnswer, open = false): Route {
  return { method, pattern: new RegExp(`^${shape.replaceAll(':', '([^/]+)')}$`), open, run };
}

function callback({ state, params, query, body }: Call): HttpAnswer {
  const pending = state.pending.get(params[0] ?? '');
  if (!pending || pending.token !== params[1]) throw unknownInteraction();
  if (pending.acknowledged !== null) throw alreadyAcknowledged();
  if (state.now() - pending.createdAt > ACKNOWLEDGE_WITHIN_MS) throw unknownInteraction();
  const { type, data } = (body ?? {}) as { type?: number; data?: unknown };
  const message = acknowledge(state, pending, type, data);
  pending.acknowledged = type ?? null;
  if (query.get('with_response') !== 'true') return nothing;
  return ok({
    interaction: {
      id: pending.id,
      type: pending.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & FLAG_LOADING) !== 0,
            response_message_ephemeral: (message.flags & FLAG_EPHEMERAL) !== 0,
          }
        : {}),
    },
    resource: { type, ...(message ? { message } : {}) },
  });
}

function acknowledge(state: State, pending: PendingInteraction, type: number | undefined, data: unknown): Message | null {
  const { exchange, source } = pending;
  const wrongKind = () =>
    new ApiError(400, 50035, 'Invalid Form Body', {
      type: { _errors: [{ code: 'BASE_TYPE_CHOICES', message: 'Not a callback for this interaction.' }] },
    });
  if ((pending.type === InteractionKind.autocomplete) !== (type === CallbackKind.choices)) throw wrongKind();
  switch (type) {
    case CallbackKind.choices:
      exchange.offer(checkChoices(data));
      return null;
    case CallbackKind.reply:
      pending.original = state.createMessage(pending.channelId, checkMessage(data, ['data']), metadata(state, pending));
      exchange.show(pending.original);
      return pending.original;
    case CallbackKind.defer: {
      const flags = checkDeferral(data) | FLAG_LOADING;
      exchange.deferred = true;
      pending.original = state.createMessage(pending.channelId, { flags }, metadata(state, pending));
      return pending.original;
    }
    case CallbackKind.deferUpdate:
      if (!source) throw wrongKind();
      exchange.deferred = true;
      return (pending.original = source);
    case CallbackKind.update: {
      if (!source) throw wrongKind();
      state.editMessage(source, checkMessage(data, ['data'], source));
      exchange.show(source);
      return (pending.original = source);
    }
    default:
      throw wrongKind();
  }
}

/** Who asked, as the message tells: a bot reads it when a button is pressed. */
function metadata(state: State, pending: PendingInteraction): Fields {
  const owners = Object.fromEntries(
    [...state.guilds.values()].filter((each) => each.channels.some(({ id }) => id === pending.channelId)).map((each) => ['0', each.id]),
  );
  const common = { id: pending.id, type: pending.type, user: profile(pending.user), authorizing_integration_owners: owners };
  return {
    type: pending.commandName === null ? 19 : 20,
    interaction_metadata:
      pending.commandName === null
        ? { ...common, interacted_message_id: pending.source?.id }
        : { ...common, name: pending.commandName, command_type: 1 },
  };
}

function webhook({ state, params }: Call): PendingInteraction {
  const pending = [...state.pending.values()].find((each) => each.token === params[1]);
  if (!pending || params[0] !== state.applicationId || pending.acknowledged === null) throw unknownWebhook();
  if (state.now() - pending.createdAt > TOKEN_LIFE_MS) throw expiredToken();
  return pending;
}

function followUp(call: Call): HttpAnswer {
  const pending = webhook(call);
  const { state } = call;
  const { original } = pending;
  // The first follow-up to a deferral fills the deferred reply, and is as private as that was.
  if (original && original.flags & FLAG_LOADING) return ok(edit(state, pending, original, call.body));
  const message = state.createMessage(pending.channelId, checkMessage(call.body), {
    ...metadata(state, pending),
    webhook_id: state.applicationId,
  });
  pending.exchange.show(message);
  return ok(message);
}

function webhookMessage(call: Call): { pending: PendingInteraction; message: Message } {
  const pending = webhook(call);
  const message = call.params[2] === '@original' ? pending.original : (call.state.messages.get(call.params[2] ?? '') ?? null);
  if (!message || !call.state.messages.has(message.id)) throw unknownMessage();
  return { pending, message };
}

function edit(state: State, pending: PendingInteraction, message: Message, body: unknown): Message {
  const loading = (message.flags & FLAG_LOADING) !== 0;
  const checked = checkMessage(body, [], message);
  state.editMessage(message, { ...checked, flags: (checked.flags ?? 0) & ~FLAG_EPHEMERAL });
  if (!loading) pending.exchange.edits++;
  pending.exchange.show(message);
  return message;
}

function editWebhookMessage(call: Call): HttpAnswer {
  const { pending, message } = webhookMessage(call);
  return ok(edit(call.state, pending, message, call.body));
}

function deleteWebhookMessage(call: Call): HttpAnswer {
  const { pending, message } = webhookMessage(call);
  call.state.deleteMessage(message);
  pending.exchange.remove(message);
  if (message === pending.source) pending.exchange.end();
  if (pending.original === message) pending.original = null;
  return nothing;
}

function channel({ state, params }: Call): string {
  const id = params[0] ?? '';
  if (!state.isChannel(id)) throw unknownChannel();
  return id;
}

function channelMessage(call: Call): Message {
  const message = call.state.messages.get(call.params[1] ?? '');
  // A message only one user can see is not in the channel as far as the API goes.
  if (message?.channel_id !== channel(call) || message.flags & FLAG_EPHEMERAL) throw unknownMessage();
  return message;
}
