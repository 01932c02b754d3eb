// The guard: connections to public addresses only, whatever a name or a redirect says.
import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Agent } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** The address is not one of the public internet, or the port is one at which no page is served. Nothing was sent. */
export class NotPublic extends Error {
  override name = 'NotPublic';
}

const PORTS = ['80', '443', '8080', '8443'];

/**
 * An agent that connects to public addresses alone. `allow` names the exceptions as host:port, as an operator gave them.
 * A literal is looked at before, every address of a name when it is resolved, and the socket once more when it stands.
 */
export async function guardedAgent(allow: readonly string[]): Promise<Agent> {
  const { Agent, buildConnector } = await import('undici');
  const free = buildConnector({});
  const guarded = buildConnector({ lookup: publicLookup });
  return new Agent({
    pipelining: 0,
    connect(options, callback) {
      const host = bareHost(options.hostname);
      const port = options.port || (options.protocol === 'https:' ? '443' : '80');
      if (allow.includes(`${isIP(host) === 6 ? `[${host}]` : host}:${port}`)) return free(options, callback);
      if (!PORTS.includes(port)) return callback(new NotPublic(`Port ${port}`), null);
      if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(new NotPublic(host), null);
      guarded(options, (error, socket) => {
        if (error) return callback(error, null);
        if (isPublicAddress(socket?.remoteAddress)) return callback(null, socket);
        socket?.destroy();
        callback(new NotPublic(host), null);
      });
    },
  });
}

/** The host of an address as the guard compares it: lower case, without the brackets of IPv6. */
function bareHost(hostname: string): string {
  return hostname.toLowerCase().replace(/^\[|\]$/g, '');
}

/** A name counts as public only where all its addresses are. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[];
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new NotPublic(hostname), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
