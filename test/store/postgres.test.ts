import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { addressOf } from '../../src/store/postgres-address.ts';
import { WRITERS } from '../../src/store/postgres.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import { openStore } from '../../src/store/store.ts';
import type { LocalUser } from '../../src/local/server.ts';
import { wholeBot } from '../discord/start-bot.ts';
import { storeContract } from './contract.ts';
import { hasPostgres, startPostgres, type TestPostgres } from './postgres.ts';

const FOLDER = '/nowhere';
const HOME = '100000000000000001';
const ADMIN: LocalUser = { id: '300000000000000002', name: '管理员', permissions: 1n << 5n };

describe.runIf(hasPostgres())('in PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  storeContract(async () => {
    const url = await server.fresh();
    return [openStore(FOLDER, { url }), openStore(FOLDER, { url })];
  });

  it('no line of the log is changed or taken away', async () => {
    const url = await server.fresh();
    const store = openStore(FOLDER, { url });
    onTestFinished(() => store.close());
    await store.changes.append({ action: 'add', file: '甲', sha256: '', user: null, server: null });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    for (const sql of ["UPDATE corpus_log SET file = ''", 'DELETE FROM corpus_log', 'TRUNCATE corpus_log'])
      await expect(client.query(sql)).rejects.toThrow('only added to');
    expect(await store.changes.latest(9)).toHaveLength(1);
  });

  it('a schema of a newer program is not touched', async () => {
    const url = await server.fresh();
    const first = openStore(FOLDER, { url });
    await first.settings.change('1', { language: 'en' });
    await first.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('INSERT INTO schema_steps SELECT generate_series(100, 120)');
    await client.end();
    const store = openStore(FOLDER, { url });
    onTestFinished(() => store.close());
    await expect(store.settings.change('1', { language: 'auto' })).rejects.toThrow('newer program');
    expect(store.problem?.code).toBe('database');
  });

  it('goes on by itself after the server was away; what a server keeps private stays so meanwhile', async () => {
    const told: string[] = [];
    const store = openStore(FOLDER, { url: await server.fresh(), report: ({ message }) => told.push(message) });
    onTestFinished(() => store.close());
    await store.settings.change('1', { private: true });
    expect((await store.settings.of('1')).private).toBe(true);
    await server.kill();
    expect((await store.settings.of('1')).private).toBe(true);
    expect(await store.settings.of('2')).toEqual(DEFAULT_SETTINGS);
    await expect(store.settings.change('1', { private: false })).rejects.toMatchObject({ code: 'not_kept' });
    expect([store.problem?.code, told.length]).toEqual(['database', 1]);
    await server.start();
    expect((await store.settings.change('1', { language: 'en' })).private).toBe(true);
    expect(store.problem).toBeNull();
  });

  it('that is away at the start hinders nothing, and is used when it is there', async () => {
    const url = await server.fresh();
    await server.kill();
    const store = openStore(FOLDER, { url });
    onTestFinished(() => store.close());
    expect(await store.feedback.counts()).toEqual({ up: 0, down: 0 });
    expect(store.problem?.code).toBe('database');
    await server.start();
    await store.settings.change('1', { language: 'en' });
    expect(await store.settings.of('1')).toMatchObject({ language: 'en' });
  });

  it('says in time that another writer takes too long, and survives that its connection breaks', async () => {
    const url = await server.fresh();
    const store = openStore(FOLDER, { url });
    onTestFinished(() => store.close());
    await store.settings.change('1', { language: 'en' });
    const other = new pg.Client({ connectionString: url });
    other.on('error', () => undefined);
    await other.connect();
    await other.query('SELECT pg_advisory_lock($1)', [WRITERS]);
    await expect(store.settings.change('1', { private: true })).rejects.toThrow('statement timeout');
    expect(await store.settings.of('1')).toMatchObject({ language: 'en', private: false });
    const waiting = store.settings.change('1', { private: true });
    const refused = expect(waiting).rejects.toMatchObject({ code: 'not_kept' });
    await other.query('SELECT pg_sleep(0.2)');
    await server.kill();
    await refused;
    await server.start();
    expect(await store.settings.change('1', { private: true })).toMatchObject({ language: 'en', private: true });
  });

  it('is what a bot keeps settings in, and answers without', async () => {
    const url = await server.fresh();
    const store = openStore(FOLDER, { url });
    onTestFinished(() => store.close());
    const { discord } = await wholeBot({ store, guilds: [{ id: HOME }] });
    const say = async (command: string, options = {}) => (await discord.slash({ command, options, user: ADMIN })).message!;
    await say('settings', { private: true });
    const other = openStore(FOLDER, { url });
    onTestFinished(() => other.close());
    expect((await other.settings.of(HOME)).private).toBe(true);
    await server.kill();
    expect((await say('search', { query: '扶贫' })).flags & 64).toBe(64);
    expect((await say('settings', { private: false })).content).toContain('现在保存不了');
    expect(JSON.stringify(await say('status'))).toContain('DATABASE_URL');
    await server.start();
    expect(JSON.stringify(await say('settings', { private: false }))).not.toContain('现在保存不了');
    expect((await other.settings.of(HOME)).private).toBe(false);
  });

  it('takes a text with a NUL, which it cannot hold, without it', async () => {
    const store = openStore(FOLDER, { url: await server.fresh() });
    onTestFinished(() => store.close());
    await store.unanswered.note({ question: 'a\0b', filters: {} });
    expect((await store.unanswered.mostAsked(1)).questions[0]?.question).toBe('a\uFFFDb');
  });
});

describe('the address', () => {
  it.each([
    'mysql://db/zhaiyin',
    'postgres://',
    'postgres://db-1',
    'postgres:///zhaiyin',
    'zhaiyin',
    'postgres://db-1/zhaiyin?sslmode=disable',
    'postgres://db-1/zhaiyin?sslmode=verify-full&sslmode=no-verify',
    'postgres://db-1/zhaiyin?uselibpqcompat=true',
    'postgres://127.0.0.1/zhaiyin?host=db-1',
  ])('%s is refused', (url) => {
    expect(() => openStore(FOLDER, { url })).toThrow(expect.objectContaining({ code: 'store_address' }));
  });

  it('of another machine is asked over TLS, that of this one need not be', () => {
    expect(addressOf('postgres://bot:secret@db-1/zhaiyin').options.ssl).toBe(true);
    expect(addressOf('postgresql://bot:secret@127.0.0.1:5433/zhaiyin').options.ssl).toBe(false);
    expect(addressOf('postgres://127.0.0.1.example.org/zhaiyin').options.ssl).toBe(true);
  });

  it('is told without its password', () => {
    expect(addressOf('postgres://bot:secret@db-1/zhaiyin?sslrootcert=/etc/ca.pem').shown).toBe('db-1:5432/zhaiyin');
  });
});
