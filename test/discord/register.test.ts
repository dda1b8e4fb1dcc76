import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import type { ChoiceOption, Command } from '../../src/command/command.ts';
import { mayUse } from '../../src/discord/incoming/permissions.ts';
import { defineForDiscord, defineMenu, definitionLength } from '../../src/discord/registration/definitions.ts';
import { planScopes } from '../../src/discord/registration/register.ts';
import { checkCommands } from '../../src/local/validate-commands.ts';

const commands = await loadCommands();
const reload = commands.find(({ access }) => access === 'operators')!;
const search = commands.find(({ name }) => name === 'search')!;
const chosen = (values: string[]): ChoiceOption => ({
  kind: 'choice',
  names: search.names,
  description: search.description,
  choices: values.map((value) => ({ value, names: { 'zh-CN': value, 'zh-TW': value, 'en': value } })),
});
const places = (guildIds: string[], operatorGuildIds: string[]) =>
  planScopes(commands, { guildIds, operatorGuildIds }).map(
    ({ guildId, definitions }) => [guildId, definitions.map(({ name }) => name)] as const,
  );

describe('definitions', () => {
  it('are what Discord takes', () => {
    expect(() => checkCommands(commands.map(defineForDiscord))).not.toThrow();
    for (const command of commands) expect(definitionLength(defineForDiscord(command))).toBeLessThanOrEqual(8000);
  });
  it('have Chinese names in both scripts', () => {
    const { name_localizations: names, options } = defineForDiscord(search);
    expect(names).toEqual({ 'zh-CN': '搜索', 'zh-TW': '搜尋' });
    expect(options![0]).toMatchObject({ type: 3, required: true, max_length: 500 });
    expect(options!.find(({ name }) => name === 'limit')).toMatchObject({ type: 4, min_value: 1, max_value: 100 });
  });
  it('have what a command does apart as subcommands, each with its own options', () => {
    const { options } = defineForDiscord(commands.find(({ name }) => name === 'corpus')!);
    expect(options!.map(({ type, name }) => [type, name])).toEqual([
      [1, 'list'],
      [1, 'add'],
      [1, 'remove'],
      [1, 'log'],
    ]);
    expect(options![1]).toMatchObject({
      name_localizations: { 'zh-CN': '增添' },
      options: [
        { name: 'file', type: 11, required: true },
        { name: 'name', required: false },
      ],
    });
    expect(options![2]).toMatchObject({ options: [{ name: 'name', required: true, autocomplete: true }] });
  });
  it.each<[string, object]>([
    ['a description of 101 of a subcommand', { description: { ...search.description, en: 'x'.repeat(101) }, options: [] }],
    [
      'an option of a subcommand that is needed after one that is not',
      { description: search.description, options: ['b', 'a'], required: ['a'] },
    ],
  ])('fail by name on %s', (_what, subcommand) => {
    const options = { which: chosen(['one']), a: search.options.query!, b: search.options.region! };
    const of = { one: subcommand } as NonNullable<Command['subcommands']>['of'];
    expect(() => defineForDiscord({ ...search, visibility: 'private', options, subcommands: { option: 'which', of } })).toThrow('/search');
  });
  it('count all that is in their subcommands', () => {
    const inner = { type: 3, name: 'abc', description: '12345', choices: [{ name: 'x', value: 'yy' }] };
    const item = { name: 'c', description: 'd', options: [{ type: 1, name: 'ab', description: '123', options: [inner] }] };
    expect(definitionLength(item)).toBe(2 + 5 + 8 + 3);
  });
  it('ask for a moderator, in a server, for what operators do', () => {
    expect(defineForDiscord(reload)).toMatchObject({ default_member_permissions: (1n << 40n).toString(), contexts: [0] });
    expect(defineForDiscord(search)).toMatchObject({ default_member_permissions: null, contexts: [0, 1, 2], integration_types: [0, 1] });
  });
  it.each<[string, Partial<Command>]>([
    ['a name of 33', { names: { ...search.names, 'zh-CN': '名'.repeat(33) } }],
    ['a capital', { names: { ...search.names, 'zh-TW': 'Search' } }],
    ['a middle dot', { names: { ...search.names, 'zh-TW': '搜·尋' } }],
    ['a description of 101', { description: { ...search.description, en: 'x'.repeat(101) } }],
    ['an empty description', { description: { ...search.description, 'zh-CN': '' } }],
    ['a required option after an optional one', { options: { limit: search.options.limit!, query: search.options.query! } }],
    ['26 choices', { options: { one: chosen(Array.from({ length: 26 }, (_, at) => String(at))) } }],
    ['a choice of 101', { options: { one: chosen(['x'.repeat(101)]) } }],
    ['a choice without a name', { options: { one: chosen(['']) } }],
  ])('fail by name on %s', (_what, more) => {
    expect(() => defineForDiscord({ ...search, ...more })).toThrow('/search');
  });
  it('take 25 choices of 100, and a menu’s name of 32', () => {
    expect(() =>
      checkCommands([
        defineForDiscord({ ...search, options: { one: chosen(Array.from({ length: 25 }, (_, at) => String(at).padEnd(100, 'x'))) } }),
      ]),
    ).not.toThrow();
    const called = (length: number) => ({ ...search, messageMenu: { 'zh-CN': '查', 'zh-TW': '查', 'en': 'x'.repeat(length) } });
    expect(defineMenu(called(32))?.name).toHaveLength(32);
    expect(() => defineMenu(called(33))).toThrow('/search');
  });
  it('take a name of 32 and a description of 100', () => {
    expect(() =>
      defineForDiscord({
        ...search,
        names: { ...search.names, 'zh-CN': '名'.repeat(32) },
        description: { ...search.description, en: 'x'.repeat(100) },
      }),
    ).not.toThrow();
  });
});

describe('planScopes', () => {
  it("keeps operators' commands out of the global ones", () => {
    const [global, own] = places([], ['1']);
    expect(global![0]).toBeNull();
    expect(global![1]).not.toContain('reload');
    expect(own).toEqual(['1', ['corpus', 'feedback', 'reload']]);
  });
  it("registers them nowhere where no server is the operator's", () => {
    expect(places([], []).flatMap(([, names]) => names)).not.toContain('reload');
  });
  it('says where a command may be used only of global ones', () => {
    const [global, own] = planScopes(commands, { guildIds: [], operatorGuildIds: ['1'] });
    expect(global!.definitions[0]).toHaveProperty('contexts');
    expect(own!.definitions[0]).not.toHaveProperty('contexts');
    expect(own!.definitions[0]).not.toHaveProperty('integration_types');
  });
  it('puts everything into the servers that are named', () => {
    expect(places(['1', '2'], ['1', '2']).map(([guild, names]) => [guild, names.includes('reload'), names.includes('search')])).toEqual([
      ['1', true, true],
      ['2', true, true],
    ]);
  });
});

describe('mayUse', () => {
  const settings = commands.find(({ access }) => access === 'admins')!;
  const operators = { operatorGuildIds: ['1'], reloadRoleIds: [] as string[], reloadUserIds: [] as string[] };
  const asker = { userId: 'u', guildId: '1', roleIds: ['r'], permissions: 0n };
  const MODERATE = 1n << 40n;
  it('lets everyone use what is for everyone', () => {
    expect(mayUse(search, { ...asker, guildId: null }, operators)).toBe(true);
  });
  it("lets those change a server's settings who may manage it", () => {
    expect(mayUse(settings, { ...asker, guildId: '9', permissions: MODERATE }, operators)).toBe(false);
    for (const permissions of [1n << 5n, 8n]) expect(mayUse(settings, { ...asker, guildId: '9', permissions }, operators)).toBe(true);
    expect(mayUse(settings, { ...asker, guildId: '9', userId: 'u2' }, { ...operators, reloadUserIds: ['u2'] })).toBe(false);
  });
  it('asks for the permission where there is no list', () => {
    expect(mayUse(reload, asker, operators)).toBe(false);
    expect(mayUse(reload, { ...asker, permissions: MODERATE }, operators)).toBe(true);
    expect(mayUse(reload, { ...asker, permissions: 8n }, operators)).toBe(true);
  });
  it('asks a curator for the permission to manage the server', () => {
    const feedback = commands.find(({ access }) => access === 'curators')!;
    expect(mayUse(feedback, { ...asker, permissions: MODERATE }, operators)).toBe(false);
    expect(mayUse(feedback, { ...asker, permissions: 1n << 5n }, operators)).toBe(true);
    expect(mayUse(feedback, { ...asker, guildId: '2', permissions: 8n }, operators)).toBe(false);
  });
  it('goes by the list where there is one, whatever the permission', () => {
    const listed = { ...operators, reloadRoleIds: ['r2'], reloadUserIds: ['u2'] };
    expect(mayUse(reload, { ...asker, permissions: MODERATE }, listed)).toBe(false);
    expect(mayUse(reload, { ...asker, userId: 'u2' }, listed)).toBe(true);
    expect(mayUse(reload, { ...asker, roleIds: ['r', 'r2'] }, listed)).toBe(true);
  });
  it('refuses elsewhere, administrators and listed people included', () => {
    for (const guildId of ['2', null]) {
      expect(mayUse(reload, { ...asker, guildId, permissions: MODERATE | 8n }, operators)).toBe(false);
      expect(mayUse(reload, { ...asker, guildId }, { ...operators, reloadUserIds: ['u'] })).toBe(false);
    }
  });
});
