/** What is used of `pg`, PostgreSQL's client, which brings no types of its own. */
declare module 'pg' {
  namespace pg {
    interface Settings {
      connectionString: string;
      ssl?: boolean;
      max?: number;
      connectionTimeoutMillis?: number;
      statement_timeout?: number;
      query_timeout?: number;
      application_name?: string;
      types?: { getTypeParser(oid: number, format?: 'text' | 'binary'): unknown };
    }

    interface Queried<R> {
      rows: R[];
      rowCount: number | null;
    }

    interface ClientBase {
      query<R>(sql: string, values?: readonly unknown[]): Promise<Queried<R>>;
      on(event: 'error', listener: (error: Error) => void): this;
    }

    interface PoolClient extends ClientBase {
      release(broken: boolean): void;
    }

    class Pool implements ClientBase {
      constructor(settings: Settings);
      query<R>(sql: string, values?: readonly unknown[]): Promise<Queried<R>>;
      on(event: 'error', listener: (error: Error) => void): this;
      on(event: 'connect', listener: (client: ClientBase) => void): this;
      connect(): Promise<PoolClient>;
      end(): Promise<void>;
    }

    class Client implements ClientBase {
      constructor(settings: Settings);
      query<R>(sql: string, values?: readonly unknown[]): Promise<Queried<R>>;
      on(event: 'error', listener: (error: Error) => void): this;
      connect(): Promise<void>;
      end(): Promise<void>;
    }

    const types: { getTypeParser(oid: number, format?: 'text' | 'binary'): unknown };
  }
  export default pg;
}
