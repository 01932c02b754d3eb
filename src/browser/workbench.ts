// The workbench at the keyboard: one letter a deed, on the selected words, on what `u` found, or on the claim in hand.

import { type Asking, askOnItsPage, fieldFor } from './asking.ts';
import { decide, pointAtNextProposal, proposalAtHand } from './proposals.ts';
import { beSilent, say } from './said.ts';
import { selectedRange, type TextRange } from './selection.ts';
import { afterSwap, open, send } from './swap.ts';
import { awaitField, giveTo, takeBack, typeAhead } from './typed-ahead.ts';

type Deed = 'mark' | 'tick' | 'nothing';

let pointed: number | null = null;
/** Whether `a` was the key before. */
let after_a = false;
let warned_of = '';
let last_deed: Promise<unknown> = Promise.resolve();

/** What a deed is done to: the selection first, then what `u` found. */
function target(): { range: TextRange; was_pointed: boolean } | null {
  const selected = selectedRange();
  if (selected) return { range: selected, was_pointed: false };
  const element = document.querySelector<HTMLElement>('.at-hand');
  const range = element && rangeOf(element);
  return range ? { range, was_pointed: true } : null;
}

function rangeOf(element: HTMLElement): TextRange {
  const start = Number(element.dataset.start);
  if (element.dataset.end !== undefined) return { start, end: Number(element.dataset.end) };
  const copy = element.cloneNode(true) as HTMLElement;
  for (const extra of copy.querySelectorAll('.sign, .in-margin, .visually-hidden')) extra.remove();
  return { start, end: start + (copy.textContent?.length ?? 0) };
}

/** The leftovers that initials would cover in the sentences of this range, as the page names them. */
function coveredBy(range: TextRange): string {
  const sentences = [...document.querySelectorAll<HTMLElement>('.text .sentence[data-covers]')];
  const touched = sentences.filter((sentence) => {
    const { start, end } = rangeOf(sentence);
    return start < range.end && range.start < end;
  });
  return touched.map((sentence) => sentence.dataset.covers).join(', ');
}

/** Initials over leftovers want the key twice: once to hear which they are, once to mean it. */
function isMeant(range: TextRange): boolean {
  const covered = coveredBy(range);
  const key = `${range.start}-${range.end}`;
  if (covered === '' || warned_of === key) return true;
  warned_of = key;
  say(`Nothing to check? It would cover ${covered}. Press x once more if you mean it.`);
  return false;
}

async function act(deed: Deed): Promise<void> {
  const found = target();
  const form = document.querySelector<HTMLFormElement>(`#${deed}-form`);
  if (!form) return;
  if (!found) return say('Select words first, or press u to go to what is left to read.');
  if (deed === 'nothing' && !isMeant(found.range)) return;
  const fields = form.elements as unknown as Record<string, HTMLInputElement>;
  (fields.start as HTMLInputElement).value = String(found.range.start);
  (fields.end as HTMLInputElement).value = String(found.range.end);
  window.getSelection()?.removeAllRanges();
  if (found.was_pointed) pointed = found.range.start - 1;
  await send(form);
  if (found.was_pointed && deed !== 'mark') pointAtNext();
}

/** Goes to the next sentence that nobody read, or the next leftover, after the one that was pointed at. */
function pointAtNext(): void {
  const left = [...document.querySelectorAll<HTMLElement>('.text .sentence.unread, .text .leftover')];
  const after = left.filter((element) => pointed === null || Number(element.dataset.start) > pointed);
  const next = after[0] ?? left[0];
  for (const old of document.querySelectorAll('.at-hand')) old.classList.remove('at-hand', 'on');
  if (!next) {
    say('Nothing is left to read.');
    return;
  }
  pointed = Number(next.dataset.start);
  next.classList.add('at-hand', 'on');
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center' });
}

function letGo(): void {
  beSilent();
  window.getSelection()?.removeAllRanges();
  for (const old of document.querySelectorAll('.at-hand')) old.classList.remove('at-hand', 'on');
}

async function goTo(rel: 'next' | 'prev'): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>(`#claim a[rel="${rel}"]`);
  const beside = document.querySelector('#claim[data-proposals]') ? '.text mark.claim a' : '#claim .claim-list a';
  const inList = document.querySelector<HTMLAnchorElement>(beside);
  const way = link ?? (document.querySelector('#claim[data-number]') ? null : inList);
  if (!way) return say(rel === 'next' ? 'This is the last claim.' : 'This is the first claim.');
  await open(way.href);
  document.querySelector('mark.claim.on')?.scrollIntoView({ block: 'center' });
}

/**
 * Chooses the verdict of this place and saves it at once; one that wants a sentence puts the cursor there. Whoever reads
 * second only chooses: to save is to become the checker, and that takes a button.
 */
async function judge(name: 'content_verdict' | 'attribution_verdict', place: number): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('#claim .verdict-form');
  const choice = form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)[place - 1];
  if (choice) choice.checked = true;
  const fold = form?.closest('details');
  const sentence = form?.querySelector<HTMLTextAreaElement>('textarea[name="verdict_sentence"]');
  const wants_cursor = wantsSentence(name, place) && choice && !fold && sentence?.value === '';
  // Before anything is awaited, or what is typed for a later field would be taken for this one.
  if (wants_cursor) giveTo(sentence);
  else if (wantsSentence(name, place)) for (const key of takeBack()) pressKey(key);
  if (!form || !choice) say('There is nothing to judge here: open a claim with j, or take one back.');
  else if (fold) {
    fold.open = true;
    form.querySelector<HTMLElement>('button[type="submit"]')?.focus();
    say('Press Enter to save it: you become the checker then, and somebody else reads it second.');
  } else await send(form);
}

/** The first verdict of a desk is OK, which alone goes without a sentence. */
function wantsSentence(name: string, place: number): boolean {
  return name === 'content_verdict' && place > 1;
}

function focusOn(selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  if (field && giveTo(field)) field.form?.requestSubmit();
  if (field) return;
  takeBack();
  say('That cannot be done to this claim now.');
}

/** In the form of the claim in hand, or on a page of its own for selected words and for the article as a whole. */
function ask(asking: Asking): void {
  const range = target()?.range ?? null;
  const field = fieldFor(asking, range);
  if (field) focusOn(field);
  else askOnItsPage(asking, range);
}

async function press(selector: string, otherwise: string): Promise<void> {
  const form = document.querySelector<HTMLFormElement>(selector);
  if (form) await send(form);
  else say(otherwise);
}

const KEYS: Record<string, () => unknown> = {
  j: () => goTo('next'),
  k: () => goTo('prev'),
  u: pointAtNext,
  p: pointAtNextProposal,
  c: () => (proposalAtHand() ? decide('take') : act('mark')),
  d: () => decide('dismiss'),
  '.': () => act('tick'),
  x: () => act('nothing'),
  a: () => say('Was it said? Press 1 to 5.'),
  s: () => focusOn('#claim input[name="source_line"]'),
  q: () => ask('queries'),
  f: () => ask('fixes'),
  r: () => press('#agree-form, #readiness-form', whyNotOn()),
  t: () => press('#taking-form', 'There is nothing to take: the claim is in your hands, or it is done.'),
  '?': () => document.querySelector<HTMLDialogElement>('#help')?.showModal(),
  Escape: letGo,
};

/** Why `r` does nothing on the claim in hand: it waits for somebody else, or it still wants a verdict. */
function whyNotOn(): string {
  const step = document.querySelector('#claim .steps [aria-current]')?.textContent?.trim();
  if (step === 'for second read') return 'This claim waits for its second read; somebody else reads it.';
  if (step === 'done') return 'This claim is done.';
  return 'This claim cannot go on now: it still wants a verdict.';
}

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches('input:not([type="radio"], [type="checkbox"]), textarea, select'))
  );
}

function hasFocus(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.closest('main') !== null;
}

document.addEventListener('keydown', (event) => {
  const keys_on = document.querySelector('#workbench[data-keys]') !== null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]'))
    return;
  if (event.key === 'Escape' && isTyping(document.activeElement)) (document.activeElement as HTMLElement).blur();
  if (!keys_on || !hasFocus() || isTyping(document.activeElement)) return;
  if (typeAhead(event.key) || pressKey(event.key)) event.preventDefault();
});

/** Does what the key means, after what was pressed before it, however fast that was. False where it means nothing. */
function pressKey(key: string): boolean {
  const deed = deedOf(key);
  if (deed) last_deed = last_deed.then(deed).catch(() => undefined);
  return deed !== undefined;
}

function deedOf(key: string): (() => unknown) | undefined {
  const name = after_a ? 'attribution_verdict' : 'content_verdict';
  after_a = key === 'a';
  const place = /^[1-9]$/.test(key) ? Number(key) : 0;
  const asking = key === 'q' ? 'queries' : 'fixes';
  const asks_here = 'qf'.includes(key) && fieldFor(asking, target()?.range ?? null) !== null;
  const wants_field = key === 's' || asks_here || wantsSentence(name, place);
  if (wants_field) awaitField();
  // Enter is the proposal's only while the cursor stands on it; anywhere else it is the browser's own.
  if (key === 'Enter') return document.activeElement?.matches('.proposed.at-hand') ? () => decide('take') : undefined;
  return place > 0 ? () => judge(name, place) : KEYS[key];
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  if (typeAhead('Enter')) return;
  const form = (event.target as Element).closest<HTMLFormElement>('#workbench form');
  if (form) form.requestSubmit();
});

document.addEventListener('click', (event) => {
  const element = event.target as Element;
  const deed = element.closest<HTMLElement>('#selection-bar [data-do]')?.dataset.do as Deed | undefined;
  if (deed) void act(deed);
  const asking = element.closest<HTMLElement>('#selection-bar [data-asks]')?.dataset.asks as Asking | undefined;
  if (asking) ask(asking);
  const opens = element.closest<HTMLElement>('[data-opens]')?.dataset.opens;
  if (opens) document.querySelector<HTMLDialogElement>(`#${opens}`)?.showModal();
});

/** What only works with a script shows itself when the script is there. */
function wake(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false;
  const sheet = document.querySelector<HTMLElement>('#workbench');
  if (sheet) sheet.tabIndex = -1;
}

afterSwap(wake);
wake();
