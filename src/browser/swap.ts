// Spares the reload: follows links and sends forms of the workbench by fetch, and puts the answer's main part in place.
// Where anything is odd, the browser does what it would have done without this file.

export type AfterSwap = (swapped: { path: string }) => void;

const listeners: AfterSwap[] = [];

/** Calls back after each page that was put in place. */
export function afterSwap(listener: AfterSwap): void {
  listeners.push(listener);
}

/** Says a short sentence to everybody, also to those who do not see it. */
export function say(sentence: string): void {
  const place = document.querySelector('[data-said]');
  if (place) place.textContent = sentence;
  window.clearTimeout(forgetting);
  forgetting = window.setTimeout(() => {
    for (const said of document.querySelectorAll('[data-said]')) said.textContent = '';
  }, 6000);
}

let forgetting = 0;
let busy = false;

/** Opens an address of the workbench in place. */
export async function open(address: string, remember = true): Promise<void> {
  await load(address, { headers: { Accept: 'text/html' } }, { remember, fallback: () => location.assign(address) });
}

/** Sends a form in place, as the browser would send it. */
export async function send(form: HTMLFormElement, submitter?: HTMLElement | null): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter ?? null))
    if (typeof value === 'string') body.append(name, value);
  const address = submitter?.getAttribute('formaction') ?? form.action;
  await load(address, { method: 'POST', body }, { remember: true, fallback: null });
}

async function load(
  address: string,
  request: RequestInit,
  then: { remember: boolean; fallback: (() => void) | null },
): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    const answer = await fetch(address, { credentials: 'same-origin', redirect: 'follow', ...request });
    const kept = signedOut(answer);
    if (kept) return say(kept);
    putInPlace(await answer.text(), answer, then.remember);
  } catch {
    if (then.fallback) then.fallback();
    else say('The desk did not answer. Nothing was stored; what you typed is still here. Try once more.');
  } finally {
    busy = false;
  }
}

function signedOut(answer: Response): string | null {
  if (!new URL(answer.url).pathname.startsWith('/sign-in')) return null;
  return 'You are signed out. Sign in again in another window, then come back: what you typed is still here.';
}

function putInPlace(markup: string, answer: Response, remember: boolean): void {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const [fresh, stale] = [page.querySelector('main'), document.querySelector('main')];
  if (!fresh || !stale) throw new Error('The answer has no main part.');
  const place = placeNow();
  stale.replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  document.querySelector('.page-notice')?.remove();
  const url = new URL(answer.url);
  const isSame = url.pathname + url.search === location.pathname + location.search;
  // The address of a refused form is a post's and leads nowhere when it is read: the page keeps the one it had.
  if (remember && answer.ok && !isSame) history.pushState({ swapped: true }, '', url.pathname + url.search);
  restore(place);
  const notice = page.querySelector('.page-notice')?.textContent?.trim();
  if (notice) say(notice);
  for (const listener of listeners) listener({ path: url.pathname });
  const errors = document.getElementById('errors');
  errors?.focus();
  if (errors) say(errors.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

interface Place {
  focused: string;
  claim: string | undefined;
  panel_top: number;
  window_top: number;
}

function placeNow(): Place {
  const panel = document.querySelector<HTMLElement>('#claim');
  return {
    focused: document.activeElement?.id ?? '',
    claim: panel?.dataset.number,
    panel_top: panel?.querySelector('.claim-body')?.scrollTop ?? 0,
    window_top: window.scrollY,
  };
}

function restore(place: Place): void {
  window.scrollTo({ top: place.window_top, behavior: 'instant' });
  const panel = document.querySelector<HTMLElement>('#claim');
  const body = panel?.querySelector('.claim-body');
  if (body && panel?.dataset.number === place.claim) body.scrollTop = place.panel_top;
  const focused = place.focused ? document.getElementById(place.focused) : null;
  focused?.focus({ preventScroll: true });
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
    if (
      event.defaultPrevented ||
      form.method !== 'post' ||
      !form.closest('main') ||
      !document.getElementById('workbench')
    )
      return;
    if (form.enctype === 'multipart/form-data') return;
    event.preventDefault();
    void send(form, (event as SubmitEvent).submitter);
  });
  window.addEventListener('popstate', () => {
    if (document.getElementById('workbench')) void open(location.pathname + location.search, false);
    else location.reload();
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
