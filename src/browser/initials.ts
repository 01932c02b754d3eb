// The list that is initialled together: its button says how many are ticked, and one press clears all ticks.
import { afterSwap } from './put-in-place.ts';

const LIST = '#together';

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`${LIST} input[name="claims"]`)];
}

function sayHowMany(): void {
  const list = document.querySelector(LIST);
  const [button, rest] = [list?.querySelector('[data-initials]'), list?.querySelector('[data-stays]')];
  const ticked = boxes().filter((box) => box.checked).length;
  const stay = boxes().length - ticked;
  if (button) button.textContent = `Initial the ${ticked === 1 ? 'selected claim' : `${ticked} selected claims`}`;
  if (button instanceof HTMLButtonElement) button.disabled = ticked === 0;
  if (rest) rest.textContent = stay === 0 ? '' : `${stay} ${stay === 1 ? 'stays' : 'stay'} in the list.`;
}

/** The list may come to lie there without the page being loaded: by the last claim that was read singly. */
function wake(): void {
  for (const element of document.querySelectorAll<HTMLElement>(`${LIST} [data-needs-script]`)) element.hidden = false;
  sayHowMany();
}

document.addEventListener('change', (event) => {
  if ((event.target as Element).closest(LIST)) sayHowMany();
});
document.addEventListener('click', (event) => {
  if (!(event.target as Element).closest(`${LIST} [data-clears]`)) return;
  for (const box of boxes()) box.checked = false;
  sayHowMany();
});
// A browser that comes back to the page puts back the ticks of before, once the page is drawn.
window.addEventListener('pageshow', sayHowMany);
afterSwap(wake);
wake();
