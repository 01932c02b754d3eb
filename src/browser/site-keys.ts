// Keys of every page, where nobody types and letter keys are on: into the search, and the help with the keys.
import { isTyping } from './field.ts';

/** In the bar, or on the page of the search itself. */
const FIELD = '#search-words, #field-search-words';

const KEYS: Record<string, () => boolean> = {
  '/': () => {
    const field = document.querySelector<HTMLInputElement>(FIELD);
    field?.focus();
    field?.select();
    return field !== null;
  },
  '?': () => openHelp(),
};

function openHelp(): boolean {
  const help = document.querySelector<HTMLDialogElement>('#help');
  help?.showModal();
  return help !== null;
}

// At the window, so that a page that takes the key for something else has had it before.
window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.body.dataset.letterKeys === undefined || document.querySelector('dialog[open]')) return;
  if (!isTyping(document.activeElement) && KEYS[event.key]?.()) event.preventDefault();
});

document.addEventListener('click', (event) => {
  const opens = event.target instanceof Element && event.target.closest('[data-opens="help"]');
  if (opens && openHelp()) event.preventDefault();
});
