// The workbench at the keyboard: one letter an action, on words or on the claim in hand.
import './take-over.ts';
import './verdicts.ts';
import { type Aimed, aimNow, letGo } from './aim.ts';
import { type Asking, askOnItsPage, fieldFor } from './ask-shortcuts.ts';
import { act, type Deed, pointAtNext } from './deeds.ts';
import { isTyping, letGoOfField } from './field.ts';
import { judge } from './judging.ts';
import { giveBackTyped, inOrder, keysWait } from './key-queue.ts';
import { beSilent, say } from './live-region.ts';
import { afterSwap } from './put-in-place.ts';
import { couldNot } from './setbacks.ts';
import { decide, pointAtNextSuggestion } from './suggestions.ts';
import { open, saveUnsaved, send } from './swap.ts';
import { awaitField, giveTo, typeAhead } from './type-ahead-buffer.ts';
import { unsavedForm } from './verdict-form.ts';
import { verdictAt, wantsSentence } from './verdict-scale.ts';

/** Whether `a` was the key before. */
let after_a = false;

async function goToClaim(rel: 'next' | 'prev'): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>(`#claim a[rel="${rel}"]`);
  const beside = document.querySelector('#claim[data-suggestions]') ? '.text mark.claim a' : '#claim .claim-list a';
  const inList = document.querySelector<HTMLAnchorElement>(beside);
  const way = link ?? (document.querySelector('#claim[data-number]') ? null : inList);
  letGo();
  if (!way) couldNot(rel === 'next' ? 'This is the last claim.' : 'This is the first claim.');
  else if (await open(way.href)) document.querySelector('mark.claim.on')?.scrollIntoView({ block: 'center' });
}

/** Puts the cursor into a field of the claim in hand, with what was typed ahead for it. */
function focusOn(selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  if (!field) {
    couldNot('That cannot be done to this claim now.');
    giveBackTyped();
    return;
  }
  const { sends, rest } = giveTo(field);
  if (sends) field.form?.requestSubmit();
  if (sends) letGoOfField();
  pressAll(rest);
}

/** In the form of the claim in hand, or on a page of its own for the words aimed at and for the article as a whole. */
function ask(asking: Asking, aim: Aimed): unknown {
  const words = aim === 'elsewhere' ? null : aim;
  const field = fieldFor(asking, words);
  if (field) return focusOn(field);
  giveBackTyped();
  return askOnItsPage(asking, words);
}

/** A key that is about the claim in hand does nothing while words are aimed at: nobody would know which of the two was meant. */
function toClaim(key: string, aim: Aimed, deed: () => unknown): unknown {
  if (!aim || aim === 'elsewhere') return deed();
  const number = document.querySelector<HTMLElement>('#claim[data-number]')?.dataset.number;
  const words = aim.kind === 'selected' ? 'Words are selected' : 'The cursor is on words of the text';
  couldNot(`${words}, and ${key} is about ${number ? `claim ${number}` : 'the claim in hand'}. Press Esc first.`);
  return giveBackTyped();
}

/** Words are in hand, or there is no claim whose verdict could be differed from: then the key is about what is suggested. */
function isOnWords(aim: Aimed): boolean {
  return Boolean(aim) || document.querySelector('#claim #differ') === null;
}

/** Opens the verdicts for whoever reads second and sees it differently; a digit chooses, and their button saves. */
function differ(): void {
  const fold = document.querySelector<HTMLDetailsElement>('#claim #differ');
  if (!fold) return;
  fold.open = true;
  fold.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
  say('Choose a verdict. Once you save it you are the checker, and somebody else reads it second.');
}

async function press(selector: string, otherwise: () => string): Promise<void> {
  const was_unsaved = unsavedForm() !== null;
  if (!(await saveUnsaved())) return;
  const form = document.querySelector<HTMLFormElement>(selector);
  if (form) await send(form);
  // Where a verdict was just saved, its own answer says why it does not go on, or that it has.
  else if (!was_unsaved) couldNot(otherwise());
}

const KEYS: Record<string, (aim: Aimed) => unknown> = {
  j: () => goToClaim('next'),
  k: () => goToClaim('prev'),
  u: pointAtNext,
  p: pointAtNextSuggestion,
  c: (aim) => (aim && aim !== 'elsewhere' && aim.kind === 'suggested' ? decide('take', aim) : act('mark', aim)),
  d: (aim) => (isOnWords(aim) ? decide('dismiss', aim) : toClaim('d', aim, differ)),
  b: (aim) => toClaim('b', aim, () => focusOn('#claim input[name="return_line"]')),
  '.': (aim) => act('tick', aim),
  x: (aim) => act('nothing', aim),
  a: () => say('Was it said? Press 1 to 5.'),
  s: (aim) => toClaim('s', aim, () => focusOn('#claim input[name="source_line"]')),
  q: (aim) => ask('queries', aim),
  f: (aim) => ask('fixes', aim),
  r: (aim) => toClaim('r', aim, () => press('#agree-form, #readiness-form', whyNotOn)),
  t: (aim) => toClaim('t', aim, () => press('#taking-form', () => NOTHING_TO_TAKE)),
  '?': () => document.querySelector<HTMLDialogElement>('#help')?.showModal(),
  Escape: () => {
    beSilent();
    letGo();
  },
};

const NOTHING_TO_TAKE = 'There is nothing to take: the claim is in your hands, or it is done.';

/** Why `r` does nothing on the claim in hand: it waits for somebody else, or it still wants a verdict. */
function whyNotOn(): string {
  const state = document.querySelector<HTMLElement>('#claim')?.dataset.state;
  if (state === 'ready') return 'This claim waits for its second read; somebody else reads it.';
  if (state === 'closed') return 'This claim is done.';
  return 'This claim cannot go on now: it still wants a verdict.';
}

function hasFocus(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.closest('main') !== null;
}

/** Keys that only change what the next one means. */
const MODIFIERS = ['Shift', 'CapsLock', 'AltGraph', 'Dead', 'NumLock', 'Fn'];
/** A key that is held down goes on with these; held a moment too long, any other would be done twice. */
const HELD = ['j', 'k', 'u', 'p'];

document.addEventListener('keydown', (event) => {
  const keys_on = document.querySelector('#workbench[data-keys]') !== null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]'))
    return;
  if (event.key === 'Escape' && isTyping(document.activeElement)) return letGoOfField();
  if (!keys_on || !hasFocus() || isTyping(document.activeElement) || MODIFIERS.includes(event.key)) return;
  if (event.repeat && event.key.length === 1 && !HELD.includes(event.key)) return event.preventDefault();
  if (typeAhead(event.key) || pressKey(event.key)) event.preventDefault();
});

document.addEventListener('pointerdown', () => {
  after_a = false;
});

/** Does what the key means, in its turn, to what is aimed at as it is pressed. False where it means nothing. */
function pressKey(key: string): boolean {
  // What is pressed behind other keys is about what those lead to.
  const aim = keysWait() ? undefined : aimNow();
  const deed = deedOf(key, aim);
  if (deed) inOrder(() => deed(aim === undefined ? aimNow() : aim));
  return deed !== undefined;
}

/** Presses again what was pressed ahead of its time. */
function pressAll(keys: readonly string[]): void {
  for (const key of keys) if (!typeAhead(key)) pressKey(key);
}

function deedOf(key: string, aim: Aimed | undefined): ((aim: Aimed) => unknown) | undefined {
  const name = after_a ? 'attribution_verdict' : 'content_verdict';
  after_a = key === 'a';
  const place = /^[1-9]$/.test(key) ? Number(key) : 0;
  // Enter is the suggestion's only while the cursor stands on it; anywhere else it is the browser's own.
  if (key === 'Enter')
    return document.activeElement?.matches('.suggested.at-hand') ? (at) => decide('take', at) : undefined;
  if (leadsToField(key, { name, place, aim })) awaitField();
  if (place === 0) return KEYS[key];
  return async (at) => {
    const rest = await judge({ name, place }, at);
    if (rest) pressAll(rest);
    else giveBackTyped();
  };
}

/** Whether the cursor comes into a field by this key, so that letters after it are no keys. */
function leadsToField(
  key: string,
  { name, place, aim }: { name: 'content_verdict' | 'attribution_verdict'; place: number; aim: Aimed | undefined },
): boolean {
  if (key === 's') return true;
  if (key === 'b') return document.querySelector('#claim input[name="return_line"]') !== null;
  if (key === 'q' || key === 'f')
    return aim === undefined || fieldFor(key === 'q' ? 'queries' : 'fixes', aim === 'elsewhere' ? null : aim) !== null;
  const verdict = name === 'content_verdict' && place > 0 ? verdictAt(name, place) : undefined;
  return verdict !== undefined && wantsSentence(verdict.value);
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  if (typeAhead('Enter', true)) return;
  const form = (event.target as Element).closest<HTMLFormElement>('#workbench form');
  if (!form) return;
  form.requestSubmit();
  letGoOfField();
});

document.addEventListener('click', (event) => {
  const element = event.target as Element;
  const deed = element.closest<HTMLElement>('#selection-bar [data-do]')?.dataset.do as Deed | undefined;
  const asking = element.closest<HTMLElement>('#selection-bar [data-asks]')?.dataset.asks as Asking | undefined;
  const aim = aimNow();
  if (deed) inOrder(() => act(deed, aim));
  if (asking) inOrder(() => ask(asking, aim));
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
