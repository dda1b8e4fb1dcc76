import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/store/settings.ts';
import { openStore } from '../../src/store/store.ts';
import { tempFolder } from '../corpus/temp-folder.ts';
import { storeContract } from './contract.ts';

function open(folder: string, options: { create?: boolean } = {}) {
  const store = openStore(folder, options);
  onTestFinished(() => store.close());
  return store;
}

describe('in SQLite', () => {
  storeContract(async () => {
    const folder = await tempFolder();
    return [openStore(folder), openStore(folder)];
  });
});

describe('settings', () => {
  it('are the defaults for a server that has set nothing, and for direct messages', async () => {
    const { settings } = open(await tempFolder());
    expect(await settings.of('1')).toEqual(DEFAULT_SETTINGS);
    expect(await settings.of(null)).toEqual(DEFAULT_SETTINGS);
  });

  it('come back after a restart as they were set, each server its own', async () => {
    const folder = await tempFolder();
    const given = fc.record(
      {
        language: fc.constantFrom('auto' as const, 'zh-CN' as const, 'zh-TW' as const, 'en' as const),
        private: fc.boolean(),
        channels: fc.array(fc.stringMatching(/^\d{17,20}$/), { maxLength: 30 }),
        threads: fc.array(fc.stringMatching(/^\d{17,20}$/), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    const servers = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), given), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(servers, async (changes) => {
        const first = openStore(folder);
        const expected = new Map<string, ServerSettings>();
        for (const server of ['1', '2', '3']) expected.set(server, await first.settings.of(server));
        for (const [server, change] of changes) expected.set(server, { ...expected.get(server)!, ...change });
        for (const [server, change] of changes) await first.settings.change(server, change);
        await first.close();
        const second = openStore(folder);
        for (const [server, wanted] of expected) expect(await second.settings.of(server)).toEqual(wanted);
        expect(second.problem).toBeNull();
        await second.close();
      }),
      { numRuns: 20 },
    );
  });
});

describe('the folder', () => {
  it('is made where it is missing', async () => {
    const folder = path.join(await tempFolder(), 'a', 'b');
    expect(open(folder).problem).toBeNull();
    expect(await readdir(folder)).toContain('zhaiyin.db');
  });

  it('is left alone where nothing is to be made', async () => {
    const folder = await tempFolder();
    const store = open(folder, { create: false });
    expect(store.problem?.code).toBe('absent');
    expect(await store.settings.of('1')).toEqual(DEFAULT_SETTINGS);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a file in its place', 'taken', { taken: 'x' }],
    ['a folder where the file should be', '.', { 'zhaiyin.db/x': '' }],
    ['a file that is no database', '.', { 'zhaiyin.db': 'not a database, but long enough to be looked at. '.repeat(20) }],
  ])('where it is %s, all is kept in memory, and the reason told', async (_, place, files) => {
    const folder = await tempFolder(files);
    const store = open(path.join(folder, place));
    expect(store.problem).not.toBeNull();
    await store.settings.change('1', { private: true });
    expect((await store.settings.of('1')).private).toBe(true);
  });

  it('keeps a file that it could not read as it was', async () => {
    const content = 'not a database, but long enough to be looked at. '.repeat(20);
    const folder = await tempFolder({ 'zhaiyin.db': content });
    open(folder);
    expect(await readFile(path.join(folder, 'zhaiyin.db'), 'utf8')).toBe(content);
  });
});

describe('where it cannot be kept', () => {
  const judged = { command: 'ask', question: '谁？', filters: {}, revision: 'r', answered: true, confidence: 1, shown: [] };
  const notKept = expect.objectContaining({ wording: 'not_kept' }) as Error;
  /** A database with something in every table. */
  async function kept() {
    const folder = await tempFolder();
    const store = openStore(folder);
    await store.settings.change('1', { private: true });
    for (let at = 0; at < 50; at++) await store.feedback.vote(String(at), { ...judged, question: '谁？'.repeat(50) }, false);
    await store.close();
    return { folder, file: path.join(folder, 'zhaiyin.db') };
  }

  it('a machine without the driver has the defaults, refuses changes, and says so once', async () => {
    const told: string[] = [];
    const store = openStore(await tempFolder(), {
      load: () => {
        throw new Error('no binary for this machine');
      },
      report: ({ code, message }) => told.push(`${code}: ${message}`),
    });
    expect(await store.settings.of('1')).toEqual(DEFAULT_SETTINGS);
    expect([
      await store.feedback.counts(),
      await store.feedback.failures(1),
      await store.pending.all(),
      await store.pending.find('x'),
      await store.changes.latest(1),
    ]).toEqual([{ up: 0, down: 0 }, { total: 0, failures: [] }, [], undefined, []]);
    await expect(store.settings.change('1', { private: true })).rejects.toThrow(notKept);
    await expect(store.feedback.vote('1', judged, true)).rejects.toThrow(notKept);
    expect(store.problem?.code).toBe('module');
    expect(told).toEqual(['module: no binary for this machine']);
    await store.close();
  });

  it('a file of which only a page is damaged is found out at the start and left as it was', async () => {
    const { folder, file } = await kept();
    const bytes = await readFile(file);
    bytes.fill(0x5a, 8192);
    await writeFile(file, bytes);
    const store = open(folder);
    expect(store.problem?.code).toBe('damaged');
    expect(await store.settings.of('1')).toEqual(DEFAULT_SETTINGS);
    expect((await store.settings.change('1', { language: 'en' })).language).toBe('en');
    expect(await readFile(file)).toEqual(bytes);
  });

  it('a file that can only be read still tells what was set', async () => {
    const { folder } = await kept();
    // A test run as root may write everything, so the file system's refusal is played.
    const ReadOnly = function (name: string, options: object) {
      return new Database(name.startsWith('/') ? `${pathToFileURL(name).href}?mode=ro` : name, options);
    } as unknown as typeof Database;
    const store = openStore(folder, { load: () => ReadOnly });
    onTestFinished(() => store.close());
    expect(store.problem?.code).toBe('read-only');
    expect((await store.settings.of('1')).private).toBe(true);
    expect(await store.feedback.counts()).toEqual({ up: 0, down: 50 });
    await expect(store.settings.change('1', { private: false })).rejects.toThrow(notKept);
    expect((await store.settings.of('1')).private).toBe(true);
  });

  it('what breaks later breaks no answer, is told once, and is past when something could be kept again', async () => {
    const told: string[] = [];
    const folder = await tempFolder();
    const store = openStore(folder, { report: ({ code }) => told.push(code) });
    onTestFinished(() => store.close());
    const other = new Database(path.join(folder, 'zhaiyin.db'));
    other.exec('BEGIN EXCLUSIVE');
    for (const user of ['1', '2']) await expect(store.feedback.vote(user, judged, true)).rejects.toThrow(notKept);
    expect([store.problem?.code, told]).toEqual(['busy', ['busy']]);
    other.exec('ROLLBACK');
    other.exec('ALTER TABLE server_settings RENAME TO gone');
    expect(await store.settings.of('1')).toEqual(DEFAULT_SETTINGS);
    other.exec('ALTER TABLE gone RENAME TO server_settings');
    other.close();
    expect(await store.feedback.vote('1', judged, true)).toBe('first');
    expect([store.problem, told]).toEqual([null, ['busy', 'unusable']]);
  });
});

describe('the schema', () => {
  const version = (database: Database.Database) =>
    (database.pragma('user_version', { simple: true }) as { user_version: number }).user_version;

  it('is made in steps, once each', () => {
    const database = new Database(':memory:');
    migrate(database, MIGRATIONS.slice(0, 1));
    database.exec("INSERT INTO server_settings VALUES ('1', 'en', 1, '[]')");
    migrate(database);
    migrate(database);
    expect(version(database)).toBe(MIGRATIONS.length);
    expect(database.prepare('SELECT server FROM server_settings').raw().all()).toEqual([['1']]);
  });

  it('takes a step whole or not at all', () => {
    const database = new Database(':memory:');
    expect(() => migrate(database, ['CREATE TABLE a (x)', 'CREATE TABLE b (x); CREATE TABLE a (x)'])).toThrow('already exists');
    expect(version(database)).toBe(1);
    expect(database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").raw().all()).toEqual([['a']]);
  });

  it('of a newer program is not touched', async () => {
    const folder = await tempFolder();
    const first = openStore(folder);
    await first.settings.change('1', { language: 'en' });
    await first.close();
    const database = new Database(path.join(folder, 'zhaiyin.db'));
    database.pragma('user_version = 999');
    database.close();
    const store = open(folder);
    expect(store.problem).toMatchObject({ code: 'newer', message: expect.stringContaining('999') as string });
    expect(await store.settings.of('1')).toEqual(DEFAULT_SETTINGS);
  });
});

describe('two processes on one folder', () => {
  it('keep what the other has set, and see it', async () => {
    const folder = await tempFolder();
    const [one, other] = [open(folder), open(folder)];
    expect(await one.settings.of('1')).toEqual(DEFAULT_SETTINGS);
    expect(await other.settings.of('1')).toEqual(DEFAULT_SETTINGS);
    await one.settings.change('1', { language: 'en' });
    await other.settings.change('1', { private: true });
    expect(await one.settings.of('1')).toMatchObject({ language: 'en', private: true });
    expect(await other.settings.of('1')).toMatchObject({ language: 'en', private: true });
  });
});

describe('a data folder that is deleted meanwhile', () => {
  it('is noticed when something is to be kept', async () => {
    const folder = await tempFolder();
    const store = open(folder);
    await store.settings.change('1', { private: true });
    await rm(folder, { recursive: true });
    await expect(store.settings.change('1', { private: false })).rejects.toThrow(expect.objectContaining({ code: 'not_kept' }));
    expect(store.problem).toMatchObject({ code: 'gone' });
  });
});
