// Tells the desk in which claim somebody writes, so that others see it before they write in it, too.
import { afterSwap } from './put-in-place.ts';
import { listeningPlace } from './told.ts';

const SETTLED_MILLISECONDS = 400;
const RENEWED_MILLISECONDS = 20_000;

let said = '';
let waiting = 0;

/** For the page of this name, from now on. */
export function tellWhereIWrite(page: string): void {
  const look = () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => claimNow() !== said && void tell(page, claimNow()), SETTLED_MILLISECONDS);
  };
  document.addEventListener('focusin', look);
  document.addEventListener('focusout', look);
  document.addEventListener('visibilitychange', look);
  afterSwap(look);
  window.setInterval(() => said !== '' && void tell(page, claimNow()), RENEWED_MILLISECONDS);
}

/** The claim in whose fields the cursor is, or ''. */
function claimNow(): string {
  const field = document.activeElement;
  const is_field = field?.matches('input:not([type="hidden"]), textarea, select') && !document.hidden;
  return is_field ? (field?.closest<HTMLElement>('#claim[data-number]')?.dataset.number ?? '') : '';
}

async function tell(page: string, claim: string): Promise<void> {
  const address = listeningPlace()?.dataset.live;
  if (!address) return;
  said = claim;
  const request = { method: 'POST', body: new URLSearchParams({ page, claim }), keepalive: true };
  // Where that does not come through, others learn it with the next time, or not.
  await fetch(address, { credentials: 'same-origin', ...request }).catch(() => null);
}
