// Puts what an answer brings where the page has it, and leaves the reader where they were.
import { shownVersion } from './aim.ts';
import { keepDrafts, putDraftsBack, type Sent } from './drafts.ts';
import { beSilent, say, tell } from './live-region.ts';
import { pointerUp } from './pointer.ts';
import { addressOf, inRegions, putRegions, regionsCame } from './regions.ts';
import { focusAgain, placeNow } from './restore-focus.ts';
import { selectAgain, selectedRange } from './selection.ts';

const SIGNED_OUT =
  'You are signed out, and nothing was stored. Sign in again in another window, then come back and send the form again: what you typed is still here.';

export interface How {
  /** Puts the address into the history of the window. */
  remember: boolean;
  sent: Sent | null;
  /** What was said before stays where the page itself says nothing. */
  keeps_voice?: boolean;
  /** What to say of a refusal that gives no reason. */
  otherwise: string;
}

/** `no_page`: nothing that could be put in place. `refused`: nothing was stored; the page, or a sentence, says why. */
export type Outcome = 'done' | 'refused' | 'no_page';

const listeners: (() => void)[] = [];
let shown = location.pathname + location.search;

/** Calls back after each page that was put in place. */
export function afterSwap(listener: () => void): void {
  listeners.push(listener);
}

/** Says to those who listen that something was put in place. */
export function swapped(): void {
  for (const listener of listeners) listener();
}

/** The address of the page that lies there. */
export function shownAddress(): string {
  return shown;
}

/** A refusal without a form is said, and the page stays. Waits until no mouse button is pressed. */
export async function putInPlace(answer: Response, how: How): Promise<Outcome> {
  const url = addressOf(answer);
  if (url.pathname === '/sign-in') return refused(SIGNED_OUT);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  await pointerUp();
  const put = inRegions(answer) ? () => putRegions(page) : mainPut(page);
  if (!put) return 'no_page';
  const shows_form = answer.ok || answer.status === 422 || page.querySelector('.compare') !== null;
  if (!shows_form) return how.sent === null ? 'no_page' : refused(refusalIn(page) || how.otherwise);
  replace(put, how.sent, answer.ok);
  regionsCame(answer, page);
  document.title = page.title;
  // The address of a refused form is a post's, which leads to the page of the form alone: the page keeps the one it had.
  const path = url.pathname + url.search;
  if (answer.ok && how.remember && path !== shown) history.pushState({}, '', path);
  if (answer.ok) shown = path;
  sayWhatCame(page, how);
  return answer.ok ? 'done' : 'refused';
}

/** Puts the main part of this page where ours is; undefined where one of the two has none. */
function mainPut(page: Document): (() => void) | undefined {
  const [fresh, stale] = [page.querySelector('main'), document.querySelector('main')];
  if (!fresh || !stale) return undefined;
  return () => {
    // The voice of the page stays, or those who listen would miss what it says next.
    const voices = ['[data-said]', '[data-told]'].map((name) => [name, stale.querySelector(name)] as const);
    stale.replaceWith(document.adoptNode(fresh));
    for (const [name, voice] of voices) if (voice) document.querySelector(`main ${name}`)?.replaceWith(voice);
    // What stands over the main part for as long as it holds; and what lies beside it, in the bar.
    document.querySelector('.page-note')?.remove();
    const note = page.querySelector('.page-note');
    if (note) document.querySelector('main')?.before(document.adoptNode(note));
    putRegions(page);
  };
}

function replace(put: () => void, sent: Sent | null, is_stored: boolean): void {
  const place = placeNow();
  const [selected, version] = [selectedRange(), shownVersion()];
  keepDrafts(sent);
  // What was found by keys is let go of: what is pressed next is about what comes.
  for (const old of document.querySelectorAll('.at-hand')) old.classList.remove('at-hand');
  put();
  // Where nothing came to differ, the form lies there still: what was sent is stored, and what was typed since is a draft.
  if (is_stored && sent?.form.isConnected) sent.form.reset();
  document.querySelector('.page-notice')?.remove();
  putDraftsBack();
  if (selected && version === shownVersion()) selectAgain(selected);
  swapped();
  focusAgain(place);
  const claim = document.querySelector<HTMLElement>('#claim[data-spoken]');
  if (claim && claim.dataset.number !== place.claim) tell(claim.dataset.spoken ?? '');
}

function sayWhatCame(page: Document, how: How): void {
  const errors = document.getElementById('errors');
  const notice = page.querySelector('.page-notice')?.textContent?.trim();
  if (errors) errors.focus();
  if (errors) say(errors.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  else if (notice && document.querySelector('[data-said]')) say(notice);
  else if (notice) showNotice(page);
  else if (!how.keeps_voice) beSilent();
}

/** On a page that has no voice of its own. */
function showNotice(page: Document): void {
  const notice = page.querySelector('.page-notice');
  if (notice) document.querySelector('main')?.before(document.adoptNode(notice));
}

function refused(why: string): 'refused' {
  say(why, true);
  return 'refused';
}

function refusalIn(page: Document): string {
  return [...page.querySelectorAll('main p.lead')].map((one) => one.textContent?.trim()).join(' ');
}
