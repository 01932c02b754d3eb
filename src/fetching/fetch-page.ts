// Fetches one page of the public internet under the guard, bounded in time, size, redirects and type.
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Agent, request } from 'undici';
import { FetchFailed, failureOf, sayStatus, WHOLE_ADDRESS } from './failures.ts';
import { guardedAgent } from './guard.ts';

const SECONDS = 10;
const BYTES = 5_000_000;
const REDIRECTS = 5;
const USER_AGENT = 'Mozilla/5.0 (compatible; Claimdesk)';

export interface PageFetched {
  /** Where the redirects ended. */
  url: string;
  bytes: Buffer;
  /** As the server named it, lower case, without parameters; '' where it did not. */
  media_type: string;
  /** The encoding that the server named, or ''. */
  charset: string;
}

export interface FetchRules {
  /** host:port exceptions of the guard. */
  allow: readonly string[];
  /** The media types that are wanted; what comes without one is taken. */
  media_types: readonly string[];
  signal?: AbortSignal;
  /** For tests: another deadline. */
  seconds?: number;
}

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

/**
 * The page at this address, its redirects followed and its bytes unpacked: at most ten seconds, five megabytes, five
 * redirects. Throws FetchFailed with a sentence for each way in which that can fail.
 */
export async function fetchPage(address: string, rules: FetchRules): Promise<PageFetched> {
  const { seconds = SECONDS } = rules;
  const agent = guardedAgent(rules.allow);
  const limits = [AbortSignal.timeout(seconds * 1000), ...(rules.signal ? [rules.signal] : [])];
  const signal = AbortSignal.any(limits);
  let url = readWebAddress(address);
  const follow = async () => {
    for (let redirects = 0; ; redirects++) {
      const answer = await ask(agent, url, signal);
      const next = locationOf(answer);
      if (next === undefined) return await receive(answer, { url, rules, signal });
      answer.body.on('error', () => undefined).destroy();
      if (redirects === REDIRECTS) throw new FetchFailed(`${url.host} sends the desk on and on, and never to a page.`);
      url = nextAddress(next, url);
    }
  };
  try {
    return await Promise.race([follow(), whenAborted(signal)]);
  } catch (error) {
    throw failureOf(error, { host: url.host, seconds });
  } finally {
    agent.destroy().catch(() => undefined);
  }
}

type Answer = Awaited<ReturnType<typeof request>>;

function ask(dispatcher: Agent, url: URL, signal: AbortSignal): Promise<Answer> {
  const headers = {
    'user-agent': USER_AGENT,
    accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  };
  return request(url.href, { dispatcher, signal, headers });
}

function locationOf({ statusCode, headers }: Answer): string | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  return [headers.location].flat()[0];
}

function nextAddress(location: string, from: URL): URL {
  const next = URL.parse(location, from.href);
  if (next === null) throw new FetchFailed(`${from.host} sends the desk on to an address that is none.`);
  if (!/^https?:$/.test(next.protocol))
    throw new FetchFailed(`${from.host} sends the desk on to an address that is no web page.`);
  return readWebAddress(next.href);
}

async function receive(
  { statusCode, headers, body }: Answer,
  { url, rules, signal }: { url: URL; rules: FetchRules; signal: AbortSignal },
): Promise<PageFetched> {
  body.on('error', () => undefined);
  if (statusCode < 200 || statusCode > 299) throw new FetchFailed(sayStatus(statusCode, url.host));
  const [type = ''] = [headers['content-type']].flat();
  const media_type = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (media_type !== '' && !rules.media_types.includes(media_type))
    throw new FetchFailed(
      `At this address ${url.host} has no article but something else (${media_type.slice(0, 60)}). Give the address of the page itself.`,
    );
  const charset = /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? '';
  const bytes = await gather(unpacked(body, [headers['content-encoding']].flat().join(','), url), { url, signal });
  return { url: url.href, bytes, media_type, charset };
}

/** The body as it was before it was packed. Counted after unpacking: a small bomb grows large only there. */
function unpacked(body: Readable, encoding: string, url: URL): Readable {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity') return body;
  const unpacker = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    name
  ];
  if (unpacker === undefined)
    throw new FetchFailed(`${url.host} packed the page in a way that the desk does not read (${name.slice(0, 40)}).`);
  const stream = unpacker();
  body.on('error', (error) => stream.destroy(error));
  return body.pipe(stream);
}

async function gather(stream: Readable, { url, signal }: { url: URL; signal: AbortSignal }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stop = () => stream.destroy(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > BYTES)
        throw new FetchFailed(
          `The page at ${url.host} is larger than the 5 MB that the desk fetches. Paste its text instead.`,
        );
      chunks.push(chunk as Buffer);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
  if (size === 0) throw new FetchFailed(`${url.host} sent an empty page. Try again, or paste the text.`);
  return Buffer.concat(chunks, size);
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
