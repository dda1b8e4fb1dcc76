import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/command/load.ts';
import { defineForDiscord } from '../../src/discord/registration/definitions.ts';
import { type Comparable, diffCommands, isSame } from '../../src/discord/registration/diff.ts';

const wanted = (await loadCommands()).map((command) => defineForDiscord(command) as unknown as Comparable);

type Fields = Record<string, unknown>;
/** What Discord answers about a registered command: ids and defaults filled in, what is false or empty left out. */
const asDiscord = (command: Comparable, more: Fields = {}): Comparable => {
  const option = ({ required, ...rest }: Fields): Fields => ({
    ...rest,
    ...(required ? { required } : {}),
    ...(rest.autocomplete === false ? { autocomplete: undefined } : {}),
  });
  const { options, ...rest } = command as Fields;
  return {
    id: '1',
    application_id: '2',
    version: '3',
    type: 1,
    nsfw: false,
    default_permission: true,
    dm_permission: true,
    ...rest,
    options: (options as Fields[]).map(option),
    ...more,
  } as unknown as Comparable;
};
const search = wanted.find(({ name }) => name === 'search')!;
const changed = (more: Fields, scope: 'global' | 'guild' = 'global') => diffCommands([asDiscord(search)], [{ ...search, ...more }], scope);

describe('diffCommands', () => {
  it('finds nothing where Discord only filled in defaults', () => {
    expect(
      isSame(
        diffCommands(
          wanted.map((command) => asDiscord(command)),
          wanted,
          'global',
        ),
      ),
    ).toBe(true);
  });
  it('finds what is added and removed, by name', () => {
    expect(diffCommands([asDiscord({ ...search, name: 'old' })], [search], 'global')).toEqual({
      added: ['search'],
      changed: [],
      removed: ['old'],
      unchanged: [],
    });
  });
  it('does not mind the order of commands or of localisations', () => {
    const reversed = wanted
      .map((command) =>
        asDiscord({ ...command, name_localizations: Object.fromEntries(Object.entries(command.name_localizations as Fields).reverse()) }),
      )
      .reverse();
    expect(isSame(diffCommands(reversed, wanted, 'global'))).toBe(true);
  });
  it('takes null, undefined and {} for no localisation', () => {
    for (const none of [null, undefined, {}]) {
      expect(isSame(diffCommands([{ name: 'a', name_localizations: none }], [{ name: 'a' }], 'global'))).toBe(true);
    }
  });
  it.each([
    ['the description', { description: 'other' }],
    ['a localised name', { name_localizations: { 'zh-CN': '别的' } }],
    ['a localised description', { description_localizations: { 'zh-TW': '別的' } }],
    ['the default permission', { default_member_permissions: '8' }],
    ['nsfw', { nsfw: true }],
    ['the contexts', { contexts: [0] }],
    ['the integration types', { integration_types: [0] }],
    ['the options', { options: [] }],
    ['the order of options', { options: [...(search.options as Fields[])].reverse() }],
  ])('sees a change of %s', (_what, more) => {
    expect(changed(more).changed).toEqual(['search']);
  });
  it.each([
    'name',
    'description',
    'type',
    'required',
    'autocomplete',
    'min_value',
    'max_value',
    'min_length',
    'max_length',
    'name_localizations',
    'description_localizations',
    'choices',
  ])("sees a change of an option's %s", (key) => {
    const values: Fields = {
      name: 'x',
      description: 'x',
      type: 4,
      required: false,
      autocomplete: true,
      min_value: 3,
      max_value: 3,
      min_length: 3,
      max_length: 3,
      name_localizations: { ja: 'x' },
      description_localizations: { ja: 'x' },
      choices: [{ name: 'x', value: 'y' }],
    };
    const [first, ...rest] = search.options as Fields[];
    expect(changed({ options: [{ ...first, [key]: values[key] }, ...rest] }).changed).toEqual(['search']);
  });
  it("does not mind contexts and integration types of a server's commands: Discord answers with its own", () => {
    const registered = asDiscord(search, { contexts: null, integration_types: [0] });
    expect(isSame(diffCommands([registered], [search], 'guild'))).toBe(true);
    expect(isSame(diffCommands([registered], [search], 'global'))).toBe(false);
  });
  it('never differs from itself', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ name: fc.string(), description: fc.string(), options: fc.array(fc.record({ name: fc.string(), type: fc.nat(11) })) }),
        ),
        (commands) => {
          const unique = [...new Map(commands.map((command) => [command.name, command])).values()];
          expect(isSame(diffCommands(unique, unique, 'global'))).toBe(true);
        },
      ),
    );
  });
});
