// Addresses of the web as people type them and as servers send them on.
import { FetchFailed, WHOLE_ADDRESS } from './failures.ts';

/** A web address as it may be fetched. Throws FetchFailed (field `address`). */
export function readWebAddress(typed: string): URL {
  const text = typed.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) throw new FetchFailed(WHOLE_ADDRESS);
  const url = new URL(text);
  if (url.username || url.password)
    throw new FetchFailed('There is a name or password in this address. Leave it out: the desk would keep it.');
  url.hash = '';
  return url;
}

/** Where an answer from this address leads on to. Throws FetchFailed. */
export function nextAddress(location: string, from: URL): URL {
  const next = URL.parse(location, from.href);
  if (next === null) throw new FetchFailed(`${from.host} redirects to something that is not an address.`);
  if (!/^https?:$/.test(next.protocol))
    throw new FetchFailed(`${from.host} redirects to something that is not a web page.`);
  return readWebAddress(next.href);
}
