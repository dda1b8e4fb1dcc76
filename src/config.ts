import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';

/** The environment has problems; `problems` names each variable and what is wrong with it. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const ids = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^\d{17,20}$/, 'should be ids of 17 to 20 digits, separated by commas')));
const seconds = (fallback: number) =>
  z.string().default(String(fallback)).transform(Number).pipe(z.number('should be a number of seconds').min(0).max(600));

const flag = z
  .enum(['0', '1'], 'should be 0 or 1')
  .default('0')
  .transform((value) => value === '1');
const port = z
  .string()
  .transform(Number)
  .pipe(z.number('should be a port, 0 to 65535').int('should be a port, 0 to 65535').min(0).max(65_535));

const DEFAULT_CORPUS = 'seeds/';
const DEFAULT_DATA = 'data/';

const schema = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'should have no spaces').optional(),
  DISCORD_GUILD_IDS: ids,
  DISCORD_OPERATOR_GUILD_IDS: ids,
  DISCORD_RELOAD_ROLE_IDS: ids,
  DISCORD_RELOAD_USER_IDS: ids,
  DISCORD_API_URL: z.url({ protocol: /^https?$/, error: 'should be an http or https address' }).optional(),
  CORPUS_DIR: z.string().default(DEFAULT_CORPUS),
  CORPUS_WATCH: flag,
  CACHE_DIR: z.string().optional(),
  DATA_DIR: z.string().default(DEFAULT_DATA),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'should be trace, debug, info, warn, error, fatal or silent')
    .optional(),
  LOG_QUERIES: flag,
  KEEP_UNANSWERED: flag,
  METRICS_PORT: port.optional(),
  COOLDOWN_USES: z
    .string()
    .default('10')
    .transform(Number)
    .pipe(z.number('should be a whole number, 0 to 1000').int('should be a whole number, 0 to 1000').min(0).max(1000)),
  COOLDOWN_SECONDS: seconds(10),
  FOLLOW_DAILY: z
    .string()
    .default('10')
    .transform(Number)
    .pipe(z.number('should be a whole number, 1 to 100').int('should be a whole number, 1 to 100').min(1).max(100)),
  SHUTDOWN_SECONDS: seconds(10),
  LOCAL_PORT: port.default(5180),
  OPENSEARCH_URL: z.string().optional(),
  OPENSEARCH_PREFIX: z.string().optional(),
  OPENSEARCH_USERNAME: z.string().optional(),
  OPENSEARCH_PASSWORD: z.string().optional(),
  OPENSEARCH_CA: z.string().optional(),
  DATABASE_URL: z.string().optional(),
});

export interface Config {
  /** Null: there is nothing to log in with. */
  readonly token: string | null;
  /** Where commands are registered; empty: everywhere. */
  readonly guildIds: readonly string[];
  /** The operator's own servers: the only ones with `/reload`. */
  readonly operatorGuildIds: readonly string[];
  readonly reloadRoleIds: readonly string[];
  readonly reloadUserIds: readonly string[];
  /** The REST base address, where it is not Discord's own. */
  readonly apiUrl: string | null;
  readonly corpusDir: string;
  /** Whether the articles are read again by themselves when a file changes. */
  readonly corpusWatch: boolean;
  /** Where what was found in the articles is kept for the next start; null: `.cache/` beside them. */
  readonly cacheDir: string | null;
  /** Where the bot keeps what it must remember. */
  readonly dataDir: string;
  readonly logLevel: string;
  /** Whether the log tells what is asked. */
  readonly logQueries: boolean;
  /** Whether questions that the articles do not answer are kept, by how often they are asked. */
  readonly keepUnanswered: boolean;
  /** Where health and metrics are served, on 127.0.0.1; null: nowhere. 0 is any free port. */
  readonly metricsPort: number | null;
  /** How often one person may ask: so many uses at once, and as many again over so many seconds; 0 uses: no limit. */
  readonly cooldown: { readonly uses: number; readonly seconds: number };
  /** Of what is followed, how many quotes are posted in 24 hours at most. */
  readonly followDaily: number;
  /** How long the answers under way may take when the bot is told to stop. */
  readonly shutdownMs: number;
  /** Without a token: where the page of the local stand-in is served; 0 is any free port. */
  readonly localPort: number;
  /** The cluster that holds the articles; null: this process does. */
  readonly cluster: ClusterSettings | null;
  /** The PostgreSQL database where settings and the like are kept; null: a file of `dataDir`. It may hold a password. */
  readonly databaseUrl: string | null;
}

/** Where a cluster is and who asks it: see `ClusterAddress` in `src/library/opensearch/address.ts`, which checks it. */
export interface ClusterSettings {
  readonly url: string;
  readonly prefix?: string;
  readonly username?: string;
  readonly password?: string;
  readonly ca?: string;
}

/**
 * Reads the environment; an empty variable counts as unset.
 *
 * @throws ConfigError with every problem at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`));
  const values = parsed.data;
  return {
    token: values.DISCORD_TOKEN ?? null,
    guildIds: values.DISCORD_GUILD_IDS,
    operatorGuildIds: values.DISCORD_GUILD_IDS.length > 0 ? values.DISCORD_GUILD_IDS : values.DISCORD_OPERATOR_GUILD_IDS,
    reloadRoleIds: values.DISCORD_RELOAD_ROLE_IDS,
    reloadUserIds: values.DISCORD_RELOAD_USER_IDS,
    apiUrl: values.DISCORD_API_URL?.replace(/(?<!\/)\/+$/, '') ?? null,
    corpusDir: values.CORPUS_DIR,
    corpusWatch: values.CORPUS_WATCH,
    cacheDir: values.CACHE_DIR ?? null,
    dataDir: values.DATA_DIR,
    // Without a token somebody sits before a terminal, and looks for the address of the page in it.
    logLevel: values.LOG_LEVEL ?? (values.DISCORD_TOKEN === undefined ? 'warn' : 'info'),
    logQueries: values.LOG_QUERIES,
    keepUnanswered: values.KEEP_UNANSWERED,
    metricsPort: values.METRICS_PORT ?? null,
    cooldown: { uses: values.COOLDOWN_USES, seconds: values.COOLDOWN_SECONDS },
    followDaily: values.FOLLOW_DAILY,
    shutdownMs: values.SHUTDOWN_SECONDS * 1000,
    localPort: values.LOCAL_PORT,
    cluster: readCluster(given),
    databaseUrl: readDatabaseUrl(given),
  };
}

/** The folders, for programs that need no other setting. */
export function readFolders(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Pick<Config, 'corpusDir' | 'dataDir' | 'cacheDir'> {
  const folder = (name: string, fallback: string) => (env[name]?.trim() ? env[name] : fallback);
  return {
    corpusDir: folder('CORPUS_DIR', DEFAULT_CORPUS),
    dataDir: folder('DATA_DIR', DEFAULT_DATA),
    cacheDir: folder('CACHE_DIR', '') || null,
  };
}

/** The cluster that the environment names; null where it names none. */
export function readCluster(env: Readonly<Record<string, string | undefined>> = process.env): ClusterSettings | null {
  const given = (name: string) => env[name]?.trim() || undefined;
  const url = given('OPENSEARCH_URL');
  if (url === undefined) return null;
  const [prefix, username, ca] = [given('OPENSEARCH_PREFIX'), given('OPENSEARCH_USERNAME'), given('OPENSEARCH_CA')];
  const password = env['OPENSEARCH_PASSWORD'] || undefined;
  return { url, ...defined({ prefix, username, password, ca }) };
}

/** The address of the database that the environment names; null where it names none. */
export function readDatabaseUrl(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  return env['DATABASE_URL']?.trim() || null;
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** Adds what `.env` in the working folder says to the environment; what is set already wins. */
export function loadEnvFile(): void {
  loadDotenv({ quiet: true });
}
