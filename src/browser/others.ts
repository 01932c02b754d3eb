// Shows what others do: who is here, who writes in the claim in hand, what changed, and a way to see it.
import { say } from './live-region.ts';
import { afterSwap } from './put-in-place.ts';
import { type Change, listeningPlace, type Somebody, sayChanges } from './told.ts';

const MOST_SHOWN = 4;
const AGAIN_MILLISECONDS = 3000;

let here: Somebody[] = [];
/** What came for the claims on the page, by their numbers; `is_held`: it is not shown yet, since somebody was in its way. */
const news = new Map<number, Change>();
let is_held = false;

export function showWhoIsHere(people: Somebody[]): void {
  here = people;
  draw();
}

/** Says it once, for those who see it and those who hear it, behind what is being said. */
export function showChanges(changes: readonly Change[], { held }: { held: boolean }): void {
  is_held = held;
  for (const change of changes) if (change.claim !== null) news.set(change.claim, change);
  draw();
  if (changes.length > 0) sayBehind(sayChanges(changes), 4);
}

/** Somebody has asked to see it, or it came by itself. */
export function changesAreShown(): void {
  is_held = false;
  draw();
}

/** Calls back when somebody wants to see what changed. */
export function onShow(show: () => void): void {
  const isAsked = (event: Event) => (event.target as Element).closest('[data-show-changes]') !== null;
  // A field that somebody types into keeps the cursor, else leaving it would save.
  document.addEventListener('mousedown', (event) => isAsked(event) && event.preventDefault());
  document.addEventListener('click', (event) => isAsked(event) && show());
}

function sayBehind(sentence: string, tries: number): void {
  const voice = document.querySelector('[data-said]');
  if (!voice) {
    const own = document.querySelector('[data-live-said]');
    if (own) own.textContent = sentence;
  } else if (voice.textContent === '' || tries === 0) say(sentence);
  else window.setTimeout(() => sayBehind(sentence, tries - 1), AGAIN_MILLISECONDS);
}

function draw(): void {
  const place = listeningPlace();
  const list = place?.querySelector('[data-here]');
  if (!place || !list) return;
  const rest = here.length - MOST_SHOWN;
  const shown = here.slice(0, MOST_SHOWN).map((one) => personOf(one));
  list.replaceChildren(...shown, ...(rest > 0 ? [element('li', { text: `+${rest}` })] : []));
  drawInClaim();
  const button = place.querySelector<HTMLElement>('[data-show-changes]');
  // One way to it is enough.
  if (button) button.hidden = !is_held || document.querySelector('.others-line [data-show-changes]') !== null;
}

function personOf({ name, initials, as, claims }: Somebody): HTMLElement {
  const where = claims.length === 0 ? '' : `, is editing claim ${claims.join(' and ')}`;
  const said = `${name}${as && `, ${as}`}${where || ', has this article open'}`;
  const person = element('li', { text: '', title: said, class: claims.length > 0 ? 'editing' : '' });
  const letters = element('span', { text: initials });
  letters.setAttribute('aria-hidden', 'true');
  person.append(letters, element('span', { text: said, class: 'visually-hidden' }));
  return person;
}

/** Above the foot of the claim, so that nothing of it moves. */
function drawInClaim(): void {
  const panel = document.querySelector<HTMLElement>('#claim[data-number]');
  const number = Number(panel?.dataset.number);
  const old = panel?.querySelector('.others-line');
  const who = here.filter(({ claims }) => claims.includes(number)).map(({ name }) => name);
  const change = news.get(number);
  const said = [
    change && `${change.who} ${change.did} at ${change.at}.`,
    who.length > 0 && `${who.join(' and ')} ${who.length > 1 ? 'are' : 'is'} editing this claim.`,
  ].filter(Boolean);
  const words = said.join(' ');
  const wants_button = Boolean(change) && is_held;
  if (old?.getAttribute('data-words') === `${words}${wants_button}`) return;
  old?.remove();
  if (!panel || words === '') return;
  const line = element('p', { text: `${words} `, class: 'others-line' });
  line.dataset.words = `${words}${wants_button}`;
  if (wants_button) line.append(showButton());
  const field = document.activeElement;
  panel.querySelector('.claim-body')?.after(line);
  if (field?.closest('.claim-body')) field.scrollIntoView({ block: 'nearest' });
}

function showButton(): HTMLElement {
  const button = element('button', { text: 'Show', class: 'link' });
  button.setAttribute('type', 'button');
  button.dataset.showChanges = '';
  return button;
}

function element(name: string, of: { text: string; title?: string; class?: string }): HTMLElement {
  const made = document.createElement(name);
  made.textContent = of.text;
  if (of.title) made.title = of.title;
  if (of.class) made.className = of.class;
  return made;
}

let shown_claim: string | undefined;

afterSwap(() => {
  const claim = document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number;
  // Whoever has gone on to another claim has seen what came for this one.
  if (shown_claim !== undefined && claim !== shown_claim) news.delete(Number(shown_claim));
  shown_claim = claim;
  draw();
});
