import { Form } from './errors.ts';
import type { Fields } from './types.ts';

type Path = readonly (string | number)[];
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const SLASH = 1,
  SUBCOMMAND = 1,
  MESSAGE_MENU = 3;
const MAX_COMMANDS = 100;
const MAX_DEFINITION = 8000;
const LOCALES = new Set([
  'id',
  'da',
  'de',
  'en-GB',
  'en-US',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
]);

/** Checks a bulk overwrite. @throws ApiError 50035 with every problem */
export function checkCommands(value: unknown): Fields[] {
  const form = new Form();
  const names = new Set<unknown>();
  const commands = form.list(value, [], { max: MAX_COMMANDS }).map((item, at) => {
    const command = form.object(item, [at]);
    const key = JSON.stringify([command.type ?? SLASH, command.name]);
    if (names.has(key)) form.fail([at], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    names.add(key);
    if (command.type === MESSAGE_MENU) checkMenu(form, command, [at]);
    else checkNamed(form, command, [at]);
    if (command.type !== undefined && command.type !== SLASH && command.type !== MESSAGE_MENU)
      form.fail([at, 'type'], 'BASE_TYPE_CHOICES', 'The loopback knows slash commands and menus of messages only.');
    const permissions = form.text(command.default_member_permissions, [at, 'default_member_permissions'], { max: 32 });
    if (permissions !== undefined && !/^\d+$/.test(permissions))
      form.fail([at, 'default_member_permissions'], 'BITFIELD_TYPE_CONVERT', 'Not a bit field.');
    checkNumbers(form, command.contexts, [at, 'contexts'], 2);
    checkNumbers(form, command.integration_types, [at, 'integration_types'], 1);
    checkOptions(form, command.options, [at, 'options']);
    if (definitionLength(command) > MAX_DEFINITION)
      form.fail([at], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_DEFINITION})`);
    return command;
  });
  form.done();
  return commands;
}

function checkNumbers(form: Form, value: unknown, path: Path, max: number): void {
  form.list(value, path, { max: max + 1 }).forEach((item, at) => form.integer(item, [...path, at], { min: 0, max }));
}

function checkName(form: Form, value: unknown, path: Path): void {
  const name = form.text(value, path, { min: 1, max: 32, required: true });
  if (name !== undefined && (!NAME.test(name) || name !== name.toLowerCase())) {
    form.fail(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkNamed(form: Form, item: Fields, path: Path): void {
  checkName(form, item.name, [...path, 'name']);
  form.text(item.description, [...path, 'description'], { min: 1, max: 100, required: true });
  for (const key of ['name_localizations', 'description_localizations'] as const) {
    if (item[key] === undefined || item[key] === null) continue;
    for (const [locale, text] of Object.entries(form.object(item[key], [...path, key]))) {
      const place = [...path, key, locale];
      if (!LOCALES.has(locale)) form.fail([...path, key], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
      else if (key === 'name_localizations') checkName(form, text, place);
      else form.text(text, place, { min: 1, max: 100 });
    }
  }
}

/** A menu's name may have capitals and spaces; it has no description and no options. */
function checkMenu(form: Form, item: Fields, path: Path): void {
  form.text(item.name, [...path, 'name'], { min: 1, max: 32, required: true });
  for (const [locale, name] of Object.entries((item.name_localizations ?? {}) as Fields)) {
    if (!LOCALES.has(locale))
      form.fail([...path, 'name_localizations'], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
    form.text(name, [...path, 'name_localizations', locale], { min: 1, max: 32 });
  }
  if (item.description !== undefined && item.description !== '')
    form.fail([...path, 'description'], 'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED', 'Context menu commands cannot have a description');
  form.list(item.options, [...path, 'options'], { max: 0 });
}

function checkOptions(form: Form, value: unknown, path: Path, inside = false): void {
  const names = new Set<unknown>();
  let optionalSeen = false;
  const list = form.list(value, path, { max: 25 });
  const subcommands = list.filter((item) => (item as Fields | null)?.type === SUBCOMMAND).length;
  if (subcommands > 0 && subcommands < list.length)
    form.fail(
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
  list.forEach((item, at) => {
    const place = [...path, at];
    const option = form.object(item, place);
    checkNamed(form, option, place);
    if (names.has(option.name)) form.fail([...place, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option name already exists');
    names.add(option.name);
    if (option.required === true && optionalSeen)
      form.fail(place, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options must be placed before non-required options');
    if (option.required !== true) optionalSeen = true;
    const type = form.integer(option.type, [...place, 'type'], { min: 1, max: 11 });
    if (type === undefined) form.fail([...place, 'type'], 'BASE_TYPE_REQUIRED', 'This field is required');
    if (type === SUBCOMMAND) {
      if (inside) form.fail([...place, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'A sub-command cannot have sub-commands');
      else checkOptions(form, option.options, [...place, 'options'], true);
    }
    form.integer(option.min_length, [...place, 'min_length'], { min: 0, max: 6000 });
    form.integer(option.max_length, [...place, 'max_length'], { min: 1, max: 6000 });
    form.list(option.choices, [...place, 'choices'], { max: 25 }).forEach((each, index) => {
      const choice = form.object(each, [...place, 'choices', index]);
      form.text(choice.name, [...place, 'choices', index, 'name'], { min: 1, max: 100, required: true });
      for (const [locale, name] of Object.entries((choice.name_localizations ?? {}) as Fields))
        form.text(name, [...place, 'choices', index, 'name_localizations', locale], { min: 1, max: 100 });
      if (type === 3) form.text(choice.value, [...place, 'choices', index, 'value'], { max: 100, required: true });
    });
    checkNumbers(form, option.channel_types, [...place, 'channel_types'], 16);
    if (option.autocomplete === true && Array.isArray(option.choices) && option.choices.length > 0) {
      form.fail(place, 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'An option with choices cannot be autocompleted');
    }
  });
}

/** Names, descriptions and values, each at the length of its longest localisation. */
function definitionLength(item: Fields): number {
  const longest = (text: unknown, localised: unknown) =>
    Math.max(...[text, ...Object.values((localised ?? {}) as Fields)].map((each) => (typeof each === 'string' ? each.length : 0)));
  const own = longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations);
  const choices = Array.isArray(item.choices) ? (item.choices as Fields[]) : [];
  const options = Array.isArray(item.options) ? (item.options as Fields[]) : [];
  return (
    own +
    choices.reduce((sum, choice) => sum + longest(choice.name, choice.name_localizations) + String(choice.value).length, 0) +
    options.reduce((sum, option) => sum + definitionLength(option), 0)
  );
}
