// Brings what others changed into the page while somebody reads, and nothing of it under their hands.
import { holdLine } from './anchor.ts';
import { holdsUnsent } from './drafts.ts';
import { pointerUp } from './pointer.ts';
import { shownAddress, swapped } from './put-in-place.ts';
import { inRegions, putRegions, regionsCame, regionsHad } from './regions.ts';
import { isBusy, settled } from './swap.ts';

const PATIENCE_MILLISECONDS = 8000;

/**
 * `all`: the page is as it is stored. `some`: but for regions in which somebody is. `page`: it has no regions, or is another
 * by now, so that it would have to be put in place whole. `later`: something else came meanwhile, or the desk did not answer.
 */
export type Refreshed = 'all' | 'some' | 'page' | 'later';

export async function refreshQuietly(): Promise<Refreshed> {
  await settled();
  const before = stateNow();
  if (Object.keys(regionsHad()).length === 0) return 'page';
  const answer = await askQuietly();
  if (!answer?.ok) return 'later';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  await pointerUp();
  if (isBusy() || stateNow() !== before) return 'later';
  if (!inRegions(answer)) return 'page';
  const goBack = holdLine();
  const folds = openFolds();
  const rested = document.activeElement?.matches('#claim') ? document.activeElement : null;
  const kept = putRegions(page, isInUse);
  regionsCame(answer, page, kept);
  document.title = page.title;
  for (const fold of document.querySelectorAll('details')) if (folds.has(nameOf(fold))) fold.open = true;
  swapped();
  goBack();
  if (rested && !rested.isConnected) document.getElementById('claim')?.focus({ preventScroll: true });
  return kept.length === 0 ? 'all' : 'some';
}

async function askQuietly(): Promise<Response | null> {
  try {
    const headers = { Accept: 'text/html', Unattended: '1', ...regionsHad() };
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    return await fetch(shownAddress(), { credentials: 'same-origin', cache: 'no-store', headers, signal });
  } catch {
    return null;
  }
}

function stateNow(): string {
  return JSON.stringify([shownAddress(), regionsHad()]);
}

/** What has the cursor while nobody is in a field or on a link: the claim itself, after a key or a save. */
const AT_REST = '#claim, [data-show-changes]';

/** Somebody is in it, has words of it selected or found by keys, or has typed into it. */
function isInUse(region: Element): boolean {
  const active = document.activeElement;
  if (active && region.contains(active) && !active.matches(AT_REST)) return true;
  const selection = window.getSelection();
  if (selection && !selection.isCollapsed && selection.containsNode(region, true)) return true;
  return region.querySelector('.at-hand') !== null || holdsUnsent(region);
}

/** By what they are called: what was opened to be read stays open. */
function openFolds(): Set<string> {
  return new Set([...document.querySelectorAll('details[open]')].map(nameOf));
}

function nameOf(fold: Element): string {
  return `${fold.id} ${fold.querySelector('summary')?.textContent?.replace(/[\s\d]+/g, ' ') ?? ''}`;
}
