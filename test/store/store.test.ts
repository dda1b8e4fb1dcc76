import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import { openStore } from '../../src/store/store.ts';
import { tempFolder } from '../corpus/temp-folder.ts';

function open(folder: string, options: { create?: boolean } = {}) {
  const store = openStore(folder, options);
  onTestFinished(() => store.close());
  return store;
}

describe('settings', () => {
  it('are the defaults for a server that has set nothing, and for direct messages', async () => {
    const { settings } = open(await tempFolder());
    expect(settings.of('1')).toEqual(DEFAULT_SETTINGS);
    expect(settings.of(null)).toEqual(DEFAULT_SETTINGS);
  });

  it('come back after a restart as they were set, each server its own', async () => {
    const folder = await tempFolder();
    const given = fc.record({
      language: fc.constantFrom('auto' as const, 'zh-CN' as const, 'zh-TW' as const, 'en' as const), private: fc.boolean(),
      channels: fc.array(fc.stringMatching(/^\d{17,20}$/), { maxLength: 30 }),
    }, { requiredKeys: [] });
    const servers = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), given), { maxLength: 8 });
    fc.assert(fc.property(servers, (changes) => {
      const first = openStore(folder);
      const expected = new Map(['1', '2', '3'].map((server) => [server, first.settings.of(server)]));
      for (const [server, change] of changes) expected.set(server, { ...expected.get(server)!, ...change });
      for (const [server, change] of changes) first.settings.change(server, change);
      first.close();
      const second = openStore(folder);
      for (const [server, wanted] of expected) expect(second.settings.of(server)).toEqual(wanted);
      expect(second.problem).toBeNull();
      second.close();
    }), { numRuns: 20 });
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
    expect(store.problem).toContain('zhaiyin.db');
    expect(store.settings.of('1')).toEqual(DEFAULT_SETTINGS);
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
    store.settings.change('1', { private: true });
    expect(store.settings.of('1').private).toBe(true);
  });

  it('keeps a file that it could not read as it was', async () => {
    const content = 'not a database, but long enough to be looked at. '.repeat(20);
    const folder = await tempFolder({ 'zhaiyin.db': content });
    open(folder);
    expect(await readFile(path.join(folder, 'zhaiyin.db'), 'utf8')).toBe(content);
  });
});

describe('the schema', () => {
  const version = (database: Database.Database) => (database.pragma('user_version', { simple: true }) as { user_version: number }).user_version;

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
    first.settings.change('1', { language: 'en' });
    first.close();
    const database = new Database(path.join(folder, 'zhaiyin.db'));
    database.pragma('user_version = 999');
    database.close();
    const store = open(folder);
    expect(store.problem).toContain('999');
    expect(store.settings.of('1')).toEqual(DEFAULT_SETTINGS);
  });
});
