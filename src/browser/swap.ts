// Spares the reload: follows links and sends forms of the workbench by fetch, and puts the answer's main part in place.
// Where anything is odd, the browser does what it would have done without this file, or stays where it is and says so.
import { keepDrafts, putDraftsBack, type Sent } from './drafts.ts';
import { focusAgain, placeNow } from './place.ts';
import { beSilent, say } from './said.ts';

const SLOW_MILLISECONDS = 4000;
const PATIENCE_MILLISECONDS = 20_000;
const NO_ANSWER = 'The desk did not answer. What you typed is still here. Try once more in a moment.';
const NO_ANSWER_TO_POST =
  'The desk did not answer, so it is not known whether this was stored. What you typed is still here: try once more, sending it twice does no harm.';
const SIGNED_OUT =
  'You are signed out, and nothing was stored. Sign in again in another window, then come back and send it again: what you typed is still here.';

const listeners: (() => void)[] = [];

/** Calls back after each page that was put in place. */
export function afterSwap(listener: () => void): void {
  listeners.push(listener);
}

let last_turn: Promise<unknown> = Promise.resolve();
let shown = location.pathname + location.search;

/** Opens an address of the workbench in place. `remember` puts it into the history of the window. */
export function open(address: string, remember = true): Promise<void> {
  return inTurn(async () => {
    const answer = await ask(address, { headers: { Accept: 'text/html' } });
    if (!answer) return say(NO_ANSWER, true);
    if (!(await putInPlace(answer, { remember, sent: null }))) location.assign(address);
  });
}

/** Sends a form in place, as the browser would send it. What came before is waited for. */
export function send(form: HTMLFormElement, submitter?: HTMLElement | null): Promise<void> {
  return inTurn(async () => {
    const present = form.isConnected
      ? form
      : document.querySelector<HTMLFormElement>(`form[action="${form.getAttribute('action')}"]`);
    if (!present) return say('The page has changed meanwhile. Look at it once more.');
    const pressed = submitter?.isConnected ? submitter : null;
    const entries = [...new FormData(present, pressed)].map(([name, value]) => [name, String(value)] as const);
    const address = submitter?.getAttribute('formaction') ?? present.action;
    const body = new URLSearchParams(entries.map(([name, value]) => [name, value]));
    const answer = await ask(address, { method: 'POST', body });
    if (!answer) return say(NO_ANSWER_TO_POST, true);
    if (!(await putInPlace(answer, { remember: true, sent: { form: present, entries } }))) say(NO_ANSWER_TO_POST, true);
  });
}

/** One after the other: what is pressed while an answer is awaited is neither lost nor sent on an old page. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = last_turn.then(work);
  last_turn = turn.catch(() => undefined);
  return turn;
}

async function ask(address: string, request: RequestInit): Promise<Response | null> {
  const slow = window.setTimeout(() => say('Waiting for the desk …', true), SLOW_MILLISECONDS);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    const answer = await fetch(address, { credentials: 'same-origin', redirect: 'follow', signal, ...request });
    await answer.clone().text();
    return answer;
  } catch {
    return null;
  } finally {
    window.clearTimeout(slow);
  }
}

/** Puts the answer where the page is. False where it is no page. A refusal without a form is said, and the page stays. */
async function putInPlace(answer: Response, how: { remember: boolean; sent: Sent | null }): Promise<boolean> {
  const url = new URL(answer.url);
  if (url.pathname === '/sign-in') return told(SIGNED_OUT);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [fresh, stale] = [page.querySelector('main'), document.querySelector('main')];
  if (!fresh || !stale) return false;
  const shows_form = answer.ok || answer.status === 422 || page.querySelector('.compare') !== null;
  if (!shows_form) return how.sent === null ? false : told(refusalIn(page));
  replaceMain(stale, fresh, how.sent);
  document.title = page.title;
  // The address of a refused form is a post's and leads nowhere when it is read: the page keeps the one it had.
  const path = url.pathname + url.search;
  if (answer.ok && how.remember && path !== shown) history.pushState({}, '', path);
  if (answer.ok) shown = path;
  sayWhatCame(page);
  return true;
}

function replaceMain(stale: Element, fresh: Element, sent: Sent | null): void {
  const place = placeNow();
  keepDrafts(sent);
  // The voice of the page stays, or those who listen would miss what it says next.
  const voice = stale.querySelector('[data-said]');
  stale.replaceWith(document.adoptNode(fresh));
  if (voice) document.querySelector('main [data-said]')?.replaceWith(voice);
  document.querySelector('.page-notice')?.remove();
  putDraftsBack();
  for (const listener of listeners) listener();
  focusAgain(place);
}

function sayWhatCame(page: Document): void {
  const errors = document.getElementById('errors');
  const notice = page.querySelector('.page-notice')?.textContent?.trim();
  if (errors) errors.focus();
  if (errors) say(errors.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  else if (notice) say(notice);
  else beSilent();
}

function told(sentence: string): true {
  say(sentence, true);
  return true;
}

function refusalIn(page: Document): string {
  const sentences = [...page.querySelectorAll('main p.lead')].map((one) => one.textContent?.trim());
  return sentences.join(' ') || NO_ANSWER_TO_POST;
}

/** Only the workbench's own links and forms are taken over; a click with a modifier opens a window as ever. */
function takeOver(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('#workbench a[href]');
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || !isOfWorkbench(link)) return;
    if (link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    void open(link.href.replace(/#.*$/, '')).then(() => showClaimOnNarrow());
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'post' || form.enctype === 'multipart/form-data') return;
    if (!form.closest('main') || !document.getElementById('workbench')) return;
    event.preventDefault();
    void send(form, (event as SubmitEvent).submitter);
  });
  window.addEventListener('popstate', () => {
    if (!document.getElementById('workbench')) return location.reload();
    if (location.pathname + location.search !== shown) void open(location.pathname + location.search, false);
  });
}

function isOfWorkbench(link: HTMLAnchorElement): boolean {
  return link.origin === location.origin && /^\/articles\/[^/]+(\/claims(\/\d+)?)?$/.test(link.pathname);
}

/** On a narrow screen the claim lies below the text: whoever touched its words is brought there. */
export function showClaimOnNarrow(): void {
  const panel = document.getElementById('claim');
  const sheet = document.querySelector('.sheet');
  if (!panel || !sheet) return;
  const isBelow = panel.getBoundingClientRect().top >= sheet.getBoundingClientRect().bottom - 1;
  if (isBelow) panel.scrollIntoView({ block: 'start' });
}

takeOver();
