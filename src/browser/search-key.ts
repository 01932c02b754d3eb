// A key puts the cursor into the field of the search, where nobody is typing and letter keys are on.

/** In the bar, or on the page of the search itself. */
const FIELD = '#search-words, #field-search-words';
const TYPED_INTO = 'input, textarea, select, [contenteditable]';

document.addEventListener('keydown', (event) => {
  if (
    event.key !== document.body.dataset.searchKey ||
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return;
  if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return;
  const field = document.querySelector<HTMLInputElement>(FIELD);
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
});
