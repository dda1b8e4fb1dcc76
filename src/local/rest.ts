import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, badJson } from './errors.ts';
import type { Faults } from './faults.ts';
import { RateLimits } from './rate-limit.ts';
import { handle } from './routes.ts';
import type { State } from './state.ts';
import { requestUrl } from './request-url.ts';
import type { Fields } from './types.ts';

const MAX_BODY = 25 * 1024 * 1024;

/** Discord's REST API, version 10, over one HTTP request. */
export class Rest {
  private readonly limits = new RateLimits();
  /** The requests so far, as `METHOD /path`, tokens masked. */
  readonly requests: string[] = [];
  constructor(
    private readonly state: State,
    private readonly faults: Faults,
    private readonly gatewayUrl: () => string,
  ) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = requestUrl(request.url);
    if (!url) return send(response, 400, { message: '400: Bad Request', code: 0 });
    const path = url.pathname.replace(/^\/api\/v10/, '');
    this.requests.push(`${method} ${path.replace(/(\/(?:interactions|webhooks)\/[^/]+\/)[^/]+/, '$1:token')}`);
    try {
      const body = await readBody(request, this.state);
      if (await this.misbehave(`${method} ${path}`)) return void request.socket.destroy();
      const limit = path.startsWith('/interactions/') ? null : this.limits.take(`${method} ${path}`);
      for (const [name, value] of Object.entries(limit?.headers ?? {})) response.setHeader(name, value);
      if (limit?.retryAfter != null) throw tooMany(limit.retryAfter, 'user');
      const answer = handle(method, path, {
        state: this.state,
        gatewayUrl: this.gatewayUrl(),
        query: url.searchParams,
        body,
        authorization: request.headers.authorization,
      });
      send(response, answer.status, answer.body);
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError(500, 0, '500: Internal Server Error');
      const retry = known.headers['Retry-After'];
      send(
        response,
        known.status,
        { ...known.body(), ...(retry === undefined ? {} : { retry_after: Number(retry), global: false }) },
        known.headers,
      );
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** Whether the connection is to be cut. @throws ApiError as the fault says */
  private async misbehave(request: string): Promise<boolean> {
    const fault = this.faults.take(request);
    if (fault?.delay) await sleep(fault.delay);
    if (fault?.status === 429)
      throw fault.retryAfter === null ? new ApiError(429, 0, 'You are being rate limited.') : tooMany(fault.retryAfter ?? 0.2, 'shared');
    if (fault?.status) throw new ApiError(fault.status, fault.code ?? 0, `${fault.status}: a fault that was asked for`);
    return fault?.cut ?? false;
  }
}

function tooMany(retryAfter: number, scope: string): ApiError {
  return new ApiError(429, 0, 'You are being rate limited.', undefined, {
    'Retry-After': String(retryAfter),
    'X-RateLimit-Scope': scope,
    'X-RateLimit-Reset-After': String(retryAfter),
  });
}

async function readBody(request: IncomingMessage, state: State): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new ApiError(413, 40005, 'Request entity too large');
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  const type = request.headers['content-type'] ?? '';
  const whole = Buffer.concat(chunks);
  if (type.startsWith('multipart/form-data')) return readForm(whole, type, state);
  if (!type.startsWith('application/json')) throw new ApiError(400, 50035, 'The loopback reads JSON and forms with files.');
  return parse(whole.toString('utf8'));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw badJson();
  }
}

/** A message with files: its JSON in `payload_json`, each file as `files[n]`. The files take their places in `attachments`. */
async function readForm(whole: Buffer, type: string, state: State): Promise<unknown> {
  const form = await new Response(new Uint8Array(whole), { headers: { 'content-type': type } }).formData().catch(() => {
    throw badJson();
  });
  const json = form.get('payload_json');
  const body = parse(typeof json === 'string' ? json : '{}') as Fields;
  const message = (body.data ?? body) as Fields;
  const listed = (Array.isArray(message.attachments) ? message.attachments : []) as Fields[];
  const files: Fields[] = [];
  for (const [name, file] of form) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (number === undefined || typeof file === 'string') continue;
    const content = new Uint8Array(await file.arrayBuffer());
    files.push({
      ...listed.find(({ id }) => String(id) === number),
      ...state.attachments.add(state.snowflake(), { name: file.name, content }),
    });
  }
  message.attachments = files;
  return body;
}

function send(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
