import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../src/command/command.ts';
import { type Action, type ButtonState, packId, packTarget, unpackId, unpackTarget } from '../../src/discord/custom-id/custom-id.ts';
import { MAX_CUSTOM_ID } from '../../src/discord/limits.ts';
import { canonical, readSpelled, spell } from '../../src/discord/custom-id/spelled.ts';

const state = (more: Partial<ButtonState> = {}): ButtonState => ({
  action: 'page',
  command: 'search',
  page: 1,
  stamp: 'abc123',
  owner: null,
  mark: null,
  options: { query: '旅游扶贫' },
  ...more,
});
const same = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, 'en': text });
const text = (name: string, chinese = name) => ({
  kind: 'text' as const,
  maxLength: 500,
  names: { 'zh-CN': chinese, 'zh-TW': chinese, 'en': name },
  description: same('x'),
});
const command = defineCommand({
  name: 'search',
  names: same('search'),
  description: same('x'),
  access: 'everyone',
  visibility: 'public',
  example: '/search x',
  run: () => {
    throw new Error('not run');
  },
  options: {
    query: text('query', '词语'),
    region: text('region', '地区'),
    limit: { kind: 'number', min: 1, max: 100, names: same('limit'), description: same('x') },
  },
});
const actions = fc.constantFrom<Action>('page', 'back', 'jump', 'open', 'suggest', 'instead');
const anyText = fc.string({ unit: 'binary', maxLength: 120 });

describe('custom_id', () => {
  it('brings any state back, in at most 100 characters, from itself or from what the message spells out', () => {
    const options = fc
      .dictionary(
        fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__'),
        fc.oneof(anyText, fc.integer()),
        { maxKeys: 5 },
      )
      .map((each) => ({ ...each }));
    const owners = fc.option(fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }).map(String));
    const marks = fc.option(
      fc.tuple(fc.nat({ max: 2_000_000 }), fc.nat({ max: 2000 })).map(([start, length]) => ({ start, end: start + length })),
    );
    fc.assert(
      fc.property(actions, fc.option(fc.nat({ max: 100_000 })), options, owners, marks, (action, page, values, owner, mark) => {
        const whole = state({ action, page, options: values, owner, mark });
        const { id, spelled } = packId(whole);
        expect(id.length).toBeLessThanOrEqual(MAX_CUSTOM_ID);
        expect(id).toBe(id.trim());
        expect(unpackId(id, spelled ? [{ query: 'another' }, values] : [])).toEqual(whole);
        if (spelled) expect(unpackId(id, [{ query: 'another' }])).toBeNull();
      }),
    );
  });

  it('keeps what fits, and has one more spelled out', () => {
    const room = MAX_CUSTOM_ID - packId(state({ options: { query: '' } })).id.length;
    expect(packId(state({ options: { query: '长'.repeat(room) } }))).toMatchObject({ spelled: false });
    expect(packId(state({ options: { query: '长'.repeat(room + 1) } }))).toMatchObject({ spelled: true });
  });

  it('differs from page to page, script to script, action to action', () => {
    for (const query of ['短', '长'.repeat(300)]) {
      const ids = [
        ...[0, 1, 2].map((page) => state({ page, options: { query } })),
        state({ options: { query, script: 'simplified' } }),
        state({ action: 'jump', options: { query } }),
        state({ page: null, options: { query } }),
      ].map((each) => packId(each).id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it.each([
    '',
    'x',
    '|||||||',
    '2p',
    '1p|search|1|s|||query=x',
    '2z|search|1|s|||query=x',
    '2p||1|s|||',
    '2p|search|1|s|||a=1|more',
    '2p|search|-1|s|||query=x',
    '2p|search|zzzzzz|s|||query=x',
    '2p|search|1|s|../../x||query=x',
    '2p|search|1|s||1|query=x',
    '2p|search|1|s|||!12345678',
    '2p|search|ZZ|s|||query=x',
  ])('is not ours: %j', (id) => expect(unpackId(id, [])).toBeNull());

  it('never fails on what is made up', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc
            .array(fc.oneof(anyText, fc.constantFrom('2p', '2o', 'search', '1', '!', '%', '=', '1-2')), { maxLength: 8 })
            .map((parts) => parts.join('|')),
        ),
        (id) => {
          const found = unpackId(id, [{ query: 'x' }]);
          if (found) expect(found.page === null || found.page >= 0).toBe(true);
          unpackTarget(id);
        },
      ),
    );
  });
});

describe('an entry of a menu', () => {
  it('brings back where it leads, or is left out where it does not fit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 110 }),
        fc.option(fc.tuple(fc.nat(), fc.nat({ max: 999 }))),
        (value, at) => {
          const target = {
            command: 'article',
            value,
            mark: at && { start: at[0] % 1_000_000, end: (at[0] % 1_000_000) + at[1] },
            check: 'ab-_',
          };
          const packed = packTarget(target);
          if (packed === null) return;
          expect(packed.length).toBeLessThanOrEqual(MAX_CUSTOM_ID);
          expect(unpackTarget(packed)).toEqual(target);
        },
      ),
    );
    expect(packTarget({ command: 'article', value: '长'.repeat(101), mark: null, check: '' })).toBeNull();
  });
});

describe('what is spelled out', () => {
  const values = fc
    .string({ unit: fc.constantFrom(...'字：: \n\t=地区limit'), maxLength: 60 })
    .map(canonical)
    .filter((value) => value !== '');
  it('is read again, in the language it was written in or any other', () => {
    fc.assert(
      fc.property(
        values,
        fc.option(values),
        fc.option(fc.integer({ min: 1, max: 100 })),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        (query, region, limit, locale) => {
          const options = { query, ...(region === null ? {} : { region }), ...(limit === null ? {} : { limit }) };
          expect(
            readSpelled([{ footer: { text: '来源：某报' } }, { footer: { text: spell(command, options, locale) } }], [command]),
          ).toEqual([options]);
        },
      ),
    );
  });
  it('is nothing where a footer is something else', () => {
    expect(readSpelled([{}, { footer: { text: 'Source: a paper' } }, { footer: { text: '词语: 甲\nx: 乙' } }], [command])).toEqual([]);
  });
});

it('a value as asked and shown is one line without invisible characters', () => {
  expect(canonical(' 旅\u200b游\u202e\n\n 扶贫 ')).toBe('旅游 扶贫');
});
