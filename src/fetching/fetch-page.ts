// Fetches one page to be read as an article: at most ten seconds and five megabytes.
import { type Fetched, fetchWhole } from './fetch-whole.ts';

export { readWebAddress } from './address.ts';

const SECONDS = 10;
const BYTES = 5_000_000;

export type PageFetched = Omit<Fetched, 'exchanges'>;

export interface FetchRules {
  /** host:port exceptions of the guard. */
  allow: readonly string[];
  /** The media types that are wanted; what comes without one is taken. */
  media_types: readonly string[];
  signal?: AbortSignal;
  /** For tests: another deadline. */
  seconds?: number;
}

/**
 * The page at this address, its redirects followed and its bytes unpacked: at most ten seconds, five megabytes, five
 * redirects. Throws FetchFailed with a sentence for each way in which that can fail.
 */
export async function fetchPage(address: string, { seconds = SECONDS, ...rules }: FetchRules): Promise<PageFetched> {
  const { exchanges: _, ...page } = await fetchWhole(address, { ...rules, seconds, bytes: BYTES });
  return page;
}
