// Fetches what stands at a public address under the guard, and keeps the exchange.
import { nextAddress, readWebAddress } from './address.ts';
import { type Answer, ask, type Exchange, exchangeOf, headerOf } from './exchange.ts';
import { FetchFailed, failureOf, missingOf, sayStatus } from './failures.ts';
import { guardedAgent } from './guard.ts';
import { type ReceiveLimits, receiveBody } from './receive.ts';

const REDIRECTS = 5;

export interface Fetched {
  /** Where the redirects ended. */
  url: string;
  /** Unpacked. */
  bytes: Buffer;
  /** As the server named it, lower case, without parameters; '' where it did not. */
  media_type: string;
  /** The encoding that the server named, or ''. */
  charset: string;
  /** The answers that led on, in order, and last the one that brought the bytes. */
  exchanges: Exchange[];
}

export interface FetchLimits extends Omit<ReceiveLimits, 'signal'> {
  /** host:port exceptions of the guard. */
  allow: readonly string[];
  seconds: number;
  /** The media types that are wanted; what comes without one is taken. Any, where none are given. */
  media_types?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * What stands at this address, its redirects followed (five at most) and its bytes unpacked, within these limits. Throws
 * FetchFailed with a sentence for each way in which that can fail.
 */
export async function fetchWhole(address: string, limits: FetchLimits): Promise<Fetched> {
  const { seconds } = limits;
  const agent = await guardedAgent(limits.allow);
  const ends = [AbortSignal.timeout(seconds * 1000), ...(limits.signal ? [limits.signal] : [])];
  const signal = AbortSignal.any(ends);
  let url = readWebAddress(address);
  const follow = async () => {
    const before: Exchange[] = [];
    for (;;) {
      const answer = await ask(agent, url, signal);
      const next = locationOf(answer);
      if (next === undefined) return await receive(answer, before, { ...limits, signal });
      answer.body.destroy();
      if (before.length === REDIRECTS) throw new FetchFailed(`${url.host} keeps redirecting and never reaches a page.`);
      before.push(exchangeOf(answer, null));
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

function locationOf({ status, answered }: Answer): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  return answered.find(([name]) => name.toLowerCase() === 'location')?.[1];
}

async function receive(
  answer: Answer,
  before: Exchange[],
  limits: FetchLimits & { signal: AbortSignal },
): Promise<Fetched> {
  const { url, status, answered } = answer;
  if (status < 200 || status > 299)
    throw new FetchFailed(sayStatus(status, url.host), { host: url.host, missing: missingOf(status), status });
  const type = headerOf(answered, 'content-type');
  const media_type = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (media_type !== '' && limits.media_types && !limits.media_types.includes(media_type))
    throw new FetchFailed(
      `At this address ${url.host} has no article but something else (${media_type.slice(0, 60)}). Give the address of the page itself.`,
    );
  const charset = /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? '';
  const { bytes, packed } = await receiveBody(answer, limits);
  return { url: url.href, bytes, media_type, charset, exchanges: [...before, exchangeOf(answer, packed)] };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
