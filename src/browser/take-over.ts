// Takes links and forms of the workbench over from the browser, but no click with a modifier.
import { letGo } from './aim.ts';
import { keepsField, letGoOfField } from './field.ts';
import { shownAddress } from './put-in-place.ts';
import { goTo, isBusy, open, openAgain, send } from './swap.ts';
import { formToSave } from './verdict-form.ts';

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented) return;
  if (link.getAttribute('href')?.startsWith('#')) return;
  if (link.closest('main') && isOfWorkbench(link)) {
    event.preventDefault();
    letGo();
    const is_in_text = link.closest('.text') !== null;
    void open(inSameList(link, is_in_text)).then((is_open) => is_open && showWords(is_in_text));
  } else if (leavesPage(link) && (isBusy() || formToSave())) {
    event.preventDefault();
    void goTo(link.href);
  }
});

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'post' || form.enctype === 'multipart/form-data') return;
  if (!form.closest('main') || !document.querySelector('#workbench, #stale-form')) return;
  event.preventDefault();
  void send(form, { submitter: (event as SubmitEvent).submitter });
  // Enter in a line sends it; what is typed next is meant for the workbench, but for Shift+Enter.
  if (!keepsField(form) && form.contains(document.activeElement)) letGoOfField();
});

window.addEventListener('popstate', () => {
  if (!document.getElementById('workbench')) return location.reload();
  const address = location.pathname + location.search;
  if (address !== shownAddress()) void openAgain(address);
});

function isOfWorkbench(link: HTMLAnchorElement): boolean {
  return link.origin === location.origin && /^\/articles\/[^/]+(\/claims(\/\d+)?)?$/.test(link.pathname);
}

/** A claim that is opened in the text stays in the list that is gone through: `j` and `k` go on there. */
function inSameList({ href, search }: HTMLAnchorElement, is_in_text: boolean): string {
  const address = href.replace(/#.*$/, '');
  const list = new URLSearchParams(location.search).get('list');
  const is_claim = document.querySelector('#claim[data-number]') !== null;
  return is_in_text && is_claim && list && search === '' ? `${address}?list=${encodeURIComponent(list)}` : address;
}

function leavesPage(link: HTMLAnchorElement): boolean {
  return (link.target === '' || link.target === '_self') && !link.hasAttribute('download');
}

/** Whether the claim lies over the text, as a sheet from below. */
function liesOverText(): boolean {
  return window.matchMedia('(max-width: 64rem)').matches;
}

/** Brings the words of the claim in hand into sight; whoever clicked on them has them there, but for a sheet over them. */
export function showWords(was_in_text = false): void {
  if (was_in_text && !liesOverText()) return;
  document.querySelector('.text mark.claim.on, .queue #words')?.scrollIntoView({ block: 'nearest' });
}

// A page that was loaded at no place of it, as from a mail, shows the claim alone there.
if (location.hash === '' && liesOverText()) showWords();
