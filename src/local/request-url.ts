/**
 * The address that a request asks for, with its path and query. What follows the method on a request line is whatever the client wrote:
 * resolved against a base as a relative reference, `//` would be a host without a name, and `new URL` would throw.
 *
 * @param target the request line's target, as `IncomingMessage.url` holds it
 * @returns null where it is no path (`*`, another server's whole address)
 * @example requestUrl('//?a=1')?.pathname // '//'
 */
export function requestUrl(target: string | undefined): URL | null {
  const address = `http://localhost${target ?? '/'}`;
  return (target ?? '/').startsWith('/') && URL.canParse(address) ? new URL(address) : null;
}
