// Keeps what is typed while a field is on its way, and later letters as keys.
import { focusAtEnd } from './field.ts';

interface Stroke {
  key: string;
  /** Ctrl+Enter, which sends from any field. */
  sends: boolean;
}

export interface Given {
  /** Whether it was sent from the field. */
  sends: boolean;
  /** The keys pressed after it was sent or left: they are meant for what comes then. */
  rest: string[];
}

let strokes: Stroke[] | null = null;

/** From now on letters are meant for a field that is about to get the cursor. */
export function awaitField(): void {
  strokes ??= [];
}

/** Keeps a key for the field that is awaited; false where none is, or the key is no part of typing. */
export function typeAhead(key: string, sends = false): boolean {
  if (strokes === null || !(key.length === 1 || ['Enter', 'Backspace', 'Escape'].includes(key))) return false;
  strokes.push({ key, sends });
  return true;
}

/** Puts the cursor into the field, with what was typed for it. Sending is left to the caller. */
export function giveTo(field: HTMLInputElement | HTMLTextAreaElement): Given {
  const all = takeStrokes();
  const end = all.findIndex(({ key, sends }) => sends || key === 'Escape' || (key === 'Enter' && isOneLine(field)));
  const own = end === -1 ? all : all.slice(0, end);
  focusAtEnd(field);
  const words = textOf(own);
  if (words !== '') {
    field.value += words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const last = end === -1 ? undefined : all[end];
  if (last?.key === 'Escape') field.blur();
  return { sends: last !== undefined && last.key !== 'Escape', rest: all.slice(own.length + 1).map(({ key }) => key) };
}

/** What was typed for a field that did not come, as text. */
export function takeBack(): string {
  return textOf(takeStrokes()).trim();
}

function takeStrokes(): Stroke[] {
  const taken = strokes ?? [];
  strokes = null;
  return taken;
}

function textOf(typed: readonly Stroke[]): string {
  let text = '';
  for (const { key } of typed) {
    if (key === 'Enter') text += '\n';
    else if (key === 'Backspace') text = [...text].slice(0, -1).join('');
    else if (key.length === 1) text += key;
  }
  return text;
}

function isOneLine(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  return field instanceof HTMLInputElement;
}
