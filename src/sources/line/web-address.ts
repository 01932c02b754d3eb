// Web addresses as the desk keeps them: http and https, no passwords, no trackers. Pure.
import { percentDecoded } from '#src/percent-decoded.ts';
import { cleanLine } from '#src/text-fields.ts';

/** An address that may be kept, or the sentence that says why it may not. */
export type WebAddress = { ok: true; url: string } | { ok: false; message: string };

const TRACKERS = /^(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid)(?:=|$)/i;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const HOST_WITH_PORT = /^[^\s:/]+\.[^\s:/]+:\d+(?:[/?#]|$)/;

/**
 * The address as it is stored: https where no scheme was typed, user name, password and trackers taken out, the rest as
 * it came. Empty stays empty. Anything but http and https is refused in a sentence, and so is what no browser could open.
 */
export function cleanWebAddress(typed: string): WebAddress {
  const text = cleanLine(typed);
  if (text === '') return { ok: true, url: '' };
  const scheme = HOST_WITH_PORT.test(text) ? undefined : SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { ok: false, message: refusalOf(scheme) };
  const url = URL.parse(scheme === undefined ? `https://${text}` : text);
  if (url === null || /\s/.test(text) || (scheme === undefined && !url.hostname.includes('.')))
    return {
      ok: false,
      message: 'This is not a whole web address. Copy it again from the browser, with its https://.',
    };
  url.username = '';
  url.password = '';
  if (url.search !== '') url.search = withoutTrackers(url.search);
  return { ok: true, url: url.href };
}

/** Why a line that holds an address of another kind (a script, a file of somebody's machine) is refused; '' where it holds none. */
export function refusalOfLine(line: string): string {
  const found =
    /(?:^|\s)(?:(javascript|vbscript):|(data):[^\s,;]*[,;/]|(file|ftp|blob|chrome|about|view-source):\S)/i.exec(line);
  const scheme = found?.slice(1).find((group) => group !== undefined);
  return scheme === undefined ? '' : refusalOf(scheme.toLowerCase());
}

function refusalOf(scheme: string): string {
  const advice =
    scheme === 'file'
      ? 'That file is on one machine only: write its title instead.'
      : 'Paste the address of the page itself, or write a title.';
  return `The desk keeps addresses that start with https:// or http://, and this one starts with ${scheme}:. ${advice}`;
}

/** The query of an address without the parameters that only follow readers around; with its question mark, or empty. */
export function withoutTrackers(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => !TRACKERS.test(pair));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

/** The site, without its `www.`. */
export function siteOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? '';
}

/** A title made of the address alone: the words of its last part and the site, or site and path where that part has no words. */
export function titleOfAddress(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  const site = siteOf(url);
  const parts = parsed.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(percentDecoded);
  const words = (parts.at(-1) ?? '')
    .replace(/\.(?:html?|php|aspx?|jsp)$/i, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
  if (/\p{L}{2,}.*\s.*\p{L}{2,}/u.test(words)) return `${words.charAt(0).toUpperCase()}${words.slice(1)} (${site})`;
  return cleanLine([site, ...parts].join('/'));
}

/** The words that a "link to highlight" (`#:~:text=six%20bombers,city`) points at; '' where it points at none. */
export function passageOfAddress(url: string): string {
  const directive = /:~:(?:.*&)?text=([^&]*)/.exec(URL.parse(url)?.hash ?? '')?.[1];
  if (directive === undefined) return '';
  const parts = directive.split(',').filter((part) => !part.startsWith('-') && !part.endsWith('-'));
  return cleanLine(parts.map(percentDecoded).join(' … '));
}
