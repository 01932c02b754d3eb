// Asks the desk by fetch, with patience, and says when it takes long.
import { say } from './live-region.ts';
import { regionsHad } from './regions.ts';

const SLOW_MILLISECONDS = 4000;
const PATIENCE_MILLISECONDS = 20_000;

/** The answer with its whole body, or null where none came. */
export async function ask(address: string, request: Omit<RequestInit, 'headers'> = {}): Promise<Response | null> {
  const slow = window.setTimeout(() => say('Waiting for the desk …', true), SLOW_MILLISECONDS);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    const answer = await fetch(address, {
      ...{ credentials: 'same-origin', redirect: 'follow', cache: 'no-store', signal },
      ...request,
      headers: { Accept: 'text/html', ...regionsHad() },
    });
    await answer.clone().text();
    return answer;
  } catch {
    return null;
  } finally {
    window.clearTimeout(slow);
  }
}

/** Posts as a form would. */
export function post(address: string, entries: readonly (readonly [string, string])[]): Promise<Response | null> {
  return ask(address, { method: 'POST', body: new URLSearchParams(entries.map(([name, value]) => [name, value])) });
}
