// The bar that appears beside selected words, with what can be done to them.
import { selectedBox, selectedRange } from './selection.ts';

document.addEventListener('mousedown', (event) => {
  // Pressing a button of the bar must not let go of the words it is about.
  if ((event.target as Element).closest('#selection-bar')) event.preventDefault();
});

document.addEventListener('selectionchange', () => {
  const bar = document.querySelector<HTMLElement>('#selection-bar');
  if (!bar) return;
  const box = selectedRange() ? selectedBox() : null;
  bar.hidden = box === null;
  if (!box) return;
  const left = Math.min(
    Math.max(8, box.left + box.width / 2 - bar.offsetWidth / 2),
    window.innerWidth - bar.offsetWidth - 8,
  );
  const above = box.top - bar.offsetHeight - 8;
  bar.style.left = `${left + window.scrollX}px`;
  bar.style.top = `${(above > 60 ? above : box.bottom + 8) + window.scrollY}px`;
});
