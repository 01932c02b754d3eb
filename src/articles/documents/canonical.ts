// Addresses and languages that a document names, in their one spelling; '' for what is none. Pure.
import { cleanLine } from '#src/text-fields.ts';

/** An address as a source may carry it: of the web, whole; '' for anything else (`javascript:` …). */
export function webAddress(href: string | null | undefined, base?: string): string {
  const url = unwrapped(URL.parse(href ?? '', base));
  return url !== null && /^https?:$/.test(url.protocol) && !url.username ? url.href : '';
}

/** What Google Docs leads through its own address is the address behind it. */
function unwrapped(url: URL | null): URL | null {
  if (url === null || !/^(?:www\.)?google\.com$/.test(url.hostname) || url.pathname !== '/url') return url;
  return URL.parse(url.searchParams.get('q') ?? '') ?? url;
}

/** A BCP 47 tag in its usual spelling; '' where it is none. */
export function languageTag(text: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(cleanLine(text ?? '').replaceAll('_', '-'))[0] ?? '';
  } catch {
    return '';
  }
}
