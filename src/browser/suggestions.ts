// What the program suggests, at the keyboard: going from one to the next, taking it, dismissing it.
import { type Aimed, pointAt } from './aim.ts';
import { doTo } from './deeds.ts';
import { saidNow, say } from './live-region.ts';
import { placeOfClaim, type TextRange } from './selection.ts';
import { couldNot } from './setbacks.ts';

/** Where the cursor was last, kept while the page is put in place anew, and beside which claim: from another it goes on behind that. */
let last: TextRange | null = null;
let beside: string | undefined;

/** Goes to the next suggestion of the text after the one that was pointed at; after the last comes the first. Says why. */
export function pointAtNextSuggestion(): void {
  goOn('');
}

function goOn(said_before: string): void {
  const places = suggestions();
  const claim = document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number;
  if (claim !== undefined && claim !== beside) last = placeOfClaim(claim) ?? last;
  beside = claim;
  const next = places.find((place) => last === null || isAfter(place, last)) ?? places[0];
  if (!next) {
    pointAt([]);
    couldNot(`${said_before} No more suggestions here.`.trim());
    return;
  }
  last = next;
  const segments = document.querySelectorAll<HTMLElement>(
    `.text .suggested[data-start="${next.start}"][data-end="${next.end}"]`,
  );
  pointAt(segments);
  say(`${said_before} ${reasonsOf(segments)}`.trim());
}

/** Takes or dismisses the suggestion under the cursor, and goes on to the next where no claim comes to lie beside the text. */
export async function decide(deed: 'take' | 'dismiss', aim: Aimed): Promise<boolean> {
  if (!aim || aim === 'elsewhere' || aim.kind !== 'suggested')
    return couldNot('Press p to go to the first suggestion.');
  const is_done = await doTo(aim, deed);
  if (is_done) goOnFrom(aim, deed === 'dismiss');
  return is_done;
}

/** Goes on to the suggestion after this one beside their list, or `anywhere`; beside a claim the cursor is let go. */
export function goOnFrom({ start, end }: TextRange, anywhere = false): void {
  last = { start, end };
  if (anywhere || document.querySelector('#claim[data-suggestions]')) goOn(saidNow());
}

function suggestions(): TextRange[] {
  const places = [...document.querySelectorAll<HTMLElement>('.text .suggested[data-start]')].map((element) => ({
    start: Number(element.dataset.start),
    end: Number(element.dataset.end),
  }));
  return places.sort((a, b) => (isAfter(a, b) ? 1 : -1));
}

/** In the order of the text; of two that begin together, the longer comes first. */
function isAfter(one: TextRange, other: TextRange): boolean {
  return one.start > other.start || (one.start === other.start && one.end < other.end);
}

function reasonsOf(segments: NodeListOf<HTMLElement>): string {
  const own = [...segments].at(-1)?.querySelector(':scope > .sign .visually-hidden')?.textContent?.trim() ?? '';
  const keys = 'Press c to add it, d to dismiss it, or a digit to add and judge it.';
  return own === '' ? '' : `${own.charAt(0).toUpperCase()}${own.slice(1)}. ${keys}`;
}
