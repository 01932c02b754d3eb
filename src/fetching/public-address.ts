// Which addresses are public: not this machine, not its network. Pure.
import ipaddr from 'ipaddr.js';

/** 64:ff9b::/96: an IPv4 address in the last 32 bits, as networks without IPv4 write it (RFC 6052). */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number];
/** All of IPv6 that is given out to the public so far. */
const GLOBAL = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Whether an IP address, as text, is one of the public internet. What is no address is not. */
export function isPublicAddress(text: string | undefined): boolean {
  if (text === undefined || !ipaddr.isValid(text) || text.includes('%')) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  if (address.match(NAT64)) return new ipaddr.IPv4(address.toByteArray().slice(-4)).range() === 'unicast';
  return address.range() === 'unicast' && address.match(GLOBAL);
}
