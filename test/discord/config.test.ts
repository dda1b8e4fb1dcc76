import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ConfigError, readConfig } from '../../src/config.ts';

const problems = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      token: null,
      guildIds: [],
      corpusDir: 'seeds/',
      logLevel: 'warn',
      cooldown: { uses: 10, seconds: 10 },
      apiUrl: null,
      shutdownMs: 10_000,
    });
  });
  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ DISCORD_TOKEN: '', CORPUS_DIR: ' ', DISCORD_GUILD_IDS: '' })).toEqual(readConfig({}));
  });
  it('logs to whoever runs a service more than to somebody before a terminal, unless told', () => {
    expect(readConfig({ DISCORD_TOKEN: 'a.b.c' }).logLevel).toBe('info');
    expect(readConfig({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug');
  });
  it('reads lists of ids', () => {
    expect(readConfig({ DISCORD_RELOAD_ROLE_IDS: '100000000000000001, 100000000000000002 ,' }).reloadRoleIds).toEqual([
      '100000000000000001',
      '100000000000000002',
    ]);
  });
  it("takes the named servers for the operator's where there are any", () => {
    const operator = { DISCORD_OPERATOR_GUILD_IDS: '100000000000000002' };
    expect(readConfig(operator).operatorGuildIds).toEqual(['100000000000000002']);
    expect(readConfig({ ...operator, DISCORD_GUILD_IDS: '100000000000000001' }).operatorGuildIds).toEqual(['100000000000000001']);
  });
  it('takes any port, and nothing else for one', () => {
    expect(readConfig({}).localPort).toBe(5180);
    for (const port of [0, 1, 65_535]) expect(readConfig({ LOCAL_PORT: String(port) }).localPort).toBe(port);
    for (const port of ['65536', '-1', '1.5', 'http'])
      expect(problems({ LOCAL_PORT: port })).toEqual(['LOCAL_PORT: should be a port, 0 to 65535']);
  });
  it('lists all problems together, without the values', () => {
    const found = problems({
      DISCORD_TOKEN: 'se cret',
      DISCORD_GUILD_IDS: 'x',
      DISCORD_API_URL: 'nowhere',
      LOG_LEVEL: 'loud',
      SHUTDOWN_SECONDS: '-1',
    });
    expect(found.map((problem) => problem.split(':')[0])).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_GUILD_IDS',
      'DISCORD_API_URL',
      'LOG_LEVEL',
      'SHUTDOWN_SECONDS',
    ]);
    expect(found.join()).not.toContain('se cret');
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const source = readFileSync(new URL('../../src/config.ts', import.meta.url), 'utf8');
  const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]!);
  it('documents every variable, and no other', () => {
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map((match) => match[1]!);
    expect(documented.sort()).toEqual(read.sort());
  });
  it('is usable as it is', () => {
    const env = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]));
    expect(readConfig(env)).toEqual(readConfig({}));
  });
});
