// The list that is initialled together: its button says how many are ticked, and one press clears all ticks.
const list = document.querySelector('#together');

function boxes(): HTMLInputElement[] {
  return [...(list?.querySelectorAll<HTMLInputElement>('input[name="claims"]') ?? [])];
}

function sayHowMany(): void {
  const [button, rest] = [list?.querySelector('[data-initials]'), list?.querySelector('[data-stays]')];
  const ticked = boxes().filter((box) => box.checked).length;
  const stay = boxes().length - ticked;
  if (button) button.textContent = `Initial the ${ticked === 1 ? 'selected claim' : `${ticked} selected claims`}`;
  if (button instanceof HTMLButtonElement) button.disabled = ticked === 0;
  if (rest) rest.textContent = stay === 0 ? '' : `${stay} ${stay === 1 ? 'stays' : 'stay'} in the list.`;
}

list?.addEventListener('change', sayHowMany);
list?.querySelector('[data-clears]')?.addEventListener('click', () => {
  for (const box of boxes()) box.checked = false;
  sayHowMany();
});
for (const element of list?.querySelectorAll<HTMLElement>('[data-needs-script]') ?? []) element.hidden = false;
// A browser that comes back to the page puts back the ticks of before, once the page is drawn.
window.addEventListener('pageshow', sayHowMany);
sayHowMany();
