/** What the bot tells Discord of itself, and the commands it registers. */
import { type HttpAnswer, type Call, ok } from './call.ts';
import { missingAccess } from './errors.ts';
import type { State } from './state.ts';
import type { Fields, RegisteredCommand } from './types.ts';
import { checkCommands } from './validate-commands.ts';

export const application = (state: State): Fields => ({
  id: state.applicationId,
  name: 'local-bot',
  icon: null,
  description: '',
  summary: '',
  type: null,
  bot: state.bot,
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  flags_new: '0',
  owner: state.bot,
  team: null,
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  approximate_guild_count: state.guilds.size,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  eligible_oauth2_scopes: [],
});

/** The id of the server that a path names. @throws ApiError 50001 where the bot is in no such server */
export function guild({ state, params }: Call, at: number): string {
  const id = params[at] ?? '';
  if (!state.guilds.has(id)) throw missingAccess();
  return id;
}

export function listCommands({ state, params, query }: Call, scope: string): HttpAnswer {
  if (params[0] !== state.applicationId) throw missingAccess();
  const commands = state.commands.get(scope) ?? [];
  return ok(query.get('with_localizations') === 'true' ? commands : commands.map(withoutLocalisations));
}

/** Left to itself, the list tells only that there are localisations, not what they are. */
function withoutLocalisations(command: RegisteredCommand): Fields {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

export function overwrite({ state, params, body }: Call, scope: string): HttpAnswer {
  if (params[0] !== state.applicationId) throw missingAccess();
  const before = state.commands.get(scope) ?? [];
  const commands = checkCommands(body).map((command): RegisteredCommand => ({
    id: before.find((each) => each.name === command.name && each.type === (command.type ?? 1))?.id ?? state.snowflake(),
    application_id: state.applicationId,
    version: state.snowflake(),
    type: 1,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    contexts: null,
    integration_types: [0],
    ...command,
    name: String(command.name),
    default_member_permissions: (command.default_member_permissions ?? null) as string | null,
    ...(scope === '' ? {} : { guild_id: scope, contexts: null, integration_types: [0] }),
  }));
  state.setCommands(scope, commands);
  return ok(commands);
}
