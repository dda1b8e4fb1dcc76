/** What a store keeps and how, whatever it is kept in. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Judged } from '../../src/store/feedback.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import type { Store } from '../../src/store/store.ts';

const JUDGED: Judged = {
  command: 'ask',
  question: '石门镇在哪里？',
  filters: { to: '2019', from: '2018' },
  revision: 'r1',
  answered: true,
  confidence: 0.625,
  shown: [{ article: '甲', start: 3, end: 17 }],
};
const PROPOSED = { action: 'add' as const, file: '内/石门.txt', sha256: 'abc', user: '1', server: null };
const FOLLOW = { server: '1', channel: '2', user: null, kind: 'words' as const, what: '大桥', name: '大桥', locale: 'zh-CN' as const };
const seen = (id: string, hash: string) => ({ id, hash, sketch: `sketch of ${hash}` });

/** @param twice opens what is kept in one new place two times, as two processes do */
export function storeContract(twice: () => Promise<[Store, Store]>): void {
  const open = async () => {
    const both = await twice();
    onTestFinished(async () => {
      for (const store of both) await store.close();
    });
    return both;
  };

  describe('settings', () => {
    it('are the defaults at first, and what any process has set', async () => {
      const [one, other] = await open();
      expect([await one.settings.of('1'), await one.settings.of(null)]).toEqual([DEFAULT_SETTINGS, DEFAULT_SETTINGS]);
      const set = await one.settings.change('1', { language: 'en', channels: ['10', '11'] });
      expect(set).toEqual({ ...DEFAULT_SETTINGS, language: 'en', channels: ['10', '11'] });
      expect(await other.settings.change('1', { private: true, threads: ['12'] })).toMatchObject({ language: 'en', private: true });
      expect(await one.settings.of('1')).toEqual({ language: 'en', private: true, channels: ['10', '11'], threads: ['12'] });
      expect(await one.settings.of('2')).toEqual(DEFAULT_SETTINGS);
    });

    it('lose nothing where two processes change them at once', async () => {
      const [one, other] = await open();
      await Promise.all([
        one.settings.change('1', { language: 'zh-TW' }),
        other.settings.change('1', { private: true }),
        one.settings.change('1', { channels: ['7'] }),
        other.settings.change('1', { threads: ['8'] }),
      ]);
      expect(await other.settings.of('1')).toEqual({ language: 'zh-TW', private: true, channels: ['7'], threads: ['8'] });
    });
  });

  describe('votes', () => {
    it('are counted once for each person, whichever process is asked', async () => {
      const [one, other] = await open();
      expect(await one.feedback.vote('u1', JUDGED, true)).toBe('first');
      expect(await other.feedback.vote('u1', JUDGED, true)).toBe('same');
      expect(await other.feedback.vote('u1', { ...JUDGED, filters: { from: '2018', to: '2019' } }, false)).toBe('changed');
      expect(await one.feedback.vote('u2', JUDGED, true)).toBe('first');
      expect(await one.feedback.vote('u1', { ...JUDGED, revision: 'r2' }, true)).toBe('first');
      expect(await other.feedback.counts()).toEqual({ up: 2, down: 1 });
    });

    it('tell what was called bad with all that was shown, the latest first', async () => {
      const [one] = await open();
      await one.feedback.vote('u1', JUDGED, false);
      await one.feedback.vote('u2', JUDGED, true);
      await one.feedback.vote('u3', { ...JUDGED, question: '谁？', answered: null, confidence: null, shown: [] }, false);
      await one.feedback.vote('u4', { ...JUDGED, question: '好？' }, true);
      const { total, failures } = await one.feedback.failures(5);
      expect(total).toBe(2);
      expect(failures).toHaveLength(2);
      expect(failures.find(({ question }) => question === '谁？')).toMatchObject({ answered: null, confidence: null, shown: [], down: 1 });
      const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string;
      expect(failures.find(({ question }) => question === JUDGED.question)).toEqual({ ...JUDGED, up: 1, down: 1, at });
      expect(await one.feedback.failures(1)).toMatchObject({ total: 2, failures: [{}] });
    });
  });

  it('counts questions without an answer, whichever process was asked', async () => {
    const [one, other] = await open();
    const asked = { question: '火星'.repeat(250), filters: { region: '甲' } };
    await one.unanswered.note({ question: '月亮', filters: {} });
    await one.unanswered.note(asked);
    await other.unanswered.note(asked);
    await other.unanswered.note({ ...asked, filters: {} });
    const { total, questions } = await one.unanswered.mostAsked(2);
    expect(total).toBe(3);
    expect(questions).toMatchObject([{ ...asked, times: 2 }, { times: 1 }]);
  });

  describe('changes of the collection', () => {
    it('are proposed, found, and taken once', async () => {
      const [one, other] = await open();
      const pending = await one.pending.put(PROPOSED);
      expect(pending).toMatchObject(PROPOSED);
      expect(await other.pending.find(pending.id)).toEqual(pending);
      expect(await other.pending.find('x')).toBeUndefined();
      expect(await Promise.all([one.pending.take(pending.id), other.pending.take(pending.id)]).then((taken) => taken.sort())).toEqual([
        false,
        true,
      ]);
      await other.pending.restore(pending);
      expect(await one.pending.all()).toEqual([pending]);
    });

    it('are begun, then logged or proposed again, each once', async () => {
      const [one, other] = await open();
      const [first, second] = [await one.pending.put(PROPOSED), await one.pending.put({ ...PROPOSED, file: '乙.txt' })];
      expect([await one.intents.begin(first), await other.intents.begin(first), await other.intents.begin(second)]).toEqual([
        true,
        false,
        true,
      ]);
      expect(await one.pending.all()).toEqual([]);
      expect((await other.intents.all()).map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
      await one.intents.done(first);
      await other.intents.done(first);
      await one.intents.undo(second);
      await other.intents.undo(second);
      expect(await one.changes.latest(9)).toEqual([{ ...PROPOSED, at: expect.any(String) as string }]);
      expect(await one.pending.all()).toEqual([second]);
      expect(await one.intents.all()).toEqual([]);
    });

    it('are listed from the latest', async () => {
      const [one] = await open();
      for (const file of ['甲', '乙', '丙']) await one.changes.append({ ...PROPOSED, file });
      expect((await one.changes.latest(2)).map(({ file }) => file)).toEqual(['丙', '乙']);
    });
  });

  describe('follows', () => {
    it('are there once each, and end with what they were to post', async () => {
      const [one, other] = await open();
      const follow = await one.follows.add(FOLLOW);
      expect(await other.follows.add(FOLLOW)).toEqual(follow);
      const direct = await other.follows.add({ ...FOLLOW, server: null, channel: null, user: '3' });
      expect(direct.id).toBeGreaterThan(follow.id);
      expect(await one.follows.all()).toEqual([follow, direct]);
      expect(await one.follows.find(direct.id)).toEqual(direct);
      await one.follows.plan({ files: [], gone: [], articles: [] }, [{ follow: follow.id, articles: ['甲'], more: 0 }]);
      expect([await other.follows.end(follow.id), await one.follows.end(follow.id)]).toEqual([true, false]);
      expect(await one.follows.unposted()).toEqual([]);
      expect(await one.follows.find(follow.id)).toBeUndefined();
    });

    it('know what was looked at, the last of it counting, and forget it', async () => {
      const [one, other] = await open();
      const long = '长'.repeat(3000);
      await one.follows.remember({
        files: [
          { file: long, sha256: 'f1' },
          { file: '乙', sha256: null },
          { file: '丙', sha256: 'f3' },
        ],
        gone: [],
        articles: [seen('a', 'h1'), seen('a', 'h2'), seen(long, 'h3')],
      });
      await other.follows.remember({ files: [{ file: long, sha256: 'f2' }], gone: ['丙', '丁'], articles: [seen('b', 'h2')] });
      expect(await one.follows.files()).toEqual(
        new Map([
          [long, { sha256: 'f2' }],
          ['乙', { sha256: null }],
        ]),
      );
      const known = await one.follows.known(['a', long, 'x'], ['h1', 'h2', 'h3']);
      expect([...known.byId.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1))).toEqual([seen('a', 'h2'), seen(long, 'h3')]);
      expect([...known.hashes].sort()).toEqual(['h2', 'h3']);
      await other.follows.forget();
      expect(await one.follows.files()).toEqual(new Map());
      expect((await one.follows.known(['a'], ['h2'])).hashes.size).toBe(0);
    });

    it('take more articles than one statement can', async () => {
      const [one] = await open();
      const articles = Array.from({ length: 2345 }, (_, at) => seen(`id ${at}`, `hash ${at}`));
      await one.follows.remember({ files: [], gone: [], articles });
      const known = await one.follows.known(
        articles.map(({ id }) => id),
        articles.map(({ hash }) => hash),
      );
      expect([known.byId.size, known.hashes.size]).toEqual([2345, 2345]);
      expect(known.byId.get('id 2344')).toEqual(articles[2344]);
    });

    it('plan what is to be posted, until it was', async () => {
      const [one, other] = await open();
      const { id: follow } = await one.follows.add(FOLLOW);
      const long = '2000-01-01T00:00:00.000Z';
      await one.follows.plan({ files: [{ file: '甲', sha256: 'f' }], gone: [], articles: [seen('a', 'h')] }, [
        { follow, articles: ['a', 'b'], more: 0 },
        { follow, articles: ['c'], more: 4 },
      ]);
      const planned = await other.follows.unposted();
      expect(planned).toMatchObject([
        { follow, articles: ['a', 'b'], more: 0 },
        { follow, articles: ['c'], more: 4 },
      ]);
      expect(await one.follows.quotesSince(long)).toEqual(new Map([[follow, 3]]));
      await other.follows.posted(planned[0]!.id);
      expect(await one.follows.unposted()).toEqual([planned[1]]);
      expect((await other.follows.files()).get('甲')).toEqual({ sha256: 'f' });
    });
  });
}
