import { UserError } from '../../user-error.ts';

/** Where a cluster is and who asks it. */
export interface ClusterAddress {
  /** One or several addresses, separated by commas or blanks: `https://search-1:9200`. */
  readonly url: string;
  /** What all names of indexes begin with: several collections can lie in one cluster. */
  readonly prefix?: string;
  readonly username?: string;
  readonly password?: string;
  /** Certificates (PEM) of the authority that signed the cluster's, where that is none of the public ones. */
  readonly ca?: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const DEFAULT_PREFIX = 'zhaiyin';

/**
 * The addresses of the nodes, checked. Articles and passwords would go over the network as they are without TLS, so plain
 * http is taken on this machine only; there is no setting that turns verification off.
 *
 * @throws {UserError} `cluster_address`: no address, http to another host, or a password in it, which logs would show
 * @example nodesOf('https://a:9200,https://b:9200') // ['https://a:9200', 'https://b:9200']
 */
export function nodesOf(url: string): string[] {
  const nodes = url.split(/[\s,]+/).filter((one) => one !== '');
  if (nodes.length === 0) throw wrong('OPENSEARCH_URL is empty: give the address of a node, such as https://search-1:9200.');
  for (const node of nodes) {
    const parsed = URL.canParse(node) ? new URL(node) : null;
    if (!parsed || !/^https?:$/.test(parsed.protocol))
      throw wrong('OPENSEARCH_URL should hold http or https addresses, such as https://search-1:9200, separated by commas.');
    if (parsed.username !== '' || parsed.password !== '')
      throw wrong('OPENSEARCH_URL holds a name or a password: set OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD instead.');
    if (parsed.protocol === 'http:' && !LOOPBACK.test(parsed.hostname))
      throw wrong(
        `OPENSEARCH_URL: ${parsed.host} is another machine, and http would send the articles and the password in the open. Use https.`,
      );
  }
  return nodes;
}

/** @throws {UserError} `cluster_address` where indexes can't be called so */
export function prefixOf(prefix = DEFAULT_PREFIX): string {
  if (!/^[a-z][a-z0-9_-]{0,40}$/.test(prefix))
    throw wrong('OPENSEARCH_PREFIX should begin with a small letter and hold only small letters, digits, - and _.');
  return prefix;
}

function wrong(message: string): UserError {
  return new UserError('cluster_address', message, { message });
}
