// What keys do to the claim in hand: going on from it, its fields, its buttons.
import { type Aimed, letGo } from './aim.ts';
import { type Asking, askOnItsPage, fieldFor } from './ask-shortcuts.ts';
import { letGoOfField } from './field.ts';
import { giveBackTyped } from './key-queue.ts';
import { saidNow, say } from './live-region.ts';
import { couldNot, setbacks } from './setbacks.ts';
import { open, saveUnsaved, send } from './swap.ts';
import { showWords } from './take-over.ts';
import { giveTo } from './type-ahead-buffer.ts';
import { unsavedForm } from './verdict-form.ts';

/** The claim before or behind this one in the list that is gone through; from a list, its first. */
export async function goToClaim(rel: 'next' | 'prev'): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>(`#claim a[rel="${rel}"]`);
  const beside = document.querySelector('#claim[data-suggestions]') ? '.text mark.claim a' : '#claim .claim-list a';
  const inList = document.querySelector<HTMLAnchorElement>(beside);
  const way = link ?? (document.querySelector('#claim[data-number]') ? null : inList);
  letGo();
  const list = new URLSearchParams(location.search).has('list') ? ' of the list' : '';
  if (!way) couldNot(`This is the ${rel === 'next' ? 'last' : 'first'} claim${list}.`);
  else if (await open(way.href.replace(/#.*$/, ''))) showWords();
}

/** From the text to what lies beside it, for whoever goes on with Tab. */
export function goIntoPanel(): void {
  document.querySelector<HTMLElement>('#claim')?.focus();
}

/** Puts the cursor into a field of the claim in hand, with what was typed ahead for it. Gives back what was pressed behind that. */
export function focusOn(selector: string): string[] {
  const field = document.querySelector<HTMLInputElement>(selector);
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  if (!field) {
    couldNot('That cannot be done to this claim now.');
    giveBackTyped();
    return [];
  }
  const { sends, rest } = giveTo(field);
  if (sends) field.form?.requestSubmit();
  if (sends) letGoOfField();
  return rest;
}

/** In the form of the claim in hand, or on a page of its own for the words aimed at and for the article as a whole. */
export function ask(asking: Asking, aim: Aimed): unknown {
  const words = aim === 'elsewhere' ? null : aim;
  const field = fieldFor(asking, words);
  if (field) return focusOn(field);
  giveBackTyped();
  return askOnItsPage(asking, words);
}

/** A key that is about the claim in hand does nothing while words are aimed at: nobody would know which of the two was meant. */
export function toClaim(key: string, aim: Aimed, deed: () => unknown): unknown {
  if (!aim || aim === 'elsewhere') return deed();
  const number = document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number;
  const words = aim.kind === 'selected' ? 'Words are selected' : 'The cursor is on words of the text';
  couldNot(`${words}, and ${key} is about ${number ? `claim ${number}` : 'the claim in hand'}. Press Esc first.`);
  return giveBackTyped();
}

/** Words are in hand, or there is no claim whose verdict could be differed from: then the key is about what is suggested. */
export function isOnWords(aim: Aimed): boolean {
  return Boolean(aim) || document.querySelector('#claim #differ') === null;
}

/** Opens the verdicts for whoever reads second and sees it differently; a digit chooses, and their button saves. */
export function differ(): void {
  const fold = document.querySelector<HTMLDetailsElement>('#claim #differ');
  if (!fold) return;
  fold.open = true;
  fold.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
  say('Choose a verdict. Once you save it you are the checker, and somebody else reads it second.');
}

/** Presses a button of the claim, once a verdict that is not saved yet is saved. */
export async function press(selector: string, otherwise: () => string): Promise<void> {
  const was_unsaved = unsavedForm() !== null;
  if (!(await saveUnsaved())) return;
  const form = document.querySelector<HTMLFormElement>(selector);
  if (form) await send(form);
  // Where a verdict was just saved, its own answer says why it does not go on, or that it has.
  else if (!was_unsaved) couldNot(otherwise());
}

export const NOTHING_TO_TAKE = 'There is nothing to take: the claim is in your hands, or it is done.';
export const NO_SUGGESTED = 'No spreadsheet suggests a verdict for this claim.';
export const NO_STAR = 'There is nothing to star here: open a claim with j, or open it again where it is done.';

/** For second read, or done; whoever goes through a narrowed list then comes to its next claim. */
export async function sendOn(): Promise<void> {
  const number = document.querySelector<HTMLElement>('#claim')?.dataset.number;
  const before = setbacks();
  await press('#agree-form, #readiness-form', whyNotOn);
  const panel = document.querySelector<HTMLElement>('#claim');
  const went_on = panel?.dataset.state === 'ready' || panel?.dataset.state === 'closed';
  const is_sent = panel?.dataset.number === number && went_on && setbacks() === before;
  const next = panel?.querySelector<HTMLAnchorElement>('a[rel="next"]');
  if (!is_sent || !next || !new URLSearchParams(location.search).has('list')) return;
  const said = saidNow();
  if (await open(next.href)) say(`${said} This is the next of the list.`.trim());
}

/** Why `r` does nothing on the claim in hand: it waits for somebody else, or it still wants a verdict. */
function whyNotOn(): string {
  const state = document.querySelector<HTMLElement>('#claim')?.dataset.state;
  if (state === 'ready') return 'This claim waits for its second read; somebody else reads it.';
  if (state === 'closed') return 'This claim is done.';
  return 'This claim cannot go to second read yet: it has no verdict.';
}
