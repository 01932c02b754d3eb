// What a key acts on: selected words, else what `u` or `p` found, else the claim in hand.
import { selectAgain, selectionNow, type TextRange } from './selection.ts';

export interface Aim extends TextRange {
  kind: 'selected' | 'found' | 'suggested';
  /** The version of the text that the words stand in. */
  version: string;
}

/** `elsewhere`: words are selected that are not the text's. Null: nothing but the claim in hand can be meant. */
export type Aimed = Aim | 'elsewhere' | null;

/** What is aimed at now. */
export function aimNow(): Aimed {
  const selected = selectionNow();
  if (selected === 'elsewhere') return selected;
  if (selected) return { kind: 'selected', ...selected, version: shownVersion() };
  const element = document.querySelector<HTMLElement>('.text .at-hand');
  if (!element) return null;
  return { kind: element.matches('.suggested') ? 'suggested' : 'found', ...rangeOf(element), version: shownVersion() };
}

/** Lets go of selection and cursor, as soon as something is done to what was aimed at. */
export function letGo(): void {
  window.getSelection()?.removeAllRanges();
  for (const old of document.querySelectorAll('.at-hand')) old.classList.remove('at-hand');
}

/** Aims at the same again, where nothing could be done to it: the next key must not fall on the claim in hand. */
export function aimAgain(aim: Aim): void {
  if (aim.version !== shownVersion()) return;
  if (aim.kind === 'selected') selectAgain(aim);
  else
    for (const element of document.querySelectorAll<HTMLElement>(`.text [data-start="${aim.start}"]`)) {
      const is_same = element.matches('.sentence, .leftover, .suggested') && rangeOf(element).end === aim.end;
      if (is_same && element.matches('.suggested') === (aim.kind === 'suggested')) element.classList.add('at-hand');
    }
}

/** Points at an element of the text, or at none; only one is pointed at, and no words are selected beside it. */
export function pointAt(elements: Iterable<HTMLElement>): void {
  for (const old of document.querySelectorAll('.at-hand')) old.classList.remove('at-hand');
  const all = [...elements];
  for (const element of all) element.classList.add('at-hand');
  const [first] = all;
  if (!first) return;
  window.getSelection()?.removeAllRanges();
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'center' });
}

/** The range of a sentence, leftover or suggestion. */
export function rangeOf(element: HTMLElement): TextRange {
  const start = Number(element.dataset.start);
  if (element.dataset.end !== undefined) return { start, end: Number(element.dataset.end) };
  const copy = element.cloneNode(true) as HTMLElement;
  for (const extra of copy.querySelectorAll('.sign, .in-margin, .visually-hidden')) extra.remove();
  return { start, end: start + (copy.textContent?.length ?? 0) };
}

/** The number of the version on the page; '' where it cannot be worked on. */
export function shownVersion(): string {
  return document.querySelector<HTMLInputElement>('#mark-form input[name="version"]')?.value ?? '';
}
