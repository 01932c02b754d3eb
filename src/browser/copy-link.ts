// A button that copies a link shown once, and says so; without a script the link is copied by hand.
const button = document.querySelector<HTMLButtonElement>('button[data-copies]');
const field = document.querySelector<HTMLInputElement>(`#${button?.dataset.copies}`);
const said = document.querySelector('[data-copied]');

async function copyLink(link: HTMLInputElement): Promise<void> {
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
    if (said) said.textContent = 'Link copied.';
  } catch {
    // Over plain http a browser hands nobody its clipboard: the link is selected, and its keys copy it.
    if (said) said.textContent = 'The link is selected: copy it with Ctrl+C.';
  }
}

if (button && field) {
  button.hidden = false;
  button.addEventListener('click', () => void copyLink(field));
}
