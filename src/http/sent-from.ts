// From which page a form was sent, as its browser says, so that it is narrowed again as it was.
import type { Request } from 'express';

/** More than any page of ours has in its address. */
const LONGEST_QUERY = 300;

/** The query of the page from which this was sent, where that is the page of this address; '' where it is another, or not said. */
export function queryOfSender(req: Request, address: string): string {
  const sender = URL.parse(req.get('referer') ?? '');
  if (sender === null || sender.search.length > LONGEST_QUERY) return '';
  return sender.pathname === withoutFragment(address) ? sender.search : '';
}

/** The address of a page as it was narrowed when somebody sent a form from it. An address with a query of its own stays. */
export function asItWasNarrowed(req: Request, address: string): string {
  return address.includes('?') ? address : `${address}${queryOfSender(req, address)}`;
}

function withoutFragment(address: string): string {
  return address.replace(/[?#].*$/, '');
}
