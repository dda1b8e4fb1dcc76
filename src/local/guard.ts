/**
 * Who may talk to the loopback. It listens on 127.0.0.1 alone, but a page of any site, open in a browser on the same
 * machine, can send requests there: what a browser adds to them tells.
 */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/**
 * Whether a request comes from this machine's own programs or from the loopback's own page. `Host` gives away a name
 * that was made to point at 127.0.0.1; `Origin` and `Sec-Fetch-Site` give away another site's page.
 */
export function isTrusted(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Browsers leave the port out where it is the usual one.
  if (port === 80) hosts.push('127.0.0.1', 'localhost');
  if (!hosts.includes(headers.host ?? '')) return false;
  if (headers.origin !== undefined) return hosts.some((host) => headers.origin === `http://${host}`);
  // Following a link to the page is fine; another page's own requests for something of ours are not.
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none' || headers['sec-fetch-mode'] === 'navigate';
}

/** Answers 403, as Discord would put it. */
export function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ message: 'The loopback answers this machine alone.', code: 0 }));
}
