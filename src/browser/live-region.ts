// Short sentences from the desk, for those who see them and those who hear them.

let forgetting = 0;

/** Says a sentence; it goes after a while, or, where `it_stays`, when the next one comes. */
export function say(sentence: string, it_stays = false): void {
  const place = document.querySelector('[data-said]');
  if (place) place.textContent = sentence;
  window.clearTimeout(forgetting);
  if (!it_stays) forgetting = window.setTimeout(beSilent, 6000 + sentence.length * 40);
}

/** Says a sentence to those who hear the page alone. */
export function tell(sentence: string): void {
  const place = document.querySelector('[data-told]');
  if (place) place.textContent = sentence;
}

/** Takes back what was said last. */
export function beSilent(): void {
  for (const said of document.querySelectorAll('[data-said]')) said.textContent = '';
}

/** What was said last and stands there still. */
export function saidNow(): string {
  return document.querySelector('[data-said]')?.textContent?.trim() ?? '';
}
