import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ButtonState, packId, QueryStore, unpackId } from '../../src/discord/custom-id.ts';
import { MAX_CUSTOM_ID } from '../../src/discord/limits.ts';

const state = (more: Partial<ButtonState> = {}): ButtonState => ({ action: 'page', command: 'search', page: 1, stamp: 'abc123', options: { query: '旅游扶贫' }, ...more });

describe('custom_id', () => {
  it('brings any state back, in at most 100 characters', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 120 });
    const options = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__'), fc.oneof(texts, fc.integer()), { maxKeys: 5 }).map((each) => ({ ...each }));
    fc.assert(fc.property(
      fc.constantFrom('page' as const, 'read' as const, 'suggest' as const), fc.nat({ max: 100_000 }), options,
      (action, page, values) => {
        const store = new QueryStore();
        const id = packId(state({ action, page, options: values }), store);
        expect(id.length).toBeGreaterThan(0);
        expect(id.length).toBeLessThanOrEqual(MAX_CUSTOM_ID);
        expect(id).toBe(id.trim());
        expect(unpackId(id, store)).toEqual(state({ action, page, options: values }));
      },
    ));
  });

  it('keeps what fits in the id, and one more in memory', () => {
    const store = new QueryStore();
    const room = MAX_CUSTOM_ID - packId(state({ options: { query: '' } }), store).length;
    expect(unpackId(packId(state({ options: { query: '长'.repeat(room) } }), store), new QueryStore())).toMatchObject({ page: 1 });
    expect(store.size).toBe(0);
    const id = packId(state({ options: { query: '长'.repeat(room + 1) } }), store);
    expect(store.size).toBe(1);
    expect(unpackId(id, new QueryStore())).toBe('expired');
  });

  it('differs from page to page', () => {
    const store = new QueryStore();
    const ids = [0, 1, 2].map((page) => packId(state({ page, options: { query: '长'.repeat(200) } }), store));
    expect(new Set(ids).size).toBe(3);
  });

  it.each(['', 'x', '0|p|search|1|s|q=1', '1|z|search|1|s|q=1', '1|p||1|s|', '1|p|search|1|s|a=1|more'])('is not ours: %j', (id) => {
    expect(unpackId(id, new QueryStore())).toBe('foreign');
  });
});

describe('QueryStore', () => {
  it('forgets the oldest', () => {
    const store = new QueryStore(2);
    const [a, b] = [store.keep('a'), store.keep('b')];
    store.keep('a');
    const c = store.keep('c');
    expect([a, b, c].map((key) => store.find(key))).toEqual(['a', undefined, 'c']);
    expect(store.size).toBe(2);
  });
});
