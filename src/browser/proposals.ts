// What the program proposes, at the keyboard: going from one to the next, taking it, dismissing it.
import { say } from './said.ts';
import { selectedRange } from './selection.ts';
import { send } from './swap.ts';

type Place = { start: number; end: number };

/** Where the cursor was last, kept while the page is put in place anew. */
let last: Place | null = null;

/** Goes to the next proposal of the text after the one that was pointed at; after the last comes the first. Says why. */
export function pointAtNextProposal(): void {
  goOn('');
}

function goOn(said_before: string): void {
  const places = proposals();
  const next = places.find((place) => last === null || isAfter(place, last)) ?? places[0];
  for (const old of document.querySelectorAll('.at-hand')) old.classList.remove('at-hand', 'on');
  if (!next) {
    say(`${said_before} Nothing more is proposed here.`.trim());
    return;
  }
  last = next;
  const segments = document.querySelectorAll<HTMLElement>(
    `.text .proposed[data-start="${next.start}"][data-end="${next.end}"]`,
  );
  for (const segment of segments) segment.classList.add('at-hand');
  const [first] = segments;
  if (!first) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'center' });
  say(`${said_before} ${reasonsOf(segments)}`.trim());
}

/** The proposal under the cursor; what is selected comes before it, so that selected words are marked as they are. */
export function proposalAtHand(): HTMLElement | null {
  return selectedRange() === null ? document.querySelector<HTMLElement>('.text .proposed.at-hand') : null;
}

/** Takes or dismisses the proposal under the cursor, and goes on to the next where no claim comes to lie beside the text. */
export async function decide(deed: 'take' | 'dismiss'): Promise<void> {
  const proposal = proposalAtHand();
  const form = document.querySelector<HTMLFormElement>(`#${deed}-form`);
  if (!form) return;
  if (!proposal) return say('Press p to go to what is proposed first.');
  const { start, end } = placeOf(proposal);
  (form.elements.namedItem('start') as HTMLInputElement).value = String(start);
  (form.elements.namedItem('end') as HTMLInputElement).value = String(end);
  last = { start, end };
  await send(form);
  const said = document.querySelector('[data-said]')?.textContent ?? '';
  // Where the answer was a refusal, the proposal is still there, and the cursor on it.
  if (proposalAtHand() === null && (deed === 'dismiss' || document.querySelector('#claim[data-proposals]'))) goOn(said);
}

function proposals(): Place[] {
  const places = [...document.querySelectorAll<HTMLElement>('.text .proposed[data-start]')].map(placeOf);
  return places.sort((a, b) => (isAfter(a, b) ? 1 : -1));
}

function placeOf(element: HTMLElement): Place {
  return { start: Number(element.dataset.start), end: Number(element.dataset.end) };
}

/** In the order of the text; of two that begin together, the longer comes first. */
function isAfter(one: Place, other: Place): boolean {
  return one.start > other.start || (one.start === other.start && one.end < other.end);
}

function reasonsOf(segments: NodeListOf<HTMLElement>): string {
  const own = [...segments].at(-1)?.querySelector(':scope > .sign .visually-hidden')?.textContent?.trim() ?? '';
  return own === '' ? '' : `${own.charAt(0).toUpperCase()}${own.slice(1)}. Press c to take it, d to dismiss it.`;
}
