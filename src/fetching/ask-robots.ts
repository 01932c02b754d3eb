// Asks a site what it wants left alone by programs that come by themselves.
import { FetchFailed } from './failures.ts';
import { fetchWhole } from './fetch-whole.ts';
import { robotsAllow } from './robots.ts';

const SECONDS = 10;
const BYTES = 600_000;

/**
 * Whether the robots.txt of its site lets us fetch this address. A site without one asks for nothing; one that has a problem
 * of its own is left alone, since nobody can know what it asks for. Where the site is not reached at all the answer is yes:
 * the page will not be reached either, and that is to be noted.
 */
export async function mayComeBySelf(
  address: string,
  { allow, signal }: { allow: readonly string[]; signal: AbortSignal },
): Promise<boolean> {
  const url = new URL(address);
  try {
    const { bytes } = await fetchWhole(new URL('/robots.txt', url).href, {
      allow,
      signal,
      seconds: SECONDS,
      bytes: BYTES,
    });
    return robotsAllow(new TextDecoder().decode(bytes), url);
  } catch (error) {
    if (!(error instanceof FetchFailed) || signal.aborted) throw error;
    return error.status === null || error.status < 500;
  }
}
