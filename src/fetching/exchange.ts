// One question to a server and its answer, with both heads as they went over the wire.
import type { Readable } from 'node:stream';
import type { Agent } from 'undici';

/** `PRODUCT` of robots.ts is its name among robots. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Claimdesk)';
const ASKED_WITH = {
  'user-agent': USER_AGENT,
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
};

/** Names and values in their order. */
export type HeaderLines = [name: string, value: string][];

export interface Exchange {
  url: string;
  /** When it was asked, ISO 8601 in UTC. */
  at: string;
  asked: HeaderLines;
  status: number;
  status_text: string;
  answered: HeaderLines;
  /** The body before it was unpacked; null of an answer that only led on. */
  body: Buffer | null;
}

/** An answer whose body has not been read. */
export type Answer = Omit<Exchange, 'url' | 'body'> & { url: URL; body: Readable };

/** Asks for what stands at this address. The body is the caller's to read or to destroy. */
export async function ask(dispatcher: Agent, url: URL, signal: AbortSignal): Promise<Answer> {
  const at = new Date().toISOString();
  const options = { dispatcher, signal, headers: ASKED_WITH, responseHeaders: 'raw' as const };
  const { request } = await import('undici');
  const { statusCode, statusText, headers, body } = await request(url.href, options);
  body.on('error', () => undefined);
  const asked: HeaderLines = [['host', url.host], ['connection', 'keep-alive'], ...Object.entries(ASKED_WITH)];
  return { url, at, asked, status: statusCode, status_text: statusText, answered: pairs(headers), body };
}

/** The exchange as it is kept, with the body that was received. */
export function exchangeOf({ url, ...answer }: Answer, body: Buffer | null): Exchange {
  return { ...answer, url: url.href, body };
}

/** The values of a header, joined as HTTP lets one join them; '' where it did not come. */
export function headerOf(lines: HeaderLines, name: string): string {
  const found = lines.filter(([one]) => one.toLowerCase() === name);
  return found.map(([, value]) => value).join(', ');
}

/** Undici gives raw headers as one flat list, whatever its types say. */
function pairs(flat: unknown): HeaderLines {
  const list = (Array.isArray(flat) ? flat : []).map(String);
  return Array.from({ length: Math.floor(list.length / 2) }, (_, at) => [list[2 * at] ?? '', list[2 * at + 1] ?? '']);
}
