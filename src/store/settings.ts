import type { Locale } from '../text/index.ts';
import type { Database } from './database.ts';

/** What the admins of a server have set for it. */
export interface ServerSettings {
  /** The language of replies that everybody sees; `auto`: the server's own. */
  language: 'auto' | Locale;
  /** Whether replies are for the asker alone where they do not say otherwise. */
  private: boolean;
  /** The ids of the channels where questions are answered; none: everywhere. */
  channels: readonly string[];
  /** The ids of the channels where a question that comes as a message is answered in a thread of its own. */
  threads: readonly string[];
}

export const DEFAULT_SETTINGS: ServerSettings = { language: 'auto', private: false, channels: [], threads: [] };

interface Row {
  language: ServerSettings['language'];
  private: number;
  channels: string;
  threads: string;
}

/** The settings of the servers, by their ids. */
export class SettingsTable {
  /** A cache, as every interaction asks; cleared when another process has written to the file. */
  private readonly known = new Map<string, ServerSettings>();

  private version: number | null = null;

  constructor(private readonly database: Database.Database) {}

  /** What is set for a server; the defaults where nothing is, and for direct messages. */
  of(server: string | null): ServerSettings {
    if (server === null) return DEFAULT_SETTINGS;
    this.forgetChanged();
    const known = this.known.get(server);
    if (known) return known;
    const row = this.database.prepare('SELECT language, private, channels, threads FROM server_settings WHERE server = ?').get(server) as
      Row | undefined;
    const settings = row
      ? {
          language: row.language,
          private: row.private !== 0,
          channels: JSON.parse(row.channels) as string[],
          threads: JSON.parse(row.threads) as string[],
        }
      : DEFAULT_SETTINGS;
    this.known.set(server, settings);
    return settings;
  }

  /** `data_version` changes when another connection commits (https://sqlite.org/pragma.html#pragma_data_version); asking takes 2 µs. */
  private forgetChanged(): void {
    const { data_version: version } = this.database.pragma('data_version', { simple: true }) as { data_version: number };
    if (version !== this.version) this.known.clear();
    this.version = version;
  }

  /** Changes what is named, leaves the rest, and returns all of it. */
  change(server: string, changes: Partial<ServerSettings>): ServerSettings {
    // Read inside the transaction: another process may have changed the rest since.
    this.known.delete(server);
    const settings = { ...this.of(server), ...changes };
    // Whether it will be kept is known when the transaction ends only.
    this.known.delete(server);
    this.database
      .prepare(
        `INSERT INTO server_settings (server, language, private, channels, threads) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (server) DO UPDATE SET language = excluded.language, private = excluded.private, channels = excluded.channels,
        threads = excluded.threads`,
      )
      .run(server, settings.language, settings.private ? 1 : 0, JSON.stringify(settings.channels), JSON.stringify(settings.threads));
    return settings;
  }
}
