// The workbench at the keyboard: one letter an action, on words or on the claim in hand.
import './copy-clean.ts';
import './select-in-claims.ts';
import './take-over.ts';
import './verdicts.ts';
import { type Aimed, aimNow, letGo } from './aim.ts';
import { type Asking, fieldFor } from './ask-shortcuts.ts';
import {
  ask,
  differ,
  focusOn,
  goIntoPanel,
  goToClaim,
  isOnWords,
  NO_STAR,
  NO_SUGGESTED,
  NOTHING_TO_TAKE,
  press,
  sendOn,
  toClaim,
} from './claim-keys.ts';
import { act, type Deed } from './deeds.ts';
import { isTyping, keepField, letGoOfField } from './field.ts';
import { dismissFinding, findingInHand, goToNextFinding, takeFinding } from './findings.ts';
import { judge } from './judging.ts';
import { giveBackTyped, inOrder, keysWait } from './key-queue.ts';
import { pointAtNext } from './left-to-read.ts';
import { beSilent, say } from './live-region.ts';
import { afterSwap } from './put-in-place.ts';
import { decide, pointAtNextSuggestion } from './suggestions.ts';
import { awaitField, typeAhead } from './type-ahead-buffer.ts';
import { verdictAt, wantsSentence } from './verdict-scale.ts';
import { type Arrow, isArrow, moveWords } from './word-cursor.ts';

/** Whether `a` was the key before. */
let after_a = false;

const KEYS: Record<string, (aim: Aimed) => unknown> = {
  j: () => goToClaim('next'),
  k: () => goToClaim('prev'),
  g: goIntoPanel,
  u: () => pointAtNext(),
  p: pointAtNextSuggestion,
  c: (aim) => (aim && aim !== 'elsewhere' && aim.kind === 'suggested' ? decide('take', aim) : act('mark', aim)),
  v: goToNextFinding,
  n: () => takeFinding('note'),
  d: (aim) => dismissFinding() || (isOnWords(aim) ? decide('dismiss', aim) : toClaim('d', aim, differ)),
  b: (aim) => toClaim('b', aim, () => focusOn('#claim input[name="return_line"]')),
  '.': (aim) => act('tick', aim),
  x: (aim) => act('nothing', aim),
  a: () => say('Was it said? Press 1 to 5.'),
  s: (aim) => toClaim('s', aim, () => focusOn('#claim input[name="source_line"]')),
  q: (aim) => (findingInHand() ? takeFinding('query') : ask('queries', aim)),
  f: (aim) => (findingInHand() ? takeFinding('fix') : ask('fixes', aim)),
  r: (aim) => toClaim('r', aim, sendOn),
  '*': (aim) => toClaim('*', aim, () => press('#star-form', () => NO_STAR)),
  z: () => press('#undo-form', () => ''),
  t: (aim) => toClaim('t', aim, () => press('#taking-form', () => NOTHING_TO_TAKE)),
  y: (aim) => toClaim('y', aim, () => press('#claim .take-suggested', () => NO_SUGGESTED)),
  Escape: () => {
    beSilent();
    letGo();
  },
};

function hasFocus(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.closest('main') !== null;
}

/** Keys that only change what the next one means. */
const MODIFIERS = ['Shift', 'CapsLock', 'AltGraph', 'Dead', 'NumLock', 'Fn'];
/** A key that is held down goes on with these; held a moment too long, any other would be done twice. */
const HELD = ['j', 'k', 'u', 'p', 'v'];

document.addEventListener('keydown', (event) => {
  const keys_on = document.querySelector('#workbench[data-keys]') !== null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]'))
    return;
  if (event.key === 'Escape' && isTyping(document.activeElement)) return letGoOfField();
  if (!keys_on || !hasFocus() || isTyping(document.activeElement) || MODIFIERS.includes(event.key)) return;
  if (event.repeat && event.key.length === 1 && !HELD.includes(event.key)) return event.preventDefault();
  if (isArrow(event.key)) return moveByArrow(event, event.key);
  const key = pressedKey(event);
  if (typeAhead(event.key) || pressKey(key)) event.preventDefault();
});

/** Arrows are the browser's own but where words of the text are in hand, and the cursor is on no choice. */
function moveByArrow(event: KeyboardEvent, arrow: Arrow): void {
  const aim = keysWait() || document.activeElement?.matches('input') ? null : aimNow();
  if (!aim || aim === 'elsewhere') return;
  event.preventDefault();
  after_a = false;
  moveWords(aim, arrow, event.shiftKey);
}

document.addEventListener('pointerdown', () => {
  after_a = false;
});

/**
 * A digit with Shift says whether it was said, as `a` and the digit do; where Shift is what makes a digit of the key, it is the
 * digit alone.
 */
function pressedKey({ key, code, shiftKey }: KeyboardEvent): string {
  const digit = /^Digit([1-5])$/.exec(code)?.[1];
  return shiftKey && digit !== undefined && !/^\d$/.test(key) && KEYS[key] === undefined ? `a${digit}` : key;
}

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
  const name = after_a || /^a\d$/.test(key) ? 'attribution_verdict' : 'content_verdict';
  after_a = key === 'a';
  const place = Number(/^a?([1-9])$/.exec(key)?.[1] ?? 0);
  // Enter is the suggestion's only while the cursor stands on it; anywhere else it is the browser's own.
  if (key === 'Enter')
    return document.activeElement?.matches('.suggested.at-hand') ? (at) => decide('take', at) : undefined;
  if (leadsToField(key, { name, place, aim })) awaitField();
  const keyed = KEYS[key];
  if (place === 0) return keyed && (async (at) => pressAll(asKeys(await keyed(at))));
  return async (at) => {
    const rest = await judge({ name, place }, at);
    if (rest) pressAll(rest);
    else giveBackTyped();
  };
}

/** What is given back of keys that were pressed ahead. */
function asKeys(given: unknown): readonly string[] {
  return Array.isArray(given) ? given : [];
}

/** Whether the cursor comes into a field by this key, so that letters after it are no keys. */
function leadsToField(
  key: string,
  { name, place, aim }: { name: 'content_verdict' | 'attribution_verdict'; place: number; aim: Aimed | undefined },
): boolean {
  if (key === 's') return true;
  if (key === 'b') return document.querySelector('#claim input[name="return_line"]') !== null;
  if ((key === 'q' || key === 'f') && findingInHand() !== null) return false;
  if (key === 'q' || key === 'f')
    return aim === undefined || fieldFor(key === 'q' ? 'queries' : 'fixes', aim === 'elsewhere' ? null : aim) !== null;
  const verdict = name === 'content_verdict' && place > 0 ? verdictAt(name, place) : undefined;
  return verdict !== undefined && wantsSentence(verdict.value);
}

document.addEventListener('keydown', (event) => {
  const line = event.target as Element;
  if (event.key === 'Enter' && event.shiftKey && line.matches('#claim input[name="source_line"]')) {
    event.preventDefault();
    keepField(line as HTMLInputElement);
    return (line as HTMLInputElement).form?.requestSubmit();
  }
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
  if (element.closest('[data-differs]')) {
    event.preventDefault();
    inOrder(differ);
  }
});

/** What only works with a script shows itself when the script is there. */
function wake(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false;
  const sheet = document.querySelector<HTMLElement>('#workbench');
  if (sheet) sheet.tabIndex = -1;
}

afterSwap(wake);
wake();
