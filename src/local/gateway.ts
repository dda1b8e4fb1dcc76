import { randomBytes } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { constants, createDeflate, type Deflate } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';
import { requestUrl } from './request-url.ts';
import type { Fields } from './types.ts';

const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;
export const CloseCode = {
  unknownOp: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  authFailed: 4004,
  alreadyAuthenticated: 4005,
  badSequence: 4007,
  timeout: 4009,
  badIntents: 4013,
  disallowedIntents: 4014,
} as const;
/** Guild members, presences and message content must be allowed in the developer portal first; here they are not. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const ALL_INTENTS = (1 << 26) - 1;

interface Session {
  id: string;
  intents: number;
  sequence: number;
  log: { s: number; packet: string }[];
  connection: Connection | null;
}

export interface GatewayOptions {
  token: string;
  heartbeatInterval: number;
  /** Told of each heartbeat. */
  heartbeat?: (() => void) | undefined;
  /** The first dispatches of a new session: READY's data and the rest. */
  welcome: (sessionId: string) => { t: string; d: Fields }[];
}

/** One WebSocket: frames in and out, compressed where the client asked for it. */
class Connection {
  session: Session | null = null;
  lastBeat = Date.now();
  private readonly deflate: Deflate | null;

  constructor(
    readonly socket: WebSocket,
    compressed: boolean,
  ) {
    this.deflate = compressed ? createDeflate() : null;
    this.deflate?.on('data', (chunk: Buffer) => this.socket.send(chunk));
  }

  send(packet: string): void {
    if (!this.deflate) return void this.socket.send(packet);
    // One stream for the whole connection; each packet ends in a flush, which is how the client finds its end.
    this.deflate.write(packet);
    this.deflate.flush(constants.Z_SYNC_FLUSH);
  }

  op(op: number, d: unknown = null): void {
    this.send(JSON.stringify({ op, d, s: null, t: null }));
  }
  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}

/** Discord's gateway, version 10: sessions outlive their connections, so that a client can resume. */
export class Gateway {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly sessions = new Map<string, Session>();
  private readonly connections = new Set<Connection>();
  private readonly timer: NodeJS.Timeout;
  /** How often a client identified or resumed: for tests of reconnecting. */
  readonly seen = { identified: 0, resumed: 0 };
  /** Close codes with which the next ones that identify are turned away, in order. */
  readonly refuseWith: number[] = [];

  constructor(private readonly options: GatewayOptions) {
    this.timer = setInterval(() => this.closeSilent(), options.heartbeatInterval);
    this.timer.unref();
  }

  /** Takes over an HTTP connection that asked to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = requestUrl(request.url);
    if (!url) return refuseUpgrade(socket, 400);
    const query = url.searchParams;
    this.server.handleUpgrade(request, socket, head, (ws) => {
      const connection = new Connection(ws, query.get('compress') === 'zlib-stream');
      this.connections.add(connection);
      ws.on('message', (data: Buffer) => this.receive(connection, data));
      ws.on('close', () => this.forget(connection));
      ws.on('error', () => undefined);
      connection.op(Op.hello, { heartbeat_interval: this.options.heartbeatInterval });
    });
  }

  /** Whether a bot is connected and identified. */
  get connected(): boolean {
    return [...this.connections].some((each) => each.session !== null);
  }

  /** Sends an event to every session that has the intent it needs; one that is disconnected gets it when it resumes. */
  dispatch(t: string, d: Fields, intent = 0): void {
    for (const session of this.sessions.values()) if ((session.intents & intent) === intent) this.dispatchTo(session, t, d);
  }

  /** Cuts every connection without a word, as a lost network does. */
  drop(): void {
    for (const each of this.connections) each.socket.terminate();
  }
  /** Asks the client to reconnect and resume. */
  reconnect(): void {
    for (const each of this.connections) each.op(Op.reconnect);
  }
  /** Tells the client that its session is invalid; where it is not resumable, the session is forgotten. */
  invalidate(resumable = false): void {
    for (const each of this.connections) {
      if (!resumable && each.session) this.sessions.delete(each.session.id);
      each.op(Op.invalid, resumable);
    }
  }
  closeAll(code: number, reason = ''): void {
    for (const each of this.connections) each.close(code, reason);
  }

  stop(): void {
    clearInterval(this.timer);
    this.drop();
    this.server.close();
  }

  private dispatchTo(session: Session, t: string, d: Fields): void {
    const s = ++session.sequence;
    const packet = JSON.stringify({ op: Op.dispatch, t, s, d });
    session.log.push({ s, packet });
    if (session.log.length > 1000) session.log.shift();
    session.connection?.send(packet);
  }

  private receive(connection: Connection, data: Buffer): void {
    const packet = objectIn(data.toString());
    if (!packet) return connection.close(CloseCode.decode, 'Error while decoding payload.');
    const d = (packet.d ?? {}) as Fields;
    switch (packet.op) {
      case Op.heartbeat:
        connection.lastBeat = Date.now();
        this.options.heartbeat?.();
        return connection.op(Op.ack);
      case Op.identify:
        return this.identify(connection, d);
      case Op.resume:
        return this.resume(connection, d);
      case Op.presence:
      case Op.voice:
      case Op.members:
        return connection.session ? undefined : connection.close(CloseCode.notAuthenticated, 'Not authenticated.');
      default:
        return connection.close(CloseCode.unknownOp, 'Unknown opcode.');
    }
  }

  private identify(connection: Connection, d: Fields): void {
    if (connection.session) return connection.close(CloseCode.alreadyAuthenticated, 'Already authenticated.');
    const refusal = this.refuseWith.shift();
    if (refusal !== undefined) return connection.close(refusal, 'A fault that was asked for.');
    if (d.token !== this.options.token) return connection.close(CloseCode.authFailed, 'Authentication failed.');
    const intents = d.intents;
    if (typeof intents !== 'number' || intents < 0 || intents > ALL_INTENTS)
      return connection.close(CloseCode.badIntents, 'Invalid intent(s).');
    if (intents & PRIVILEGED) return connection.close(CloseCode.disallowedIntents, 'Disallowed intent(s).');
    const session: Session = { id: randomBytes(16).toString('hex'), intents, sequence: 0, log: [], connection };
    connection.session = session;
    this.sessions.set(session.id, session);
    this.seen.identified++;
    for (const { t, d: first } of this.options.welcome(session.id)) this.dispatchTo(session, t, first);
  }

  private resume(connection: Connection, d: Fields): void {
    if (d.token !== this.options.token) return connection.close(CloseCode.authFailed, 'Authentication failed.');
    const session = this.sessions.get(String(d.session_id));
    if (!session) return connection.op(Op.invalid, false);
    if (typeof d.seq !== 'number' || d.seq > session.sequence) return connection.close(CloseCode.badSequence, 'Invalid seq.');
    const missed = session.log.filter(({ s }) => s > (d.seq as number));
    connection.session = session;
    session.connection = connection;
    this.seen.resumed++;
    for (const { packet } of missed) connection.send(packet);
    this.dispatchTo(session, 'RESUMED', {});
  }

  private forget(connection: Connection): void {
    this.connections.delete(connection);
    if (connection.session?.connection === connection) connection.session.connection = null;
  }

  private closeSilent(): void {
    const limit = Date.now() - this.options.heartbeatInterval * 2;
    for (const each of this.connections) if (each.lastBeat < limit) each.close(CloseCode.timeout, 'Session timed out.');
  }
}

/** The JSON object that a frame holds; null where it holds anything else (`null` and `5` are JSON too). */
function objectIn(json: string): Fields | null {
  try {
    const value = JSON.parse(json) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/** Refuses to take over a connection. A client that is gone already is no error of ours. */
export function refuseUpgrade(socket: Duplex, status: 400 | 403): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
}
