// The keys by which two cards are told to be of one thing: a bare address, and the DOI. Pure.
import { percentDecoded } from '#src/percent-decoded.ts';
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

const DOI = /^(?:doi[:\s]\s*)?(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(?:doi:)?)?(10\.\d{4,9}(?:\/|%2F)\S+)$/i;
/** What copying puts into a DOI and nobody sees, dashes that stand for its hyphen, and what ends the sentence that it stood in. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const HYPHENS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
/** No DOI is nearly as long. */
const LONGEST = 2_000;
const END_OF_SENTENCE = /[.,;:!?'"’”»]+$/;

/**
 * A DOI as it is kept: `10.…/…` in small letters, from itself, `doi:…` or an address of doi.org, without what a sentence put
 * around it. '' where it is none.
 */
export function doiOf(typed: string): string {
  if (typed.length > LONGEST) return '';
  const found = DOI.exec(typed.replace(UNSEEN, '').replace(HYPHENS, '-').trim())?.[1]?.replace(/[?#].*$/, '');
  if (found === undefined) return '';
  const doi = withoutEnd(percentDecoded(found).replace(HYPHENS, '-').toLowerCase());
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : '';
}

/** Many a DOI ends with a bracket, one that it opened. */
function withoutEnd(doi: string): string {
  const bare = doi.replace(END_OF_SENTENCE, '');
  const is_open = bare.endsWith(')') && bare.split(')').length > bare.split('(').length;
  return is_open ? withoutEnd(bare.slice(0, -1)) : bare;
}

/** The DOI that an address of doi.org holds, else ''. */
export function doiOfAddress(address: string): string {
  return /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(address) ? doiOf(address) : '';
}
