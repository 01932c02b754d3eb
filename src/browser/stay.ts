// Forms after which the same page is shown again are sent without a reload.
import { swapped } from './put-in-place.ts';

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || !form.hasAttribute('data-in-place') || !form.closest('main')) return;
  event.preventDefault();
  void sendAndStay(form, (event as SubmitEvent).submitter);
});

async function sendAndStay(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const entries = [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]);
  const request = { method: 'POST', body: new URLSearchParams(entries), headers: { Accept: 'text/html' } };
  const answer = await fetch(form.action, { credentials: 'same-origin', ...request }).catch(() => null);
  if (!answer) return sendAsBrowsersDo(form, submitter);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [fresh, stale] = [page.querySelector('main'), document.querySelector('main')];
  // Where it leads elsewhere it was taken all the same: only its sentence goes unread.
  if (!answer.ok || !fresh || !stale || new URL(answer.url).pathname !== location.pathname)
    return answer.ok ? location.assign(answer.url) : sendAsBrowsersDo(form, submitter);
  const top = window.scrollY;
  for (const old of document.querySelectorAll('.page-notice')) old.remove();
  stale.replaceWith(document.adoptNode(fresh));
  for (const notice of page.querySelectorAll('.page-notice')) fresh.before(document.adoptNode(notice));
  window.scrollTo({ top, behavior: 'instant' });
  fresh.focus({ preventScroll: true });
  swapped();
}

/** A refusal has a page of its own, and so has what nobody answered. */
function sendAsBrowsersDo(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.removeAttribute('data-in-place');
  form.requestSubmit(submitter);
}
