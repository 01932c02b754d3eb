// The keys by which two cards are told to be of one thing: a bare address, and the DOI. Pure.
import { withoutTrackers } from '../line/web-address.ts';

/**
 * The address as duplicates are found by: without scheme, www., default port, trailing slash, fragment and trackers, the
 * query in order. A fragment that is a route (`#/page`, `#!/page`) stays. '' for no address.
 */
export function urlKeyOf(address: string): string {
  const url = address === '' ? null : URL.parse(address);
  if (url === null) return '';
  const host = url.host.replace(/^www\./, '').replace(/\.(?=$|:)/, '');
  const pairs = withoutTrackers(url.search)
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '');
  const query = pairs.length > 0 ? `?${pairs.sort().join('&')}` : '';
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  return `${host}${url.pathname.replace(/\/+$/, '')}${query}${route}`;
}

const DOI = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

/** A DOI as it is kept: `10.…/…` in small letters, from itself, `doi:…` or an address of doi.org. '' where it is none. */
export function doiOf(typed: string): string {
  const found = DOI.exec(typed.trim())?.[1]?.replace(/[?#].*$/, '');
  return found === undefined ? '' : decoded(found).toLowerCase();
}

/** The DOI that an address of doi.org holds, else ''. */
export function doiOfAddress(address: string): string {
  return /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address) ? doiOf(address) : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
