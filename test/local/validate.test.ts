import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/local/errors.ts';
import { checkChoices, checkDeferral, checkMessage } from '../../src/local/validate.ts';
import { checkCommands } from '../../src/local/validate-commands.ts';

const refusal = (check: () => unknown): ApiError | null => {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
};
const message = (body: object, previous?: { flags: number }) => refusal(() => checkMessage(body, [], previous));
const text = (length: number) => '字'.repeat(length);
const embeds = (embed: object) => ({ embeds: [{ description: 'x', ...embed }] });
const row = (...components: object[]) => ({ type: 1, components });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'x', custom_id, ...more });
const select = (options: number, more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: Array.from({ length: options }, (_, at) => ({ label: `${at}`, value: `${at}` })),
  ...more,
});
const V2 = 1 << 15;
const display = (length: number) => ({ type: 10, content: text(length) });

describe('a message at N and N+1', () => {
  const cases: [string, number, (n: number) => object][] = [
    ['content', 2000, (n) => ({ content: text(n) })],
    ['embeds', 10, (n) => ({ embeds: Array.from({ length: n }, () => ({ title: 'x' })) })],
    ['embed title', 256, (n) => embeds({ title: text(n) })],
    ['embed description', 4096, (n) => embeds({ description: text(n) })],
    ['embed fields', 25, (n) => embeds({ fields: Array.from({ length: n }, () => ({ name: 'a', value: 'b' })) })],
    ['field name', 256, (n) => embeds({ fields: [{ name: text(n), value: 'b' }] })],
    ['field value', 1024, (n) => embeds({ fields: [{ name: 'a', value: text(n) }] })],
    ['footer', 2048, (n) => embeds({ footer: { text: text(n) } })],
    ['author', 256, (n) => embeds({ author: { name: text(n) } })],
    ['all embeds together', 6000, (n) => ({ embeds: [{ description: text(3000) }, { description: text(n - 3000) }] })],
    ['rows', 5, (n) => ({ content: 'x', components: Array.from({ length: n }, (_, at) => row(button(`${at}`))) })],
    ['buttons in a row', 5, (n) => ({ content: 'x', components: [row(...Array.from({ length: n }, (_, at) => button(`${at}`)))] })],
    ['button label', 80, (n) => ({ content: 'x', components: [row(button('a', { label: text(n) }))] })],
    ['custom_id', 100, (n) => ({ content: 'x', components: [row(button(text(n)))] })],
    ['select options', 25, (n) => ({ content: 'x', components: [row(select(n))] })],
    [
      'select option',
      100,
      (n) => ({ content: 'x', components: [row(select(0, { options: [{ label: text(n), value: text(n), description: text(n) }] }))] }),
    ],
    ['placeholder', 150, (n) => ({ content: 'x', components: [row(select(1, { placeholder: text(n) }))] })],
    ['text displays of version 2', 4000, (n) => ({ flags: V2, components: [display(3000), display(n - 3000)] })],
    [
      'nested components of version 2',
      40,
      (n) => ({ flags: V2, components: [{ type: 17, components: Array.from({ length: n - 1 }, () => display(1)) }] }),
    ],
  ];
  it.each(cases)('%s: %i', (_name, n, build) => {
    expect(message(build(n))).toBeNull();
    expect(message(build(n + 1))).toMatchObject({ status: 400, code: 50035 });
  });
});

describe('a message', () => {
  it('is refused with every problem, nested as Discord nests them', () => {
    expect(message({ content: text(2001), embeds: [{ description: text(4097) }] })?.body()).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
        embeds: { 0: { description: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 4096 or fewer in length.' }] } } },
      },
    });
  });
  it('needs something to show', () => {
    expect(message({ content: ' ' })).toMatchObject({ code: 50006 });
    expect(message({ embeds: [{}] })).toMatchObject({ code: 50035 });
  });
  it.each<[string, object]>([
    ['two components of one id', { content: 'x', components: [row(button('a'), button('a'))] }],
    ['an empty custom_id', { content: 'x', components: [row(button(''))] }],
    ['a link button with an id', { content: 'x', components: [row(button('a', { style: 5, url: 'https://x.y' }))] }],
    ['a button without a label', { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'a' })] }],
    ['a select beside a button', { content: 'x', components: [row(button('a'), select(1))] }],
    ['a select without options', { content: 'x', components: [row(select(0))] }],
    ['a button outside a row', { content: 'x', components: [button('a')] }],
    ['an address that is none', embeds({ url: 'javascript:1' })],
    ['a lone surrogate', { content: 'a\ud800' }],
    ['content beside version 2', { flags: V2, content: 'x', components: [display(1)] }],
    ['an unknown flag', { content: 'x', flags: 1 << 20 }],
    ['an unknown mention', { content: 'x', allowed_mentions: { parse: ['all'] } }],
    ['no object', []],
  ])('cannot have %s', (_name, body) => {
    expect(message(body)).toMatchObject({ code: 50035 });
  });
  it('stays of version 2 once it is', () => {
    expect(message({ content: 'x' }, { flags: V2 })).toMatchObject({ code: 50035 });
    expect(message({ components: [display(1)] }, { flags: V2 })).toBeNull();
  });
});

describe('choices and deferrals', () => {
  const choices = (count: number, length: number) =>
    refusal(() => checkChoices({ choices: Array.from({ length: count }, () => ({ name: text(length), value: text(length) })) }));
  it('25 of 100', () => {
    expect(choices(25, 100)).toBeNull();
    expect(choices(26, 100)).not.toBeNull();
    expect(choices(25, 101)).not.toBeNull();
    expect(choices(1, 0)).not.toBeNull();
  });
  it('a deferral takes no flag but the ephemeral one', () => {
    expect(checkDeferral({ flags: 64 })).toBe(64);
    expect(refusal(() => checkDeferral({ flags: V2 }))).not.toBeNull();
  });
});

describe('commands', () => {
  const command = (more: object = {}) => ({ name: 'ask', description: 'x', ...more });
  const refused = (more: object) => refusal(() => checkCommands([command(more)]));
  const option = (more: object = {}) => ({ name: 'a', description: 'x', type: 3, ...more });
  const options = (count: number) => ({ options: Array.from({ length: count }, (_, at) => option({ name: `a${at}` })) });
  /** A definition of `n` characters: 4 of the command, 2 of each option, 200 of each choice but the last. */
  const definition = (n: number) => {
    const choices = (count: number) => Array.from({ length: count }, () => ({ name: 'n'.repeat(100), value: 'v'.repeat(100) }));
    const last = { name: 'n'.repeat(100), value: 'v'.repeat(n - 8 - 39 * 200 - 100) };
    return { options: [option({ choices: choices(25) }), option({ name: 'b', choices: [...choices(14), last] })] };
  };
  it.each<[string, number, (n: number) => object]>([
    ['name', 32, (n) => ({ name: 'x'.repeat(n) })],
    ['description', 100, (n) => ({ description: text(n) })],
    ['localised description', 100, (n) => ({ description_localizations: { 'zh-CN': text(n) } })],
    ['options', 25, options],
    ['definition', 8000, definition],
  ])('%s: %i', (_name, n, build) => {
    expect(refused(build(n))).toBeNull();
    expect(refused(build(n + 1))).toMatchObject({ code: 50035 });
  });
  it.each<[string, object]>([
    ['a capital', { name: 'Ask' }],
    ['a space', { name: 'a b' }],
    ['a middle dot', { name_localizations: { 'zh-CN': '提·问' } }],
    ['an unknown locale', { name_localizations: { zh: '提问' } }],
    ['a required option after an optional one', { options: [option(), option({ name: 'b', required: true })] }],
    ['two options of one name', { options: [option(), option()] }],
    ['subcommands beside options', { options: [option({ type: 1 }), option({ name: 'b' })] }],
    ['a subcommand in a subcommand', { options: [option({ type: 1, options: [option({ type: 1 })] })] }],
    ['a wrong option in a subcommand', { options: [option({ type: 1, options: [option({ name: 'A' })] })] }],
    ['choices and completion', { options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }],
  ])('cannot have %s', (_name, more) => {
    expect(refused(more)).toMatchObject({ code: 50035 });
  });
  it('may have Chinese names, each once', () => {
    expect(refused({ name: '提问' })).toBeNull();
    expect(refused({ options: [option({ type: 1, options: [option()] }), option({ type: 1, name: 'b' })] })).toBeNull();
    expect(refusal(() => checkCommands([command(), command()]))).not.toBeNull();
  });
});
