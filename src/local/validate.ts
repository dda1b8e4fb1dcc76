import { emptyMessage, Form } from './errors.ts';
import { type ApiChoice, type Fields, FLAG_COMPONENTS_V2, FLAG_EPHEMERAL, type MessageBody } from './types.ts';
import { checkComponents } from './validate-components.ts';

type Path = readonly (string | number)[];
const MAX_EMBED_TEXT = 6000;
const SUPPRESS_EMBEDS = 1 << 2,
  SUPPRESS_NOTIFICATIONS = 1 << 12;

/**
 * Checks what a message would be made of, as Discord does.
 *
 * @param at where the message stands in the body (`['data']` in an interaction's callback)
 * @param previous the flags of the message that is edited: version 2 of the components cannot be taken back
 * @throws ApiError 50035 with every problem, or 50006 where there is nothing to show
 */
export function checkMessage(value: unknown, at: Path = [], previous?: { flags: number }): MessageBody {
  const form = new Form();
  const body = form.object(value, at);
  const flags = form.integer(body.flags, [...at, 'flags']) ?? 0;
  const allowed = FLAG_EPHEMERAL | FLAG_COMPONENTS_V2 | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS;
  if (flags & ~allowed) form.fail([...at, 'flags'], 'MESSAGE_FLAGS_INVALID', 'Invalid message flags.');
  const version2 = ((flags | (previous?.flags ?? 0)) & FLAG_COMPONENTS_V2) !== 0;
  const content = form.text(body.content, [...at, 'content'], { max: 2000 });
  checkEmbeds(form, body.embeds, [...at, 'embeds']);
  checkComponents(form, body.components, [...at, 'components'], version2);
  form.list(body.attachments, [...at, 'attachments'], { max: 10 });
  checkAllowedMentions(form, body.allowed_mentions, [...at, 'allowed_mentions']);
  if (version2 && (content !== undefined || (Array.isArray(body.embeds) && body.embeds.length > 0))) {
    form.fail(
      [...at, 'content'],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      'The field cannot be used with components of version 2.',
    );
  }
  form.done();
  if (!previous && !content?.trim() && !isFilled(body.embeds) && !isFilled(body.components) && !isFilled(body.attachments))
    throw emptyMessage();
  return body;
}

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

function checkEmbeds(form: Form, value: unknown, path: Path): void {
  let total = 0;
  form.list(value, path, { max: 10 }).forEach((item, at) => {
    total += checkEmbed(form, form.object(item, [...path, at]), [...path, at]);
  });
  if (total > MAX_EMBED_TEXT) form.fail(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_EMBED_TEXT}`);
}

/** Returns how much text the embed holds: title, description, fields, footer and author count. */
function checkEmbed(form: Form, embed: Fields, path: Path): number {
  let size = 0;
  const count = (text: string | undefined) => {
    size += text?.length ?? 0;
  };
  count(form.text(embed.title, [...path, 'title'], { max: 256 }));
  count(form.text(embed.description, [...path, 'description'], { max: 4096 }));
  const url = form.text(embed.url, [...path, 'url'], { max: 2048 });
  if (url !== undefined && !/^https?:\/\//.test(url))
    form.fail([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https').");
  if (embed.footer != null)
    count(form.text(form.object(embed.footer, [...path, 'footer']).text, [...path, 'footer', 'text'], { max: 2048, required: true }));
  if (embed.author != null)
    count(form.text(form.object(embed.author, [...path, 'author']).name, [...path, 'author', 'name'], { max: 256, required: true }));
  form.integer(embed.color, [...path, 'color'], { min: 0, max: 0xffffff });
  if (typeof embed.timestamp === 'string' && Number.isNaN(Date.parse(embed.timestamp)))
    form.fail([...path, 'timestamp'], 'DATETIME_TYPE_PARSE', 'Could not parse.');
  form.list(embed.fields, [...path, 'fields'], { max: 25 }).forEach((item, at) => {
    const field = form.object(item, [...path, 'fields', at]);
    count(form.text(field.name, [...path, 'fields', at, 'name'], { min: 1, max: 256, required: true }));
    count(form.text(field.value, [...path, 'fields', at, 'value'], { min: 1, max: 1024, required: true }));
  });
  if (size === 0 && !embed.image && !embed.thumbnail) form.fail([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  return size;
}

function checkAllowedMentions(form: Form, value: unknown, path: Path): void {
  if (value === undefined || value === null) return;
  const mentions = form.object(value, path);
  form.list(mentions.parse, [...path, 'parse'], { max: 3 }).forEach((kind, at) => {
    if (!['users', 'roles', 'everyone'].includes(kind as string))
      form.fail([...path, 'parse', at], 'BASE_TYPE_CHOICES', "Value must be one of ('users', 'roles', 'everyone').");
  });
  form.list(mentions.users, [...path, 'users'], { max: 100 });
  form.list(mentions.roles, [...path, 'roles'], { max: 100 });
}

/** Checks an autocompletion's choices. @throws ApiError 50035 */
export function checkChoices(value: unknown): ApiChoice[] {
  const form = new Form();
  const choices = form.list(form.object(value, ['data']).choices, ['data', 'choices'], { max: 25 });
  choices.forEach((item, at) => {
    const path = ['data', 'choices', at];
    const choice = form.object(item, path);
    form.text(choice.name, [...path, 'name'], { min: 1, max: 100, required: true });
    if (typeof choice.value !== 'number') form.text(choice.value, [...path, 'value'], { max: 100, required: true });
  });
  form.done();
  return choices as ApiChoice[];
}

/** Checks the data of a deferral: nothing but the flag for "only you can see this". @throws ApiError 50035 */
export function checkDeferral(value: unknown): number {
  if (value === undefined || value === null) return 0;
  const form = new Form();
  const flags = form.integer(form.object(value, ['data']).flags, ['data', 'flags']) ?? 0;
  if (flags & ~FLAG_EPHEMERAL) form.fail(['data', 'flags'], 'MESSAGE_FLAGS_INVALID', 'A deferral takes only the ephemeral flag.');
  form.done();
  return flags;
}

/** Checks what begins a thread. @throws ApiError 50035 */
export function checkThread(value: unknown): { name: string } {
  const form = new Form();
  const name = form.text(form.object(value, []).name, ['name'], { min: 1, max: 100, required: true });
  form.done();
  return { name: name! };
}
