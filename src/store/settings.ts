import type { Locale } from '../text/index.ts';
import { change, row, type Steps } from './statements.ts';

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
  /** What is set for a server; the defaults where nothing is, and for direct messages. */
  *of(server: string | null): Steps<ServerSettings> {
    if (server === null) return DEFAULT_SETTINGS;
    const set = yield* row<Row>('SELECT language, private, channels, threads FROM server_settings WHERE server = ?', server);
    if (!set) return DEFAULT_SETTINGS;
    return {
      language: set.language,
      private: set.private !== 0,
      channels: JSON.parse(set.channels) as string[],
      threads: JSON.parse(set.threads) as string[],
    };
  }

  /** Changes what is named, leaves the rest, and returns all of it. In one transaction of the caller's: others may change the rest. */
  *change(server: string, changes: Partial<ServerSettings>): Steps<ServerSettings> {
    const settings = { ...(yield* this.of(server)), ...changes };
    yield* change(
      `INSERT INTO server_settings (server, language, private, channels, threads) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (server) DO UPDATE SET language = excluded.language, private = excluded.private, channels = excluded.channels,
        threads = excluded.threads`,
      ...[server, settings.language, Number(settings.private), JSON.stringify(settings.channels), JSON.stringify(settings.threads)],
    );
    return settings;
  }
}
