// What does not agree, at the keyboard: going from one to the next, taking it up, dismissing it.
import { say } from './live-region.ts';
import { couldNot } from './setbacks.ts';
import { open, send } from './swap.ts';

/** The finding on which the cursor stands, or in which it is. */
export function findingInHand(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-finding]') ?? null;
}

/** Goes to the next that is open, beside the text or in the claim; after the last comes the first. Where none is, to their list. */
export async function goToNextFinding(): Promise<void> {
  const all = [...document.querySelectorAll<HTMLElement>('#claim [data-finding]')];
  const now = findingInHand();
  const next = all[now === null ? 0 : all.indexOf(now) + 1] ?? all[0];
  if (!next) return goToFindings();
  next.focus();
  const words = next.querySelector('.says bdi')?.textContent ?? '';
  say(`${words} Press n to note it, q for a query, f for a fix, d to dismiss it.`);
}

/** The head says how many the article has, with a link to them. */
async function goToFindings(): Promise<void> {
  const list = document.querySelector<HTMLAnchorElement>('.outstanding a[href*="list=disagree"]');
  if (list === null || location.search.includes('list=disagree')) couldNot('Everything here agrees.');
  else if (await open(list.href)) await goToNextFinding();
}

/** Sends the form that takes it so, and goes on to the next. */
export async function takeFinding(as: 'note' | 'query' | 'fix'): Promise<void> {
  const finding = findingInHand();
  const form = finding?.querySelector<HTMLFormElement>(`form[data-takes="${as}"]`);
  if (!finding) return void couldNot('Press v to go to what does not agree.');
  if (!form) return void couldNot(WHY_NOT[as]);
  if (await send(form)) document.querySelector<HTMLElement>('#claim [data-finding]')?.focus();
}

const WHY_NOT = {
  note: 'A note belongs to a claim, and none is on these words. Press q for a query.',
  query: 'This cannot be asked.',
  fix: 'What would be right cannot be told from this. Propose the fix in your own words.',
};

/** Opens the line for the reason; false where no finding is in hand. */
export function dismissFinding(): boolean {
  const fold = findingInHand()?.querySelector<HTMLDetailsElement>('.dismissal');
  if (!fold) return false;
  fold.open = true;
  fold.querySelector<HTMLInputElement>('input[name="reason"]')?.focus();
  say('Why is it right as it is? Enter dismisses it.');
  return true;
}
